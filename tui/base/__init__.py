"""What every part of the interface stands on: text, palettes, themes, keys and the declaration of commands."""
