"""Programmes under one name each, however records write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dashboard.build.reports import slug
from dashboard.knowledge.files import read_rows, split_list

_BRACKET = re.compile(r"\(([^()]+)\)")


def _code(name: str) -> str:
    return slug(name.replace("+", " plus"))  # "Erasmus+" is not "Erasmus"


@cache
def _read_official() -> Mapping[str, str]:
    """Official names by the slug of everything that a programme is called."""
    rows = read_rows("programmes.csv", ("name", "aliases"))
    return {_code(name): row["name"] for row in rows for name in (*split_list(row["aliases"]), row["name"])}


def programme_name(name: str) -> str:
    """The official name where the programme is known by this one, by it without its bracket or by the bracket, else this."""
    readings = (name, _BRACKET.sub(" ", name), *_BRACKET.findall(name))
    return next((official for reading in readings if (official := _read_official().get(_code(reading)))), name)


def programme_key(name: str) -> str:
    """A programme's name as a readable code; other names, and an acronym in brackets, make no other programme of it."""
    return _code(_BRACKET.sub(" ", programme_name(name)))
