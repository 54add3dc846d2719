"""What a whole English article says about the names in it."""
