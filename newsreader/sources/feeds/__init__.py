"""Feeds: RSS 0.9 to 2.0, RDF, Atom and JSON Feed, from bytes to entries, and from an entry to its article."""
