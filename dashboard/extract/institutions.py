"""Names of institutions in an article: known ones, those built like a name, acronyms, and words that refer back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.institutions import Known, choose_known, find_by_name, read_acronyms, read_stems, read_values
from dashboard.knowledge.brands import find_brands, find_camels
from dashboard.knowledge.places import match_city
from dashboard.knowledge.shapes import find_shapes, tell_kind
from dashboard.knowledge.trie import find_known, find_towns
from dashboard.model import Article, Mention, MentionKind, mention_at

_ACRONYM = re.compile(r"(?<![\w&/.@-])(?:[A-Z][\w&]{0,10}[A-Z][\w&]{0,6})(?:[-–/][A-Z]\w{1,12}){0,2}(?![\w@])")
_DEFINED = re.compile(r"[ ]?[(\[] ?(?:the )?[\"“”']?(" + _ACRONYM.pattern + r")[\"“”']?[)\],;]")
_DEFINED_BEFORE = re.compile(r"(?<!\w)([A-Z][\w&-]{0,9}[A-Z]) \((?:[Tt]he )?\Z")
_BRACKET = re.compile(r" \(([A-Z][\w&-]{1,11})\)")
_ISSUER = re.compile(r"^Press Release: ([^\n]{3,90})$", re.MULTILINE)
# "the UN's Sustainable Development Goals" name the goals, "an ASEAN network" a network
_OF_GOALS = re.compile(r"(?:['’]s?)? (?:17 )?(?:Sustainable Development Goal|SDG|2030 Agenda|Agenda 2030|General Assembly)")
_ATTRIBUTE = re.compile(r"\b[Aa]n? \Z")
_WORD = re.compile(r"[\w’'&-]+")
_REFERENCE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]his|[Ll]a|[Aa]|[Dd]ie|[Dd]er|[Nn]uestra|[Nn]ossa) (?:[Uu]niversit(?:y|ät)|[Uu]niversidade?|[Cc]ollege|[Ii]nstitute)\b"
    r"|\b[Ll]['’][Uu]niversité\b",
)
_PLACE_ENDS = frozenset("Lumpur Penh Kinabalu City Minh Chi Hong Kong York Angeles Paulo Aires Abeba Ababa Janeiro Delhi Town".split())
# acronyms of things that are no institutions, however often an article uses them
_NO_BODY = frozenset(
    "SDG SDGS MOU MOA LOI COVID STEM STEAM PHD MSC MBA BSC ICT CEO IT AI ML UK USA US EU GDP NGO NGOS HIV TV DVC VC ESG DOI PDF "
    "UAE DRC PRC URL FAQ RSVP GMT UTC CET EST PST AM PM BA MA MD HR PR ID OK VIP Q&A R&D B2B TVET K-12 ASAP ISBN ISSN HTML API CSV XML "
    "ICTS LLM GIS GPS DNA RNA".split()
)
_NO_BODY_WORDS = frozenset(
    "goal goals memorandum agreement understanding intelligence degree doctor master bachelor covid "
    "programme program project conference workshop meeting day week month year strategy framework plan act award prize scholarship".split()
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
    issuers = [_Name(*m.span(1), _value_of(m[1].strip()), "issuer") for m in _ISSUER.finditer(text)]
    names = _merge(issuers, _merge(*_find_names(text)))
    names, acronyms = _define(text, names)
    names = _merge(names, list(_find_acronyms(article, names, acronyms)))
    names = _merge(names, list(_find_references(article, names)))
    for name in names:
        if _OF_GOALS.match(text, name.end) or (name.rule == "acronym" and _ATTRIBUTE.search(text, max(0, name.start - 3), name.start)):
            continue
        yield mention_at(article, MentionKind.INSTITUTION, (name.start, name.end), name.value, name.rule)


def _merge(kept: list[_Name], further: list[_Name]) -> list[_Name]:
    """Both lists in order, without those of the second that overlap the first, unless they contain what they overlap."""
    result: list[_Name] = []
    for name in sorted([*kept, *further], key=lambda name: (name.start, -name.end)):
        if result and name.start < result[-1].end:
            continue
        result.append(name)
    return result


def _find_names(text: str) -> tuple[list[_Name], list[_Name]]:
    """Known names, and stretches built like a name; parts of institutions are left out."""
    found = list(find_known(text))
    sure = Counter(one.country for _, known in found if len(known) == 1 for one in known)
    gazetteer = []
    for (start, end), known in found:
        one = choose_known(known, [country for country, _ in sure.most_common(2) if country])
        gazetteer.append(_Name(start, end, one.value if one else f"name:{known[0].name}", "gazetteer"))
    shapes = []
    for shape in find_shapes(text):
        if shape.kind not in ("part", "programme"):
            name = " ".join(text[shape.start : shape.end].split())
            shapes.append(_Name(shape.start, shape.end, _value_of(name), "name shape"))
    starts = {name.start: name.end for name in gazetteer}
    # "University of Otago Masters": what a known name is followed by, without a joint, is no longer its name
    shapes = [name for name in shapes if not _runs_on(text, starts.get(name.start), name.end)]
    shapes += [_Name(*span, _value_of(text[span[0] : span[1]]), rule) for span, rule in find_brands(text)]
    shapes += [_Name(*span, known.value, "town that acts") for span, known in find_towns(text)]
    return gazetteer, shapes


def _runs_on(text: str, known_end: int | None, end: int) -> bool:
    return known_end is not None and known_end < end and not text[known_end:end].startswith((" at ", " in ", ", ", " of ", " de "))


def _value_of(name: str) -> str:
    """The value of a name as written: that of the one known institution called so, or the name itself."""
    known = choose_known(find_by_name(name))
    return known.value if known else f"name:{name}"


def _define(text: str, names: list[_Name]) -> tuple[list[_Name], dict[str, str]]:
    """The acronyms that the text itself explains, with what they stand for; names without a head word come to light so."""
    acronyms: dict[str, str] = {}
    ends = set()
    for name in names:
        match = _DEFINED.match(text, name.end)
        if match:
            acronyms.setdefault(match[1], name.value)
            ends.add(match.start(1))
        if before := _DEFINED_BEFORE.search(text, max(0, name.start - 20), name.start):
            acronyms.setdefault(before[1], name.value)
    further = []
    for match in _BRACKET.finditer(text):
        if match.start(1) in ends or match[1].upper() in _NO_BODY:
            continue
        start = _long_form(text, match.start(), match[1])
        if start is not None:
            value = _value_of(" ".join(text[start : match.start()].split()))
            further.append(_Name(start, match.start(), value, "defined acronym"))
            acronyms.setdefault(match[1], value)
    return _merge(names, further), acronyms


def _long_form(text: str, end: int, acronym: str) -> int | None:
    """Where the words begin that an acronym in brackets at ``end`` stands for (after Schwartz and Hearst 2003)."""
    letters = [c for c in acronym.casefold() if c.isalpha()]
    window = max(0, end - 120)
    words = list(_WORD.finditer(text, window, end))[-len(letters) - 4 :]
    if len(letters) < 3 or "\n" in text[window:end].rsplit("  ")[-1][-40:]:
        return None
    left = len(letters) - 1
    for word in reversed(words):
        initials = [part[0] for part in re.split(r"[-’']", word.group().casefold()) if part]
        while left >= 0 and letters[left] in initials[-1:]:
            left -= 1
            initials.pop()
        if left < 0:
            return word.start() if _is_body(text[word.start() : end]) else None
        if word.group()[0].isupper() and word.group().casefold()[0] != letters[left + 1 if left + 1 < len(letters) else left]:
            return None
    return None


def _is_body(name: str) -> bool:
    """Whether words that an acronym stands for may name an institution: capitals, and nothing that speaks against it."""
    words = _WORD.findall(name)
    folded = {word.casefold() for word in words}
    return words[0][0].isupper() and sum(word[0].isupper() for word in words) > 1 and not folded & _NO_BODY_WORDS


def _find_acronyms(article: Article, names: list[_Name], defined: dict[str, str]) -> Iterator[_Name]:
    """Acronyms: those that the text defines, those of a name it gives in full, those known to belong to one body only."""
    initials = {_initials(name.value): name.value for name in names if name.rule != "issuer"}
    countries = [known.country for name in names for known in _known_of(name.value) if known.country]
    uses = Counter(match.group() for match in _ACRONYM.finditer(article.text))
    for match in (*_ACRONYM.finditer(article.text), *find_camels(article.text)):
        written = match.group()
        if written.upper() in _NO_BODY or written.startswith("SDG") or article.text.startswith("+", match.end()):
            continue
        if written in defined:
            yield _Name(*match.span(), defined[written], "defined acronym")
        elif written in initials:
            yield _Name(*match.span(), initials[written], "acronym")
        elif ending := next((acronym for acronym in defined if len(acronym) > 5 and written.endswith(acronym)), None):
            yield _Name(match.end() - len(ending), match.end(), defined[ending], "defined acronym")
        elif known := _known_by_acronym(written, countries) or _known_by_country(written, article.text, uses[written]):
            yield _Name(*match.span(), known.value, "acronym")
        elif len(written) > 3 and not _is_place(written):
            yield _Name(*match.span(), f"name:{written}", "bare acronym" if written.isupper() else "capitals within")


def _known_by_acronym(written: str, countries: list[str]) -> Known | None:
    """The body that an acronym means by itself; mere initials of a university only in an article of its country."""
    found = read_acronyms().get(written, ())
    sure = [known for known in found if written in (known.acronym, *known.aliases)]
    known = choose_known(sure or [known for known in found if known.country in countries and len(written) > 3], countries)
    return known if known and (len(written) > 2 or written == "UN") else _known_by_stem(written)


def _known_by_country(written: str, text: str, uses: int) -> Known | None:
    """The body of our table that an ambiguous or very short acronym means, used twice or more, if the text names its country."""
    rows = [known for known in read_acronyms().get(written, ()) if known.key and known.country] if uses > 1 else []
    near = [known for known in rows if any(name in text for name in read_countries()[known.country or ""].names)]
    return near[0] if len(near) == 1 else None


@lru_cache(maxsize=1 << 14)
def _is_place(written: str) -> bool:
    """Whether capitals spell a place, as datelines do ("KUALA LUMPUR")."""
    name = written.title()
    return match_country(name).key is not None or match_city(name) is not None or name in _PLACE_ENDS


def _known_by_stem(written: str) -> Known | None:
    """The university whose domain begins with a word of mixed capitals such as "UMinho"."""
    return read_stems().get(written.lower()) if len(written) > 4 and not written.isupper() else None


def _initials(value: str) -> str:
    """What an institution is likely to be called for short."""
    name = value.removeprefix("name:")
    known = _known_of(value)
    if known and known[0].acronym:
        return known[0].acronym
    return "".join(word[0] for word in (known[0].name if known else name).split() if word[0].isupper())


def _known_of(value: str) -> tuple[Known, ...]:
    known = read_values().get(value)
    return (known,) if known else ()


def _find_references(article: Article, names: list[_Name]) -> Iterator[_Name]:
    """ "The University" and the like, which mean the publisher or else the first university named before."""
    universities = [name for name in names if _is_university(name.value)]
    own = _value_of(article.publisher) if article.publisher else None
    if own is None or not _is_university(own):
        own = next((name.value for name in universities if name.rule == "issuer"), None)
    for match in _REFERENCE.finditer(article.text):
        meant = own or next((name.value for name in universities if name.start < match.start()), None)
        if meant and not article.text[match.end() : match.end() + 4].startswith((" of ", " de ", " do ", " for")):
            yield _Name(*match.span(), meant, "coreference")


def _is_university(value: str) -> bool:
    known = _known_of(value)
    return (known[0].kind if known else tell_kind(value.removeprefix("name:"))) in ("university", "research")
