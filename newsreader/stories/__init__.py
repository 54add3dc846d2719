"""One story once: which articles tell the same, by what they share, and what each says alone."""
