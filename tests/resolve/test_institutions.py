"""The institutions that take part, with seat, role and evidence."""

from dashboard.extract import find_mentions
from dashboard.model import Article, Basis
from dashboard.resolve.institutions import assemble_institutions
from dashboard.resolve.kinds import rank_kinds
from dashboard.resolve.reading import Reading


def _assemble(text, publisher=None, basis=Basis.QUOTED, title=""):
    article = Article("a", None, title, publisher, None, "en", None, text, basis)
    mentions = find_mentions(article)
    kinds = rank_kinds(Reading(article, mentions))
    return article, *assemble_institutions(article, mentions, kinds[0].kind if kinds else None)


AGREEMENT = (
    "Kyoto University and the University of Nairobi signed a memorandum of understanding on 3 May 2023. "
    "The agreement covers joint research. Kyoto University hosted the delegation from the University of Nairobi."
)


def test_signatories_are_assembled_with_seat_and_key():
    """Both parties of an agreement are there, each with its row, country and role."""
    _, found, _ = _assemble(AGREEMENT, title="Kyoto University and University of Nairobi sign agreement")
    assert [(one.name, one.country, one.key is not None) for one in found] == [
        ("Kyoto University", "JPN", True),
        ("University of Nairobi", "KEN", True),
    ]
    assert "signatory" in {one.role for one in found}


def test_every_name_has_evidence_that_quotes_the_text():
    """Evidence names the field and holds the words at its offsets."""
    article, found, evidence = _assemble(AGREEMENT)
    assert {f"institutions/{i}/name" for i in range(len(found))} <= {one.field for one in evidence}
    assert all(article.text[one.start : one.end] == one.text for one in evidence if one.start is not None)
    assert {one.basis for one in evidence if one.field.endswith("/name")} == {Basis.QUOTED}


def test_a_university_that_publishes_takes_part():
    """The publisher is among the parties even where the text only says "the University"."""
    text = "The University held a workshop on clean water. The University thanks all."
    _, found, evidence = _assemble(text, "Kyoto University")
    assert [one.key for one in found] == ["kyoto-university"]
    assert evidence[0].text == "The University"


def test_a_digest_names_participants():
    """In a summary an institution named once counts, and its evidence is labelled as the digest's."""
    _, found, evidence = _assemble("Officials of UNITAR met in Oslo.", basis=Basis.DIGEST)
    assert [one.acronym for one in found] == ["UNITAR"]
    assert evidence[0].basis == Basis.DIGEST


def test_the_country_beside_a_name_is_its_seat():
    """An unknown body takes the country that stands right after its name."""
    text = (
        "Kyoto University signed an agreement with the Institute of Salt Studies Aralsea (Uzbekistan) last week. "
        "The Institute of Salt Studies Aralsea and Kyoto University will work together on water, said its director."
    )
    _, found, _ = _assemble(text, basis=Basis.DIGEST)
    assert {one.name: one.country for one in found}["Institute of Salt Studies Aralsea"] == "UZB"


def test_a_national_authority_takes_its_row_at_home():
    """ "Ministry of Education" in an article from Fiji is the one of Fiji."""
    text = "The University of the South Pacific in Fiji and the Ministry of Education of Fiji signed an agreement."
    _, found, _ = _assemble(text, basis=Basis.DIGEST)
    assert "ministry-of-education-of-fiji" in {one.key for one in found}


def test_embassies_count_for_the_country_that_sends_them():
    """The seat of an embassy is the sending country."""
    _, found, _ = _assemble("The Embassy of Norway in Kenya and the University of Nairobi opened a course.", basis=Basis.DIGEST)
    assert {one.name: one.country for one in found}["Embassy of Norway in Kenya"] == "NOR"


def test_an_acronym_is_the_one_that_the_article_uses():
    """ "UNDP" is given only where the article writes it."""
    full = "Kyoto University and the United Nations Development Programme signed an agreement."
    acronyms = [{one.name: one.acronym for one in _assemble(text)[1]} for text in (full, full + " UNDP is glad.")]
    assert [found["United Nations Development Programme"] for found in acronyms] == [None, "UNDP"]


def test_roles_are_told_by_the_words_around_a_name():
    """Who hosts, funds and signs is told by the cue nearest to the name, which is its evidence."""
    text = (
        "The workshop was hosted by Kyoto University and funded by the Ford Foundation. "
        "It was attended by researchers from the University of Nairobi."
    )
    _, found, evidence = _assemble(text, title="Workshop in Kyoto")
    roles = {one.name: one.role for one in found}
    assert roles["Kyoto University"] in ("host", "organiser")
    assert roles["Ford Foundation"] == "funder"
    assert "funded by" in {one.text for one in evidence if one.value == "funder"}


def test_every_value_has_evidence_or_says_that_it_was_inferred():
    """Kind, country, city and role: quoted words, or the rule that inferred them."""
    _, found, evidence = _assemble(AGREEMENT)
    told = {one.field for one in evidence}
    for number, one in enumerate(found):
        fields = {name for name in ("name", "kind", "country", "city", "role") if getattr(one, name)}
        assert {f"institutions/{number}/{name}" for name in fields} <= told
    assert all(one.text or (one.basis == Basis.INFERRED and one.rule) for one in evidence)


def test_a_faculty_counts_as_its_university():
    """What stands before the university it belongs to is no party of its own."""
    text = "The College of Economics, Kyoto University, and the University of Nairobi signed an agreement."
    _, found, _ = _assemble(text, basis=Basis.DIGEST)
    assert [one.name for one in found] == ["Kyoto University", "University of Nairobi"]


def test_nothing_is_assembled_from_nothing():
    """An empty article has no institutions, and that is no error."""
    assert _assemble("")[1:] == ((), ())
