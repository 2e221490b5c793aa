"""What is measured by hand, not by tests: figures depend on the machine."""
