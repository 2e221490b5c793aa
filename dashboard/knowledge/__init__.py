"""Reference files turned into look-ups: goals, countries, places, institutions, kinds."""
