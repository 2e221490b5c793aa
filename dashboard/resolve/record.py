"""The facts of one article, composed from its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.model import Article, Evidence, Mention, MentionKind, Record
from dashboard.resolve.confidence import Surroundings, rate_evidence
from dashboard.resolve.countries import assemble_countries
from dashboard.resolve.events import assemble_ranked
from dashboard.resolve.goals import assemble_goals
from dashboard.resolve.institutions import assemble_institutions
from dashboard.resolve.kinds import KindScore, rank_kinds
from dashboard.resolve.people import assemble_people
from dashboard.resolve.reading import Reading
from dashboard.resolve.relevance import Judgement, judge_relevance


def compose_record(article: Article, mentions: Sequence[Mention]) -> Record:
    """The record of an article, every value with its evidence.

    1. Institutions: names matched, and those that take part told from those merely mentioned.
    2. Events: the kind that the headline reports, its date, place, mode and size.
    3. Countries: venues, seats of the institutions, and where unnamed participants come from.
    4. Goals: those stated, and those that the subject suggests.
    5. Programmes and people.
    6. Relevance: whether any of this is academic cooperation.
    7. Confidence: how likely each value is right.
    """
    reading = Reading(article, mentions)
    kinds = rank_kinds(reading)
    record = compose_unrated(reading, kinds)
    chances = {ranked.kind: ranked.score for ranked in kinds}
    return replace(record, evidence=rate_evidence(Surroundings(reading, record, chances)))


def compose_unrated(reading: Reading, kinds: Sequence[KindScore]) -> Record:
    """The record of an article without confidence; what its evidence holds of it is how sure a single step was."""
    article, mentions = reading.article, reading.mentions
    institutions, institution_evidence = assemble_institutions(article, mentions, kinds[0].kind if kinds else None)
    assembled = assemble_ranked(reading, kinds, institutions)
    countries, country_evidence = assemble_countries(reading, assembled.events, institutions)
    goals = assemble_goals(reading, assembled.events)
    programmes, programme_evidence = _list_programmes(reading)
    people, people_evidence = assemble_people(article, mentions, institutions)
    judgement = judge_relevance(reading, institutions)
    return Record(
        id=article.id,
        url=article.url,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        language=article.language,
        relevant=judgement.relevant,
        events=assembled.events,
        institutions=institutions,
        countries=countries,
        sdgs_explicit=goals.explicit,
        sdgs_implied=goals.implied,
        programmes=programmes,
        people=people,
        evidence=(
            *assembled.evidence, *institution_evidence, *country_evidence, *goals.evidence,
            *programme_evidence, *people_evidence, *_explain(reading, judgement),
        ),
    )  # fmt: skip


def _list_programmes(reading: Reading) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Every programme named, once, with where it is named first."""
    first: dict[str, Mention] = {}
    for mention in reading.of_kind(MentionKind.PROGRAMME):
        first.setdefault(mention.value, mention)
    evidence = [reading.evidence(f"programmes/{number}", name, mention) for number, (name, mention) in enumerate(first.items())]
    return tuple(first), tuple(evidence)


def _explain(reading: Reading, judgement: Judgement) -> list[Evidence]:
    """Why an article was taken for irrelevant; that one is relevant goes without saying."""
    if judgement.relevant:
        return []
    words = ", ".join(f'"{word}"' for word in judgement.because)
    rule = f"reads like no report of cooperation: {words}" if words else "no word of cooperation"
    return [reading.evidence("relevant", "no", None, rule)]
