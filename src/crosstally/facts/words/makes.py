"""Makes that a report names with their number, so that the two name it in its other sentences, too: "Vanda 5"."""

from __future__ import annotations

import re

from crosstally.facts.words.calendar import days_and_months

_MAKE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|new)\ (?P<name>[A-Z][A-Za-z]{2,})\ (?P<number>\d{1,4})"
    r"(?=[,;:)]|\.(?!\d)|['’]s?\s|\ (?:is|was|has)\b)"
)


def makes_in(text: str) -> frozenset[tuple[str, str]]:
    """The name, in small letters, and the number of each make behind an article: "the Vanda 5 is" has vanda and 5.

    No number that counts stands between a name with an article and a mark or the verb of one thing.
    """
    found = ((make["name"].lower(), make["number"]) for make in _MAKE.finditer(text))
    return frozenset((name, number) for name, number in found if name not in days_and_months())
