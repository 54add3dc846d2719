"""The store on a server of PostgreSQL, which several people share: `opening` connects, `database` lends units of work.

Articles, texts, feeds, tags, known things and the journal are of all; stars, what is read, places, marks, drafts,
settings and saved searches are of each person, who is the role that is logged in. Only this room knows psycopg, the
extra `postgres`; without it whoever enters is told what to install, as a LibraryError.
"""

from newsreader.sources.extras import needs
from newsreader.store.errors import LibraryError

try:
    import psycopg as _psycopg  # noqa: F401
except ImportError as error:
    raise LibraryError(f"A library on a server {needs('psycopg[binary]', 'postgres')}") from error
