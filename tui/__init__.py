"""The terminal interface: Textual widgets over the engine. It never loads spaCy."""
