"""The scan: one compiled pattern that finds where a figure may stand, so that all other text is passed over unread."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.numbers.singles import may_tell_of_one

_UNITS = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "year",
    "decade",
    "century",
    "mile",
    "kilomet(?:er|re)",
)
_ZERO = ("no", "none", "nobody", "both")


@cache
def _candidate() -> re.Pattern[str]:
    words = sorted({form for word in [*number_words(), *_ZERO] for form in (word, word.capitalize(), word.upper())})
    return re.compile(
        rf"\d|[½¼¾⅓⅔⅛⅜⅝⅞]|\b(?:{'|'.join(words)}|[aA] (?:few|couple|handful)"
        rf"|(?:than|within|over|about|around|nearly|almost|under) an? (?:{'|'.join(_UNITS)}))\b"
    )


def may_hold_figure(text: str) -> bool:
    """Whether a text holds a digit, a number word or a word of none at all."""
    return _candidate().search(text) is not None or may_tell_of_one(text, 0, len(text))


def sentences_with_figures(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Indexes of the sentence spans in which a figure may stand."""
    found: list[int] = []
    find = _candidate().search
    for k, (start, end) in enumerate(spans):
        if find(text, start, end) or may_tell_of_one(text, start, end):
            found.append(k)
    return found
