"""One real thing over all articles: its mentions, its times, its company, and what is new about it."""
