"""The Tables: facts in normal form, where both halves of the Atlas meet: saved, loaded, checked, and read as matrices."""

from dashboard.tables.folder import digest_of, find_about, fingerprint, load_tables, save_tables
from dashboard.tables.folding import fold
from dashboard.tables.frames import About, Tables
from dashboard.tables.incidence import Incidence, Mask
from dashboard.tables.schema import FORMAT, FRAMES, KEYS, SCHEMA, frame_of

__all__ = [
    "FORMAT",
    "FRAMES",
    "KEYS",
    "SCHEMA",
    "About",
    "Incidence",
    "Mask",
    "Tables",
    "digest_of",
    "find_about",
    "fingerprint",
    "fold",
    "frame_of",
    "load_tables",
    "save_tables",
]
