"""The panels beside the article: who, where, which organisation, when, and the reader's own notes.

`face` says what a panel is and shows, as plain data; `all_panels` lists them; `sidebar.Sidebar` is the whole of them as
a widget, and `requests` what it asks of the screen.
"""
