"""`python -m newsreader` is the same program as `newsreader`."""

from newsreader.cli import entry

if __name__ == "__main__":
    entry()
