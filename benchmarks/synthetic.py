"""Synthetic tables of any number of events, in the format of real ones: ``python -m benchmarks.synthetic 100000 FOLDER``.

Codes are those of the bundled data, drawn as unevenly as in real news (a few are everywhere). An event has four institutions
and one and a half goals on average; an article tells of one event, and one event in five is told of twice. Same number, same
tables.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.build import ensure_tables
from dashboard.build.reports import widen
from dashboard.model import EventKind
from dashboard.tables import FRAMES, SCHEMA, About, Tables, check_tables, digest_of, save_tables

_INSTITUTIONS, _GOALS, _TOLD_TWICE = 4.0, 1.5, 0.2
_FIRST_DAY, _DAYS = np.datetime64("2015-01-01"), 4200
_PRECISION = {10: 0.7, 7: 0.2, 4: 0.1}  # share of dates by the length of their ISO prefix
_WORDS = ["water", "health", "energy", "teaching", "climate", "cities", "gender", "oceans", "forests", "food", "peace", "soil"]
_TEXT_WORDS = 110  # a digest has 80 to 160

Codes = npt.NDArray[Any]


def draw_uneven(random: np.random.Generator, codes: Codes, count: int) -> Codes:
    """``count`` codes, the n-th about one n-th as often as the first (Zipf)."""
    weights = 1 / (np.arange(len(codes)) + 3.0)
    return codes[random.choice(len(codes), count, p=weights / weights.sum())]


def draw_links(random: np.random.Generator, ids: Codes, mean: float, codes: Codes) -> tuple[Codes, Codes]:
    """Event ids and codes that go together, ``mean`` codes an event on average and one at least, each once."""
    each = 1 + random.poisson(mean - 1, len(ids))
    owners = np.repeat(ids, each)
    pairs = pd.DataFrame({"owner": owners, "code": draw_uneven(random, codes, len(owners))}).drop_duplicates()
    return pairs["owner"].to_numpy(), pairs["code"].to_numpy()


def make_events(random: np.random.Generator, real: Tables, ids: Codes) -> pd.DataFrame:
    """Events of all kinds, dated by day, month or year, each where some real event took place."""
    size = len(ids)
    days = (_FIRST_DAY + random.integers(0, _DAYS, size).astype("timedelta64[D]")).astype(str)
    lengths = random.choice(list(_PRECISION), size, p=list(_PRECISION.values()))
    start = [day[:length] for day, length in zip(days, lengths, strict=True)]
    first, last = zip(*(widen(prefix, prefix) for prefix in start), strict=True)
    place = real.events[["city", "country", "latitude", "longitude"]].iloc[random.integers(0, len(real.events), size)]
    words = random.choice(_WORDS, (size, 2))
    return pd.DataFrame({
        "event_id": ids,
        "title": [f"Talks on {one} and {other}, part {n}" for n, (one, other) in enumerate(words)],
        "kind": draw_uneven(random, np.array([str(kind) for kind in EventKind], dtype=object), size),
        "start": start, "end": start, "first_day": first, "last_day": last, "status": "held",
        "mode": random.choice(["in_person", "online", "hybrid"], size),
        **{column: place[column].to_numpy() for column in place},
        "participants": random.integers(5, 500, size),
        "reports": (reports := 1 + (random.random(size) < _TOLD_TWICE)), "sources": reports,
        "confirmed": False, "known": "when | where | who | kind | goals", "differing": None, "review": "extracted",
        "health": "Made up.",
    })  # fmt: skip


def make_articles(random: np.random.Generator, real: Tables, owners: Codes) -> pd.DataFrame:
    """One article for each owner, by the publishers and in the languages of real ones."""
    like = real.articles.iloc[random.integers(0, len(real.articles), len(owners))].reset_index(drop=True)
    texts = [" ".join(words) for words in random.choice(_WORDS, (len(owners), _TEXT_WORDS))]
    return like.assign(article_id=[f"n{n:07d}" for n in range(len(owners))], basis="digest", text=texts, relevant=True)


def make_event_countries(events: pd.DataFrame, participations: pd.DataFrame, institutions: pd.DataFrame) -> pd.DataFrame:
    """Venue and seats, as in real tables."""
    seats = participations["institution_id"].map(institutions.set_index("institution_id")["country"])
    venue = pd.DataFrame({"event_id": events["event_id"], "country": events["country"], "because": "venue"})
    seat = pd.DataFrame({"event_id": participations["event_id"], "country": seats, "because": "seat"})
    return pd.concat([venue, seat]).dropna().drop_duplicates(["event_id", "country"])


def make_evidence(events: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Two values an event, quoted from the beginning of its article."""
    first = told.drop_duplicates("event_id")
    rows = [
        first.assign(
            subject=first["event_id"], field=field, value="x", basis="digest", start=0, end=4, rule="made", confidence=0.8
        )
        for field in ("kind", "start")
    ]
    return pd.concat(rows)


def make_tables(size: int, real: Tables) -> Tables:
    """Sound tables of ``size`` events."""
    random = np.random.default_rng(size)
    ids = np.array([f"s{number:07d}.1" for number in range(size)], dtype=object)
    events = make_events(random, real, ids)
    owners = np.repeat(ids, events["reports"])
    articles = make_articles(random, real, owners)
    told = pd.DataFrame({"event_id": owners, "article_id": articles["article_id"], "position": 0, "because": None})
    told = told.assign(score=None, source_kind="press", copy_of=None)
    event_id, institution_id = draw_links(random, ids, _INSTITUTIONS, real.institutions["institution_id"].to_numpy())
    participations = pd.DataFrame({"event_id": event_id, "institution_id": institution_id, "role": "participant"})
    event_id, goal = draw_links(random, ids, _GOALS, np.arange(1, 18))
    programme = real.programmes.drop_duplicates("programme_key").iloc[random.integers(0, 100, size)]
    frames = {name: getattr(real, name) for name in FRAMES} | {
        "events": events,
        "articles": articles,
        "event_articles": told,
        "participations": participations,
        "event_goals": pd.DataFrame({"event_id": event_id, "goal": goal, "basis": "stated", "via": "event"}),
        "event_countries": make_event_countries(events, participations, real.institutions),
        "programmes": programme.assign(event_id=ids),
        "people": real.people.iloc[:0],
        "evidence": make_evidence(events, told.merge(articles[["article_id", "text"]].assign(text=articles["text"].str[:4]))),
        "former_ids": real.former_ids.iloc[:0],
    }
    typed = {name: frame[list(SCHEMA[name])].astype(SCHEMA[name]).reset_index(drop=True) for name, frame in frames.items()}
    about = About(f"synthetic-{size}", f"synthetic-{size}", len(articles), "2026-01-01")
    return Tables(**typed, about=about, digest=digest_of(typed, about))


def main() -> None:
    """Make, check and save the tables that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=int, help="how many events")
    parser.add_argument("out", type=Path, help="the folder to write to; show it with `sdg-atlas show --tables FOLDER`")
    asked = parser.parse_args()
    tables = make_tables(asked.events, ensure_tables())
    check_tables(tables)
    print(save_tables(tables, asked.out))


if __name__ == "__main__":
    main()
