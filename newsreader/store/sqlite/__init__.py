"""The store in one SQLite file: `database` opens it and lends units of work, `safety` copies and checks it."""
