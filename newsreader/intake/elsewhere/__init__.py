"""What other programs give out of their readers' things, as plain data: a module for each program."""
