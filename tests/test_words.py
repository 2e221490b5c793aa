"""Words are found by an index as they are by reading every text."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.tables import Tables, fold
from dashboard.tables.search import Library, Shelf
from dashboard.tables.words import BEYOND, index_words, words_of_table

TEXTS = (
    "Water and air",
    "waterfall in Córdoba",
    "COVID-19, e-mail",
    "東京大学 and air",
    "U.N. day\nof water",
    "",
    "ärzte_netz a",
    "x ~ y",
)


def read(texts: tuple[str, ...], wanted: str) -> list[int]:
    """The texts that a pattern finds, one after the other."""
    folded = fold(" ".join(wanted.split()))
    begins = folded[0].isascii() and folded[0].isalnum()
    pattern = re.compile((r"\b" if begins else "") + re.escape(folded), re.ASCII)
    return [place for place, text in enumerate(texts) if pattern.search(fold(text.replace("\n", " ")))]


def shelf(texts: tuple[str, ...]) -> Shelf:
    return Shelf((pd.Series(texts, dtype="str"),), None)


WANTED = (
    "water", "wat", "air", "a", "covid-19", "-19", "e-mail", "19", "mail", "u.n.", "n. day of wat", "day of", "cordoba",
    "京大", "東京", "大学 and", "and a", "_netz", "netz", "~", "water fall", "arzte_n", "nowhere", "ater",
)  # fmt: skip


@pytest.mark.parametrize("wanted", WANTED)
def test_the_index_finds_what_a_pattern_finds(wanted: str) -> None:
    library = Library({"texts": shelf(TEXTS)}, len(TEXTS))
    assert np.flatnonzero(library.mask_with(f'"{wanted}"')).tolist() == read(TEXTS, wanted)


@given(st.lists(st.text("ab_1 -é東", max_size=8), min_size=1, max_size=6), st.text("ab_1 -é東", min_size=1, max_size=4))
def test_the_index_finds_what_a_pattern_finds_in_any_texts(texts: list[str], wanted: str) -> None:
    if wanted.split():
        library = Library({"texts": shelf(tuple(texts))}, len(texts))
        assert np.flatnonzero(library.mask_with(f'"{wanted}"')).tolist() == read(tuple(texts), wanted)


def test_an_index_is_the_same_however_its_texts_are_parted() -> None:
    texts = [fold(text) for text in TEXTS]
    whole = index_words([pa.array(texts, pa.large_string())])
    parted = index_words(pa.array([text], pa.large_string()) for text in texts)
    for word in whole.words.to_pylist():
        assert whole.find(word, whole=True).tolist() == parted.find(word, whole=True).tolist() != []
    assert whole.words.equals(parted.words)
    assert BEYOND in whole.words.to_pylist()


@pytest.mark.parametrize(
    ("texts", "word", "found"),
    [
        (["sea", "side"], "seaside", []),
        (["sea", "side"], "side", [1]),
        (["", "sea", "", "", "side", ""], "side", [4]),
        (["sea  side sea", "sea-side"], "sea", [0, 1]),
        (["海sea東side", "sea"], "sea", [0, 1]),
        (["海", "", "sea", "東 sea"], BEYOND, [0, 3]),
    ],
)
def test_words_end_where_their_text_does(texts: list[str], word: str, found: list[int]) -> None:
    stored = pa.array(["left out", *texts, "sea side 海"], pa.large_string())[1:-1]
    assert index_words([stored]).find(word, whole=True).tolist() == found


def test_an_index_of_nothing_has_no_words() -> None:
    assert index_words([]).find("water", whole=False).tolist() == []


def test_an_index_survives_as_a_table() -> None:
    words = index_words([pa.array(["a b", "b c"], pa.large_string())])
    again = words_of_table(words.as_table())
    assert [again.find(word, whole=True).tolist() for word in "abc"] == [[0], [0, 1], [1]]


def test_what_is_looked_for_in_all_tables_is_found_as_by_reading(bundled: Tables) -> None:
    texts = bundled.texts.shelves["articles"]
    told = (bundled.articles["title"] + " | " + bundled.articles["text"]).tolist()
    for wanted in ("climate", "sdg 4", "un", "memorandum of understanding", "são"):
        found = set(texts._find(fold(wanted)).tolist())
        assert set(read(tuple(told), wanted)) <= found
