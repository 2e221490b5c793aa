"""How panels are seen, handed on in the address to those that took their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def rename_ways(ways: Iterable[str], keys: Mapping[str, str]) -> list[str]:
    """Ways to see panels under what the panels are called now: ``keys`` begin their keys; of two ways alike the last holds."""
    split = (way.partition(":") for way in ways)
    renamed = [(_now(owner, keys), rest) for owner, _colon, rest in split]
    return list({(owner, rest.partition(":")[0]): f"{owner}:{rest}" for owner, rest in renamed}.values())


def keep_marks(marks: Iterable[str], keys: Mapping[str, str]) -> list[str]:
    """The open marks of panels that are called now as they were."""
    return [value for value in marks if (owner := value.partition(":")[0]) == _now(owner, keys)]


def _now(owner: str, keys: Mapping[str, str]) -> str:
    return next((now for begin, now in keys.items() if owner.startswith(begin + "-")), owner)
