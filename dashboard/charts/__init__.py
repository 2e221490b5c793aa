"""Frames turned into figures without titles: the page and the export add title, subtitle and footer."""
