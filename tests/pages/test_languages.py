"""Pages speak the language that the address or the browser asks for."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui.language import _choose
from dashboard.ui.links import PAGES
from dashboard.words import LANGUAGES
from tests.pages.conftest import Opener, words_of


def html_of(app: AppTest) -> str:
    return "\n".join(str(part.proto.body) for part in app.get("html"))


@pytest.mark.parametrize(
    ("code", "page", "title"),
    [
        ("en", "overview", "Who works together for the Sustainable Development Goals?"),
        ("fr", "goals", "Quels objectifs sont servis\u00a0?"),
        ("es", "events", "¿Qué ocurrió?"),
        ("ar", "map", "أين حدث ذلك، ومن شارك؟"),
        ("zh", "timeline", "何时发生？"),
        ("ru", "method", "Как это сделано и насколько этому можно верить?"),
    ],
)
def test_page_speaks_the_language_of_its_address(open_page: Opener, code: str, page: str, title: str) -> None:
    app = open_page(page, lang=code)
    assert not app.exception
    assert not app.warning
    assert app.title[0].value == title
    assert f"document.documentElement.lang = '{code}'" in html_of(app)


@pytest.mark.long
@pytest.mark.parametrize("page", [*PAGES, "country", "institution"])
@pytest.mark.parametrize("code", list(LANGUAGES))
def test_every_page_runs_in_every_language(open_page: Opener, page: str, code: str) -> None:
    subject = {"country": "KAZ", "institution": "nagaoka-university-of-technology"}
    app = open_page(page, lang=code, **({"id": subject[page]} if page in subject else {}))
    assert not app.exception


def test_arabic_stands_from_right_to_left(open_page: Opener) -> None:
    assert "document.documentElement.dir = 'rtl'" in html_of(open_page("method", lang="ar"))
    assert "document.documentElement.dir = 'ltr'" in html_of(open_page("method", lang="fr"))


def test_links_keep_the_language(open_page: Opener) -> None:
    app = open_page("events", lang="fr", country="KAZ")
    assert "events?lang=fr&amp;country=KAZ&amp;event=" in html_of(app)


def test_the_choice_of_a_language_stands_in_the_address(open_page: Opener) -> None:
    app = open_page("method", country="KAZ")
    app.selectbox("ask-language").select("es").run()
    assert app.query_params["lang"] in ("es", ["es"])
    assert app.query_params["country"] in ("KAZ", ["KAZ"])
    assert app.title[0].value.startswith("¿Cómo se hace")


def test_unknown_language_is_named_and_can_be_taken_out(open_page: Opener) -> None:
    app = open_page("method", lang="tlh")
    assert "lang = tlh" in words_of(app)
    next(button for button in app.button if button.label == "Take out what is not known").click().run()
    assert not app.warning
    assert "lang" not in app.query_params


@pytest.mark.parametrize(
    ("asked", "preferred", "spoken"),
    [
        ("", None, "en"),
        ("", "fr-CA", "fr"),
        ("", "de-DE", "en"),
        ("ar", "fr-CA", "ar"),
        ("tlh", "zh-CN", "zh"),
        ("en", "ru-RU", "en"),
    ],
)
def test_the_address_comes_before_the_browser(asked: str, preferred: str | None, spoken: str) -> None:
    assert _choose(asked, preferred) == spoken
