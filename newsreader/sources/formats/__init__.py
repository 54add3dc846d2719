"""What bytes become articles: one module and one `Format` for each format, all of them in `registry`."""
