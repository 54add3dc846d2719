"""The start screen: what was read before, and the sample articles."""
