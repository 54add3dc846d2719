"""Short word lists that the rules stand on: countries, agencies, titles and heads of names. Not gazetteers."""
