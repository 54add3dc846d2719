"""From text to mentions, and from mentions to the people, places, organisations and dates they name."""
