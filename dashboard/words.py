"""Words for readers: gettext look-ups, and numbers, dates and lists as the reader's language writes them.

``_`` and ``ngettext`` translate when called, never at import; ``mark`` only flags a text for the catalogues. The screen sets
the provider of the language; on the command line it stays English. Numbers and dates follow CLDR, through Babel.
"""

from __future__ import annotations

import gettext as _gettext
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

LOCALE = Path(__file__).resolve().parent / "locale"
# Each language in its own words; the working languages of the United Nations.
LANGUAGES = {"en": "English", "fr": "Français", "es": "Español", "ar": "العربية", "zh": "中文", "ru": "Русский"}
RIGHT_TO_LEFT = frozenset({"ar"})
# Where a language is written in several ways, ours: days before months, and the short characters.
_VARIANTS = {"en": "en_GB", "zh": "zh_Hans"}
# Hebrew, Arabic and their kin.
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# All that divides words but the blanks that never break a line, as French sets them before its double signs.
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_COMMAS = {"ar": "، ", "zh": "、"}
_SEMICOLONS = {"ar": "؛ ", "zh": "；"}
# A number in a sentence is one of these few thousand again and again.
_KEPT = 10_000

_provider: Callable[[], str] = lambda: "en"  # noqa: E731  (a name for a replaceable default)
_told: ContextVar[str | None] = ContextVar("language", default=None)


def set_language_provider(provider: Callable[[], str]) -> None:
    """Ask ``provider`` for the reader's language (ISO 639-1) at every look-up from now on."""
    global _provider
    _provider = provider


def language() -> str:
    """The reader's language, ISO 639-1."""
    return _told.get() or _provider()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Within it, and in its thread, the language is ``code``: for files made where no reader can be asked."""
    token = _told.set(code)
    try:
        yield
    finally:
        _told.reset(token)


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    return _gettext.translation("atlas", LOCALE, languages=[code], fallback=True)


def _(text: str) -> str:
    """The text in the reader's language."""
    return _catalogue(language()).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the text that goes with ``count`` in the reader's language."""
    return _catalogue(language()).ngettext(one, many, int(count))  # an integer of NumPy is none to gettext


def mark(text: str) -> str:
    """The text unchanged, flagged for the catalogues; translated with ``_`` where it is shown."""
    return text


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(_VARIANTS.get(code, code))


def write_number(number: float, digits: int | None = None) -> str:
    """A number with the signs of the reader's language, ``12,345``; with exactly so many ``digits`` after the decimal sign."""
    if digits is None and 0 <= number < 1000 and number == int(number):
        return str(int(number))  # most numbers, which every language writes alike
    return _number(number, digits, language())


@lru_cache(maxsize=_KEPT)
def _number(number: float, digits: int | None, code: str) -> str:
    form = None if digits is None else "#,##0." + "0" * digits
    return str(format_decimal(number, form, _locale(code)))


def write_percent(share: float) -> str:
    """A share of 1 in whole per cent, ``87%``; a dash where it is not known."""
    return "–" if share != share else _percent(share, language())


@lru_cache(maxsize=_KEPT)
def _percent(share: float, code: str) -> str:
    return str(format_percent(share, locale=_locale(code)))


def number_signs() -> str:
    """The signs for decimals and between thousands, in that order, as Plotly's ``separators`` wants them."""
    signs = _locale(language()).number_symbols["latn"]
    return f"{signs['decimal']}{signs['group']}"


def write_pair(label: str, text: str) -> str:
    """What something is called and what it is: ``Country: Japan``."""
    return _("{label}: {text}").format(label=label, text=text)


def write_date(prefix: str) -> str:
    """An ISO prefix in words, as precise as it is: ``29 May 2023``, ``May 2023``, ``2023``."""
    return _date(prefix, language())


@lru_cache(maxsize=_KEPT)
def _date(prefix: str, code: str) -> str:
    year, *rest = [int(part) for part in prefix.split("-")]
    if not rest:
        return prefix
    if len(rest) == 1:
        told = str(format_skeleton("yMMMM", date(year, rest[0], 1), locale=_locale(code)))
    else:
        told = str(format_date(date(year, rest[0], rest[1]), "long", _locale(code)))
    # beside Latin letters its day would stand with them: marks of direction keep it whole
    return f"\u2067{told}\u2069" if code in RIGHT_TO_LEFT else told


def write_list(words: Iterable[str], every: bool = True) -> str:
    """Several in one phrase, ``China, Germany and Japan``; without ``every`` as alternatives, ``China or Japan``."""
    return str(format_list(list(words), "standard" if every else "or", _locale(language())))


def keep_direction(text: str) -> str:
    """The text, between marks of direction where it has letters that run from right to left: its first letter decides."""
    return f"\u2068{text}\u2069" if _FROM_RIGHT.search(text) else text


def isolate(text: str) -> str:
    """The text set apart where the reader's language runs from right to left, so that figures in it keep their order."""
    return f"\u2068{text}\u2069" if language() in RIGHT_TO_LEFT else text


def write_line(text: object) -> str:
    """A text in one line, single blanks between its words; those that never break a line stay such."""
    return _BLANKS.sub(" ", str(text)).strip()


def write_series(words: Iterable[str]) -> str:
    """Several one after the other, with the comma of the reader's language: ``China, Germany, Japan``."""
    return _COMMAS.get(language(), ", ").join(words)


def write_place(name: str, place: str) -> str:
    """A name and where it is, ``Almaty, Kazakhstan``; Chinese has another comma for lists."""
    return f"{name}{'，' if language() == 'zh' else _COMMAS.get(language(), ', ')}{place}"


def write_clauses(clauses: Iterable[str]) -> str:
    """Several clauses of one sentence, with the semicolon of the reader's language."""
    return _SEMICOLONS.get(language(), "; ").join(clauses)


def write_sentences(sentences: Iterable[str]) -> str:
    """Several whole sentences, those that say nothing left out; Chinese sets no space between them."""
    return ("" if language() == "zh" else " ").join(sentence for sentence in sentences if sentence)


def write_counted(name: str, told: str) -> str:
    """A name and, in the brackets of the reader's language, its number: ``Japan (45)``."""
    spoken = language()
    if spoken in RIGHT_TO_LEFT:
        return f"\u2068{name}\u2069 ({told})"
    return f"{name}（{told}）" if spoken == "zh" else f"{name} ({told})"


def name_language(code: str) -> str:
    """What a language is called, by its ISO 639-1 code; unknown codes as they are."""
    name = str(_locale(language()).languages.get(code, ""))
    return name[:1].upper() + name[1:] or code
