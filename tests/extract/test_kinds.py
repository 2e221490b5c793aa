"""Triggers tell of kinds of event in many languages."""

import pytest

from dashboard.extract.kinds import find_kinds
from dashboard.model import Article

CASES = [
    ("The two universities signed a joint memorandum.", "agreement"),
    ("Firman convenio de colaboración", "agreement"),
    ("Penandatanganan nota kesepahaman", "agreement"),
    ("ký kết thỏa thuận", "agreement"),
    ("Universitäten unterzeichnen Vereinbarung", "agreement"),
    ("An international symposium", "conference"),
    ("Un colloque sur le climat", "conference"),
    ("A summer school for teachers", "training"),
    ("Pelatihan guru", "training"),
    ("Delegation visits campus", "visit"),
    ("Preisverleihung an Studierende", "award"),
    ("Programa de mobilidade", "exchange"),
    ("Беларусь: конференция", "conference"),
    ("两校签署合作协议", "agreement"),
    ("国際シンポジウムを開催しました", "conference"),
    ("두 대학이 업무협약을 체결했다", "agreement"),
    ("พิธีลงนามบันทึกข้อตกลง", "agreement"),
    ("توقيع مذكرة تفاهم بين الجامعتين", "agreement"),
    ("De rector ondertekent een overeenkomst", "agreement"),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_a_trigger_tells_the_kind(text, kind):
    assert kind in {mention.value for mention in find_kinds(Article("a", None, "", None, None, None, None, text))}


def test_the_longest_trigger_at_a_place_counts_alone():
    found = list(find_kinds(Article("a", None, "", None, None, "en", None, "memorandum of understanding")))
    assert [(mention.text, mention.rule) for mention in found] == [("memorandum of understanding", "trigger 5")]


def test_a_gap_does_not_reach_across_sentences():
    found = find_kinds(Article("a", None, "", None, None, "en", None, "She signed. The memorandum came later."))
    assert "signed. The memorandum" not in {mention.text for mention in found}


def test_words_of_another_language_are_not_read():
    """A German "Preis" is none in an English article, but English words count everywhere."""
    found = find_kinds(Article("a", None, "", None, None, "en", None, "Ms Preise spoke."))
    assert list(found) == []
    german = find_kinds(Article("a", None, "", None, None, "de", None, "Der Workshop vergab Preise."))
    assert {mention.value for mention in german} == {"training", "award"}
