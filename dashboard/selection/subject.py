"""The one country or institution that a panel is about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from dashboard.selection.answer import Slice
from dashboard.selection.matrices import count_columns, partner_countries, partner_institutions
from dashboard.tables.incidence import find_place


def find_country(part: Slice) -> str:
    """The first country that is selected, else the one in most events; empty without any."""
    known = [code for code in part.selection.countries if code in part.tables.country_index]
    return known[0] if known else _most(part, "country")


def find_institution(part: Slice) -> str:
    """The first institution that is selected, else the one in most events; empty without any."""
    known = [code for code in part.selection.institutions if code in part.tables.institution_index]
    return known[0] if known else _most(part, "institution")


def find_joined_institution(part: Slice) -> int:
    """The column of the institution whose partners are ranked: the first selected, else that with most; -1 for none."""
    asked = _first_known(part.selection.institutions, part.tables.institution_index)
    return asked if asked >= 0 else _best_connected(partner_institutions(part))


def find_joined_country(part: Slice) -> int:
    """The column of the country whose partners are ranked: the first selected, else that with most; -1 for none."""
    asked = _first_known(part.selection.countries, part.tables.country_index)
    return asked if asked >= 0 else _best_connected(partner_countries(part))


def _most(part: Slice, code: str) -> str:
    incidence = part.tables.incidence(code)
    counts = count_columns(incidence.matrix, part)
    return str(incidence.index[int(counts.argmax())]) if len(counts) and counts.max() else ""


def _best_connected(shared: sparse.coo_array) -> int:
    """The column that stands with most other columns; the first of equals, -1 where nothing is shared."""
    counts = np.bincount(np.concatenate(shared.coords), minlength=shared.shape[1])
    return int(counts.argmax()) if shared.nnz else -1


def _first_known(codes: Sequence[str], index: pd.Index) -> int:
    """The place of the first of these codes that stands for one of the index (``unknown`` does not), -1 where none does."""
    return next((place for code in codes if (place := find_place(index, code)) >= 0), -1)
