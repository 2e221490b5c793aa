"""The Tables: facts in normal form, where both halves of the Atlas meet: saved, loaded, checked, and read as matrices."""

from dashboard.tables.check import check_tables, list_table_faults
from dashboard.tables.folder import digest_of, find_about, fingerprint, load_ids, load_tables, release_pages, save_tables
from dashboard.tables.folding import fold
from dashboard.tables.frames import About, Tables
from dashboard.tables.health import describe_health
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
    "check_tables",
    "describe_health",
    "digest_of",
    "find_about",
    "fingerprint",
    "fold",
    "frame_of",
    "list_table_faults",
    "load_ids",
    "load_tables",
    "release_pages",
    "save_tables",
]
