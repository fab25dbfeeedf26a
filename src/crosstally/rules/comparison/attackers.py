"""Those who attack: by the words of a figure, whether it counts them and not those whom they hit."""

from __future__ import annotations

import re

_ATTACKERS = re.compile(
    r"\b(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|hijackers?|perpetrators?|suspects?"
    r"|himself|herself|themselves|own li(?:fe|ves)|suicide)\b",
    re.IGNORECASE,
)


def names_attackers(quote: str) -> bool:
    """Whether the words of a figure are of attackers: "the gunman", "two attackers", "took his own life"."""
    return _ATTACKERS.search(quote) is not None
