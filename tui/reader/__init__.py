"""The reader screen: one article with its panels, and one module for each thing that can be done there."""
