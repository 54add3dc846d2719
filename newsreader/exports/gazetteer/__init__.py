"""What the person said of names for every article, as files that can be read back."""
