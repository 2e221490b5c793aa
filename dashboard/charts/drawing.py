"""Traces and figures as the plain properties that are sent to the browser, in the words of ``plotly.graph_objects``.

Plotly checks and copies every property when it is set, which takes longer than to count and to serialise what is drawn. A
figure from here is Plotly's own, but makes and checks its objects only when one of them is asked for: tests and exports do,
pages do not. What is not here is Plotly's: ``go.Sankey`` works, more slowly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import numpy as np
import pandas as pd
import plotly.graph_objects as graph_objects

# An underscore in the name of a property leads to a property of it (``marker_color``), but for these.
_WHOLE = re.compile(r"(?:paper_bgcolor|plot_bgcolor|error_[xyz]|copy_[xyz]style)(?=_|$)")


def __getattr__(name: str) -> Any:
    return getattr(graph_objects, name)


def _path_of(name: str) -> list[str]:
    whole = _WHOLE.search(name)
    if not whole:
        return name.split("_")
    before, after = name[: whole.start()].strip("_"), name[whole.end() :].strip("_")
    return [*before.split("_" if before else None), whole.group(), *after.split("_" if after else None)]


def _merge(properties: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """``properties`` with ``more`` of them, which may name properties of properties; nothing that is None is kept."""
    for name, value in more.items():
        if value is None:
            continue
        *path, last = _path_of(name) if "_" in name else (name,)
        holder = properties
        for step in path:
            holder = holder.setdefault(step, {})
        if isinstance(value, Mapping) and name != "template":
            own = holder.get(last)
            holder[last] = _merge(own if isinstance(own, dict) else {}, value)
        else:
            holder[last] = _plain(value)
    return properties


def _plain(value: Any) -> Any:
    """A value as what a serialiser takes: columns as arrays or lists, the dictionaries of a list in plain properties."""
    if isinstance(value, pd.Series | pd.Index):
        value = value.to_numpy()
    if isinstance(value, np.ndarray):
        return value if value.dtype.kind in "biufM" else value.tolist()
    if isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
        return [_merge({}, each) for each in value]
    return value.to_plotly_json() if hasattr(value, "to_plotly_json") else value


class Trace:
    """One trace by its properties."""

    type = ""

    def __init__(self, **properties: Any) -> None:
        self.properties = _merge({"type": self.type}, properties)

    def update(self, more: Mapping[str, Any] | None = None, **properties: Any) -> Self:
        """The trace itself, with more properties or other ones."""
        _merge(self.properties, {**(more or {}), **properties})
        return self

    def to_plotly_json(self) -> dict[str, Any]:
        """The properties."""
        return self.properties


class Bar(Trace):
    """Bars."""

    type = "bar"


class Scatter(Trace):
    """Points, lines and areas."""

    type = "scatter"


class Scattergeo(Trace):
    """Points and lines on a map."""

    type = "scattergeo"


class Choropleth(Trace):
    """Countries in colours."""

    type = "choropleth"


class Heatmap(Trace):
    """Cells in colours."""

    type = "heatmap"


class Figure(graph_objects.Figure):  # type: ignore[misc]
    """A figure by its traces and layout, which become Plotly's objects, checked, when one of them is asked for."""

    def __init__(self, data: Any = (), layout: Mapping[str, Any] | None = None, **more: Any) -> None:
        if isinstance(data, list | tuple) and not more:
            traces = [_plain(trace) if not isinstance(trace, Mapping) else _merge({}, trace) for trace in data]
            self.__dict__["_parts"] = {"data": traces, "layout": _merge({}, layout or {})}
        else:
            super().__init__(data, layout, **more)

    def __getattr__(self, name: str) -> Any:
        # only for what Plotly sets up itself, which was put off until now
        if "_parts" not in self.__dict__ or name.startswith("__"):
            raise AttributeError(name)
        parts = self.__dict__.pop("_parts")
        super().__init__(parts["data"], parts["layout"])
        return getattr(self, name)

    def to_dict(self) -> dict[str, Any]:
        """Traces and layout; what is deeper than a trace is not copied."""
        parts = self.__dict__.get("_parts")
        if parts is None:
            whole: dict[str, Any] = super().to_dict()
            return whole
        return {"data": [dict(trace) for trace in parts["data"]], "layout": dict(parts["layout"])}

    def read_layout(self, name: str) -> Any:
        """A property of the layout as it was set (``margin_t``), None where it was not."""
        if "_parts" not in self.__dict__:
            return self.layout[name]
        found = self.__dict__["_parts"]["layout"]
        for step in _path_of(name):
            found = found.get(step) if isinstance(found, Mapping) else None
        return found

    def update_layout(self, dict1: Mapping[str, Any] | None = None, overwrite: bool = False, **properties: Any) -> Figure:
        """The figure itself, with more properties of its layout."""
        if "_parts" not in self.__dict__ or overwrite:
            super().update_layout(dict1, overwrite, **properties)
        else:
            _merge(self.__dict__["_parts"]["layout"], {**(dict1 or {}), **properties})
        return self

    def update_xaxes(self, patch: Any = None, **properties: Any) -> Figure:
        """The figure itself, with more properties of every axis of x."""
        return self._update_each("xaxis", super().update_xaxes, patch, properties)

    def update_yaxes(self, patch: Any = None, **properties: Any) -> Figure:
        """The figure itself, with more properties of every axis of y."""
        return self._update_each("yaxis", super().update_yaxes, patch, properties)

    def update_geos(self, patch: Any = None, **properties: Any) -> Figure:
        """The figure itself, with more properties of every map."""
        return self._update_each("geo", super().update_geos, patch, properties)

    def _update_each(self, kind: str, otherwise: Callable[..., Any], patch: Any, properties: dict[str, Any]) -> Figure:
        """More properties of each part of the layout that is of a kind; those of cells of a grid are Plotly's own matter."""
        if "_parts" not in self.__dict__ or {"selector", "overwrite", "row", "col"} & set(properties):
            otherwise(patch, **properties)
            return self
        layout = self.__dict__["_parts"]["layout"]
        layout.setdefault(kind, {})
        for name in [each for each in layout if each.removeprefix(kind).isdigit() or each == kind]:
            _merge(layout[name], {**(patch or {}), **properties})
        return self

    def add_annotation(self, arg: Mapping[str, Any] | None = None, **properties: Any) -> Figure:
        """The figure itself, with one more annotation."""
        return self._add("annotations", super().add_annotation, arg, properties)

    def add_shape(self, arg: Mapping[str, Any] | None = None, **properties: Any) -> Figure:
        """The figure itself, with one more shape."""
        return self._add("shapes", super().add_shape, arg, properties)

    def _add(self, kind: str, otherwise: Callable[..., Any], arg: Any, properties: dict[str, Any]) -> Figure:
        if "_parts" not in self.__dict__ or {"row", "col", "secondary_y", "exclude_empty_subplots"} & set(properties):
            otherwise(arg, **properties)
            return self
        layout = self.__dict__["_parts"]["layout"]
        layout[kind] = [*layout.get(kind, ()), _merge({}, {**(arg or {}), **properties})]
        return self

    def add_trace(self, trace: Any, *places: Any, **where: Any) -> Figure:
        """The figure itself, with one more trace."""
        given = {name: value for name, value in where.items() if value is not None}
        if places or given or "_parts" not in self.__dict__:
            super().add_trace(_plain(trace), *places, **given)
            return self
        return self.add_traces([trace])

    def add_traces(self, data: Any, *places: Any, **where: Any) -> Figure:
        """The figure itself, with more traces."""
        traces: Sequence[Any] = data if isinstance(data, list | tuple) else [data]
        if "_parts" not in self.__dict__ or places or where:
            super().add_traces([_plain(trace) for trace in traces], *places, **where)
        else:
            self.__dict__["_parts"]["data"].extend(_plain(trace) for trace in traces)
        return self
