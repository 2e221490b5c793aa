"""Our only HTML: lists of links, texts with evidence marked, fields with their basis, goals; pure functions that escape."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from urllib.parse import quote, urlsplit

from dashboard.words import _, mark, ngettext, write_counted

BASES: Mapping[str, str] = {
    "quoted": mark("words of the source"), "digest": mark("words of our summary"), "curated": mark("entered by hand"),
    "inferred": mark("inferred"),
}  # fmt: skip
# Tints of the ink itself, so that they hold in light and dark.
_TINT = "background:color-mix(in srgb,currentColor 12%,transparent);color:inherit;padding:.1em 0"
_QUIET = "font-size:.875rem;color:color-mix(in srgb,currentColor 78%,transparent)"
# Links in the ink of the text and underlined: the theme colours no link of our own, and the browser's blue is lost on slate.
_LINK = "color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em"
_CELL = "text-align:start;vertical-align:top;padding:.3rem 1.2rem .3rem 0;border:0"
_FRAGMENT_WORDS = 12
_UNJUDGED = "–"
# From which probability on a value is called so.
_CONFIDENCE = ((0.9, mark("very likely")), (0.7, mark("likely")), (0.5, mark("uncertain")), (0.0, mark("doubtful")))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, end exclusive, and what it is evidence of."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: the words, on which basis, found by which rule, and how likely it is right (0 to 1).

    ``before`` and ``after`` are the words around them in the text; without a ``basis`` no evidence is kept.
    """

    field: str
    value: str
    words: str
    basis: str
    rule: str
    confidence: float | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What stands behind an event: why each value is what it is, its sources as (address, words), and who set the values."""

    reasons: tuple[Reason, ...]
    sources: tuple[tuple[str, str], ...]
    review: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: a name, where it leads within the dashboard (if anywhere), and what is said of it in the quiet ink."""

    name: str
    href: str
    remark: str = ""
    below: bool = False


def compose_list(lines: Iterable[Line]) -> str:
    """A list of links, each remark beside its name or below it; names wrap, and links work as links do."""
    return f'<ul style="list-style:none;padding:0;margin:0">{"".join(_item(line) for line in lines)}</ul>'


def _item(line: Line) -> str:
    style = "display:block" if line.below else "margin-inline-start:.5em"
    remark = f'<span style="{style};{_QUIET}">{escape(line.remark)}</span>' if line.remark else ""
    name = escape(line.name)
    link = f'<a href="{escape(line.href)}" target="_self" style="{_LINK}">{name}</a>' if line.href else f"<span>{name}</span>"
    gap = ".75rem" if line.below else ".35rem"
    return f'<li dir="auto" style="margin:0 0 {gap};padding:0;line-height:1.45">{link}{remark}</li>'


def compose_text(text: str, spans: Iterable[Span]) -> str:
    """The text as HTML with every stretch of evidence marked; where stretches overlap, each piece names all of them."""
    kept = sorted(span for span in spans if 0 <= span.start < span.end <= len(text))
    pieces = "".join(_pieces(text, kept))
    paragraphs = (part for part in re.split(r"\n\s*\n", pieces) if part.strip())
    return "".join(f'<p dir="auto" style="max-width:44rem;line-height:1.65">{part}</p>' for part in paragraphs)


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[str]:
    edges = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    for start, end in pairwise(edges):
        words = escape(text[start:end])
        labels = [span.label for span in spans if span.start <= start and end <= span.end]
        # a mark may not reach over the end of a paragraph
        blank = not words.strip() or "\n" in words
        yield words if blank or not labels else f'<mark style="{_TINT}" title="{escape("; ".join(labels))}">{words}</mark>'


