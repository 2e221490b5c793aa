"""Records turned into Tables; and the tables of the bundled data, built where there are none."""

from dashboard.build.folders import Source, build_folder, ensure_tables
from dashboard.build.whole import build_tables

__all__ = ["Source", "build_folder", "build_tables", "ensure_tables"]
