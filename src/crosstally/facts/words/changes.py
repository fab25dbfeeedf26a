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
_SIDES = 4  # tokens from one side of a vote to the "to" before the other: "330 votes | to"
_BILL = 8  # tokens from what is done with a bill to how the vote went: "rejected | a 35% pay rise by"
_OF_BILL = OWNERS | {"a", "an", "the", "in", "of"}
_REACHING = frozenset({"to", "at", "from", "between"})
_CLAUSE = 12  # tokens from a verb to the end of its clause: "jumped | 12 percent in a year"
_ENDING = frozenset({",", ";", ":", "and", "but", "while", "as", "which", "that", "who"})  # a clause
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
def sums() -> frozenset[str]:
    """The words for what is added up: "bringing the | total | to 12"."""
    return frozenset(load("trend")["raised"]["sums"])


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


def changes_apart(tokens: Tokens, i: int) -> Trend | None:
    """The direction of a verb of change in the clause before the comma and the "from" that end at token `i`.

    "Fares have risen fourfold, from | £20 to £80".
    """
    if tokens.lower[max(0, i - 2) : i] != [",", "from"]:
        return None
    for k in range(i - 3, max(-1, i - 3 - _CLAUSE), -1):
        word = tokens.lower[k]
        if word in directions("before") and word != "added":
            return None if _is_particle(tokens, k) else directions("before")[word]
        if word in _ENDING:
            return None
    return None


def _verb_of_object(tokens: Tokens, i: int) -> str | None:
    """The verb that changes something to, or by, what begins at token `i`: "cut | the yearly fee to | 12 dollars"."""
    if tokens.at(i - 1) not in {"to", "by"} or is_vote(tokens, i):
        return None
    for word in reversed(tokens.lower[max(0, i - _FARTHEST) : i - 1]):
        if word not in {"up", "down"} and (word in directions("before") or word in directions("apart")):
            return word
        if not word.isalpha() or (word in stop_words() and word not in OWNERS | {"a", "an", "of"}):
            return None
    return None


def is_vote(tokens: Tokens, i: int) -> bool:
    """Whether how a vote went begins at token `i`, behind "by": "rejected a pay rise by | 64% to 36%".

    The first of the two sides is the larger one, and what was decided stands right before "by".
    """
    if tokens.at(i - 1) != "by" or "to" not in tokens.lower[i + 1 : i + _SIDES]:
        return False
    sides = _digits(tokens, i), _digits(tokens, tokens.lower.index("to", i + 1) + 1)
    if not 0 < sides[1] < sides[0]:
        return False
    for k in range(i - 2, max(-1, i - 2 - _BILL), -1):
        word = tokens.lower[k]
        if word in load("traps")["ballot"]["deciding"]:
            return True
        if word in stop_words() and word not in _OF_BILL:
            return False
    return False


def _digits(tokens: Tokens, i: int) -> int:
    """The whole number in digits at token `i`; else 0."""
    digits = tokens.at(i).replace(",", "")
    return int(digits) if digits.isdecimal() else 0


def _verb_before(tokens: Tokens, i: int) -> str | None:
    """The verb of change whose object begins at token `i`."""
    at = _place_of_verb(tokens, i)
    return None if at is None else tokens.lower[at]


def is_size(tokens: Tokens, i: int) -> bool:
    """Whether what begins at token `i` is by how much something changed, and not to what: "rose | $2", "fell | 3p"."""
    at = _place_of_verb(tokens, i)
    is_verb = at is not None and tokens.lower[at] in directions("before")
    return is_verb and _REACHING.isdisjoint(tokens.lower[at:i])


def change_behind(tokens: Tokens, i: int) -> Trend | None:
    """The direction of a noun of change at token `i`, behind its size: "a 12 percent | drop", "a 3% | pay rise"."""
    i += tokens.at(i) == "-"
    one, two = tokens.at(i), tokens.at(i + 1)
    if one in _nouns():
        return _nouns()[one]
    return _nouns().get(two) if one.isalpha() and one not in stop_words() else None


@cache
def _nouns() -> dict[str, Trend]:
    """Nouns of change with their direction: "a 12 percent | increase"."""
    return {noun: direction for direction in ("up", "down") for noun in load("trend")["named"][direction]}


def _described_from(tokens: Tokens, i: int) -> int:
    """Where the words behind an article begin that describe a figure at token `i`: "up a | whopping | 81 percent".

    So do those that name its kind: "grew at a | yearly rate of | 20 percent".
    """
    known, k = load("trend")["described"], i - 1
    if tokens.at(k) == "of" and tokens.at(k - 1) in known["of"]:
        k -= 2
    while i - k <= _REACH and (word_class(tokens.at(k)) == "j" or tokens.at(k) in known["by"]):
        k -= 1
    return k + 1 if tokens.at(k) in link_words("indefinite") and tokens.at(i + 1) != "-" else i


def _place_of_verb(tokens: Tokens, i: int) -> int | None:
    """Where the verb of change stands whose object begins at token `i`."""
    before = i - 1 - (tokens.at(i - 1) == "between")  # "cut staff | by between 700 and 800"
    apart = tokens.at(before) in {"by", "from"}  # "grow | sales | by 35 percent", "change | it | from 3"
    described = _described_from(tokens, i)
    is_described, i = described < i, described
    for back in range(1, (_FAR if apart else _REACH) + 1):
        word = tokens.at(i - back)
        if is_described and word in load("trend")["acting"]:
            return None  # "added | a new | $3 million wing"
        if word in directions("before") or word in _undirected():
            return None if _is_particle(tokens, i - back) or is_vote(tokens, i) else i - back
        if apart and word in directions("apart"):
            return i - back
        if word not in _between() and not (apart and word.isalpha()):
            return None
    return None
