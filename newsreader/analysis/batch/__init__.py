"""The analysis of many articles, by one process or several, with the same results in the same order."""
