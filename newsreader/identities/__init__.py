"""One identity for one real thing: which names of different articles are the same person, place or organisation."""
