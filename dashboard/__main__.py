"""``python -m dashboard``: the command ``sdg-atlas``."""

import sys

from dashboard.cli import main

if __name__ == "__main__":
    sys.exit(main())
