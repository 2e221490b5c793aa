"""How far the values that a chart rests on can be trusted, in a sentence for its foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.measures.reviewed import count_reviewed
from dashboard.selection import Slice
from dashboard.ui.quality import DIGESTS, FIELD_NAMES, read_measurements
from dashboard.words import _, ngettext, write_clauses, write_number

# A share of fewer values than this says nothing.
_FEWEST = 5


def describe_accuracy(fields: Sequence[str], part: Slice) -> str:
    """One plain sentence on the fields of records that a chart rests on, for the events it shows; empty where nothing is known.

    Where people read all of these events it says so, since measured accuracy is that of extraction alone.
    """
    read = count_reviewed(part)
    if not fields or not len(part.rows):
        return ""
    if read == len(part.rows):
        words = ngettext(
            "A person read the reports of this event and entered what they say.",
            "People read the reports of these {n} events and entered what they say.",
            read,
        )
        return words.format(n=write_number(read))
    measured = describe_measured(fields)
    if not read or not measured:
        return measured
    words = ngettext("{n} of {all} events was read by people.", "{n} of {all} events were read by people.", read)
    both = _("{read} The others were found by rules. {measured}")
    return both.format(read=words.format(n=write_number(read), all=write_number(len(part.rows))), measured=measured)


def describe_measured(fields: Sequence[str]) -> str:
    """What was measured of some fields on articles of other publishers, or else on our own digests."""
    gold, measurement = next(iter(read_measurements().items()), ("", {}))
    told = write_clauses(_tell(field, measurement["fields"][field]) for field in fields if _is_known(measurement, field))
    if not told:
        return ""
    count = measurement["articles"]
    if gold == DIGESTS:
        words = ngettext("Measured on {n} digest of our own: {told}.", "Measured on {n} digests of our own: {told}.", count)
    else:
        words = ngettext(
            "Measured on {n} article of other publishers: {told}.",
            "Measured on {n} articles of other publishers: {told}.",
            count,
        )
    return words.format(n=write_number(count), told=told)


def _is_known(measurement: Mapping[str, Any], field: str) -> bool:
    return bool(measurement.get("fields", {}).get(field, {}).get("n", 0) >= _FEWEST)


def _tell(field: str, scores: Mapping[str, Any]) -> str:
    """A field with the share of what was found that is right, and of what is there that was found."""
    words = _("{field}: of 100 values found {right} are right, of 100 that are there {found} are found")
    right, found = (round(100 * scores[name]) for name in ("precision", "recall"))
    return words.format(field=_(FIELD_NAMES.get(field, field)), right=right, found=found)
