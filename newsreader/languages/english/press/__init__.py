"""The habits of the English-language press, each read from one line or the head of one paragraph.

    bylines     who an article is by and from
    datelines   place, agency and day at its head
    days        days written out in full, as pages and people state them
    published   the day that a line or an address states
    agreement   the day that a weekday and a date in the text give away together
    furniture   what stands around an article
    releases    what stands around a press release
    hyphens     words broken at the ends of lines

Which line of an article is believed is for `newsreader.sources.metadata` to say. Time expressions in prose are read
by `newsreader.languages.english.dates`.
"""
