"""Models fitted from the command line: what comes in, what is written, and what is refused."""

import json
from itertools import pairwise

import pytest

from dashboard import cli, settings
from dashboard.knowledge.files import read_rows, read_weights
from dashboard.training.fitting import Case, fit_yes, list_folds, list_rows, measure_choice

NAMES = ("Kyoto University", "University of Nairobi", "University of Tartu", "University of Otago", "Osaka University")


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A folder of invented articles with gold records, and a home of its own."""
    monkeypatch.setenv("SDG_ATLAS_HOME", str(tmp_path / "home"))
    folder = tmp_path / "corpus"
    (folder / "articles").mkdir(parents=True)
    records = []
    for number, (one, other) in enumerate(pairwise(NAMES)):
        third = NAMES[(number + 3) % len(NAMES)]
        text = f"{one} and {other} signed an agreement, said Professor Maria Garcia. A graduate of {third} is John Smith."
        head = f"---\ntitle: {one} signs an agreement\npublisher: Publisher {number}\n---\n"
        (folder / "articles" / f"a{number}.md").write_text(head + text, encoding="utf-8")
        bodies = [{"name": one, "role": "signatory"}, {"name": other, "role": "host" if number else "funder"}]
        people = [{"name": "Maria Garcia"}]
        records.append({"id": f"a{number}", "institutions": bodies, "people": people})
    (folder / "gold.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return folder


def test_weights_go_to_the_users_folder_and_are_read_from_there(corpus, capsys):
    assert cli.main(["train", "people", "--articles", str(corpus)]) == cli.DONE
    own = settings.weights_folder() / "person_weights.csv"
    assert read_weights("person_weights.csv") == read_rows(own) != read_rows("person_weights.csv")
    assert "people: " in capsys.readouterr().out


def test_fitting_twice_gives_the_same_bytes(corpus, tmp_path):
    for name in ("one", "two"):
        given = ["--articles", str(corpus / "articles"), "--gold", str(corpus / "gold.jsonl")]
        assert cli.main(["train", "participation", "roles", "people", *given, "--out", str(tmp_path / name)]) == cli.DONE
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing"], "There is no model nothing; the models are "),
        (["--articles", "a", "--articles", "b", "--gold", "c"], "give one --gold for each --articles"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(arguments, words, corpus, capsys):
    assert cli.main(["train", *arguments]) == cli.STOPPED
    assert words in capsys.readouterr().err
    assert not settings.weights_folder().exists()


def test_no_publisher_stands_on_both_sides_of_a_fold():
    publishers = [f"p{number % 7}" for number in range(60)]
    tried = []
    for seen, unseen in list_folds(publishers, 3):
        assert {publishers[n] for n in seen}.isdisjoint(publishers[n] for n in unseen)
        tried += unseen
    assert sorted(tried) == list(range(60))


def test_a_telling_feature_gets_the_largest_weight():
    cases = [Case({"always": 1.0, "signs" if n % 2 else "visits": 1.0, f"x{n % 3}": 1.0}, bool(n % 2), "p") for n in range(40)]
    weights = fit_yes(cases, 1.0)
    assert weights["signs"] == max(weights.values())
    assert weights["visits"] == min(weights.values())
    assert list_rows({"b": 0.12345, "a": -2.0, "c": 0.0001}) == (("a", "-2"), ("b", "0.123"))


def test_what_could_not_be_chosen_counts_as_missed():
    assert measure_choice([True, True, False, False], [True, False, True, False], missed=2) == (0.5, 0.25, 2 / 6)
