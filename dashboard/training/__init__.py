"""Weights of the statistical models, fitted on articles with gold records and kept as reference tables."""
