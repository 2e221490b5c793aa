"""Pages in parts: a page of many charts shows one part at a time, and the address holds which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.panels import Choice
from dashboard.ui.panel import show_panel
from dashboard.ui.ways import ask_way
from dashboard.words import mark

# What a part is called, and the keys of its panels.
Parts = Mapping[str, tuple[str, Sequence[str]]]


def show_part(page: str, parts: Parts) -> None:
    """The panels of the part that the address asks for, or of the first; above them the choice between all parts."""
    choice = Choice("part", mark("Part of this page"), {code: title for code, (title, _keys) in parts.items()})
    for key in parts[ask_way(page, choice, named=False)][1]:
        show_panel(key)
