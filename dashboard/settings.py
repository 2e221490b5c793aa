"""Folders, thresholds and what the operator may set, each with its reason."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import platformdirs

from dashboard import __version__

PACKAGE = Path(__file__).resolve().parent


def find_root(package: Path) -> Path:
    """The folder that holds ``app.py``, ``data/`` and ``.streamlit/``: the checkout, or in a wheel ``dashboard/root``."""
    return package.parent if (package.parent / "app.py").is_file() else package / "root"


ROOT = find_root(PACKAGE)
DATA = ROOT / "data"
ARTICLES = DATA / "articles"
RECORDS = DATA / "records.jsonl"
REFERENCE = DATA / "reference"
BOUNDARIES = DATA / "boundaries"
DESIGNATIONS = DATA / "designations.csv"
QUALITY = DATA / "quality.json"
FLOORS = DATA / "floors.json"


def user_folder() -> Path:
    """Where this user's tables and caches go: nothing is ever written below ``ROOT``."""
    return Path(os.environ.get("SDG_ATLAS_HOME") or platformdirs.user_data_dir("sdg-atlas", appauthor=False))


def tables_folder() -> Path:
    """Where the dashboard looks for tables (``SDG_ATLAS_TABLES``, set by ``show --tables``)."""
    return Path(os.environ.get("SDG_ATLAS_TABLES") or user_folder() / "tables")


def weights_folder() -> Path:
    """Where weights are kept that this user has trained: for this version alone, since models change with versions."""
    return user_folder() / "weights" / __version__


def gazetteers_folder() -> Path:
    """Where gazetteers that this user installed stand, and what is made of them."""
    return user_folder() / "gazetteers"


def public_address() -> str | None:
    """The address under which others reach this dashboard (``SDG_ATLAS_ADDRESS``); without one, exports carry the query."""
    return os.environ.get("SDG_ATLAS_ADDRESS") or None


def report_address() -> str | None:
    """Where a reader reports an error: an e-mail or web address (``SDG_ATLAS_REPORT``), or none."""
    return os.environ.get("SDG_ATLAS_REPORT") or None


# A picture that is not drawn by then is given up, and the painter with it: a warm one takes 1.3 s, a cold start 7 s.
PAINTER_SECONDS = 20.0

LICENCE = "CC BY 4.0"
NAME = "SDG Cooperation Atlas"


def read_quality() -> dict[str, Any]:
    """The measured accuracy that ships with the data (``data/quality.json``), empty where there is none."""
    try:
        return _read_quality(QUALITY, QUALITY.stat().st_mtime_ns)
    except (OSError, ValueError):
        return {}


@lru_cache(maxsize=1)
def _read_quality(path: Path, _changed: int) -> dict[str, Any]:
    """Read once, not for every chart; never edit it."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
