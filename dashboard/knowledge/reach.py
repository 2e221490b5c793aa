"""How far the name of an institution reaches beyond its head word: joints, fields, lists of fields, places."""

from __future__ import annotations

from dashboard.knowledge.countries import match_country
from dashboard.knowledge.lines import Line
from dashboard.knowledge.naming import HeadWord, find_head, is_subject, read_empty, read_subjects, read_uses
from dashboard.knowledge.places import match_city

LONGEST = 18
_APOSTROPHES = ("'", "’", "ʻ", "‘")
# "Hawai'i", "Jiao Tong's": what may follow an apostrophe within a name
_SHORT_ENDS = ("i", "ap")
# heads whose names may list fields with commas; universities are listed among others too often
_LISTING = ("government", "research", "university", "network", "intergovernmental", "school", "part", "ngo", "other")
_LONGEST_FIELD = 4
_ADJECTIVE_ENDS = ("ical", "ional")
_ENGLISH_OF = ("of", "for", "the", "and")
_ROMANCE_OF = ("de", "des", "du", "d", "del", "della", "dell", "da", "do", "l", "la")
_COUNTRY_WORDS = 3
# "Embassy of the Republic of Korea in ...": so many words may name who sends it
_SENDER = 6
# English heads that a further word may follow without a joint
_FOLLOWED = ("university", "hogeschool", "akademi")


def grow_right(line: Line, i: int, head: HeadWord) -> int:
    """The last word of a name whose head is word ``i``."""
    last, direct = i, head.order in ("first", "compound") or _is_followed(line, i)
    while head.order not in ("last", "low") and last + 1 < len(line.low) and last - i < LONGEST:
        step = _step_right(line, last, direct, head)
        if step == 0 or (step == 1 and last > i and _is_beside(line, last, head)):
            break
        direct, last = True, last + step
    return last + _count_country(line, last, head)


def _is_beside(line: Line, last: int, head: HeadWord) -> bool:
    """Whether a German name has its place already: "Universität Bremen" takes no second word without a joint."""
    if head.order != "compound" or line.gap(last + 1) != " " or line.gap(last) != " " or not line.capital(last + 1):
        return False
    return match_city(line.text[slice(*line.spans[last + 1])]) is None


def _count_country(line: Line, last: int, head: HeadWord) -> int:
    """How many words name a country right after an English name: "Structural Engineering Society New Zealand"."""
    if head.order != "any" or line.low[last - 1 : last] == ["in"]:
        return 0
    for count in range(_COUNTRY_WORDS, 0, -1):
        words = range(last + 1, last + 1 + count)
        if all(line.joined(j) and not line.broken(j) and line.gap(j) == " " and line.capital(j) for j in words):
            end = last + count
            name = line.text[line.spans[last + 1][0] : line.spans[end][1]]
            goes_on = line.joined(end + 1) and line.capital(end + 1)
            if not goes_on and match_country(name).key and not name.isupper():
                return count
    return 0


def _is_followed(line: Line, i: int) -> bool:
    """Whether a name goes on right after an English head word that nothing stands before: "University College London"."""
    if line.low[i] not in _FOLLOWED or (i > 0 and line.joined(i) and line.proper(i - 1)):
        return False
    after = line.word(i + 1)
    return line.joined(i + 1) and line.proper(i + 1) and (after == "college" or find_head(after) is None)


def _step_right(line: Line, last: int, direct: bool, head: HeadWord) -> int:
    """How many words further the name goes after word ``last``: none where it ends."""
    after = last + 1
    if line.gap(after) == ", ":
        return _count_list(line, after, head)
    if not line.joined(after) or line.broken(after):
        return 0
    step = _step_joint(line, last, head)
    return step if step is not None else int(_goes_on(line, after, direct, head))


def _step_joint(line: Line, last: int, head: HeadWord) -> int | None:
    """How many words further a joint after word ``last`` leads, itself included; ``None`` where no joint stands there."""
    after = last + 1
    gap, word = line.gap(after), line.low[after]
    if gap in _APOSTROPHES and word in _SHORT_ENDS:
        return 1
    if "&" in gap:
        return _step_and(line, last, after)
    if word in read_uses("and"):
        return _step_and(line, last, after + 1)
    if word in read_uses("of") or word in read_uses("place") or (word == "on" and line.low[last] in read_uses("council")):
        return _step_of(line, after, head)
    return None


def _goes_on(line: Line, after: int, direct: bool, head: HeadWord) -> bool:
    """Whether a word that no joint precedes is part of the name."""
    word = line.low[after]
    if word == "college" and line.low[after - 1] == "university":
        return line.capital(after)
    if not direct:
        return word in read_uses("small")
    if line.proper(after):
        return not _begins_part(line, after) and (head.order != "minister" or is_subject(word))
    return (head.kind == "school" and word.isdigit()) or _is_plain_field(line, after, head)


