"""What leaves the program as files: annotations, entities and timelines."""
