"""English: its words, dates, refinements, document passes, alias rules, press habits and sentences."""
