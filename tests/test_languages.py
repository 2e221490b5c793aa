"""The interface speaks six languages: catalogues are whole, names and numbers follow, and pages run in each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from dashboard import settings, words
from dashboard.exports.caption import write_link
from dashboard.measures.goals import count_goals
from dashboard.panels import PANELS
from dashboard.selection import Selection, select
from dashboard.selection.flagged import COUNTRIES, GOAL_TITLES, INSTITUTION_KINDS, POSITIONS, REGIONS
from dashboard.selection.naming import country_names, goal_title, list_countries
from dashboard.tables import Tables
from dashboard.ui.links import PAGES, PROFILES
from dashboard.words import LANGUAGES, speaking, write_date, write_list, write_number, write_percent, write_place, write_series

TRANSLATED = tuple(code for code in LANGUAGES if code != "en")
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2)}
_PLACE = re.compile(r"\{\w*[^}]*\}|%\(\w+\)[sd]|%[sd]")
in_each = pytest.mark.parametrize("code", TRANSLATED)


def read_catalogue(code: str, form: str = "po") -> Catalog:
    path = words.LOCALE / code / "LC_MESSAGES" / f"atlas.{form}"
    with path.open("rb") as file:
        return read_mo(file) if form == "mo" else read_po(file, locale=code)


def list_texts() -> Iterator[str]:
    """Every text of the code that goes through the catalogues; of plurals the first form."""
    for path in settings.PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") in KEYWORDS
                and isinstance(node.args[0], ast.Constant)
            ):
                yield node.args[0].value


@pytest.mark.long
def test_texts_can_be_extracted() -> None:
    """What stands within an f-string is not found by pybabel."""
    found = extract_from_dir(settings.PACKAGE, keywords=KEYWORDS)
    extracted = {message if isinstance(message, str) else message[0] for _file, _line, message, _comments, _context in found}
    assert set(list_texts()) - extracted == set()


def forms_of(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (str(string),)


@pytest.mark.long
@in_each
def test_texts_are_translated(code: str) -> None:
    """At least 98 of 100 texts stand in each language."""
    catalogue = read_catalogue(code)
    texts = set(list_texts())
    missing = {text for text in texts if catalogue.get(text) is None or not all(forms_of(catalogue.get(text).string))}
    assert len(missing) <= 0.02 * len(texts), sorted(missing)


@in_each
def test_what_every_page_shows_is_translated(code: str) -> None:
    """Pages, panels, goals, regions and countries have names in each language."""
    titles = {title for panel in PANELS.values() for title in (panel.title, panel.question)}
    named = {*PAGES.values(), *PROFILES.values(), *titles, *GOAL_TITLES, *REGIONS, *COUNTRIES}
    catalogue = read_catalogue(code)
    assert sorted(name for name in named if catalogue.get(name) is None or not catalogue.get(name).string) == []


@in_each
def test_placeholders_agree(code: str) -> None:
    """A translation fills in what its English does, and nothing else."""
    wrong = []
    for message in read_catalogue(code):
        for form in forms_of(message.string):
            wanted = forms_of(message.id)[-1]
            if (
                message.id
                and form
                and sorted(_PLACE.findall(form)) not in [sorted(_PLACE.findall(each)) for each in forms_of(message.id)]
            ):
                wrong.append((wanted, form))
    assert wrong == []


@in_each
def test_plurals_have_every_form(code: str) -> None:
    """Arabic counts in six forms, Russian in three, Chinese in one."""
    catalogue = read_catalogue(code)
    short = [message.id for message in catalogue if message.pluralizable and len(message.string) != catalogue.num_plurals]
    assert catalogue.num_plurals == {"fr": 2, "es": 2, "ar": 6, "zh": 1, "ru": 3}[code]
    assert short == []


@in_each
def test_compiled_catalogue_is_that_of_the_text(code: str) -> None:
    """The binary file that is read holds what the text file says."""
    written, compiled = (
        {forms_of(message.id): forms_of(message.string) for message in read_catalogue(code, form) if message.id}
        for form in ("po", "mo")
    )
    assert written == {text: compiled.get(text) for text in written}


def test_flagged_names_are_those_of_the_tables(bundled: Tables) -> None:
    countries = bundled.countries
    assert list(GOAL_TITLES) == bundled.goals["title"].to_list()
    assert set(REGIONS) == {*countries["region"].dropna(), *countries["subregion"].dropna()} - {"Antarctica"}
    assert set(bundled.designations["position"]) <= set(POSITIONS)
    assert set(bundled.institutions["kind"].dropna()) <= set(INSTITUTION_KINDS)
    assert not COUNTRIES - {*countries["name"], *countries["short_name"]}


@pytest.mark.parametrize(
    ("code", "country", "name"),
    [
        ("en", "TUR", "Türkiye"), ("fr", "TUR", "Türkiye"), ("fr", "CHN", "Chine"), ("fr", "RUS", "Russie"),
        ("es", "JPN", "Japón"), ("es", "CIV", "Côte d’Ivoire"), ("ar", "MDA", "مولدوفا"), ("ar", "KAZ", "كازاخستان"),
        ("zh", "DEU", "德国"), ("zh", "XKX", "科索沃"), ("ru", "KGZ", "Кыргызстан"), ("ru", "PSE", "Палестина"),
    ],
)  # fmt: skip
def test_country_names(bundled: Tables, code: str, country: str, name: str) -> None:
    """Names are those of ISO 3166 in the reader's language, or the United Nations' own."""
    with speaking(code):
        assert country_names(bundled)[country] == name


@pytest.mark.parametrize("code", ["ar", "zh", "ru"])
def test_every_country_has_a_name_in_other_scripts(bundled: Tables, code: str) -> None:
    with speaking(code):
        names = list_countries(bundled)[["name", "short_name"]].to_numpy().ravel()
    assert [name for name in names if re.search("[A-Za-z]{3}", name)] == []


def test_codes_stay_whatever_the_language(bundled: Tables) -> None:
    with speaking("fr"):
        french = list_countries(bundled)
    assert french["country"].equals(bundled.countries["country"])
    assert french["region"].equals(bundled.countries["region"])


@pytest.mark.parametrize(
    ("code", "number", "share", "day", "month", "named"),
    [
        ("en", "12,345", "87%", "29 May 2023", "May 2023", "A, B or C"),
        ("fr", "12\u202f345", "87\u00a0%", "29 mai 2023", "mai 2023", "A, B ou C"),
        ("es", "12.345", "87\u00a0%", "29 de mayo de 2023", "mayo de 2023", "A, B o C"),
        ("ar", "12,345", "87%", "\u206729 مايو 2023\u2069", "\u2067مايو 2023\u2069", "A أو B أو C"),
        ("zh", "12,345", "87%", "2023年5月29日", "2023年5月", "A、B或C"),
        ("ru", "12\u00a0345", "87\u00a0%", "29 мая 2023\u202fг.", "май 2023\u202fг.", "A, B или C"),
    ],
)
def test_numbers_dates_and_lists(code: str, number: str, share: str, day: str, month: str, named: str) -> None:
    with speaking(code):
        assert write_number(12345) == number
        assert write_percent(0.87) == share
        assert (write_date("2023-05-29"), write_date("2023-05"), write_date("2023")) == (day, month, "2023")
        assert write_list("ABC", every=False) == named


@pytest.mark.parametrize(("code", "named"), [("en", "A, B"), ("ar", "A، B"), ("zh", "A、B"), ("ru", "A, B")])
def test_series_have_the_comma_of_the_language(code: str, named: str) -> None:
    with speaking(code):
        assert write_series("AB") == named


@pytest.mark.parametrize(("code", "named"), [("en", "A, B"), ("ar", "A، B"), ("zh", "A，B"), ("ru", "A, B")])
def test_a_place_stands_after_the_comma_of_the_language(code: str, named: str) -> None:
    with speaking(code):
        assert write_place("A", "B") == named


def test_measures_name_goals_in_the_language(bundled: Tables) -> None:
    part = select(bundled, Selection())
    with speaking("es"):
        assert count_goals(part)["title"].to_list()[0] == goal_title(bundled, 1) == "Fin de la pobreza"
    assert count_goals(part)["title"].to_list()[0] == "No poverty"


def test_nothing_is_translated_at_import() -> None:
    """What a module says when it is loaded would stay in the language of the first reader."""
    early = []
    for path in settings.PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            parts = [] if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else _calls(node)
            early += [f"{path.name}:{part.lineno}" for part in parts if getattr(part.func, "id", "") in ("_", "ngettext")]
    assert early == []


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    """The calls that run when the node is run: not those within functions that it only defines."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child
        if not isinstance(child, ast.Lambda | ast.FunctionDef):
            yield from _calls(child)


def test_captions_and_their_links_keep_the_language(bundled: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDG_ATLAS_ADDRESS", "https://atlas.example.org")
    with speaking("ru"):
        assert write_link("map", "country=KAZ") == "https://atlas.example.org/map?lang=ru&country=KAZ"
    assert write_link("map", "country=KAZ") == "https://atlas.example.org/map?country=KAZ"


def test_catalogues_lie_in_the_package() -> None:
    """What lies there goes into the wheel."""
    assert words.LOCALE.is_relative_to(settings.PACKAGE)
    assert {Path(path).parts[-3] for path in words.LOCALE.glob("*/LC_MESSAGES/atlas.mo")} == set(TRANSLATED)
