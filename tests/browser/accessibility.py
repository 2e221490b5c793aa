"""What axe finds on a page beyond the framework's own, which is listed here with the thread where it is discussed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# Rules that axe leaves out by itself: the size of what is touched (WCAG 2.2, 2.5.8).
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@dataclass(frozen=True, slots=True)
class Known:
    """A violation by an element that Streamlit or Plotly makes: its rule, a part of its markup, and where it is discussed."""

    rule: str
    part: str
    thread: str


FRAMEWORK: tuple[Known, ...] = (
    # Every pagination of a page is a landmark of the same name (a recommendation of axe, not of WCAG).
    Known("landmark-unique", 'aria-label="Pagination"', "https://github.com/streamlit/streamlit/pull/14975"),
    # An open list of options hangs at the end of the document, outside all landmarks (a recommendation too).
    Known("region", 'role="listbox"', "https://github.com/streamlit/streamlit/pull/16175"),
)


def find_violations(axe: Any, page: Any) -> list[tuple[str, str]]:
    """The violations on a page that are not the framework's own, as (rule, beginning of the markup)."""
    return [
        (violation["id"], node["html"][:200])
        for violation in axe.Axe().run(page, options=OPTIONS).response["violations"]
        for node in violation["nodes"]
        if not any(known.rule == violation["id"] and known.part in node["html"] for known in FRAMEWORK)
    ]
