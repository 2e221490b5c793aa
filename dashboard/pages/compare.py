"""Compare: two countries, institutions or periods side by side on the same scales."""

from __future__ import annotations

from dataclasses import replace

from dashboard.measures.compare import count_figures_of_two
from dashboard.panels import PANELS
from dashboard.panels.compare import bind_sides
from dashboard.selection.sides import cut_sides, name_sides
from dashboard.ui import state
from dashboard.ui.labels import plain
from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_quiet, show_title
from dashboard.ui.sides import ask_sides
from dashboard.ui.state import View, name_subject, view
from dashboard.ui.twin import show_table
from dashboard.words import _, mark

KEYS = ("compare-years", "compare-goals", "compare-kinds", "compare-partners")
_FIGURES = {
    "events": mark("Events"),
    "together": mark("Events of both together"),
    "reports": mark("Articles that report them"),
    "institutions": mark("Institutions that take part"),
    "countries": mark("Countries that take part"),
    "institution_pairs": mark("Partnerships of institutions"),
    "goals": mark("Goals"),
}


def show_compare() -> None:
    """Two sides, as the address names them."""
    show_title(
        _("How do two compare?"),
        _(
            "Two countries, institutions or periods, counted alike and drawn on the same scales. All filters hold for both; an "
            "event in which both take part counts for each."
        ),
    )
    sides = ask_sides(view())
    state.put("compare-sides", sides)
    if not sides:
        show_quiet(_("Choose two to compare."))
        return
    names = name_sides(sides, view().tables)
    name_subject(_("{one} and {other}").format(one=names[0], other=names[1]))
    about = _both(view(), sides)
    _show_figures(about, sides, names)
    panels = {key: bind_sides(PANELS[key], sides, names) for key in KEYS}
    state.rename_panels({key: panel.key for key, panel in panels.items()})
    for panel in panels.values():
        show_panel(panel, about)


def _both(current: View, sides: tuple[str, ...]) -> View:
    """The events of either side, among those that answer the filters."""
    return replace(current, slice=cut_sides(current.slice, sides), said=current.selection)


def _show_figures(about: View, sides: tuple[str, ...], names: list[str]) -> None:
    """The key figures of both, as a table."""
    counted = count_figures_of_two(about.slice, sides).set_index("figure")
    shown = counted.loc[list(_FIGURES), ["one", "other"]].set_axis([plain(name) for name in names], axis=1)
    shown.insert(0, _("Key figures"), [_(_FIGURES[figure]) for figure in shown.index])
    show_table(shown)


show_compare()
