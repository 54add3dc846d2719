"""What the program knows of languages: each in a room of its own."""
