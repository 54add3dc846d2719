"""Which names in an English article are names of one real thing."""
