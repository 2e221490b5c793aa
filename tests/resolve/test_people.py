"""The people who act, with role, institution and evidence."""

from dashboard.extract import find_mentions
from dashboard.model import Article
from dashboard.resolve.institutions import assemble_institutions
from dashboard.resolve.people import assemble_people

TEXT = (
    "Kyoto University and UNESCO signed an agreement. "
    "Prof. Anna Schmidt, Dean of Engineering at Kyoto University, welcomed the guests. "
    "“We are glad,” said Dr. Schmidt. Dr. Peter Brown, Director of the centre, spoke as well."
)


def _assemble(text):
    article = Article("a", None, "", None, None, "en", None, text)
    mentions = find_mentions(article)
    institutions, _ = assemble_institutions(article, mentions)
    return article, *assemble_people(article, mentions, institutions)


def test_people_have_name_role_and_institution():
    """A title is left out of the name; the office beside it is the role; the nearest party is the institution."""
    _, people, _ = _assemble(TEXT)
    assert [person.name for person in people] == ["Anna Schmidt", "Peter Brown"]
    assert people[0].role.startswith("Dean")
    assert people[0].institution == "Kyoto University"


def test_evidence_quotes_the_text():
    """Every name has evidence, and all evidence holds the words at its offsets."""
    article, people, evidence = _assemble(TEXT)
    assert {f"people/{i}/name" for i in range(len(people))} <= {one.field for one in evidence}
    assert all(article.text[one.start : one.end] == one.text for one in evidence)


def test_a_family_name_alone_is_the_same_person():
    """ "Dr. Schmidt" after "Anna Schmidt" adds no second person."""
    _, people, _ = _assemble(TEXT)
    assert len([person for person in people if "Schmidt" in person.name]) == 1


def test_a_title_is_no_role_and_a_party_far_away_no_employer():
    """ "Dr" says nothing of an office, and the only party of an article need not employ everybody in it."""
    _, people, _ = _assemble("Kyoto University signed an agreement. Rain fell.\n\n“We are glad,” said Dr. Anna Schmidt.")
    assert [(person.name, person.role, person.institution) for person in people] == [("Anna Schmidt", None, None)]


def test_nobody_is_assembled_from_nothing():
    """An empty article has no people, and that is no error."""
    assert _assemble("")[1:] == ((), ())
