"""The forms in which annotations leave the program: one module per format, each with an `export` function."""
