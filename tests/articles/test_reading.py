"""Files and folders read into articles."""

import json

import pytest

from dashboard.articles import list_files, read_articles
from dashboard.model import Basis

PAGE = """<html lang="en"><head><title>Talks</title><meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2024-05-29T08:00:00+00:00">
<link rel="canonical" href="https://news.example/talks"></head><body><article><h1>Rectors hold talks</h1>
<p>The rectors of three universities met in Almaty on 28 May 2024 to open joint courses on water and energy for the region.</p>
<p>They agreed to meet again in autumn, when the first forty students will have begun their studies in both countries.</p>
<script>document.write("never run")</script></article></body></html>"""


def read(folder, **files):
    """The articles of the named files written into a folder, and the faults as texts."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    faults = []
    return list(read_articles([folder], faults.append)), [str(fault) for fault in faults]


def test_markdown_with_front_matter_gives_every_field(tmp_path):
    fields = ["title: Rectors &amp; deans meet", "date: 2024-05-29", "publisher: Example News", "url: https://news.example/1"]
    (article,), faults = read(tmp_path, meeting__md="\n".join(["---", *fields, "lang: en-GB", "---", "They **met**."]))
    assert not faults
    assert (article.id, article.title, article.published) == ("meeting", "Rectors & deans meet", "2024-05-29")
    assert (article.publisher, article.url, article.language) == ("Example News", "https://news.example/1", "en")
    assert article.text == "Rectors & deans meet\n\nThey met."
    assert article.basis is Basis.QUOTED


def test_the_id_is_the_stem_whatever_the_front_matter_says(tmp_path):
    (article,), _ = read(tmp_path, real__md="---\nid: other\nslug: third\n---\nThey met.")
    assert article.id == "real"


def test_a_headline_that_the_body_begins_with_is_not_repeated(tmp_path):
    (article,), _ = read(tmp_path, a__md="---\ntitle: They met\n---\n# They met\n\nIn Almaty.")
    assert article.text == "They met\n\nIn Almaty."


def test_a_summary_that_the_body_lacks_stands_below_the_headline(tmp_path):
    (article,), _ = read(tmp_path, a__md="---\ntitle: They met\nsummary: <p>Two rectors, one memorandum.</p>\n---\nIn Almaty.")
    assert article.text == "They met\n\nTwo rectors, one memorandum.\n\nIn Almaty."


def test_plain_text_has_its_first_line_as_title_and_keeps_its_stars(tmp_path):
    (article,), _ = read(tmp_path, a__txt="2023, May 29\nShare this articleThe parties *signed*.\nThey met.")
    assert (article.title, article.published) == ("The parties *signed*.", "2023-05-29")


def test_a_date_in_the_address_or_file_name_counts_where_nothing_else_says(tmp_path):
    articles, _ = read(
        tmp_path,
        **{"2024-05-29-talks__md": "Talks\n\nThey met."},
        b__md="---\nurl: https://www.news.example/2021/03/talks\n---\nThey met.",
    )
    assert [(a.published, a.publisher) for a in articles] == [("2024-05-29", None), ("2021-03", "news.example")]


def test_first_of_january_is_what_systems_put_where_no_date_is_known(tmp_path):
    (article,), _ = read(tmp_path, a__md="---\ndate: January 01 2020\n---\nThey met.")
    assert article.published is None


def test_an_author_counts_as_publisher_only_if_it_is_a_body(tmp_path):
    articles, _ = read(tmp_path, a__md="---\nauthor: university-of-almaty\n---\nA", b__md="---\nauthor: Jane Doe\n---\nB")
    assert [article.publisher for article in articles] == ["University of Almaty", None]


def test_the_language_is_told_where_nothing_says_it(tmp_path):
    text = "Las universidades firmaron un convenio para el desarrollo de los estudios sobre el agua en la región."
    (article,), _ = read(tmp_path, a__txt=text)
    assert (article.language, article.source_language) == ("es", "es")


def test_lines_are_taken_as_they_are(tmp_path):
    entry = {"id": "x", "text": " *a*\u2028b ", "basis": "digest", "language": "en", "source_language": "kk", "more": 1}
    (article,), faults = read(tmp_path, a__jsonl=json.dumps(entry, ensure_ascii=False) + "\n\n")
    assert not faults
    assert (article.text, article.basis, article.source_language) == (" *a*\u2028b ", Basis.DIGEST, "kk")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "x"', "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('["x"]', "is not a JSON object"),
        ('{"text": "a"}', "has no `id`"),
        ('{"id": "x"}', "has no `text`"),
        ('{"id": "x", "text": "a", "url": 5}', "`url` is no text"),
        ('{"id": "x", "text": "a", "basis": "rumour"}', "`basis` is none of"),
    ],
)
def test_a_line_at_fault_is_named_and_the_rest_goes_on(tmp_path, line, reason):
    articles, (fault,) = read(tmp_path, a__jsonl='{"id": "first", "text": "a"}\n' + line + '\n{"id": "last", "text": "b"}')
    assert [article.id for article in articles] == ["first", "last"]
    assert reason in fault
    assert "a.jsonl:2" in fault


def test_a_page_is_read_with_its_metadata_and_nothing_in_it_is_run(tmp_path):
    (article,), faults = read(tmp_path, talks__html=PAGE)
    assert not faults
    assert (article.id, article.published, article.publisher) == ("talks", "2024-05-29", "Example News")
    assert article.url == "https://news.example/talks"
    assert "The rectors of three universities met in Almaty" in article.text
    assert "never run" not in article.text


@pytest.mark.parametrize(
    ("page", "text", "language"),
    [
        (b"<p>The rectors met and signed a memorandum.</p>", "The rectors met and signed a memorandum.", "en"),
        ("<html lang='en'><body><p>Les recteurs ont sign\u00e9 un accord sur les eaux.</p>".encode("latin-1"), None, "fr"),
        (b"<html><body>" + b"<div>" * 50_000 + b"x", None, None),
        (bytes(range(256)) * 9, None, None),
    ],
)
def test_pieces_old_encodings_and_rubbish_are_read_or_named(tmp_path, page, text, language):
    articles, faults = read(tmp_path, a__html=page)
    assert len(articles) + len(faults) == 1
    assert [article.language for article in articles] == [language] * (language is not None)
    assert all(text in (None, article.text) for article in articles)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.md", b"\x80abc", "is not UTF-8 text"),
        ("a.txt", b"ab\0c", "binary data"),
        ("a.md", b" \n ", "is empty"),
        ("a.md", b"---\ntitle: Only a title\n---\n", "holds no text"),
        ("a.html", b"<html><body></body></html>", "holds no article text"),
        ("a.md", b"---\ntitle: [\n---\nWords", "is not YAML"),
        ("a.jsonl", b"\x80", "is not UTF-8 text"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path, name, content, reason):
    articles, (fault,) = read(tmp_path, **{name: content, "b__txt": "They met."})
    assert [article.id for article in articles] == ["b"]
    assert fault.startswith(str(tmp_path / name))
    assert reason in fault
    assert fault.count("\n") == 0


def test_a_path_that_is_missing_or_of_another_kind_is_named(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    faults = []
    assert list(read_articles([tmp_path / "none.md", tmp_path / "none", tmp_path / "a.pdf"], faults.append)) == []
    assert ["does not exist" in str(fault) for fault in faults] == [True, True, False]
    assert "is none of" in str(faults[2])


def test_folders_are_read_sorted_without_hidden_files_and_readmes(tmp_path):
    names = ["b.md", "a/c.txt", "README.md", "a/readme.txt", ".git/x.md", "note.pdf", "a/License.md"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("They met.")
    assert list_files([tmp_path, tmp_path / "b.md"], print) == [tmp_path / "a/c.txt", tmp_path / "b.md"]


def test_a_folder_without_articles_is_named(tmp_path):
    assert "holds no articles" in read(tmp_path)[1][0]


def test_an_id_that_was_there_before_is_named(tmp_path):
    articles, (fault,) = read(tmp_path, a__md="One.", **{"sub/a__md": "Two."})
    assert [article.text for article in articles] == ["One."]
    assert "its id 'a'" in fault


def test_an_id_given_twice_in_one_file_is_named_with_its_lines(tmp_path):
    lines = "\n".join(f'{{"id": "x", "text": "{word}"}}' for word in ("One.", "Two."))
    articles, (fault,) = read(tmp_path, a__jsonl=lines)
    assert [article.text for article in articles] == ["One."]
    assert ":2: its id 'x' is that of line 1" in fault


def test_a_title_with_markup_stays_text(tmp_path):
    (article,), _ = read(tmp_path, a__md="---\ntitle: <script>alert(1)</script> met\n---\nThey met.")
    assert article.title == "<script>alert(1)</script> met"


def test_an_article_of_five_megabytes_is_read(tmp_path):
    (article,), faults = read(tmp_path, a__txt="They met in Almaty. " * 250_000)
    assert not faults
    assert len(article.text) > 4_900_000
    assert len(article.title) <= 301


def test_right_to_left_text_is_kept_as_it_is(tmp_path):
    text = "وقعت الجامعة مذكرة تفاهم مع الجامعة الأخرى في القاهرة"
    (article,), _ = read(tmp_path, a__txt=text)
    assert (article.text, article.language) == (text, "ar")
