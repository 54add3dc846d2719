"""The reader in a web browser: a server on this machine alone, and a process of the reader behind each page."""
