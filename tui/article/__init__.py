"""The article view: wrapping, painting, matches, the gutter, selecting and searching."""
