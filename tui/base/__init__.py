"""What every part of the interface stands on: text in cells, colours, styles, themes, keys and commands."""
