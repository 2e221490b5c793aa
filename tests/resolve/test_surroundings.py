"""What stands around the names of institutions: cues by sentence, headings, enumerations."""

import pytest

from dashboard.extract import find_mentions
from dashboard.model import Article, MentionKind
from dashboard.resolve.nearby import Places
from dashboard.resolve.surroundings import Surroundings


def _look(text):
    article = Article("a", None, "", None, None, "en", None, text)
    mentions = find_mentions(article)
    return Surroundings(article, Places(m for m in mentions if m.kind == MentionKind.INSTITUTION), mentions)


LIST = (
    "It was funded by Kyoto University, the University of Nairobi (Kenya), and Osaka University. The University of Tartu came."
)


def test_names_of_one_enumeration_stand_in_one_chain():
    around = _look(LIST)
    sizes = [around.chains[body.start].size for body in around.bodies.mentions]
    assert sizes == [3, 3, 3, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyoto University signed it.", {("sign", "after")}),
        ("A gift. Kyoto University stood there.", set()),
        ("It was hosted by Kyoto University.", {("host", "before"), ("organise", "before")}),
    ],
)
def test_cues_count_within_the_sentence_of_a_name(text, expected):
    around = _look(text)
    body = around.bodies.mentions[0]
    found = {(cue.sense, side) for cue, side, _ in around.cues_around(body.start, body.end)}
    assert found == expected or (expected and found and found <= expected)


def test_the_heading_above_a_list_tells_what_it_lists():
    around = _look("News\n\nSponsors:\n\n- Kyoto University\n- Osaka University\n")
    assert {cue.sense for cue in around.cues_above(around.bodies.mentions[1].start)} == {"fund"}
