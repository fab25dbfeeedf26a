"""Words of change before a figure, from ``lexicon/trend.toml``: "rose to | 12", "fell by | 2 percent"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.fact import Trend
from crosstally.facts.lexicon import load
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_VERBS = frozenset("bzdng")
_REACH = 4  # words between the verb and the figure: "rose", "by", "a", "further"
_FAR = 6  # where "by" or "from" stands before the figure: "raise | the lowest hourly wage | from"


@cache
def directions(place: str) -> dict[str, Trend]:
    """The direction of each word of change that stands `before` a figure, `after` one, or before a `measured` one.

    Those `apart` stand before what changes, and that before "by" or "from" and the figure: "raise | the fee from 3".
    """
    trend = load("trend")
    return {word: direction for direction in ("up", "down") for word in trend[direction].get(place, ())}


def _is_particle(tokens: Tokens, i: int) -> bool:
    """Whether the "up" or "down" at token `i` belongs to a verb that tells of no change: "make | up", "shot | down"."""
    verb = tokens.at(i - 1)
    if (
        tokens.at(i) not in {"up", "down"}
        or verb in directions("before")
        or verb in _undirected()
        or verb in _closing()
    ):
        return False
    return word_class(verb) in _VERBS and verb not in link_words("be")


@cache
def _undirected() -> frozenset[str]:
    return frozenset(load("trend")["either"]["before"])


@cache
def _closing() -> frozenset[str]:
    """Verbs by which a market says where it ended: "closed | up 3 percent"."""
    return frozenset(load("trend")["closing"])


@cache
def _between() -> frozenset[str]:
    return frozenset(load("trend")["between"])


def changes_before(tokens: Tokens, i: int) -> Trend | None:
    """The direction of a verb of change whose object begins at token `i`: "fell by | 2 percent", "rose to | 12"."""
    verb = _verb_before(tokens, i)
    return None if verb is None else directions("before").get(verb) or directions("apart").get(verb)


def is_changed(tokens: Tokens, i: int) -> bool:
    """Whether a verb of change, also one without a direction, stands before token `i`: "was revised from | 12"."""
    return _verb_before(tokens, i) is not None


def _verb_before(tokens: Tokens, i: int) -> str | None:
    """The verb of change whose object begins at token `i`."""
    apart = tokens.at(i - 1) in {"by", "from"}  # "grow | sales | by 35 percent", "change | it | from 3"
    for back in range(1, (_FAR if apart else _REACH) + 1):
        word = tokens.at(i - back)
        if word in directions("before") or word in _undirected():
            return None if _is_particle(tokens, i - back) else word
        if apart and word in directions("apart"):
            return word
        if word not in _between() and not (apart and word.isalpha()):
            return None
    return None
