"""Markdown turned lightly into plain text: every word stays, the marks go."""

from __future__ import annotations

import html
import re
from itertools import pairwise

# Articles come from anywhere, so time must grow with length alone: every repetition is bounded or stops at its own opening.
_COMMENT = (re.compile("<!--"), re.compile("-->"))
_UNREAD = (
    re.compile(r"<(?:script|style|iframe)\b[^<>]{0,2000}>", re.IGNORECASE),
    re.compile(r"</(?:script|style|iframe)[ ]{0,9}>", re.IGNORECASE),
)
# Where an image or link leads: an address in brackets, which may hold one pair of its own, or a reference.
_TARGET = r"(?:\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,2000})?\)|\[[^\[\]\n]{0,200}\])"
# each with signs of which its matches hold one at least
_DROPPED = (
    (("{{", "{%"), re.compile(r"\{\{[^{}\n]{0,2000}\}\}|\{%[^{}%\n]{0,2000}%\}")),  # shortcodes and template expressions
    (("{",), re.compile(r"\{(?::|[ ]?[.#])[^{}\n]{0,200}\}")),  # attributes of an element
    (("![",), re.compile(r"!\[[^\[\]]{0,1000}\]" + _TARGET)),  # images
    (
        ("]:",),
        re.compile(r"^[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]+\S.*$", re.MULTILINE),
    ),  # addresses of reference links, footnotes
    (("[^",), re.compile(r"\[\^[^\[\]\n]{1,100}\]")),
    (("```", "~~~", ":::"), re.compile(r"^[ ]{0,3}(?:```|~~~|:::).*$", re.MULTILINE)),
    (tuple("-*_="), re.compile(r"^[ ]{0,3}(?:[-*_=][ \t]{0,3}){3,200}$", re.MULTILINE)),  # rules and underlines of headings
    (
        ("--",),
        re.compile(r"^[ ]{0,3}\|?(?:[ ]{0,3}:?-{2,100}:?[ ]{0,3}\|){1,50}[ :-]{0,100}$", re.MULTILINE),
    ),  # rules of tables
)
_KEPT = (
    (("[",), re.compile(r"\[([^\[\]]{0,2000})\]" + _TARGET), r"\1"),
    (("<",), re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>"), r"\1"),
    (("<",), re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]{0,200}>", re.IGNORECASE), "\n"),
    (("<",), re.compile(r"</?[A-Za-z][^<>]{0,2000}>"), ""),
    (("#",), re.compile(r"^[ ]{0,3}#{1,6}[ \t]{1,9}", re.MULTILINE), ""),
    ((" #",), re.compile(r" #{1,6}$", re.MULTILINE), ""),
    ((">",), re.compile(r"^[ ]{0,3}(?:>[ ]?){1,9}", re.MULTILINE), ""),
    (tuple("*+•"), re.compile(r"^([ \t]{0,40})[*+•][ \t]{1,9}", re.MULTILINE), r"\1- "),
    # the look-behinds come after their sign, because a pattern that begins with a letter is found ten times faster
    (("**", "~~", "`"), re.compile(r"\*\*|~~|`"), ""),
    (("__",), re.compile(r"__(?:(?<!\w__)(?=\w)|(?<=[\w.,;:!?)]__)(?!\w))"), ""),
    (("*",), re.compile(r"\*(?<![\w*\\]\*)(?=\S)([^*\n]{1,1000})(?<=\S)\*(?![\w*])"), r"\1"),
    (("_",), re.compile(r"_(?<![\w_\\]_)(?=\S)([^_\n]{1,1000})(?<=\S)_(?![\w_])"), r"\1"),
    (("\\",), re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])"), r"\1"),
)
_NO_PARAGRAPH = re.compile(r"\s{0,9}(?:[-*+•>|#]|\d{1,3}[.)]\s|```|~~~|<)")


def plain_text(markdown: str) -> str:
    """The words of a Markdown text: links as their texts, headings as lines; images, tags and shortcodes gone."""
    text = _cut(_cut(markdown, *_COMMENT), *_UNREAD)
    for signs, pattern in _DROPPED:
        text = _replace(text, signs, pattern, "")
    text = "\n\n".join(_unwrap(block) for block in re.split(r"\n[ \t]*\n", text))
    for signs, pattern, kept in _KEPT:
        text = _replace(text, signs, pattern, kept)
    return html.unescape(text)


def _replace(text: str, signs: tuple[str, ...], pattern: re.Pattern[str], kept: str) -> str:
    """The text with all matches of a pattern replaced; one without any of the pattern's signs is left as it is at once."""
    return pattern.sub(kept, text) if any(sign in text for sign in signs) else text


def _cut(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """The text without what stands from an opening to the next closing; what is never closed stays."""
    kept, position = [], 0
    while (start := opening.search(text, position)) and (end := closing.search(text, start.end())):
        kept.append(text[position : start.start()])
        position = end.end()
    return "".join([*kept, text[position:]])


def _unwrap(block: str) -> str:
    """The block on one line, where its lines were broken only because they were full; other breaks are meant."""
    if "\n" not in block:
        return block
    lines = block.split("\n")
    width = max(map(len, lines))
    if not 50 <= width <= 120 or any(map(_NO_PARAGRAPH.match, lines)):
        return block
    full = all(len(line) + len(following.split(" ", 1)[0]) >= width - 2 for line, following in pairwise(lines))
    return " ".join(line.strip() for line in lines) if full else block
