"""Lists: a whole that is taken apart behind it ("12 people: seven men and four women"), and whether all of it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from crosstally.facts.fact import Parts
from crosstally.facts.lexicon import load
from crosstally.facts.slots.sentence import Sentence
from crosstally.facts.victims.words import words
from crosstally.facts.words.nouns import counts_people, singular
from crosstally.facts.words.vocabulary import any_of

_VERB = r"(?:\s(?!and|but|or)[a-z]+){0,4}"
_COMPLETE = re.compile(rf"{_VERB}\s*(?::|\(|\s[-\u2013\u2014])\s*")
_BETWEEN = re.compile(r"\s*(?:,|and|, and|as well as)\s*")
_END = re.compile(r"\s*\)?\s*(?:[.;,\u2013\u2014-]|$|\s(?:were|was|have|had|died|when|after|in|on|at|the)\b)")
_AND = re.compile(r"\s*[,\u2013\u2014-]?\s*and\b")


class Listed(NamedTuple):
    """The figures listed behind a whole, by number, and whether they are told to be all of it."""

    parts: Sequence[int]
    extent: Parts


def listed_behind(sentence: Sentence, k: int) -> Listed | None:
    """The people listed right behind the k-th figure, two groups or more; casualties are taken apart by any figures.

    A list is complete when it stands behind a colon, a dash or a bracket and goes on to the end of its clause, and
    nothing is said of others; a comma, "including" and "among them" leave it open.
    """
    if not _counts_people(sentence, k):
        return None
    text, ends, starts = sentence.tokens.text, _ends(sentence), _starts(sentence)
    parts: list[int] = []
    is_open = False
    for j in range(k + 1, len(sentence.figures)):
        between = text[ends[j - 1] : starts[j]]
        if not parts:
            is_open = _open().fullmatch(between) is not None
        if not (_BETWEEN.fullmatch(between) if parts else is_open or _COMPLETE.fullmatch(between)):
            break
        parts.append(j)
    if _are_casualties(sentence, k) and parts:
        return Listed(range(k + 1, len(sentence.figures)), "open")
    if len(parts) < 2 or not all(_counts_people(sentence, j) for j in parts):  # noqa: PLR2004 - one part is no list
        return None
    if text[ends[k] : starts[k + 1]].strip() == "," and not _is_taken_apart(sentence, k, parts):
        return None
    rest = ends[parts[-1]]
    closes = _END.match(text, rest) is not None and not (_AND.match(text, rest) or _more().match(text, rest))
    return Listed(parts, "complete" if closes and not is_open else "open")


def _is_taken_apart(sentence: Sentence, k: int, parts: Sequence[int]) -> bool:
    """Whether those behind a mere comma are of the whole before it: it counts people of no kind, or they make it up.

    "12 people, seven of them men", and not "killed seven climbers, two cooks and one guide".
    """
    noun = sentence.figures[k].noun
    values = [sentence.figures[j].interval.value for j in (k, *parts)]
    are_all = None not in values and values[0] == sum(value or 0.0 for value in values[1:])
    return are_all or (noun is not None and sentence.tokens.lower[noun.head] in words("general"))


def _starts(sentence: Sentence) -> list[int]:
    return [sentence.tokens.starts[figure.first] for figure in sentence.figures]


def _ends(sentence: Sentence) -> list[int]:
    return [sentence.tokens.ends[figure.stop - 1] for figure in sentence.figures]


def _noun(sentence: Sentence, k: int) -> str | None:
    noun = sentence.figures[k].noun
    return None if noun is None else singular(sentence.tokens.lower[noun.head])


def _counts_people(sentence: Sentence, k: int) -> bool:
    noun = _noun(sentence, k)
    return sentence.figures[k].unit is None and noun is not None and counts_people(noun)


def _are_casualties(sentence: Sentence, k: int) -> bool:
    return _noun(sentence, k) == "casualty"


@cache
def _open() -> re.Pattern[str]:
    """What leaves a list open: a comma, or a phrase that says that it names some."""
    return re.compile(rf"{_VERB}[\s,:\u2013\u2014-]*(?:,|{any_of(load('scope')['opening'])})\s+")


@cache
def _more() -> re.Pattern[str]:
    """What is said of others behind a list, in the same sentence."""
    return re.compile(rf"[^.]*\b{any_of(load('scope')['rest'])}\b")
