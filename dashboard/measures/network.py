"""The network of institutions: who stands where, in which community, and the strongest links of a Slice."""

from __future__ import annotations

import math
import random
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.measures.circles import CHANCE
from dashboard.selection import Selection, Slice
from dashboard.selection.matrices import chosen, pairing_part, pairs, partner_institutions
from dashboard.tables import Tables

# As many institutions as names and links can be told apart on one page, and as many links between them.
MOST_NODES, MOST_LINKS = 90, 130
# Letters: a legend spells out names up to this.
_LONG = 32
# As many partners stand around one institution; more than so many of them stand on two circles.
MOST_PARTNERS, _ONE_CIRCLE = 36, 14
# The institutions with most partners that get a place of their own; the rest are in the table only.
_PLACED = 2000
_SEED, _STEPS = 17, 400
# The strongest links that places and communities follow from: more change little and take seconds.
_WEIGHED = 12_000
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

    Places and communities are those of all events, so that a filter takes institutions away but moves none. If only one
    institution is selected, it stands in the middle of its strongest partners, who stand around it in the same directions.
    ``attrs`` counts the institutions and links left out, names the one in the middle (``centre``), and by community the
    institution with most joint events in it (``leaders``).
    """
    tables = part.tables
    shared = partner_institutions(part)
    x, y, community = _lay_out(tables)
    centre = _find_centre(part)
    kept = _choose(shared, np.isfinite(x), centre)
    first, second = (shared.coords[end][kept].astype(np.int64) for end in (0, 1))
    if centre is not None:
        x, y = _set_around(centre, np.union1d(first, second), (x, y))
    joint = chosen(tables.institution_matrix, pairing_part(part))
    events = np.asarray(joint[np.diff(joint.indptr) > 1].sum(axis=0)).ravel()
    known = {name: tables.institutions[name].to_numpy(dtype=object) for name in ("institution_id", "name", "acronym")}
    ids = known["institution_id"]
    columns: dict[str, object] = {"key": [f"{ids[a]}|{ids[b]}" for a, b in zip(first, second, strict=True)]}
    columns["events"] = shared.data[kept].astype(np.int64)
    for end, numbers in (("a", first), ("b", second)):
        columns |= {f"institution_{end}": ids[numbers], f"name_{end}": known["name"][numbers]}
        columns |= {f"acronym_{end}": known["acronym"][numbers], f"x_{end}": x[numbers], f"y_{end}": y[numbers]}
        columns |= {f"community_{end}": community[numbers], f"events_{end}": events[numbers]}
    frame = pd.DataFrame(columns)
    drawn = np.union1d(first, second)
    frame.attrs = {
        "others": len(np.union1d(*shared.coords)) - len(drawn),
        "links": shared.nnz - len(kept),
        "centre": "" if centre is None else str(ids[centre]),
        "leaders": {rank: name for rank, name in _list_leaders(tables).items() if rank in set(community[drawn].tolist())},
    }
    return frame


def _find_centre(part: Slice) -> int | None:
    """The one institution that is selected, where it is only one."""
    asked = part.selection.institutions
    number = part.tables.institution_index.get_indexer(pd.Index(asked))[0] if len(asked) == 1 else -1
    return int(number) if number >= 0 else None


def _choose(shared: sparse.coo_array, placed: npt.NDArray[np.bool_], centre: int | None) -> npt.NDArray[np.int64]:
    """The links to show, as places among all: between the institutions with most joint events, the strongest first."""
    first, second = shared.coords
    if centre is None:
        strength = np.bincount(first, shared.data, len(placed)) + np.bincount(second, shared.data, len(placed))
        strength[~placed] = 0
        near = np.argsort(-strength, kind="stable")[:MOST_NODES]
    else:
        beside = np.bincount(second, shared.data * (first == centre), len(placed))
        beside += np.bincount(first, shared.data * (second == centre), len(placed))
        order = np.argsort(-beside, kind="stable")[:MOST_PARTNERS]
        near = np.append(order[beside[order] > 0], centre)
        placed = np.ones(len(placed), dtype=bool)
    member = np.zeros(len(placed), dtype=bool)
    member[near] = True
    member &= placed
    found = np.flatnonzero(member[first] & member[second])
    own = (first[found] == centre) | (second[found] == centre) if centre is not None else np.zeros(len(found), dtype=bool)
    return found[np.lexsort((second[found], first[found], -shared.data[found], ~own))][:MOST_LINKS]


def _set_around(centre: int, nodes: npt.NDArray[np.int64], places: tuple[_Floats, _Floats]) -> tuple[_Floats, _Floats]:
    """One institution in the middle, the others around it, evenly and in the order of their directions in the whole."""
    x, y = (np.full(len(values), math.nan) for values in places)
    around = nodes[nodes != centre]
    across, down = (np.nan_to_num(values[around] - np.nan_to_num(values[centre])) for values in places)
    order = np.lexsort((around, np.arctan2(down, across)))
    angles = np.arange(len(around)) * 2 * math.pi / max(1, len(around)) + math.pi / 2
    radius = np.where(np.arange(len(around)) % 2, 0.72, 1.0) if len(around) > _ONE_CIRCLE else np.ones(len(around))
    x[around[order]], y[around[order]] = radius * np.cos(angles), radius * np.sin(angles)
    x[centre] = y[centre] = 0.0
    return x, y


@lru_cache(maxsize=2)
def _list_leaders(tables: Tables) -> dict[int, str]:
    """By the number of each community what the institution with most joint events in it is called; if long, by its acronym."""
    community = _lay_out(tables)[2]
    joint = chosen(tables.institution_matrix, pairing_part(Slice(tables, np.arange(len(tables.events)), Selection())))
    events = np.asarray(joint.sum(axis=0)).ravel()
    order = np.argsort(-events, kind="stable")
    order = order[community[order] >= 0]
    numbers, firsts = np.unique(community[order], return_index=True)
    rows = tables.institutions.iloc[order[firsts]]
    named = [
        acronym if isinstance(acronym, str) and len(name) > _LONG else name
        for acronym, name in zip(rows["acronym"], rows["name"], strict=True)
    ]
    return dict(zip(numbers.tolist(), named, strict=True))


@lru_cache(maxsize=2)
def _lay_out(tables: Tables) -> tuple[_Floats, _Floats, npt.NDArray[np.int64]]:
    """Place and community of every institution in all events; without a place (NaN) those that stand alone or are too many.

    Components are laid out by Kamada and Kawai (1989), very large ones by Fruchterman and Reingold (1991), and set side by
    side, the largest first; communities are those of the Leiden algorithm (Traag et al. 2019), those with most joint events
    first.
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
    both = np.flatnonzero((number[first] >= 0) & (number[second] >= 0))[:_WEIGHED]
    graph = igraph.Graph(len(nodes), list(zip(number[first[both]].tolist(), number[second[both]].tolist(), strict=True)))
    graph.es["weight"] = weight[both].tolist()
    with CHANCE:
        igraph.set_random_number_generator(random.Random(_SEED))
        try:
            members = graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=5).membership
            places = _set_in_rows(graph)
        finally:
            igraph.set_random_number_generator(random)
    x[nodes], y[nodes] = (_give_room(places[:, axis], strength[nodes].astype(float)) for axis in (0, 1))
    busy = np.bincount(members, strength[nodes])
    ranks = np.empty(len(busy), dtype=np.int64)
    ranks[np.argsort(-busy, kind="stable")] = np.arange(len(busy))
    community[nodes] = ranks[members]
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
