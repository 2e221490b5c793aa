"""Records compared with gold."""

import importlib.util
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import cli, settings
from dashboard.evaluate import (
    REFEREED,
    Scores,
    compare_articles,
    compare_records,
    count_cases,
    judge_values,
    list_cases,
    measure_articles,
    measure_languages,
    measure_reliability,
    write_scores,
)
from dashboard.evaluate.quality import Gold, describe_measurement, publish_measurement, write_quality, write_row
from dashboard.evaluate.reliability import weigh_pairs
from dashboard.model import Basis, Event, Evidence, Institution, Person, Record
from dashboard.records import read_records

SHARED = Path(__file__).parents[2] / "shared"
UNIVERSITY = Institution("University of Almaty", acronym="UA", country="KAZ")
MINISTRY = Institution("Ministry of Water", country="KAZ")
PARTIES = ("University of Almaty", "Ministry of Water")
EVENT = Event("Talks", "meeting", start="2024-05-29", country="KAZ", city="Almaty", institutions=PARTIES)
ASEL = Person("Asel Nur")
THIS = Gold("gold", "5f", "2026-11-22")
GOLD = Record("a", events=(EVENT,), institutions=(UNIVERSITY, MINISTRY), countries=("KAZ",), sdgs_explicit=(6,), people=(ASEL,))


def score(field, predicted, gold=GOLD):
    return compare_records([gold], [predicted] if predicted else [])[field]


def test_a_record_compared_with_itself_is_right_in_all_that_it_states():
    scores = compare_records([GOLD], [GOLD])
    stated = {name: its for name, its in scores.items() if its.n}
    assert {its.f1 for its in stated.values()} == {1.0}
    not_stated = {"irrelevant", "mode", "participants", "end", "programmes", "institution_kind", "institution_role"}
    assert set(scores) - set(stated) == not_stated | {"institution_key"}


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
    assert "institutions             1.000   1.000   1.000      2\n" in write_scores(compare_records([GOLD], [GOLD]))
    entry = json.loads(write_quality(describe_measurement(compare_articles([GOLD], [GOLD]), THIS)))
    row = {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 2}
    assert entry["fields"]["institutions"] == row | {"interval": {key: [1.0, 1.0] for key in ("precision", "recall", "f1")}}
    assert (entry["gold"], entry["articles"], entry["cases"]) == ({"name": "gold", "sha256": "5f"}, 1, [])


def many(right):
    """Compared records of a hundred articles, of which the kind of the first ``right`` was found."""
    gold = [replace(GOLD, id=str(number), language="en" if number % 4 else "fr") for number in range(100)]
    wrong = replace(EVENT, kind="visit")
    guesses = [true if number < right else replace(true, events=(wrong,)) for number, true in enumerate(gold)]
    return compare_articles(gold, guesses)


def test_intervals_hold_the_figure_and_are_as_wide_as_a_share_of_a_hundred_is_uncertain():
    """Of 80 right in 100, the standard error is 0.04: 95 of 100 resamples lie within about 0.72 and 0.88."""
    its = measure_articles(many(80))["kind"]
    low, high = its.interval.f1
    assert (its.f1, low, high) == (pytest.approx(0.8), pytest.approx(0.72, abs=0.015), pytest.approx(0.875, abs=0.015))


def test_intervals_repeat_and_shrink_where_all_is_right():
    assert measure_articles(many(60)) == measure_articles(many(60))
    assert measure_articles(many(100))["kind"].interval.f1 == (1.0, 1.0)


