"""Shares of one whole, listed in one sentence: "Ada Rowe took 52 percent of the vote, Jon Marsh 38 percent"."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.slots.sentence import Sentence
from crosstally.facts.words.vocabulary import any_of, in_any_case

_OF = re.compile(r" of (?:the |all )?(\w+)")


def shares_of(sentence: Sentence) -> list[str | None]:
    """Of each figure, the whole of which it and others beside it are shares; None where nothing says so plainly.

    The shares must follow each other, each behind another name, and the first must be "of the vote"; a sentence that
    speaks of two counts (rounds, years, places, the turnout, polls) lists none.
    """
    tokens, figures = sentence.tokens, sentence.figures
    found: list[str | None] = [None] * len(figures)
    shares = [k for k, figure in enumerate(figures) if figure.unit is not None and figure.unit.name == "percentage"]
    if len(shares) < 2 or _two_counts().search(tokens.text):  # noqa: PLR2004 - one share is no list
        return found
    spans = [(tokens.starts[figures[k].first], tokens.ends[figures[k].stop - 1]) for k in shares]
    listed: list[int] = []
    whole: str | None = None
    for k, (start, end) in zip(shares, spans, strict=True):
        if listed and _goes_on(tokens.text, spans[len(listed) - 1][1], (start, end), whole):
            listed.append(k)
        elif listed:
            break
        elif (own := _whole().match(tokens.text, end)) is not None:
            whole = own[1]
            listed.append(k)
        else:
            return found
    for k in listed if len(listed) > 1 else ():
        found[k] = whole
    return found


def _goes_on(text: str, before: int, span: tuple[int, int], whole: str | None) -> bool:
    """Whether a share at `span` follows the one that ends at `before`, behind another name, and is of that whole."""
    own = _OF.match(text, span[1])
    return _next().fullmatch(text, before, span[0]) is not None and (own is None or own[1] == whole)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf" of (?:the |all )?({any_of(load('shares')['wholes']['words'])})\b")


@cache
def _next() -> re.Pattern[str]:
    verbs = any_of(load("shares")["verbs"]["words"])
    return re.compile(
        rf"(?:{_whole().pattern})?\s*(?:,|;|,? and|,? while|,? against)\s+(?:the )?(?:[A-Z][\w.'\u2019-]*\s+){{1,5}}"
        rf"(?:{verbs}\s+)?"
    )


@cache
def _two_counts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(in_any_case(load('shares')['two_counts']['words']))}|[Ii]n (?:\d{{4}}|the))\b")
