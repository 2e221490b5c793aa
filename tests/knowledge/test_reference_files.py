"""Reference files, folded words and languages."""

import pytest

from dashboard import settings
from dashboard.errors import KnowledgeError
from dashboard.knowledge.files import read_rows, read_words, split_list
from dashboard.knowledge.folding import fold, fold_in_place
from dashboard.knowledge.languages import match_language


def test_every_file_that_ships_is_named_with_its_origin():
    words = (settings.DATA / "README.md").read_text(encoding="utf-8")
    files = [path for path in settings.DATA.rglob("*") if path.is_file() and path.suffix in (".csv", ".txt", ".jsonl", ".json")]
    assert [path.name for path in files if f"{path.name}`" not in words] == []


def test_cells_are_stripped_and_lists_split(tmp_path):
    (tmp_path / "a.csv").write_text("name,words\n x , a | b |\n", encoding="utf-8")
    (row,) = read_rows(tmp_path / "a.csv", ("name",))
    assert row["name"] == "x"
    assert split_list(row["words"]) == ("a", "b")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name\nx\n", "no column words"),
        ("name,words\nx\n", "as many cells"),
        ("name,words\nx,y,z\n", "as many cells"),
        (None, "cannot be read"),
    ],
)
def test_a_file_at_fault_is_named_with_what_to_do(tmp_path, content, reason):
    path = tmp_path / "a.csv"
    if content:
        path.write_text(content)
    with pytest.raises(KnowledgeError, match=f"{path}.*{reason}.*renew"):
        read_rows(path, ("name", "words"))


def test_lists_are_read_without_comments(tmp_path):
    (tmp_path / "a.txt").write_text("# a comment\n\nNews\n")
    assert read_words(tmp_path / "a.txt") == ["News"]
    with pytest.raises(KnowledgeError, match="cannot be read"):
        read_words(tmp_path / "b.txt")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("São  Tomé", "sao tome"),
        ("Türkiye", "turkiye"),
        ("İstanbul", "istanbul"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
    ],
)
def test_case_and_accents_are_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["São Tomé", "Straße İstanbul", "cafe\u0301 ﬁeld", "中国 Việt Nam", "الجامعة"])
def test_folding_in_place_keeps_every_offset(text):
    assert len(fold_in_place(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The rectors of the two universities met in the city and they signed a memorandum on water.", "en"),
        ("Die Rektoren der beiden Universitäten trafen sich in der Stadt und haben ein Abkommen unterzeichnet.", "de"),
        ("Os reitores das duas universidades assinaram um acordo com o ministério para a água e não só.", "pt"),
        ("Rektor kedua universitas bertemu untuk menandatangani nota kesepahaman dengan kementerian di kota itu.", "id"),
        ("Ректоры двух университетов подписали меморандум о сотрудничестве и обсудили проекты по воде.", "ru"),
        ("両大学の学長は水に関する覚書に署名した。", "ja"),
        ("两所大学的校长签署了谅解备忘录。", "zh"),
        ("두 대학 총장이 양해각서에 서명했다.", "ko"),
        ("MoU 2024", None),
        ("", None),
    ],
)
def test_the_language_of_a_text_is_told(text, language):
    assert match_language(text) == language
