"""Markdown turned into plain text."""

import pytest

from dashboard.articles.markdown import plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("They met [in Almaty](https://a.example/x_(y) 'title').", "They met in Almaty."),
        ("See [the report][1].\n\n[1]: https://a.example", "See the report.\n\n"),
        ("![a photo](p.png)Words", "Words"),
        ("[![logo](l.png)](https://a.example)Words", "Words"),
        ("## Goals ##", "Goals"),
        ("Title\n=====\nWords", "Title\n\nWords"),
        ("a **bold** and *slanted* and __bold__ and _slanted_ word", "a bold and slanted and bold and slanted word"),
        ("Preisträger*innen und Student*innen", "Preisträger*innen und Student*innen"),
        ("a snake_case_name", "a snake_case_name"),
        ("> quoted", "quoted"),
        ("* one\n* two", "- one\n- two"),
        ("1. one", "1. one"),
        ("Research &amp; Development &ndash; R&D", "Research & Development – R&D"),
        ("a<br>b <em>c</em>", "a\nb c"),
        ("before<script>alert('x')</script>after", "beforeafter"),
        ("a<!-- hidden -->b", "ab"),
        ('{{< figure src="x.png" >}}Words{{% notice %}}', "Words"),
        ("{% include x.html %}Words {: .lead}", "Words "),
        ("Words[^1]\n\n[^1]: A note", "Words\n\n"),
        ("<https://a.example>", "https://a.example"),
        (r"5 \* 3", "5 * 3"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n\n| 1 | 2 |"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
    ],
)
def test_words_stay_and_marks_go(markdown, text):
    assert plain_text(markdown) == text


def test_lines_that_are_full_are_joined_and_others_are_kept():
    wrapped = "The rectors of three universities met on Tuesday to\nsign a memorandum that opens courses on water and\nenergy."
    assert "\n" not in plain_text(wrapped)
    broken = "A conference on water\nMarch 10 and 11 in the north hall"
    assert plain_text(broken) == broken


_MARKS = ["[", "![", "<!--", "<script>", "{{", "*a", "_a ", "# ", "<a ", "|--", " ", "\n \n", "> ", "-"]


@pytest.mark.parametrize("piece", _MARKS)
def test_a_megabyte_of_one_mark_comes_to_an_end(piece):
    assert isinstance(plain_text(piece * (1_000_000 // len(piece)) + "x"), str)
