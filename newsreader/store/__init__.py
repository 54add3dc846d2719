"""What the reader keeps between runs, behind protocols: `library` is the way in, `sqlite` how it is kept today.

Nothing here can be made again from elsewhere; what can is in the cache folder. What above works with is a unit of work
(`protocols.Unit`), and never a connection or a statement.
"""
