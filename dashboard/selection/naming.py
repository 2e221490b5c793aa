"""What countries, regions and goals are called in the reader's language; looked up once for each language.

English names are those of the tables. In other languages our catalogues speak first (goals, regions, and countries where
the United Nations has a name of its own), then the translations of ISO 3166 that pycountry brings.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import cache, lru_cache

import pandas as pd
import pycountry

from dashboard.model import InstitutionKind
from dashboard.selection.flagged import COUNTRIES, INSTITUTION_KINDS
from dashboard.tables import Tables
from dashboard.words import _, language

# pycountry keeps one Chinese for each script.
_FOLDERS = {"zh": "zh_CN"}
# Languages, for a handful of data versions.
_KEPT = 24


def country_names(tables: Tables) -> Mapping[str, str]:
    """The short name of each country by its code: ``{"TUR": "Türkiye"}``."""
    return _by_code(tables, "short_name", language())


def list_country_names(tables: Tables) -> pd.Series:
    """The short names as a column beside ``tables.countries``; never edit it."""
    return _column(tables, "short_name", language())


def list_countries(tables: Tables) -> pd.DataFrame:
    """``tables.countries`` with ``name`` and ``short_name`` in the reader's language; never edit it."""
    return _countries(tables, language())


def list_goals(tables: Tables) -> pd.DataFrame:
    """``tables.goals`` with ``title`` in the reader's language; never edit it."""
    return _goals(tables, language())


def region_name(name: str) -> str:
    """A region or subregion by its English name in M49."""
    return _(name)


def institution_kind_name(kind: str) -> str:
    """What sort of body an institution is; unknown kinds as they are."""
    return _(INSTITUTION_KINDS[InstitutionKind(kind)]) if kind in set(InstitutionKind) else kind


def position_name(position: str) -> str:
    """An office in a programme; those that are in no catalogue as they are written."""
    return _(position)


def goal_title(tables: Tables, goal: int | str) -> str:
    """The short title of a goal by its number."""
    return _(tables.goal_titles[int(goal)])


@lru_cache(maxsize=_KEPT)
def _by_code(tables: Tables, column: str, spoken: str) -> Mapping[str, str]:
    return dict(zip(tables.countries["country"], _column(tables, column, spoken), strict=True))


@lru_cache(maxsize=_KEPT)
def _column(tables: Tables, column: str, spoken: str) -> pd.Series:
    names = tables.countries[column]
    if spoken == "en":
        return names
    told = [_country(code, name, spoken) for code, name in zip(tables.countries["country"], names, strict=True)]
    return pd.Series(told, index=names.index, dtype="str", name=column)


@lru_cache(maxsize=_KEPT)
def _countries(tables: Tables, spoken: str) -> pd.DataFrame:
    return tables.countries.assign(**{column: _column(tables, column, spoken) for column in ("name", "short_name")})


@lru_cache(maxsize=_KEPT)
def _goals(tables: Tables, spoken: str) -> pd.DataFrame:
    titles = tables.goals["title"]
    return tables.goals.assign(title=titles if spoken == "en" else titles.map(_).astype("str"))


def _country(code: str, english: str, spoken: str) -> str:
    """A country's name in our catalogue, else in pycountry's, else in English."""
    listed = pycountry.countries.get(alpha_3=code)
    if english in COUNTRIES or listed is None:
        return _(english)
    lists = _lists(spoken)
    for name in (english, getattr(listed, "common_name", ""), listed.name):
        if name and (told := lists.gettext(name)) != name:
            return told
    return english


@cache
def _lists(spoken: str) -> gettext.NullTranslations:
    return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[_FOLDERS.get(spoken, spoken)], fallback=True)
