"""The commands of the command line, a module each; `newsreader.cli.parser` has the table of them."""
