"""One thing over all articles, for people and for other programs."""
