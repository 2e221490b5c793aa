"""Words for readers: gettext look-ups in the language that a provider names.

``_`` and ``ngettext`` translate when called, never at import; ``mark`` only flags a text for the catalogues.
The screen sets the provider; on the command line it stays English.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).resolve().parent / "locale"
_provider: Callable[[], str] = lambda: "en"  # noqa: E731  (a name for a replaceable default)


def set_language_provider(provider: Callable[[], str]) -> None:
    """Ask ``provider`` for the reader's language (ISO 639-1) at every look-up from now on."""
    global _provider
    _provider = provider


def language() -> str:
    """The reader's language, ISO 639-1."""
    return _provider()


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    return _gettext.translation("atlas", LOCALE, languages=[code], fallback=True)


def _(text: str) -> str:
    """The text in the reader's language."""
    return _catalogue(_provider()).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the text that goes with ``count`` in the reader's language."""
    return _catalogue(_provider()).ngettext(one, many, count)


def mark(text: str) -> str:
    """The text unchanged, flagged for the catalogues; translated with ``_`` where it is shown."""
    return text
