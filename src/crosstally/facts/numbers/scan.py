"""The scan: one compiled pattern that finds where a figure may stand, so that all other text is passed over unread."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import itemgetter

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.numbers.spelled import denominators, ordinals
from crosstally.facts.words.links import link_words
from crosstally.facts.words.vocabulary import any_of, in_any_case

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
    "kilometer",
    "kilometre",
)
_FEW = ("few", "couple", "handful")
_HEDGES = ("than", "within", "over", "about", "around", "nearly", "almost", "under")
_ZERO = ("no", "none", "nobody", "both")
_GLYPHS = "½¼¾⅓⅔⅛⅜⅝⅞"


@cache
def _candidate() -> re.Pattern[str]:
    """A digit, or a character that parts words and one of the words behind it.

    Nearly all characters are passed over by their class alone, which a word boundary would not allow.
    """
    few = {f"{article} {word}" for article in "aA" for word in (*_FEW, *denominators())}
    units = {
        f"{hedge} {article} {unit}" for hedge in _HEDGES for article in link_words("indefinite") for unit in _UNITS
    }
    ranks = [word for word, rank in ordinals().items() if rank > 1]  # "the first" is no figure
    numerals = in_any_case([*number_words(), *_ZERO, *load("numerals")["decades"], *ranks]) | few | units
    words = any_of(in_any_case(load("victims")["cues"]), whole=numerals)
    return re.compile(rf"[\W\d{_GLYPHS}](?:(?<=[\d{_GLYPHS}])|{words})")


def sentences_with_figures(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Indexes of the sentence spans in which a figure may stand, or of one person killed or hurt may be told."""
    found: list[int] = []
    find = _candidate().search
    at = 0
    parted = f" {text}"  # a first word has something before it, too; so offsets are one more than in the text
    while hit := find(parted, at):
        last = hit.end() - 2
        k = bisect_right(spans, last, key=itemgetter(0)) - 1
        if last < spans[k][1] and (not found or k > found[-1]):
            found.append(k)
        at = max(hit.end(), spans[k][1])
    return found
