"""Texts cut into lines of a given width, for pictures: their fonts are only known where they are drawn."""

from __future__ import annotations

import unicodedata

from dashboard.words import keep_direction


def wrap_words(text: str, room: float, size: float) -> list[str]:
    """The text in lines of at most ``room`` pixels, its letters of ``size``; a word longer than a line is cut."""
    lines, line, width = [], "", 0.0
    for word in _cut_words(text, room, size):
        needed = measure_words(word, size)
        gap = measure_words(" ", size) if line else 0.0
        if line and width + gap + needed > room:
            lines.append(line)
            line, width, gap = "", 0.0, 0.0
        line, width = f"{line} {word}" if line else word, width + gap + needed
    return [keep_direction(each) for each in ([*lines, line] if line else lines)]


def _cut_words(text: str, room: float, size: float) -> list[str]:
    words: list[str] = []
    for word in text.split():
        while measure_words(word, size) > room:
            fits = next(n for n in range(len(word), 0, -1) if measure_words(word[:n], size) <= room or n == 1)
            words.append(word[:fits])
            word = word[fits:]
        words.append(word)
    return words


def measure_words(text: str, size: float) -> float:
    """About how many pixels wide a text is: fonts differ from machine to machine, so this errs on the wide side."""
    return sum(_width(sign) for sign in text) * size


def _width(sign: str) -> float:
    """The width of a sign in em, after the wide DejaVu Sans."""
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if unicodedata.combining(sign):
        return 0.0
    return 0.7 if sign.isupper() else 0.34 if sign in " .,:;|il'!()[]·" else 0.59
