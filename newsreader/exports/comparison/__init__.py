"""Comparisons of several things, as files."""
