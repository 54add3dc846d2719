"""What comes in by itself or in numbers: feeds, folders, mail, archives, and what other readers kept."""
