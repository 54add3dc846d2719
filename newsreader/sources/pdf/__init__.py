"""From the pages of a PDF, which say only where each character stands, to lines, columns and paragraphs."""
