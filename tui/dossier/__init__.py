"""The dossier: one person, place or organisation over all articles of the library, on a screen of its own."""
