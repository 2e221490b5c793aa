"""Acronyms: how they look, what the words before a bracket say they stand for, and whom they mean by themselves."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

import pycountry

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.institutions import Known, choose_known, read_acronyms, read_stems
from dashboard.knowledge.naming import read_uses
from dashboard.knowledge.places import match_city

ACRONYM = re.compile(r"[A-Z](?<![\w&/.@-].)(?:[\w&]{0,10}[A-Z][\w&]{0,6})(?:[-–/][A-Z]\w{1,12}){0,2}(?![\w@])")
_WORD = re.compile(r"[\w’'&-]+")
_PARTS = re.compile(r"[-’']")
_DIGITS, _PLURAL = re.compile(r"\d\d"), re.compile(r"[A-Z]{2,5}e?s")
_PARTED = re.compile(r"(?<=\s)[^\s,;:)]+(?=[\s,;:)])")
_WINDOW = 120
# "AUD 1.2 million", "USD$50", "5 million UAH", but not "in 2019 MRU signed"
_AMOUNT_AFTER = re.compile(r"\s?[$€£¥]?\s?\d|[$€£¥]")
_AMOUNT_BEFORE = re.compile(r"(?:(?<![\d.,])(?!(?:19|20)\d\d\s)\d[\d.,]*(?:\s[^\W\dA-Z_]+)?|[$€£¥])\s?\Z")
_BEFORE = 40
# an acronym of two letters has too many meanings to be told by itself
_TELLING = 3


def is_body(written: str) -> bool:
    """Whether capitals may stand for an institution: not for the goals, a degree, a technique or a place in a dateline."""
    return written.lower() not in read_uses("no acronym") and not written.startswith("SDG")


@cache
def _read_currencies() -> frozenset[str]:
    """The codes of ISO 4217."""
    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


def is_amount(match: re.Match[str]) -> bool:
    """Whether capitals are the code of a currency beside an amount of it."""
    if match[0] not in _read_currencies():
        return False
    text, start = match.string, match.start()
    before = text[max(0, start - _BEFORE) : start]
    return bool(_AMOUNT_AFTER.match(text, match.end()) or _AMOUNT_BEFORE.search(before))


@lru_cache(maxsize=1 << 14)
def is_place(written: str) -> bool:
    """Whether capitals spell a place, as datelines do ("KUALA LUMPUR")."""
    known = match_country(written.title()).key is not None or match_city(written.title()) is not None
    return known or written.lower() in read_uses("place end")


def find_long_form(text: str, end: int, acronym: str) -> int | None:
    """Where the words begin that an acronym in brackets after ``end`` stands for, by initials (Schwartz and Hearst, 2003)."""
    letters = [letter for letter in acronym.casefold() if letter.isalpha()]
    line = max(text.rfind("\n", max(0, end - _WINDOW), end) + 1, end - _WINDOW, 0)
    if len(letters) < _TELLING:
        return None
    for word in reversed(list(_WORD.finditer(text, line, end))[-len(letters) - 4 :]):
        taken = _take_initials(letters, word[0])
        if not letters:
            return word.start() if _is_long_form(text[word.start() : end]) else None
        if not taken and word[0][0].isupper():
            return None
    return None


def _take_initials(letters: list[str], word: str) -> bool:
    """Take the initials of a word's parts off the end of ``letters``; whether there were any to take."""
    initials = [part[0] for part in _PARTS.split(word.casefold()) if part]
    before = len(letters)
    while initials and letters and initials[-1] == letters[-1]:
        initials.pop()
        letters.pop()
    return len(letters) < before


def _is_long_form(name: str) -> bool:
    """Whether words that an acronym stands for may name an institution: capitals, and nothing that speaks against it."""
    words = _WORD.findall(name)
    return words[0][0].isupper() and sum(word[0].isupper() for word in words) > 1 and not _has_no_body(words)


def _has_no_body(words: list[str]) -> bool:
    return not read_uses("no body").isdisjoint(word.casefold() for word in words)


def match_acronym(written: str, countries: Collection[str]) -> Known | None:
    """The body that an acronym means by itself; mere initials of a university only in an article of its country."""
    found = read_acronyms().get(written, ())
    sure = [known for known in found if written in (known.acronym, *known.aliases) and _is_sure(known, written, countries)]
    near = [known for known in found if known.country in countries and len(written) > _TELLING]
    known = choose_known(sure or near, countries)
    return known if known and (len(written) >= _TELLING or written == "UN") else _match_stem(written)


def _match_stem(written: str) -> Known | None:
    """The university whose domain a word of mixed capitals spells ("UMinho")."""
    return read_stems().get(written.lower()) if len(written) > _TELLING + 1 and not written.isupper() else None


def _is_sure(known: Known, written: str, countries: Collection[str]) -> bool:
    """Whether an acronym tells a body by itself; short ones of universities do so only in an article of their country."""
    if known.key or known.kind != "university" or len(written) > _TELLING + 1:
        return True
    return known.country in countries or written.lower() in read_uses("telling acronym")


def match_repeated(written: str, text: str) -> Known | None:
    """The body of our table that a short or ambiguous acronym means, if the text names the country of only one of them."""
    rows = [known for known in read_acronyms().get(written, ()) if known.key and known.country]
    near = [known for known in rows if any(name in text for name in read_countries()[known.country or ""].names)]
    return near[0] if len(near) == 1 else None


def is_coined(written: str, text: str) -> bool:
    """Whether capitals are no number of a law or grant, no plural and no word that the text writes in small letters too."""
    if _DIGITS.search(written) or _PLURAL.fullmatch(written):
        return False
    return written.lower() not in _list_parted(text)


@lru_cache(maxsize=2)
def _list_parted(text: str) -> frozenset[str]:
    """The words of a text that stand after a space and before one or a sign that parts."""
    return frozenset(_PARTED.findall(text))
