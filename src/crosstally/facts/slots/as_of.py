"""As of: the day on which a figure was counted, which is not the day on which what it counts happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crosstally.facts.context.time import TimeExpression, nearest_time
from crosstally.facts.lexicon import load
from crosstally.facts.words.vocabulary import any_of, in_any_case

_LOOK_BACK = 40  # code points
_WORD = re.compile(r"[\w'’]+|[^\w\s]")
_GIVING = ("to", "at", "past", "reached", "reaches", "passed", "exceeded")  # right before the figure
_REACH = 5  # words between a verb of reaching and its figure: "rose to at least | 12"


def when(
    sentence: str, times: Sequence[TimeExpression], span: tuple[int, int], *, asserted: bool
) -> tuple[str | None, str | None]:
    """When what a figure counts happened, and the day on which it was counted.

    Args:
        sentence: The sentence.
        times: The times that it names.
        span: First code point of the figure, and one past its last.
        asserted: Whether it is told as true: what is planned "by Friday" has not been counted then.

    Returns:
        Two ISO 8601 dates or intervals, None for what the sentence does not say.
    """
    counting = [time for time in times if asserted and _as_of().search(sentence, 0, time.start)]
    happened = nearest_time(sentence, [time for time in times if time not in counting], *span)
    counted = nearest_time(sentence, counting, *span)
    if counted is None and asserted and is_reached(sentence, span[0]):
        happened, counted = None, happened
    return happened.interval if happened else None, counted.interval if counted else None


def is_reached(sentence: str, start: int) -> bool:
    """Whether the figure at `start` is what a count reached: "the toll rose to | 12", "stood at | 12"."""
    before = sentence[max(0, start - _LOOK_BACK) : start].lower()
    if not before.rstrip().endswith(_GIVING):
        return False
    words = _WORD.findall(before)
    return words[-1] in _GIVING and not _reaching().isdisjoint(words[-_REACH:])


@cache
def _as_of() -> re.Pattern[str]:
    data = load("times")["as_of"]
    return re.compile(rf"\b{any_of(in_any_case(data['words']))}\s(?:{any_of(data['between'])}\s)?$")


@cache
def _reaching() -> frozenset[str]:
    return frozenset(load("times")["reached"]["verbs"])
