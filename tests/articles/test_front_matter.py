"""Front matter in YAML and TOML."""

import pytest

from dashboard.articles.front_matter import split_front_matter
from dashboard.errors import ArticleError


def test_yaml_and_toml_give_the_same_fields():
    yaml, body = split_front_matter("---\nTitle: 'A: b'\ntags: [x, y]\n---\n\nWords\n", "a.md")
    toml, other = split_front_matter('+++\nTitle = "A: b"\ntags = ["x", "y"]\n+++\n\nWords\n', "a.md")
    assert yaml == toml == {"title": "A: b", "tags": ["x", "y"]}
    assert body == other == "Words\n"


@pytest.mark.parametrize("text", ["Words", "--- no fence", "---\n\nWords under a rule", "---\n---\nWords"])
def test_a_text_without_fields_has_none(text):
    fields, body = split_front_matter(text, "a.md")
    assert not fields
    assert body


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: [a\n---\nWords", "is not YAML"),
        ("---\ntitle: a: b\n---\nWords", "is not YAML"),
        ("---\ndate: 2024-13-45\n---\nWords", "is not YAML"),
        ("+++\ntitle = a\n+++\nWords", "is not TOML"),
        ("+++\ntitle = 'a'\nWords", "is not closed"),
        ("---\ntitle: a\nWords", "is not closed"),
        ("---\njust words\n---\nWords", "holds no fields"),
        ("---\na: &a [x]\nb: {<<: *a}\n---\nWords", "merged mappings"),
        ("---\na: " + "[" * 20_000 + "\n---\nWords", "nested"),
        ("---\na:\n" + "- " * 20_000 + "\n---\nWords", "nested"),
        ("+++\na = " + "[" * 20_000 + "\n+++\nWords", "is not TOML"),
        ("---\na: !!python/object/apply:os.system [id]\n---\nWords", "is not YAML"),
    ],
)
def test_broken_front_matter_is_named_with_its_file(text, reason):
    with pytest.raises(ArticleError, match=f"^a.md: .*{reason}"):
        split_front_matter(text, "a.md")


def test_front_matter_without_end_is_searched_in_its_beginning_only():
    with pytest.raises(ArticleError, match="is not closed"):
        split_front_matter("---\na: b\n" + "x" * 5_000_000 + "\n---\n", "a.md")
