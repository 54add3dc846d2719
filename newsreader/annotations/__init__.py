"""What a reader adds to an article: notes, highlights and corrections, kept as a journal of acts that can be undone.

`notebook` is the way in. The text and what the machine found in it are never changed.
"""
