"""The habits of the English-language press: agencies, datelines, bylines, dated lines, furniture."""
