"""What the reader keeps between runs, behind protocols: `library` is the way in.

`sql` carries the protocols out, `sqlite` keeps all in a file, `postgres` on a server. Nothing here can be made again
from elsewhere; what can is in the cache folder. What above works with is a unit of work (`protocols.Unit`), and never a
connection or a statement.
"""
