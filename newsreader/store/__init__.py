"""What the reader keeps between runs: one SQLite file, one module per thing stored in it.

`library` is the way in. Nothing here can be made again from elsewhere; what can is in the cache folder.
"""
