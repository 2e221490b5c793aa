"""Mentions turned into Records: names matched, events assembled, the record composed."""
