"""The library: lists of articles, and what is in them."""