def _is_plain_field(line: Line, i: int, head: HeadWord) -> bool:
    """Whether word ``i`` is a field in small letters, as in "Institut national de la recherche agronomique"."""
    word, before = line.low[i], line.low[i - 1]
    if word in read_uses("small"):
        return True
    romance = head.order in ("first", "romance", "minister") or before in _ROMANCE_OF
    return (romance or not (line.capital(i - 1) or before in _ENGLISH_OF)) and word in read_subjects()


def _step_of(line: Line, after: int, head: HeadWord) -> int:
    """The words of "of the Arts" and the like; a place after "in" only after a field, or of an embassy."""
    ahead, articles = after + 1, read_uses("article")
    while line.word(ahead) in articles and ahead - after < 3 and line.joined(ahead):
        ahead += 1
    if not line.joined(ahead) or not (line.proper(ahead) or _is_plain_field(line, ahead, head)):
        return 0
    word = line.low[after]
    if word not in read_uses("of") and word in read_uses("place") and not _is_placed(line, after, ahead, head):
        return 0
    return ahead - after + 1


def _is_placed(line: Line, after: int, ahead: int, head: HeadWord) -> bool:
    """Whether "in" or "at" goes on with the place of the same body: "University of Economics in Katowice"."""
    if find_head(line.low[ahead]) is not None or _has_head_soon(line, ahead):
        return False
    mission = head.kind == "government" and not read_uses("mission").isdisjoint(line.low[max(0, after - _SENDER) : after])
    before = line.low[after - 1]
    northern = before == "universitetet" or (head.order == "first" and line.low[after] in ("w", "we", "v", "i"))
    return mission or northern or (head.kind == "university" and line.low[after] != "to" and is_subject(before))


def _step_and(line: Line, last: int, ahead: int) -> int:
    """The words up to the field after an "and", where a field stands before it too and no second name begins."""
    before = line.low[last]
    if not (is_subject(before) or before.endswith(_ADJECTIVE_ENDS)):
        return 0
    ahead = _skip_joints(line, ahead, last)
    small = not line.capital(last) and line.word(ahead) in read_subjects()
    if not line.joined(ahead) or not (line.capital(ahead) or small) or _has_head_soon(line, ahead):
        return 0
    return max(0, _end_of_field(line, ahead) - last)


def _skip_joints(line: Line, ahead: int, last: int) -> int:
    """The word after further joints, as in "y de la Cultura"; but "and the" begins another name."""
    joints = read_empty() - {"the"}
    while line.word(ahead) in joints and not line.capital(ahead) and ahead - last < _LONGEST_FIELD and line.joined(ahead):
        ahead += 1
    return ahead


def _end_of_field(line: Line, ahead: int) -> int:
    """The last word of a field of one or two words that begins at word ``ahead``; 0 where none does."""
    if is_subject(line.low[ahead]):
        return ahead
    further = ahead + 1
    fits = line.proper(ahead) and line.joined(further) and line.capital(further) and is_subject(line.low[further])
    return further if fits and not _has_head_soon(line, further) else 0


def _count_list(line: Line, after: int, head: HeadWord) -> int:
    """How many words belong to fields listed after a comma ("..., Science and Research"), if the list ends with "and"."""
    if head.kind not in _LISTING or not is_subject(line.low[after - 1]):
        return 0
    i = after
    while True:
        ends = line.word(i) in read_uses("and") or (i > after and "&" in line.gap(i))
        i += line.word(i) in read_uses("and")
        end = _end_field(line, i)
        if end == i or (not ends and not _is_listed_on(line, end)):
            return 0
        if ends:
            return end - after
        i = end


def _is_listed_on(line: Line, end: int) -> bool:
    """Whether a list goes on at word ``end``: after a comma, or with "and"."""
    return end < len(line.low) and (line.gap(end) in (", ", " & ") or line.low[end] in read_uses("and"))


def _end_field(line: Line, i: int) -> int:
    """The word after the field in capitals that begins at word ``i``; ``i`` itself where none does."""
    end = i
    while end - i < _LONGEST_FIELD and line.proper(end) and (end == i or (line.joined(end) and line.gap(end) != " & ")):
        head = find_head(line.low[end])
        if (head and not is_subject(line.low[end])) or line.broken(end):
            return i
        end += 1
    fields = any(is_subject(line.low[j]) for j in range(i, end))
    return end if fields else i


def _begins_part(line: Line, i: int) -> bool:
    """Whether another name begins at word ``i``, as in "University of Leeds School of Medicine"."""
    head = find_head(line.low[i])
    return head is not None and head.order != "compound" and line.low[i] not in read_subjects()


def _has_head_soon(line: Line, i: int) -> bool:
    """Whether a second name follows an "and": "Nagoya University and Research Institute"."""
    for j in range(i, min(i + _LONGEST_FIELD + 1, len(line.low))):
        if not line.capital(j) or (j > i and not line.joined(j)):
            return False
        if _begins_part(line, j):
            return True
    return False
