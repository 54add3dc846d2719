"""The article view: laying out, painting, matches, the gutter, selecting and searching."""
