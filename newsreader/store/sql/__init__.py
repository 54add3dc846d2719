"""The parts of a unit of work, in the SQL of SQLite that PostgreSQL understands too, or has put into its own words.

The classes carry out the protocols of `newsreader.store.protocols`, which say what each method does.
"""