def compose_reasons(reasons: Iterable[Reason]) -> str:
    """Each field with its value, words, basis and rule, and where any was judged how likely it is right, as an HTML table."""
    listed = list(reasons)
    heads = [_("Field"), _("Value"), _("Words"), _("Basis"), _("Found by")]
    judged = any(describe_confidence(reason.confidence) != _UNJUDGED for reason in listed)
    heads += [_("Confidence")] if judged else []
    head = "".join(f'<th scope="col" style="{_CELL};font-weight:600">{escape(text)}</th>' for text in heads)
    rows = "".join(_row(reason, len(heads)) for reason in listed)
    table = (
        f'<table style="border-collapse:collapse;font-size:.9rem"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    )
    called = escape(_("Evidence"))
    return f'<div style="overflow-x:auto" tabindex="0" role="region" aria-label="{called}">{table}</div>'


def _row(reason: Reason, columns: int) -> str:
    basis = _(BASES.get(reason.basis, reason.basis)) if reason.basis else _("no evidence is kept")
    cells = (
        escape(reason.field), escape(reason.value), _quote(reason) or "–", escape(basis), escape(reason.rule or "–"),
        escape(describe_confidence(reason.confidence)),
    )[:columns]  # fmt: skip
    return "<tr>" + "".join(f'<td dir="auto" style="{_CELL}">{cell}</td>' for cell in cells) + "</tr>"


def describe_confidence(confidence: float | None) -> str:
    """How likely a value is right, in words and as a number: "likely (0.82)"; a dash where nobody judged."""
    if confidence is None or math.isnan(confidence):
        return _UNJUDGED
    words = next(words for least, words in _CONFIDENCE if confidence >= least)
    return write_counted(_(words), f"{confidence:.2f}")


def compose_account(account: Account) -> str:
    """What stands behind an event, folded up until it is asked for: each value with its words in context, then the sources."""
    words = ngettext("Evidence: {n} value", "Evidence: {n} values", len(account.reasons))
    summary = words.format(n=len(account.reasons))
    reasons = "".join(_told(reason) for reason in account.reasons)
    sources = "".join(f'<li dir="auto">{compose_source(url, named)}</li>' for url, named in account.sources)
    heading = ngettext("Source", "Sources", len(account.sources))
    return (
        f'<details style="margin:.15rem 0 1rem"><summary style="{_QUIET};cursor:pointer">{escape(summary)}</summary>'
        f'<p style="{_QUIET};margin:.4rem 0">{escape(account.review)}</p><dl style="margin:0;padding:0">{reasons}</dl>'
        f'<p style="font-weight:600;font-size:.875rem;margin:.5rem 0 .2rem">{escape(heading)}</p>'
        f'<ul style="font-size:.875rem;margin:0;padding-inline-start:1.1rem">{sources}</ul></details>'
    )


def _told(reason: Reason) -> str:
    """A value as a term, and below it the words in context and what is known of them."""
    term = f"{escape(reason.field)}: <strong>{escape(reason.value)}</strong>"
    return (
        f'<dt dir="auto" style="padding:0;margin-inline-start:0;font-size:.9rem;margin-top:.45rem">{term}</dt>'
        f'<dd dir="auto" style="margin:0 0 0 .75rem;font-size:.875rem;line-height:1.5">{_quote(reason)}'
        f'<div style="{_QUIET}">{escape(_describe(reason))}</div></dd>'
    )


def _quote(reason: Reason) -> str:
    """The words of a reason, marked within those around them."""
    if not reason.words:
        return ""
    return f'“{escape(reason.before)}<mark style="{_TINT}">{escape(reason.words)}</mark>{escape(reason.after)}”'


def _describe(reason: Reason) -> str:
    """Basis, rule and sureness of a reason in one line; that there is none where no evidence is kept."""
    if not reason.basis:
        return _("No evidence is kept for this value.")
    sure = describe_confidence(reason.confidence)
    rule = _("found by: {rule}").format(rule=reason.rule) if reason.rule else ""
    return " · ".join(part for part in (_(BASES.get(reason.basis, reason.basis)), rule, sure) if part and part != _UNJUDGED)


def compose_goals(goals: Iterable[tuple[int, str, str, str]]) -> str:
    """Goals as (number, title, colour, remark): a swatch of the official colour, always with number and name."""
    return "".join(f'<div style="margin:.15rem 0">{_goal(*goal)}</div>' for goal in goals)


def _goal(number: int, title: str, colour: str, remark: str) -> str:
    swatch = f"display:inline-block;width:.7em;height:.7em;margin-inline-end:.5em;background:{_colour(colour)}"
    named = f'{number} {escape(title)} <span style="{_QUIET}">{escape(remark)}</span>'
    return f'<span aria-hidden="true" style="{swatch}"></span>{named}'


def _colour(text: str) -> str:
    return text if re.fullmatch(r"#[0-9A-Fa-f]{6}", text) else "transparent"


def compose_source(url: str, words: str, quoted: str = "") -> str:
    """A link to a source page, in a window of its own; the words alone where the address is not of the web.

    ``quoted`` are words of the source itself, which a browser then finds and marks there.
    """
    if not is_web_address(url):
        return escape(words)
    address = escape(url + _fragment(url, quoted))
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer" style="{_LINK}">{escape(words)}</a>'


def is_web_address(url: str) -> bool:
    """Whether an address leads to a page of the web: http or https, with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _fragment(url: str, quoted: str) -> str:
    words = quoted.split()
    if not words or "#" in url:
        return ""
    return "#:~:text=" + quote(" ".join(words[:_FRAGMENT_WORDS]), safe="").replace("-", "%2D")
