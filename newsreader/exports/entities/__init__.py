"""What was found in articles, as data for other programs and as tables for people."""
