"""Renew ``country_names.csv`` from the Unicode CLDR (through ``pip install babel``); names that only the file has are kept.

Run from the root of the project: ``python data/renew/country_names.py``.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale

REFERENCE = Path(__file__).resolve().parents[1] / "reference"
TABLE = REFERENCE / "country_names.csv"
# The languages of the articles that are read; English names stand in countries.csv. zh_Hant adds the traditional characters.
LOCALES = (
    *("ar", "bg", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "kk", "ko"),
    *("lt", "lv", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th"),
    *("tr", "uk", "uz", "vi", "zh", "zh_Hant"),
)


def read_kept() -> dict[tuple[str, str], list[str]]:
    """The names in the file as it is, by language and alpha-3."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return {(row["language"], row["alpha3"]): row["names"].split(" | ") for row in csv.DictReader(stream)}


def read_codes() -> dict[str, str]:
    """Alpha-3 by alpha-2, of every country in ``countries.csv``."""
    with (REFERENCE / "countries.csv").open(encoding="utf-8", newline="") as stream:
        return {row["alpha2"]: row["alpha3"] for row in csv.DictReader(stream)}


def renew() -> int:
    """Write the table anew; returns how many rows it has."""
    names: dict[tuple[str, str], list[str]] = {}
    for locale in LOCALES:
        territories = Locale.parse(locale).territories
        for alpha2, alpha3 in read_codes().items():
            name = territories.get(alpha2, alpha2).replace("|", " ").strip()
            known = names.setdefault((locale.split("_")[0], alpha3), [])
            known += [name] if name != alpha2 and name not in known else []
    for key, kept in read_kept().items():
        known = names.setdefault(key, [])
        known += [name for name in kept if name not in known]
    rows = [(*key, " | ".join(known)) for key, known in sorted(names.items()) if known]
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("language", "alpha3", "names"))
        writer.writerows(rows)
    return len(rows)


if __name__ == "__main__":
    print(f"{renew()} rows in {TABLE}")
