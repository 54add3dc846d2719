"""The panels beside the article: who, where, which organisation, when, and the reader's own notes.

`sidebar.Sidebar` is the whole; `messages` is what it tells the screen.
"""
