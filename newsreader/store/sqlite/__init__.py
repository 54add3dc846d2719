"""The store in one SQLite file: `database` opens it and lends units of work, `safety` copies and checks it.

The classes carry out the protocols of `newsreader.store.protocols`, which say what each method does.
"""
