"""Who stands behind a claim: a speaker that two reports can both mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

_ANYBODY = re.compile(
    r"(?:(?:local|state|government|military|security|senior|city|rescue|health|aid|medical) )?"
    r"(?:officials?|sources?|authorities|witness(?:es)?|reports?|spokes(?:man|woman|person|people)|residents?|locals?"
    r"|experts?|people|workers?|doctors?|he|she|they|it|who|media|news(?:papers?)?|agenc(?:y|ies)|neighbou?rs?|many|some)"
)


def speaker_of(fact: Fact) -> str | None:
    """The speaker of a claim, in lower case and without an article; None for nobody and for anybody ("officials")."""
    if fact.speaker is None:
        return None
    name = fact.speaker.lower().removeprefix("the ").removeprefix("a ").strip()
    return None if not name or _ANYBODY.fullmatch(name) else name
