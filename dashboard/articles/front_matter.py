"""Front matter: the block of YAML (between ``---``) or TOML (between ``+++``) at the head of an article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

import yaml

from dashboard.errors import ArticleError

_LONGEST = 65_536  # characters; front matter of real articles is below 10,000
_OPENING = re.compile(r"(---|\+\+\+)[ \t]*\n")
_CLOSING = {"---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE), "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)}
# Merged mappings can grow without bound in a few lines ("billion laughs"), and no article needs them.
_MERGE = re.compile(r"<<['\"]?\s*:|!!merge|!<tag:yaml\.org,2002:merge>")
# Nor does one nest as deep; the parser's time grows with the square of the depth.
_NESTED = re.compile(r"(?:[-?]\s+){20}|(?:[\[{]\s*){20}")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times faster, where there is one


def split_front_matter(text: str, where: str) -> tuple[Mapping[str, object], str]:
    """The values at the head of an article and the body after them; no values where there is no front matter.

    Front matter that is not closed or not well-formed raises ``ArticleError`` naming ``where``.
    """
    opening = _OPENING.match(text)
    if not opening:
        return {}, text
    fence = opening[1]
    closing = _CLOSING[fence].search(text, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        if fence == "---" and not re.match(r"[\w\"'-]+\s*:", text[opening.end() :]):
            return {}, text[opening.end() :]  # a rule drawn above the text, no front matter
        raise ArticleError(f"{where}: front matter opened with {fence} is not closed; close it with a line {fence}")
    return _values(fence, text[opening.end() : closing.start()], where), text[closing.end() :].lstrip("\n")


def _values(fence: str, head: str, where: str) -> Mapping[str, object]:
    try:
        values = tomllib.loads(head) if fence == "+++" else _yaml(head)
    # deep nesting exhausts the parser's stack, and a date such as 2024-13-45 is a ValueError
    except (tomllib.TOMLDecodeError, yaml.YAMLError, ValueError, RecursionError) as error:
        kind = "TOML" if fence == "+++" else "YAML"
        reason = " ".join(str(error).split())[:160] or type(error).__name__
        raise ArticleError(f"{where}: front matter is not {kind} ({reason}); mend it or remove it") from error
    if not isinstance(values, dict):
        raise ArticleError(f"{where}: front matter holds no fields; write one `name: value` a line, or remove it")
    return {str(name).strip().casefold(): value for name, value in values.items()}


def _yaml(head: str) -> object:
    if _MERGE.search(head):
        raise ValueError("merged mappings (<<) are not read")
    if _NESTED.search(head):
        raise ValueError("nested more than twenty deep")
    return yaml.load(head, Loader=_LOADER) or {}  # a safe loader
