"""Feeds: subscribed to, asked for as their servers want it, and their articles taken into the library."""
