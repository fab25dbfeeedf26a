"""As of: the day on which a figure was counted, which is not the day on which what it counts happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crosstally.facts.context.time import DAY, MONTH, YEAR, TimeExpression, nearest_time
from crosstally.facts.lexicon import load
from crosstally.facts.words.vocabulary import any_of, in_any_case

_LOOK_BACK = 40  # code points
_WORD = re.compile(r"[\w'’]+|[^\w\s]")
_HALF = r"[aApP]\.?[mM]\b\.?"
_CLOCK = (  # "18:00", "8.30 am", "1800 hours GMT"; "it rose by 12 on Monday" has none
    rf"(?:\d\d?:\d\d(?:\s?{_HALF})?|\d\d?(?:\.\d\d)?\s?{_HALF}|\d\d?[:.]?\d\d\s?(?:hours|hrs|[hH]))"
    r"(?:\s(?:local\stime|\(?[A-Z]{2,4}\)?))?"
)
_GIVING = ("to", "at", "past", "reached", "reaches", "passed", "exceeded")  # right before the figure
_REACH = 5  # words between a verb of reaching and its figure: "rose to at least | 12"


class Counting:
    """The day on which all that a paragraph tells was counted, from the sentence on that opens with it."""

    def __init__(self, text: str) -> None:
        """Begin a text."""
        self._text, self._end = text, 0
        self._day: str | None = None

    def day_at(self, start: int, sentence: str, times: Sequence[TimeExpression]) -> str | None:
        """The day on which the figures of the next sentence were counted, where it names no other time.

        Args:
            start: Where the sentence begins.
            sentence: The sentence.
            times: The times that it names.
        """
        is_of_paragraph = "\n" not in self._text[self._end : start]
        opening = next((time.interval for time in times if opens_with(sentence, time)), None)
        self._day = opening if opening or times or not is_of_paragraph else self._day
        self._end = start + len(sentence)
        return self._day


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
    counting = [
        time for time in times if asserted and (_as_of().search(sentence, 0, time.start) or _ends(sentence, time))
    ]
    ending = next((time.start for time in counting if _ends(sentence, time)), 0)
    happening = [time for time in times if time not in counting and time.start >= ending]
    happened = nearest_time(sentence, happening, *span)
    counted = nearest_time(sentence, counting, *span) or next(
        (time for time in counting if opens_with(sentence, time)), None
    )
    if counted is None and asserted and is_reached(sentence, span[0]):
        happened, counted = None, happened
    return happened.interval if happened else None, counted.interval if counted else None


def opens_with(sentence: str, time: TimeExpression) -> bool:
    """Whether a sentence opens with the day on which all that it tells was counted: "As of | 9 June"."""
    cue = _as_of().search(sentence, 0, time.start)
    return (cue is not None and not sentence[: cue.start()].strip()) or _ends(sentence, time)


def _ends(sentence: str, time: TimeExpression) -> bool:
    """Whether a day ends the span that a sentence opens with: "From 1 August to | 8 November 2017, 2,034 cases"."""
    return _opening_span().fullmatch(sentence, 0, time.start) is not None


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
    between = rf"(?:{any_of(data['between'])}|{_CLOCK}(?:,?\son)?,?)"
    words = rf"(?:\b{any_of(in_any_case(data['words']))}|^\W*{any_of(in_any_case(data['opening']))})"
    return re.compile(rf"{words}\s(?:{between}\s)?$")


@cache
def _opening_span() -> re.Pattern[str]:
    day = rf"(?:{DAY}\s{MONTH}|{MONTH}\s{DAY}|{DAY})(?:,?\s{YEAR})?"
    return re.compile(rf"\W*(?:[Ff]rom|[Bb]etween)\s{day}\s(?:to|and|until|till|through|[-–])\s")


@cache
def _reaching() -> frozenset[str]:
    return frozenset(load("times")["reached"]["verbs"])
