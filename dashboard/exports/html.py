"""A chart as one HTML file that needs nothing else: figure, plotly.js, boundaries, caption and table inside, and no network."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from string import Template

import pandas as pd
import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from dashboard import settings
from dashboard.charts.theme import FONT, Look
from dashboard.exports.caption import Caption
from dashboard.exports.cells import count_digits, list_rows
from dashboard.words import RIGHT_TO_LEFT, _, language, write_number, write_pair

# No button sends the figure anywhere, and nothing is fetched: boundaries are in the file.
CONFIG = {
    "displaylogo": False, "showSendToCloud": False, "showEditInChartStudio": False, "plotlyServerURL": "", "topojsonURL": "",
    "responsive": True, "modeBarButtonsToRemove": ["select2d", "lasso2d", "sendDataToCloud"],
}
# The browser itself then refuses every request that this file might make.
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
_STYLE = Template("""
:root { color-scheme: $name; }
body { margin: 2.5rem auto; max-width: 64rem; padding: 0 1.25rem; background: $paper; color: $ink; font: 1rem/1.45 $font; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .4rem; }
p { margin: 0 0 .3rem; overflow-wrap: anywhere; }
figure { margin: 1rem 0; }
.quiet, footer, summary { color: $quiet; font-size: .875rem; }
footer { margin-top: 1.5rem; }
summary { cursor: pointer; }
a { color: inherit; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; margin-top: .75rem; }
th, td { border-bottom: 1px solid $grid; padding: .25rem 1.25rem .25rem 0; text-align: start; vertical-align: top; }
.number { text-align: end; }
.number, .date { white-space: nowrap; }
details { overflow-x: auto; }
@media print { details > summary { display: none; } }
""")
_NUMBER, _DATE = ' class="number"', ' class="date"'
# A date that would break at its hyphens.
_DAY = re.compile(r"\d{4}(-\d\d){1,2}", re.ASCII)
_PAGE = Template("""<!doctype html>
<html lang="$language" dir="$direction">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="$policy">
<title>$title – $name</title>
<style>$style</style>
</head>
<body>
<main>
<h1>$title</h1>
$head
<figure aria-label="$alt">
<div id="chart" role="img" aria-label="$alt"></div>
</figure>
<details>
<summary>$rows</summary>
$table
</details>
<footer>
$foot
</footer>
</main>
<script>$boundaries</script>
<script>$library</script>
<script>
const figure = $figure;
Plotly.newPlot("chart", figure.data, figure.layout, $config);
</script>
</body>
</html>
""")


def write_html(figure: go.Figure, rows: pd.DataFrame, caption: Caption, look: Look) -> bytes:
    """The file of a chart, its ``rows`` as a table twin; every text of the data is escaped."""
    chart = go.Figure(figure).update_layout(template=look.template, autosize=True, width=None)
    alt = _("Chart: {title}. {note} The table below holds the same numbers.").format(title=caption.title, note=caption.subtitle)
    style = {"name": look.name, "paper": look.paper, "ink": look.ink, "quiet": look.quiet, "grid": look.grid, "font": FONT}
    page = _PAGE.substitute(
        language=language(), direction="rtl" if language() in RIGHT_TO_LEFT else "ltr", policy=_POLICY, name=settings.NAME,
        title=html.escape(caption.title), style=_STYLE.substitute(style), alt=html.escape(alt),
        head=_head(caption), foot=_foot(caption), rows=html.escape(_("Table of these numbers")), table=write_table(rows),
        boundaries=_boundaries() if caption.disclaimer else "", library=get_plotlyjs(),
        figure=_script(chart.to_json()), config=_script(json.dumps(CONFIG)),
    )
    return page.encode("utf-8")


def _script(text: str) -> str:
    """JSON that cannot end the script it stands in."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def _boundaries() -> str:
    worlds = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(settings.BOUNDARIES.glob("*.json"))}
    return f"window.PlotlyGeoAssets = {_script(json.dumps({'topojson': worlds}))};"


def _paragraph(text: str, quiet: bool = False) -> str:
    return f'<p class="quiet">{html.escape(text)}</p>' if quiet else f"<p>{html.escape(text)}</p>"


def _head(caption: Caption) -> str:
    lines = [_paragraph(caption.subtitle, quiet=True)] if caption.subtitle else []
    lines += [_paragraph(write_pair(_("Period"), caption.period)), _paragraph(write_pair(_("Filters"), caption.filters_text))]
    return "\n".join(lines)


def _foot(caption: Caption) -> str:
    lines = [_paragraph(sentence) for sentence in (caption.basis, caption.disclaimer or "", caption.terms) if sentence]
    lines.append(_paragraph(write_pair(_("Cite as"), caption.citation)))
    address = html.escape(caption.address)
    if caption.address.startswith(("https://", "http://")):
        lines.append(f'<p><a href="{address}" rel="noreferrer">{address}</a></p>')
    elif address:
        label = html.escape(_("Address of the view"))
        lines.append(f"<p>{write_pair(label, address)}</p>")
    return "\n".join(lines)


def write_table(rows: pd.DataFrame) -> str:
    """The rows as an HTML table, escaped."""
    numeric = rows.dtypes.map(pd.api.types.is_numeric_dtype).to_list()
    names = zip(rows.columns, numeric, strict=True)
    head = "".join(f'<th scope="col"{_NUMBER * number}>{html.escape(str(name))}</th>' for name, number in names)
    digits = [count_digits(rows.iloc[:, place]) if number else 0 for place, number in enumerate(numeric)]
    lines = ["".join(map(_cell, row, digits)) for row in list_rows(rows)]
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _cell(value: object, digits: int) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"<td{_NUMBER}>{write_number(value, digits)}</td>"
    text = "" if value is None else str(value)
    return f"<td{_DATE if _DAY.fullmatch(text) else ''}>{html.escape(text)}</td>"
