"""Words of change before a figure, from ``lexicon/trend.toml``: "rose to | 12", "fell by | 2 percent"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.fact import Trend
from crosstally.facts.lexicon import load
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import OWNERS, VERBS, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_REACH = 4  # words between the verb and the figure: "rose", "by", "a", "further"
_FARTHEST = 9  # where an object with what it is of stands between: "cut | the risk of a second stroke by"
_FAR = 6  # where "by" or "from" stands before the figure: "raise | the lowest hourly wage | from"


@cache
def directions(place: str) -> dict[str, Trend]:
    """The direction of each word of change that stands `before` a figure, `after` one, or before a `measured` one.

    Those `apart` stand before what changes, and that before "by" or "from" and the figure: "raise | the fee from 3".
    """
    trend = load("trend")
    return {word: direction for direction in ("up", "down") for word in trend[direction].get(place, ())}


def _is_particle(tokens: Tokens, i: int) -> bool:
    """Whether "up", "down" or "off" at token `i` belongs to a verb that tells no change: "make | up", "paid | off"."""
    verb = tokens.at(i - 1)
    if tokens.at(i) == "off":
        return verb not in link_words("be") and verb not in load("trend")["closing"]
    if tokens.at(i) not in {"up", "down"} or verb in directions("before") or verb in _undirected() or verb in _moving():
        return False
    return word_class(verb) in VERBS and verb not in link_words("be")


@cache
def _undirected() -> frozenset[str]:
    return frozenset(load("trend")["either"]["before"])


@cache
def _moving() -> frozenset[str]:
    """Verbs of motion and those by which a market says where it ended: "edged | up", "closed | up 3 percent"."""
    return frozenset(load("trend")["moving"] + load("trend")["closing"])


@cache
def _between() -> frozenset[str]:
    return frozenset(load("trend")["between"])


def changes_before(tokens: Tokens, i: int, *, measured: bool = False) -> Trend | None:
    """The direction of a verb of change whose object begins at token `i`: "fell by | 2 percent", "rose to | 12".

    Args:
        tokens: The sentence.
        i: The first token of a figure.
        measured: Whether it has a unit, so that it is where a change ends: "cut the fee to | 12 dollars".
    """
    verb = _verb_before(tokens, i) or (_verb_of_object(tokens, i) if measured else None)
    if tokens.at(i - 1) == "by" and (by := directions("by").get(tokens.at(i - 2))) is not None:
        return by  # "revised | downward by 12 percent"
    return None if verb is None else directions("before").get(verb) or directions("apart").get(verb)


def is_changed(tokens: Tokens, i: int) -> bool:
    """Whether a verb of change, also one without a direction, stands before token `i`: "was revised from | 12"."""
    return _verb_before(tokens, i) is not None


def _verb_of_object(tokens: Tokens, i: int) -> str | None:
    """The verb that changes something to, or by, what begins at token `i`: "cut | the yearly fee to | 12 dollars"."""
    if tokens.at(i - 1) not in {"to", "by"}:
        return None
    for word in reversed(tokens.lower[max(0, i - _FARTHEST) : i - 1]):
        if word not in {"up", "down"} and (word in directions("before") or word in directions("apart")):
            return word
        if not word.isalpha() or (word in stop_words() and word not in OWNERS | {"a", "an", "of"}):
            return None
    return None


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
