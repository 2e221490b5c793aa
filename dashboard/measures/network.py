"""The network of institutions: who stands where, in which community, and the strongest links of a Slice."""

from __future__ import annotations

import math
import random
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.selection import Selection, Slice
from dashboard.selection.matrices import chosen, pairing_part, pairs, partner_institutions
from dashboard.tables import Tables

# As many institutions as names and links can be told apart on one page, and as many links between them.
MOST_NODES, MOST_LINKS = 120, 320
# The institutions with most partners that get a place of their own; the rest are in the table only.
_PLACED = 2000
_SEED, _STEPS = 17, 400
# Components of up to so many institutions are laid out by Kamada and Kawai (1989), whose time grows faster with their size.
_EXACT = 700
# How far places give way to what stands before them, so that crowded circles come apart and busy ones have room.
_EVENNESS = 0.7
# The power of an institution's joint events that its room grows by: the strongest are the ones that are drawn.
_ROOM = 1.5
# Width of the whole to its height, so that it fills a page.
_SHAPE = 1.7

if TYPE_CHECKING:
    import igraph

_Floats = npt.NDArray[np.float64]


def link_network(part: Slice) -> pd.DataFrame:
    """The strongest links between institutions: ends with name, place (``x``, ``y``), community and events; most events first.

    Around one institution alone if it is the only one selected. Places and communities are those of all events, so that a
    filter takes institutions away but moves none. ``attrs`` counts the institutions and links left out.
    """
    tables = part.tables
    first, second, weight = pairs(partner_institutions(part))
    x, y, community = _lay_out(tables)
    events = np.asarray(chosen(tables.institution_matrix, pairing_part(part)).sum(axis=0)).ravel()
    kept = _choose(part, (first, second, weight), np.isfinite(x))
    frame = pd.DataFrame({"events": weight[kept]})
    for end, numbers in (("a", first[kept]), ("b", second[kept])):
        rows = tables.institutions.iloc[numbers]
        frame[f"institution_{end}"] = rows["institution_id"].to_numpy()
        frame[f"name_{end}"] = rows["name"].to_numpy()
        frame[f"acronym_{end}"] = rows["acronym"].to_numpy()
        frame[f"x_{end}"], frame[f"y_{end}"] = x[numbers], y[numbers]
        frame[f"community_{end}"] = community[numbers]
        frame[f"events_{end}"] = events[numbers]
    frame.insert(0, "key", frame["institution_a"].astype(str) + "|" + frame["institution_b"].astype(str))
    nodes = len(np.union1d(first, second))
    frame.attrs = {"others": nodes - len(np.union1d(first[kept], second[kept])), "links": len(first) - len(kept)}
    return frame


_Pairs = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]


def _choose(part: Slice, links: _Pairs, placed: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The links to show, as row numbers: between the institutions with most joint events, the strongest first."""
    first, second, weight = links
    asked = part.selection.institutions
    drawn = placed[first] & placed[second]
    if len(asked) == 1:
        centre = part.tables.institution_index.get_indexer(pd.Index(asked))[0]
        near = np.union1d(second[first == centre], first[second == centre])[:MOST_NODES]
        around = np.isin(first, np.append(near, centre)) & np.isin(second, np.append(near, centre))
        return np.flatnonzero(drawn & around)[:MOST_LINKS]
    strength = np.bincount(first, weight, len(placed)) + np.bincount(second, weight, len(placed))
    strength[~placed] = 0
    top = np.argsort(-strength, kind="stable")[:MOST_NODES]
    return np.flatnonzero(drawn & np.isin(first, top) & np.isin(second, top))[:MOST_LINKS]


@lru_cache(maxsize=2)
def _lay_out(tables: Tables) -> tuple[_Floats, _Floats, npt.NDArray[np.int64]]:
    """Place and community of every institution in all events; without a place (NaN) those that stand alone or are too many.

    Components are laid out by Kamada and Kawai (1989), very large ones by Fruchterman and Reingold (1991), and set side by
    side, the largest first; communities are those of the Leiden algorithm (Traag et al. 2019), numbered by size.
    """
    import igraph  # only this layout needs it, once for each set of tables

    size = len(tables.institutions)
    x, y, community = np.full(size, math.nan), np.full(size, math.nan), np.full(size, -1, dtype=np.int64)
    first, second, weight = pairs(partner_institutions(Slice(tables, np.arange(len(tables.events)), Selection())))
    strength = np.bincount(first, weight, size) + np.bincount(second, weight, size)
    nodes = np.sort(np.argsort(-strength, kind="stable")[:_PLACED])
    nodes = nodes[strength[nodes] > 0]
    if not len(nodes):
        return x, y, community
    number = np.full(size, -1)
    number[nodes] = np.arange(len(nodes))
    both = (number[first] >= 0) & (number[second] >= 0)
    graph = igraph.Graph(len(nodes), list(zip(number[first[both]].tolist(), number[second[both]].tolist(), strict=True)))
    graph.es["weight"] = weight[both].tolist()
    igraph.set_random_number_generator(random.Random(_SEED))
    try:
        members = graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=5).membership
        places = _set_in_rows(graph)
    finally:
        igraph.set_random_number_generator(random)
    x[nodes], y[nodes] = (_give_room(places[:, axis], strength[nodes].astype(float)) for axis in (0, 1))
    ranks = {each: rank for rank, each in enumerate(pd.Series(members).value_counts(sort=True).index)}
    community[nodes] = [ranks[each] for each in members]
    return x, y, community


def _set_in_rows(graph: igraph.Graph) -> _Floats:
    """Places of all nodes: each component in a square as large as it needs, the largest first, the others in rows beside it."""
    parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part))
    sides = [1.6 * math.sqrt(len(part)) for part in parts]
    # the rows are as wide as it takes to make them as high as the largest, or as to give the whole its shape
    area = sum(side**2 for side in sides[1:])
    beside = max(area / sides[0], math.sqrt(area * _SHAPE) - sides[0], sides[1] if len(sides) > 1 else 0.0)
    places, left, top, depth = np.zeros((graph.vcount(), 2)), sides[0], 0.0, 0.0
    for place, (part, side) in enumerate(zip(parts, sides, strict=True)):
        spread = _spread(graph.induced_subgraph(part)) * side * 0.86
        if not place:
            places[part] = np.add(spread, (side / 2, -side / 2))
            continue
        if left + side > sides[0] + beside * 1.1:
            left, top, depth = sides[0], top - depth, 0.0
        places[part] = np.add(spread, (left + side / 2, top - side / 2))
        left, depth = left + side, max(depth, side)
    return places


def _spread(part: igraph.Graph) -> _Floats:
    """Places within a square of side 1 around the origin, force-directed."""
    if part.vcount() <= _EXACT:
        places = np.asarray(part.layout_kamada_kawai().coords, dtype=float)
    else:
        places = np.asarray(part.layout_fruchterman_reingold(niter=_STEPS, grid="grid").coords, dtype=float)
    places -= (places.max(axis=0) + places.min(axis=0)) / 2
    extent = np.ptp(places, axis=0).max()
    return np.asarray(places / extent if extent else places)


def _give_room(places: _Floats, strength: _Floats) -> _Floats:
    """Places along one axis from 0 to 1, in the same order, drawn apart so that room goes to those with most joint events."""
    order = np.argsort(places, kind="stable")
    share = np.empty(len(places))
    room = strength[order] ** _ROOM
    share[order] = (np.cumsum(room) - room / 2) / room.sum()
    even = (places - places.min()) / (np.ptp(places) or 1.0)
    return np.asarray((1 - _EVENNESS) * even + _EVENNESS * share)
