"""Names of institutions in an article: known ones, those built like a name, acronyms, and words that refer back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.knowledge.acronyms import (
    ACRONYM,
    find_long_form,
    is_amount,
    is_body,
    is_coined,
    is_place,
    match_acronym,
    match_repeated,
)
from dashboard.knowledge.brands import find_brands, find_camels, is_surname
from dashboard.knowledge.companies import find_companies
from dashboard.knowledge.coordinated import find_coordinated
from dashboard.knowledge.countries import match_country
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.governments import find_cities, find_governments, name_ministry
from dashboard.knowledge.institutions import Known, choose_known, find_by_name, list_initials, read_values
from dashboard.knowledge.listed import find_listed
from dashboard.knowledge.naming import read_ministries, tell_kind
from dashboard.knowledge.phrases import list_words
from dashboard.knowledge.shapes import Shape, find_shapes
from dashboard.knowledge.short_names import find_short_names
from dashboard.knowledge.translating import translate_name
from dashboard.knowledge.trie import Found, find_known, find_towns
from dashboard.knowledge.vietnamese import find_vietnamese
from dashboard.model import Article, Mention, MentionKind, mention_at

_DEFINED = re.compile(rf"[ ]?[(\[] ?(?:the )?[\"“”']?({ACRONYM.pattern})[\"“”']?[)\],;]")
_DEFINED_BEFORE = re.compile(r"(?<!\w)([A-Z][\w&-]{0,9}[A-Z]) \((?:[Tt]he )?\Z")
_BRACKET = re.compile(r" \(([A-Z][\w&-]{1,11})\)")
_ISSUER = re.compile(r"^Press Release: ([^\n]{3,90})$", re.MULTILINE)
_REFERENCE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]his|[Ll]a|[Aa]|[Dd]ie|[Dd]er|[Nn]uestra|[Nn]ossa) "
    r"(?:[Uu]niversit(?:y|ät)|[Uu]niversidade?|[Cc]ollege|[Ii]nstitute)\b|\b[Ll]['’][Uu]niversité\b"
)
_LEARNED = ("univ", "coll", "inst")
_OTHERS = (" of ", " de ", " do ", " for")
# "the UN's Sustainable Development Goals" name the goals
_OF_GOALS = re.compile(r"(?:['’]s?)? (?:17 )?(?:Sustainable Development Goal|SDG|2030 Agenda|Agenda 2030|General Assembly)")
_ARTICLE_A = ("pt", "es", "gl", "hu")
_ATTRIBUTE = re.compile(r"\b[Aa]n? \Z")
_CAPITALS_AFTER = re.compile(r" [A-Z]{4,}\b")
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{4,} \Z")
_JOINTS = (" at ", " in ", ", ", " of ", " de ")
_BRITISH = re.compile(r"\b([Oo]rgani|[Ii]ndustriali|[Ii]nternationali)s(ation)")
_AND = re.compile(r"\b(?:and|und|et|dan|y|e)\b|&")
_SHORTEST = 4
# what gives stretches with the plain names of those they mean, and what gives stretches that are names
_NAMERS: tuple[tuple[str, Callable[[str], Iterator[tuple[tuple[int, int], str]]]], ...] = (
    ("government", find_governments),
    ("city that acts", find_cities),
    ("short name", find_short_names),
)
_FINDERS: tuple[tuple[str, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    ("name and country", find_brands),
    ("legal form", find_companies),
    ("Vietnamese name", find_vietnamese),
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name at a place, the value that it means and the rule that found it."""

    start: int
    end: int
    value: str
    rule: str


def find_institutions(article: Article) -> Iterator[Mention]:
    """Every mention of an institution in the text: its value is a key of our table or ``name:`` and its name."""
    text = article.text
    known = list(find_known(text))
    names = _merge(_find_issuers(text), _merge(_name_known(text, known), _find_built(text, known)))
    further, acronyms = _define(text, names)
    names = _merge(names, further)
    names = _merge(names, list(_find_acronyms(text, names, acronyms)))
    spans = [(name.start, name.end) for name in names]
    names = _merge(names, [_Name(*span, _value_of(text[slice(*span)]), "listed") for span in find_listed(text, spans)])
    names = _merge(names, list(_find_references(article, names)))
    for name in names:
        if not _is_about_else(article, name):
            yield mention_at(article, MentionKind.INSTITUTION, (name.start, name.end), name.value, name.rule)


def _is_about_else(article: Article, name: _Name) -> bool:
    text = article.text
    # "an ASEAN network" names a network; in Portuguese "a" is the article of universities
    attribute = (
        article.language not in _ARTICLE_A
        and name.rule == "acronym"
        and _ATTRIBUTE.search(text, max(0, name.start - 3), name.start)
    )
    return bool(attribute or _OF_GOALS.match(text, name.end))


