"""Circles of cooperation: who partners mostly with one another, found in a matrix of shared events and set side by side."""

from __future__ import annotations

import random
from threading import Lock

import numpy as np
import numpy.typing as npt

_SEED = 17
# igraph has one source of chance for the whole process: who seeds it must be alone, or places would differ each time.
CHANCE = Lock()
# Farther than any two of one circle can be, so that circles stay whole in an order.
_APART = 10.0


def list_in_circles(shared: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], list[int]]:
    """An order of the rows of a symmetric matrix in which like rows are neighbours, and the sizes of the circles in it.

    Circles are communities of the Leiden algorithm (Traag et al. 2019); within and between them leaves of an average-linkage
    tree are ordered optimally (Bar-Joseph et al. 2001) by the cosine of the rows.
    """
    size = len(shared)
    if size < 3:
        return np.arange(size), [size] if size else []
    from scipy.cluster.hierarchy import leaves_list, linkage  # only this order needs both

    members = np.array(_find_circles(shared))
    own = shared + np.diag(np.maximum(shared.max(axis=1), 1))  # like itself, so that partners of one another are alike
    unit = own / np.linalg.norm(own, axis=1, keepdims=True)
    far = 1 - np.clip(unit @ unit.T, 0, 1) + _APART * (members[:, None] != members[None, :])
    first, second = np.triu_indices(size, 1)
    order = leaves_list(linkage(far[first, second], method="average", optimal_ordering=True)).astype(np.int64)
    ends = np.flatnonzero(np.diff(members[order])) + 1
    return order, np.diff([0, *ends, size]).tolist()


def _find_circles(shared: npt.NDArray[np.int64]) -> list[int]:
    """The number of each row's circle."""
    import igraph

    first, second = np.nonzero(np.triu(shared, 1))
    graph = igraph.Graph(len(shared), list(zip(first.tolist(), second.tolist(), strict=True)))
    weights = shared[first, second].tolist()
    with CHANCE:
        igraph.set_random_number_generator(random.Random(_SEED))
        try:
            return list(graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=5).membership)
        finally:
            igraph.set_random_number_generator(random)
