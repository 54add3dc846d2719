"""Files of known things: what they look like, and how they are taken into the library."""
