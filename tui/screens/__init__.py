"""The screens: the reader, the start screen, help and headings."""
