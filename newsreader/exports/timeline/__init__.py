"""The dates of articles in the order of time, and the formats in which other programs take them."""