def _merge(kept: list[_Name], further: list[_Name]) -> list[_Name]:
    """Both lists in order; of names that overlap the one that begins first, or is longer, or stands in the first list."""
    result: list[_Name] = []
    for name in sorted([*kept, *further], key=lambda name: (name.start, -name.end)):
        if not result or name.start >= result[-1].end:
            result.append(name)
    return result


def _find_issuers(text: str) -> list[_Name]:
    return [_Name(*match.span(1), _value_of(match[1].strip()), "issuer") for match in _ISSUER.finditer(text)]


def _name_known(text: str, found: Sequence[Found]) -> list[_Name]:
    """Known names; one that several bear means the one in the country of the others."""
    sure = Counter(known[0].country for _, known in found if len(known) == 1)
    countries = [country for country, _ in sure.most_common(2) if country]
    names = []
    for span, known in found:
        if _links_two(text, span, known):
            continue
        one = choose_known(known, countries)
        names.append(_Name(*span, one.value if one else f"name:{known[0].name}", "gazetteer"))
    return names


def _links_two(text: str, span: tuple[int, int], known: Sequence[Known]) -> bool:
    """Whether an "and" that no name has joins two bodies: "AUT and the University" is no "AUT University"."""
    if not _AND.search(text, *span):
        return False
    return not any(_AND.search(name) for one in known for name in one.names)


def _find_built(text: str, found: Sequence[Found]) -> list[_Name]:
    """Stretches that are built like a name or named after a country, and what acts under another's name."""
    shared = list(find_coordinated(text))
    names = [_Name(*one.span, _value_of(one.name), "shared head word") for one in shared]
    for rule, find_named in _NAMERS:
        names += [_Name(*span, _value_of(name), rule) for span, name in find_named(text)]
    names += [_name_shape(text, shape) for shape in _find_whole(text, found, {one.whole for one in shared})]
    for rule, find in _FINDERS:
        names += [_Name(*span, _value_of(" ".join(text[slice(*span)].split())), rule) for span in find(text)]
    return names + [_Name(*span, known.value, "town that acts") for span, known in find_towns(text)]


def _find_whole(text: str, found: Sequence[Found], lists: Collection[tuple[int, int]]) -> Iterator[Shape]:
    """Shapes but for parts of institutions, what stands in lists of one head word, and what runs on beyond a known name.

    "University of Otago Masters" is left to the known "University of Otago".
    """
    known_ends = dict(span for span, _ in found)
    for shape in find_shapes(text):
        known_end = known_ends.get(shape.start, shape.end)
        runs_on = shape.head < known_end < shape.end and _is_beyond(text[known_end : shape.end], shape.kind)
        listed = any(start <= shape.start < end for start, end in lists)
        if shape.kind not in ("part", "programme") and not runs_on and not listed:
            yield shape


def _is_beyond(rest: str, kind: str) -> bool:
    """Whether what follows a known name is no part of it: no joint leads there, or but to the country of a university."""
    if not rest.startswith(_JOINTS):
        return True
    country = rest.removeprefix(" of ").removeprefix("the ")
    return kind == "university" and country != rest and match_country(country).key is not None


def _name_shape(text: str, shape: Shape) -> _Name:
    """A shape as a name; a minister stands for the ministry."""
    name = " ".join(text[shape.start : shape.end].split())
    if shape.kind == "minister":
        title, field = name.split(" ", 1)
        return _Name(shape.start, shape.end, _value_of(f"{read_ministries()[fold_in_place(title)]} {field}"), "minister")
    plain = name_ministry(name) if shape.kind == "government" else name
    return _Name(shape.start, shape.end, _value_of(plain), "name shape")


def _value_of(name: str) -> str:
    """The value of a name as written: that of the one known institution called so, or the name itself."""
    known = choose_known(find_by_name(name)) or choose_known(find_by_name(_BRITISH.sub(r"\1z\2", name)))
    if known is None and (english := translate_name(name)) != name:
        return _value_of(english)
    return known.value if known else f"name:{name}"


def _define(text: str, names: list[_Name]) -> tuple[list[_Name], dict[str, str]]:
    """Names without a head word that an acronym in brackets brings to light, and what each acronym of the text stands for."""
    acronyms: dict[str, str] = {}
    explained = set()
    for name in names:
        if after := _DEFINED.match(text, name.end):
            acronyms.setdefault(after[1], name.value)
            explained.add(after.start(1))
        before = _DEFINED_BEFORE.search(text, max(0, name.start - 20), name.start)
        if before and text.startswith(")", name.end) and before[1][0] == text[name.start]:
            acronyms.setdefault(before[1], name.value)
    further = []
    for match in _BRACKET.finditer(text):
        known = match.start(1) in explained or not is_body(match[1])
        start = None if known else find_long_form(text, match.start(), match[1])
        if start is not None:
            value = _value_of(" ".join(text[start : match.start()].split()))
            further.append(_Name(start, match.start(), value, "defined acronym"))
            acronyms.setdefault(match[1], value)
    return further, acronyms


