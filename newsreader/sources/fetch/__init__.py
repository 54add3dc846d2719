"""Where bytes come from: paths, standard input, web addresses."""
