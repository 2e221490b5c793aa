"""Records compared with gold."""

import importlib.util
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.evaluate import Scores, compare_records, write_quality, write_scores
from dashboard.model import Event, Institution, Person, Record
from dashboard.records import read_records

SHARED = Path(__file__).parents[2] / "shared"
UNIVERSITY = Institution("University of Almaty", acronym="UA", country="KAZ")
MINISTRY = Institution("Ministry of Water", country="KAZ")
PARTIES = ("University of Almaty", "Ministry of Water")
EVENT = Event("Talks", "meeting", start="2024-05-29", country="KAZ", city="Almaty", institutions=PARTIES)
ASEL = Person("Asel Nur")
GOLD = Record(
    "a", events=(EVENT,), institutions=(UNIVERSITY, MINISTRY), countries=("KAZ",), sdgs_explicit=(6,), people=(ASEL,)
)


def score(field, predicted, gold=GOLD):
    return compare_records([gold], [predicted] if predicted else [])[field]


def test_a_record_compared_with_itself_is_right_in_all_that_it_states():
    scores = compare_records([GOLD], [GOLD])
    stated = {name: its for name, its in scores.items() if its.n}
    assert {its.f1 for its in stated.values()} == {1.0}
    assert set(scores) - set(stated) == {"irrelevant", "mode", "participants"}


def test_a_record_that_was_not_predicted_is_missed_whole():
    assert score("institutions", None) == Scores(0.0, 0.0, 0.0, 2)


def test_half_found_and_one_too_many_is_measured():
    guess = replace(GOLD, institutions=(UNIVERSITY, Institution("Bank of Nowhere"), Institution("Third Body")))
    its = score("institutions", guess)
    assert (its.precision, its.recall, its.n) == (pytest.approx(1 / 3), 0.5, 2)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Universidad de Almaty", "University of Almaty", True),
        ("UA", "University of Almaty", True),
        ("University of Astana", "University of Almaty", False),
        ("", "University of Almaty", False),
    ],
)
def test_names_agree_by_their_words_or_acronym(one, other, alike):
    true = replace(GOLD, institutions=(Institution(other, acronym="UA"),))
    assert (score("institutions", replace(GOLD, institutions=(Institution(one),)), true).recall == 1.0) is alike


def test_the_month_can_be_right_where_the_day_is_wrong():
    guess = replace(GOLD, events=(replace(EVENT, start="2024-05-30"),))
    assert (score("start", guess).f1, score("start_month", guess).f1) == (0.0, 1.0)


def test_a_mode_counts_only_where_the_gold_states_one():
    guess = replace(GOLD, events=(replace(EVENT, mode="online"),))
    assert score("mode", guess) == Scores(0.0, 0.0, 0.0, 0)


def test_articles_that_report_no_cooperation_count_for_relevance_only():
    off = Record("a", relevant=False)
    scores = compare_records([off], [GOLD])
    assert (scores["irrelevant"].recall, scores["institutions"].n) == (0.0, 0)
    assert compare_records([off], [off])["irrelevant"].f1 == 1.0


def test_a_partnership_is_a_pair_whatever_its_order():
    swapped = replace(GOLD, events=(replace(EVENT, institutions=EVENT.institutions[::-1]),))
    assert score("partnerships", swapped) == Scores(1.0, 1.0, 1.0, 1)


def test_nothing_compared_with_nothing_is_zero():
    assert set(compare_records([], []).values()) == {Scores(0.0, 0.0, 0.0, 0)}


def test_scores_are_written_as_table_and_as_json():
    scores = compare_records([GOLD], [GOLD])
    assert "institutions             1.000   1.000   1.000      2" in write_scores(scores)
    quality = json.loads(write_quality(scores, 1))
    assert quality["fields"]["institutions"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 2}


@pytest.mark.skipif(not (SHARED / "corpus" / "score.py").is_file(), reason="the annotated corpus is not beside this checkout")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_are_those_of_the_referee(seed, tmp_path):
    """On gold that was damaged at random, every figure is the referee's, to its four places."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "corpus" / "score.py")
    referee = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(referee)
    path = SHARED / "corpus" / "dev" / "gold.jsonl"
    gold, entries = list(read_records(path)), referee.load(path)
    guesses = damage(entries, random.Random(seed))
    (tmp_path / "p.jsonl").write_text("\n".join(map(json.dumps, guesses.values())), encoding="utf-8")
    ours = compare_records(gold, read_records(tmp_path / "p.jsonl"))
    theirs = {name: tally.row() for name, tally in referee.score(entries, guesses).items()}
    assert json.loads(write_quality(ours, 1))["fields"] == theirs


def damage(entries, chance):
    """Some records dropped, and in the others some institutions, people, goals, countries and dates lost or altered."""
    kept = {}
    for key, entry in entries.items():
        guess = json.loads(json.dumps(entry))
        if chance.random() < 0.1:
            continue
        for name in ("people", "countries", "sdgs_explicit", "sdgs_implied"):
            guess[name] = [item for item in guess[name] if chance.random() < 0.7]
        guess["relevant"] = chance.random() < 0.9
        for event in guess["events"]:
            event["start"] = chance.choice([event["start"], None, (event["start"] or "")[:7] or None])
            event["end"] = None
            event["kind"] = chance.choice([event["kind"], "meeting"])
            event["mode"] = chance.choice([event["mode"], "online"])
            event["country"] = chance.choice([event["country"], "CHN"])
        chance.shuffle(guess["events"])
        shift = chance.choice(["", "Department of ", "The "])
        for body in guess["institutions"]:
            body["country"] = chance.choice([body["country"], "DEU", None])
        if shift:
            names = {body["name"]: shift + body["name"] for body in guess["institutions"][::2]}
            for body in guess["institutions"]:
                body["name"] = names.get(body["name"], body["name"])
            for event in guess["events"]:
                event["institutions"] = [names.get(name, name) for name in event["institutions"]]
        kept[key] = guess
    return kept