def _find_acronyms(text: str, names: list[_Name], defined: Mapping[str, str]) -> Iterator[_Name]:
    """Acronyms: those that the text defines, those of a name it gives in full, those known to belong to one body only."""
    initials = {_initials(name.value): name.value for name in names if name.rule != "issuer"}
    countries = {known.country for name in names if (known := read_values().get(name.value)) and known.country}
    found = [match for match in (*ACRONYM.finditer(text), *find_camels(text)) if _names_body(match)]
    uses = Counter(match[0] for match in found)
    for match in found:
        written = match[0]
        if written in defined:
            yield _Name(*match.span(), defined[written], "defined acronym")
        elif written in initials:
            yield _Name(*match.span(), initials[written], "acronym")
        elif known := _match_alone(written, text, countries, uses):
            yield _Name(*match.span(), known.value, "acronym")
        else:
            yield from _find_bare(match, defined, text)


def _match_alone(written: str, text: str, countries: Collection[str], uses: Mapping[str, int]) -> Known | None:
    """The body that an acronym means which the text explains nowhere."""
    return match_acronym(written, countries) or (match_repeated(written, text) if uses[written] > 1 else None)


def _names_body(match: re.Match[str]) -> bool:
    """Whether capitals may stand for a body here: "NU+" is a product, "AUD 500" money."""
    return (
        is_body(match[0])
        and not is_surname(match[0])
        and not match.string.startswith("+", match.end())
        and not is_amount(match)
    )


def _find_bare(match: re.Match[str], defined: Mapping[str, str], text: str) -> Iterator[_Name]:
    """Capitals that nothing explains: a defined acronym with something before it, else a name, if not a line in capitals."""
    written = match[0]
    ending = next((acronym for acronym in defined if len(acronym) > _SHORTEST + 1 and written.endswith(acronym)), None)
    if ending:
        yield _Name(match.end() - len(ending), match.end(), defined[ending], "defined acronym")
    elif len(written) >= _SHORTEST and not is_place(written) and not _is_in_capitals(text, match) and is_coined(written, text):
        yield _Name(*match.span(), f"name:{written}", "bare acronym" if written.isupper() else "capitals within")


def _is_in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether the words beside are in capitals too, as in headlines and datelines."""
    before = _CAPITALS_BEFORE.search(text, max(0, match.start() - 12), match.start())
    return bool(before or _CAPITALS_AFTER.match(text, match.end()))


def _initials(value: str) -> str:
    """What an institution is likely to be called for short."""
    known = read_values().get(value)
    if known and known.acronym:
        return known.acronym
    return list_initials(known.name if known else value.removeprefix("name:"))


def _find_references(article: Article, names: list[_Name]) -> Iterator[_Name]:
    """ "The University" and the like, which mean the publisher or else the first university named before."""
    own = _find_own(article, names)
    first = next((name for name in names if _is_university(name.value)), None)
    meant, since = (own, 0) if own else (first.value, first.end) if first else ("", len(article.text))
    ends = [name.end for name in names]
    for match in _match_references(article.text, since):
        near = bisect_right(ends, match.start())
        # the words may begin a name of their own, as in "l'Université Laval"
        begins = near < len(names) and names[near].start < match.end()
        if not begins and not article.text.startswith(_OTHERS, match.end()):
            yield _Name(*match.span(), meant, "coreference")


def _match_references(text: str, since: int) -> Iterator[re.Match[str]]:
    """Where such words stand from a place on: looked for at the word before "university" and the like only."""
    words = list_words(text)
    for number in sorted(number for stem in _LEARNED for number in words.stems.get(stem, ())):
        start = words.spans[max(0, number - 1)][0]
        match = _REFERENCE.match(text, start) if start >= since else None
        if match:
            yield match


def _find_own(article: Article, names: list[_Name]) -> str:
    """The value of the university or institute that publishes the article, else issues it; empty where none does."""
    own = _value_of(article.publisher) if article.publisher else ""
    if _is_university(own):
        return own
    return next((name.value for name in names if name.rule == "issuer" and _is_university(name.value)), "")


def _is_university(value: str) -> bool:
    known = read_values().get(value)
    return (known.kind if known else tell_kind(value.removeprefix("name:"))) in ("university", "research")