def test_each_language_is_measured_the_frequent_first():
    languages = measure_languages(many(50))
    assert [(name, articles) for name, (articles, _) in languages.items()] == [("en", 75), ("fr", 25)]
    assert languages["fr"][1]["kind"].f1 == pytest.approx(13 / 25)


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"events": (replace(EVENT, start="2024-05"),)}, "start", ("less exact", "2024-05-29", "2024-05")),
        ({"events": (replace(EVENT, start="2024-05-30"),)}, "start", ("another value", "2024-05-29", "2024-05-30")),
        ({"events": (replace(EVENT, start=None),)}, "start", ("missed", "2024-05-29", "")),
        ({"events": (replace(EVENT, kind="visit"),)}, "events", ("other kind", "meeting 2024-05-29", "visit 2024-05-29")),
        ({"events": (replace(EVENT, start="2023"),)}, "events", ("other month", "meeting 2024-05-29", "meeting 2023")),
        ({"countries": ("KAZ", "FRA")}, "countries", ("too many", "", "FRA")),
        (
            {"institutions": (Institution("Almaty University of Mines"), MINISTRY)},
            "institutions",
            ("named otherwise", "University of Almaty", "Almaty University of Mines"),
        ),
        (
            {"institutions": (replace(UNIVERSITY, country="CHN"), MINISTRY)},
            "institution_country",
            ("another value", "KAZ (University of Almaty)", "CHN"),
        ),
        ({"relevant": False}, "irrelevant", ("too many", "", "irrelevant")),
    ],
)
def test_a_case_tells_what_was_missed_what_was_wrong_and_in_which_way(change, field, expected):
    cases = list_cases(compare_articles([GOLD], [replace(GOLD, **change)]), field)
    assert [(case.way, case.missed, case.wrong) for case in cases] == [expected]
    assert count_cases(cases) == {field: {expected[0]: 1}}


def test_every_value_is_judged_under_the_path_of_its_evidence():
    second = replace(EVENT, kind="visit", start=None)
    guess = replace(GOLD, events=(replace(EVENT, city="Astana"), second), sdgs_explicit=(6,), sdgs_implied=(4,))
    (article,) = compare_articles([GOLD], [guess])
    verdicts = judge_values(article)
    assert verdicts["events/0/start"] == ("start", True)
    assert verdicts["events/0/city"] == ("city", False)
    assert verdicts["events/1/kind"] == ("events", False)
    assert verdicts["institutions/1/name"] == ("institutions", True)
    assert verdicts["institutions/0/country"] == ("institution_country", True)
    assert (verdicts["sdgs_explicit/6"], verdicts["sdgs_implied/4"]) == (("sdgs", True), ("sdgs", False))
    assert "events/0/mode" not in verdicts


def test_confidence_that_comes_true_as_often_as_it_says_has_no_error():
    its = weigh_pairs([(0.8, number < 8) for number in range(10)])
    assert (its.n, its.error, its.brier) == (10, pytest.approx(0), pytest.approx(0.16))
    assert weigh_pairs([(1.0, False)]).error == 1.0


def test_reliability_is_measured_by_field_and_over_all():
    sure = Evidence("events/0/kind", "meeting", Basis.QUOTED, 0, 4, "talk", confidence=0.9)
    unsure = Evidence("countries/KAZ", "KAZ", Basis.INFERRED, confidence=0.5)
    reliability = measure_reliability(compare_articles([GOLD], [replace(GOLD, evidence=(sure, unsure))]))
    assert {field: its.n for field, its in reliability.items()} == {"all": 2, "kind": 1, "countries": 1}
    assert reliability["kind"].error == pytest.approx(0.1)
    assert measure_reliability(compare_articles([GOLD], [GOLD])) == {}


def test_a_published_measurement_replaces_its_own_kind_only():
    ours, digests = {"articles": 3, "cases": []}, {"articles": 339}
    collection = publish_measurement({}, ours, bundled=False)
    collection = publish_measurement(collection, digests, bundled=True)
    assert collection == {"articles": 3, "cases": [], "digests": digests}
    assert publish_measurement(collection, {"articles": 4}, bundled=False) == {"articles": 4, "digests": digests}


def test_the_command_lists_the_cases_of_a_field_and_names_the_fields_there_are(capsys):
    arguments = ["evaluate", str(settings.RECORDS), str(settings.RECORDS), "--errors"]
    assert cli.main([*arguments, "kind"]) == cli.DONE
    assert capsys.readouterr().out == ""
    assert cli.main([*arguments, "colour"]) == cli.STOPPED
    assert "the fields are irrelevant, kind" in capsys.readouterr().err


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
    assert {name: write_row(ours[name]) for name in REFEREED} == theirs


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
