"""The screen's shared parts: state and address, filters, panels, evidence, downloads."""
