"""Which "m" behind digits stands for millions: "9m | viewers", "the number of refugees rose to 1.3m", not "fell 9m"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.units import surfaces
from crosstally.facts.words.changes import directions
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import OWNERS, VERBS, is_plural, singular, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_REACH = 10  # tokens between what is counted and the verb that gives its number
_LINKS = frozenset({"to", "at", "by"})  # between that verb and the number
_JOINTS = frozenset({"and", "but", "while"})


def is_counted(tokens: Tokens, i: int) -> bool:
    """Whether what numbers count stands at token `i`: "4m | viewers", "1.2m | of its cars"."""
    behind = tokens.at(i)
    return (is_plural(behind) and tokens.kinds[i] == "word") or (
        behind == "of" and tokens.at(i + 1) in OWNERS and any(is_plural(tokens.at(k)) for k in (i + 2, i + 3))
    )


def are_millions(tokens: Tokens, i: int) -> bool:
    """Whether the "m" at token `i` stands for millions, or as another one of its sentence does.

    That one is of decimals, too ("pulled in 5.8m (28%), at most | 6.7m"), or has the same verb ("it has 3m users; its
    rival has | 1m").
    """
    if _is_million(tokens, i):
        return True
    has_decimals, owns = "." in tokens.words[i - 1], tokens.at(i - 2) in link_words("owning")
    for k in range(1, len(tokens)) if has_decimals or owns else ():
        is_alike = tokens.words[k] == "m" and tokens.touches(k) and k != i
        is_alike = is_alike and ((has_decimals and "." in tokens.words[k - 1]) or (owns and _owns_alike(tokens, i, k)))
        if is_alike and _is_million(tokens, k):
            return True
    return False


def _owns_alike(tokens: Tokens, i: int, other: int) -> bool:
    return tokens.at(i - 2) == tokens.at(other - 2)


def _is_million(tokens: Tokens, i: int) -> bool:
    """Whether things behind an "m" ("1.6m | bath toys"), what they did, their share or what is numbered tell.

    A course ("the 100m | hurdles") and what has a height or length ("3m | waves") are in metres.
    """
    measured = load("numerals")["metres"]
    behind = tokens.at(i + 1)
    if behind == "-" and tokens.at(i + 2) in surfaces():
        return True  # "100m|-year-old rocks"
    if tokens.words[i - 1] in measured["courses"] or behind in measured["sizes"] or behind in measured["directions"]:
        return False
    if behind == "of":
        return is_counted(tokens, i + 1)
    noun = noun_phrase(tokens, i + 1, plural=True)
    if noun is not None and is_plural(tokens.lower[noun.head]) and tokens.words[noun.head].islower():
        return singular(tokens.lower[noun.head]) not in measured["things"]
    if behind == "(" and tokens.at(i + 3) in {"%", "percent", "per"}:
        return True
    hedge = hedge_before(tokens, i - 1)
    first = hedge.first if hedge is not None else i - 1
    return _act(tokens, first, i + 1) or _befalls(tokens, i + 1) or _is_number_of(tokens, first)


def _act(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether those numbered open a clause and do something: "9.3m | saw it", "more than 2m | have fled"."""
    opens = first < 1 or tokens.kinds[first - 1] == "mark" or tokens.at(first - 1) in _JOINTS
    behind = tokens.at(stop)
    return opens and (word_class(behind) == "d" or behind in load("numerals")["millions"]["doing"])


def _befalls(tokens: Tokens, stop: int) -> bool:
    """Whether only people come to what stands behind a number: "pushed 2m | into poverty", "left 3m | homeless"."""
    known = load("numerals")["millions"]
    return tokens.at(stop) in known["left"] or (tokens.at(stop) == "into" and tokens.at(stop + 1) in known["into"])


def _is_number_of(tokens: Tokens, first: int) -> bool:
    """Whether a verb gives the number at token `first` to what is counted: "the number of refugees has reached | 1.3m".

    One of motion does so before "to" or "by" only: "passengers fell to | 2m", not "two passengers fell | 2m".
    """
    i = first if tokens.at(first) in link_words("value_verbs") else first - 1  # "sales | topped 80m"
    is_linked = tokens.at(i) in _LINKS
    i -= is_linked
    if tokens.at(i) == ":" or (tokens.at(i) == "of" and tokens.at(i - 1) in _numbered()):
        return _names_counted(tokens, i - 1)
    is_verb = word_class(tokens.at(i)) in VERBS or tokens.at(i) not in stop_words()
    is_given = is_verb and tokens.at(i) in link_words("value_verbs")
    moves = tokens.at(i) in directions("before")
    return ((is_given and not moves) or (is_linked and moves)) and _names_counted(tokens, i - 1)


def _names_counted(tokens: Tokens, last: int) -> bool:
    """Whether what is counted stands in the clause before the token behind `last`: "the | number | of homes lost"."""
    for i in range(last, max(last - _REACH, -1), -1):
        if tokens.kinds[i] in {"mark", "number"}:
            return False
        if tokens.lower[i] in _numbered():
            return True
    return False


@cache
def _numbered() -> frozenset[str]:
    """Words for what is counted, in small letters."""
    return frozenset(load("numerals")["millions"]["numbered"])
