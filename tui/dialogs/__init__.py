"""What opens above the reader for a moment: the note editor, an entity's card, the search bar, a prompt.

Each module is imported when it is first used, so that none of them costs anything when the program starts.
"""
