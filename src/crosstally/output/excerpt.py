"""A sentence shortened around its figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact

_CUT = "…"
_EVEN = re.compile(r"\s+")


def excerpt(fact: Fact, width: int) -> tuple[str, str, str]:
    """The words before the figure, the figure, the words after it: together at most `width` characters.

    White space is evened out. Where something is cut off, an ellipsis stands, and words stay whole.
    """
    quote = " ".join(fact.quote.split())
    before, after = (_EVEN.sub(" ", words) for words in fact.around)
    before, after = before.lstrip(), after.rstrip()
    room = max(width - len(quote), 0)
    for_before = min(len(before), max(room // 2, room - len(after)))
    return _tail(before, for_before), quote, _head(after, room - for_before)


def _head(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[: max(room - len(_CUT), 0)]
    return kept.rpartition(" ")[0] + _CUT if room else ""


def _tail(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[len(text) - max(room - len(_CUT), 0) :]
    return _CUT + kept.partition(" ")[2] if room else ""
