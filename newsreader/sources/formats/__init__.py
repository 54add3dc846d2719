"""What bytes become articles: plain text, Markdown, HTML."""
