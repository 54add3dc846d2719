"""The engine of newsreader: articles, their entities and annotations, without any terminal."""

__version__ = "0.1.0"
