"""What a reader adds to an article: notes and highlights, kept as a journal of acts that can all be undone.

`notebook` is the way in. The text and what the machine found in it are never changed.
"""
