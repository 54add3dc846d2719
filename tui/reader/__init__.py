"""The reader screen: what is open and where one is in it, and one controller for each thing that can be done there."""
