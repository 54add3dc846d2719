"""Full text, names and days of all articles of the library, to find them by.

One file in the cache folder, which may be deleted at any time: `following` fills it from the library, `searching`
answers queries from it. What the person wrote is only ever in the library.
"""
