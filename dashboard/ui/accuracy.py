"""Measured accuracy on the page Method: the chart, its table, and the cases behind it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import words
from dashboard.charts.quality import draw_accuracy, draw_reliability
from dashboard.charts.theme import Look
from dashboard.tables import Tables
from dashboard.ui.evidence import Line, compose_list
from dashboard.ui.kept import kept
from dashboard.ui.labels import list_rows, name_date, plain
from dashboard.ui.links import link_to
from dashboard.ui.prose import show_quiet, show_section, show_small
from dashboard.ui.quality import (
    DIGESTS,
    FIELD_NAMES,
    describe_bins,
    describe_case,
    describe_confidence,
    describe_ways,
    list_accuracy,
    list_languages,
    list_quality,
    list_reliability,
    list_wrong,
    read_measurements,
)
from dashboard.ui.state import view
from dashboard.ui.twin import show_table
from dashboard.words import _, mark, ngettext, write_counted, write_number, write_sentences, write_series

ACCURACY = mark(
    "Extraction alone, without anything entered by hand, compared with articles annotated by hand. Precision is the "
    "share of what was found that is right; recall the share of what is there that was found; F1 their harmonic mean. "
    "The line through each mark holds F1 in 95 of 100 resamples of the articles. Two people who annotate apart do not "
    "agree wholly either: the stroke shows how far."
)
GOLDS: Mapping[str, str] = {"articles": mark("Articles of other publishers"), DIGESTS: mark("Our own digests")}
_REMARKS: Mapping[str, str] = {
    "articles": mark("Real articles, which are not shipped, from publishers that no rule was written for."),
    DIGESTS: mark("Digests that ship, and that were at hand when the rules were written: what anybody can measure again."),
}
_FACES = {"chart": mark("Chart"), "table": mark("Table"), "cases": mark("Cases that go wrong")}
_PAGE = 10
CONFIDENCE = mark(
    "Each value that was read from an article carries a confidence: the probability that it is right, judged from its words, "
    "their place, and what else the article offers. Where marks lie on the dotted line, confidence comes true: of the values "
    "given 80 of 100, eighty are right. Below the line it promises too much, above it too little. Confidence was calibrated on "
    "the articles of other publishers, by two numbers a field, so what they show is a little too good; our own digests had "
    "no part in it."
)


def show_accuracy() -> None:
    """How often extraction is right, field by field, and where it goes wrong."""
    show_section(_("Measured accuracy"))
    measurements = read_measurements()
    if not measurements:
        show_quiet(_("No measurement comes with these data. The records that ship are curated by hand."))
        return
    st.markdown(_(ACCURACY), width=720)
    _show_measurement(measurements)
    _show_confidence(measurements)


@st.fragment
def _show_measurement(measurements: Mapping[str, Mapping[str, Any]]) -> None:
    gold = str(_choose("quality-gold", _("Measured on"), {key: _(GOLDS[key]) for key in measurements}))
    measurement = measurements[gold]
    show_quiet(plain(_describe(measurement)) + " " + _(_REMARKS[gold]))
    face = _choose("quality-face", _("How to see the accuracy"), {key: _(words) for key, words in _FACES.items()})
    if face == "cases":
        _show_cases(measurement, gold)
        return
    languages = list_languages(measurement)
    language = st.selectbox(
        _("Language"), list(languages), format_func=lambda code: languages[code], key=f"quality-{gold}", width=320
    )
    if face == "table":
        show_table(list_quality(list_accuracy(measurement, language)))
    else:
        figure, found = _accuracy_of(measurement, view().look, gold, language, (words.language(), view().look.name))
        listed = _("{parts}.").format(parts=found)
        told = write_sentences([_("F1 of each field; the table says the same in words."), listed])
        _draw(figure, "chart-accuracy", told)


@kept(20)
def _accuracy_of(
    _measurement: Mapping[str, Any], _look: Look, gold: str, language: str, seen: tuple[str, str]
) -> tuple[Any, str]:
    """The chart of accuracy and its values in words; no filter changes them."""
    accuracy = list_accuracy(_measurement, language)
    found = write_series(f"{name} {write_number(f1, 2)}" for name, f1 in zip(accuracy["name"], accuracy["f1"], strict=True))
    return draw_accuracy(accuracy, _look), found


def _choose(key: str, label: str, options: Mapping[str, str]) -> str:
    chosen = st.segmented_control(
        label, list(options), default=next(iter(options)), required=True, format_func=lambda each: options[each], key=key,
        label_visibility="collapsed",
    )  # fmt: skip
    return str(chosen or next(iter(options)))


def _draw(figure: Any, key: str, alt: str) -> None:
    st.plotly_chart(figure, theme=None, key=key, config={"displayModeBar": False, "displaylogo": False}, alt=alt)


def _describe(measurement: Mapping[str, Any]) -> str:
    """On what was measured, when, and with which version."""
    articles = ngettext("{n} article", "{n} articles", measurement["articles"]).format(n=write_number(measurement["articles"]))
    parts = [articles]
    if "gold" in measurement:
        gold, version = measurement["gold"]["sha256"][:12], measurement["version"]
        when = _("measured on {date} with version {version}").format(date=name_date(measurement["date"]), version=version)
        parts += [when, _("gold {digest}").format(digest=gold)]
    return write_series(parts) + "."


def _show_cases(measurement: Mapping[str, Any], gold: str) -> None:
    """The cases of one field that go wrong, ten to a page; each of our own digests leads to its event."""
    wrong = list_wrong(measurement)
    if not wrong:
        _show_ways(measurement)
        return
    names = {field: write_counted(_(FIELD_NAMES.get(field, field)), write_number(len(cases))) for field, cases in wrong.items()}
    field = st.selectbox(_("Field"), list(names), format_func=lambda each: names[each], key=f"wrong-{gold}", width=320)
    show_small(plain(describe_ways(measurement, field)))
    pages = math.ceil(len(wrong[field]) / _PAGE)
    page = st.pagination(pages, key=f"page-{gold}-{field}") if pages > 1 else 1
    places = _find_events(view().tables) if gold == DIGESTS else {}
    shown = wrong[field][(page - 1) * _PAGE : page * _PAGE]
    st.html(compose_list(_line(article, describe_case(*case), places) for article, *case in shown))


def _show_ways(measurement: Mapping[str, Any]) -> None:
    """In which ways each field goes wrong, where the articles do not ship and their cases are not listed."""
    ways = {field: describe_ways(measurement, field) for field in measurement.get("ways", {})}
    if not any(ways.values()):
        show_quiet(_("No case is kept with this measurement."))
        return
    show_quiet(_("These articles do not ship, so that their cases are counted, not listed."))
    rows = {_("Field"): [_(FIELD_NAMES.get(field, field)) for field in ways], _("How it goes wrong"): list(ways.values())}
    show_table(pd.DataFrame(rows))


def _find_events(tables: Tables) -> dict[str, tuple[str, str]]:
    """For each article of the tables its title and the event that it reports first."""
    titles = dict(zip(tables.articles["article_id"], tables.articles["title"], strict=True))
    reports = list_rows(tables.event_articles.sort_values("position").drop_duplicates("article_id"))
    return {report.article_id: (titles[report.article_id], report.event_id) for report in reports}


def _line(article: str, words: str, places: Mapping[str, tuple[str, str]]) -> Line:
    """A case: the title of the article as a link to its event, where these data hold it, otherwise its id alone."""
    title, event = places.get(article, (article, ""))
    return Line(title, link_to("events", event=event) if event else "", words, below=True)


def _show_confidence(measurements: Mapping[str, Mapping[str, Any]]) -> None:
    known = {gold: its["reliability"] for gold, its in measurements.items() if its.get("reliability")}
    if not known:
        return
    show_section(_("Does confidence come true?"))
    st.markdown(_(CONFIDENCE), width=720)
    _show_reliability(known)


@st.fragment
def _show_reliability(known: Mapping[str, Mapping[str, Any]]) -> None:
    gold = _choose("reliability-gold", _("Measured on"), {key: _(GOLDS[key]) for key in known})
    fields = {field: _(FIELD_NAMES.get(field, field)) for field in known[gold]}
    field = st.selectbox(_("Field"), list(fields), format_func=lambda each: fields[each], key=f"reliability-{gold}", width=320)
    told = describe_confidence(known[gold], field)
    show_quiet(told)
    figure = _reliability_of(known[gold], view().look, gold, field, (words.language(), view().look.name))
    alt = write_sentences([_("The share that is right for each tenth of confidence."), told])
    _draw(figure, "chart-reliability", alt)
    table = st.expander(_("The same as a table"), key="reliability-table", on_change="rerun")
    if table.open:
        with table:
            show_table(describe_bins(list_reliability(known[gold], field)))


@kept(20)
def _reliability_of(_known: Mapping[str, Any], _look: Look, gold: str, field: str, seen: tuple[str, str]) -> Any:
    return draw_reliability(list_reliability(_known, field), _look)
