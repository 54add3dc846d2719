"""Annotations as files, for people and for other programs: one module for each format, which has its `FORMAT`."""
