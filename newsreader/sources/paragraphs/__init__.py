"""Where the paragraphs of an article are and what each is for, whatever format they come from."""
