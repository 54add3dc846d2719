"""One identity for one real thing: which names of different articles are the same person, place or organisation.

An article makes claims (`claims`): each of its entities has a key, the forms it is called by, and a mark, which is what
the article says of it that tells bearers of one name apart. What links names (`linking`) and parts bearers (`bearers`)
depends on how many articles say what, never on the order in which they came, so a new article costs its own names.
"""
