"""What leaves the program as files: annotations, entities, timelines and the gazetteer; `registry` has every format."""
