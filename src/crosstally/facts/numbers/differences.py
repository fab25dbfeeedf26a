"""Differences: figures that say by how much something lies above or below something else, and are no level of it."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.counting import counts
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.nouns import singular, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_SHARE = "percentage"
_NORM = 5  # tokens of what something is held against: "above | the usual asking price"
_OWNED = frozenset({"the", "its", "their", "his", "her", "all"})
_LEFT = 3  # letters that are left of an adjective: "old"


def is_difference(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure measures how far one thing is from another: "$3m | more than planned", "5C | above normal".

    A share is as much of what it is held against, and so a level: "a bid 40% | above the average".
    """
    i = figure.stop
    if figure.unit is None or figure.unit.name == _SHARE or figure.age or figure.hyphen or i >= len(tokens):
        return False
    if tokens.lower[i] in _words("more"):
        return tokens.at(i + 1) == "than" and tokens.at(i + 2) not in _words("often")
    return _is_comparative(tokens.lower[i]) or _is_beside_norm(tokens, i)


def is_share_apart(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is the share by which things differ: "20% | lighter", "12% | more likely to die".

    Who is told to be older or the like is a share of all: "20% | older men".
    """
    i = figure.stop
    if figure.unit is None or figure.unit.name != _SHARE or figure.hyphen or i >= len(tokens):
        return False
    if tokens.lower[i] in _words("more"):
        return tokens.at(i + 1) in _words("degrees")
    is_describing = tokens.at(i + 1) == "-" or (tokens.at(i + 1).isalpha() and counts(tokens, i + 1))
    is_comparative = _is_comparative(tokens.lower[i]) or tokens.lower[i] in load("shares")["comparatives"]["words"]
    return is_comparative and tokens.lower[i] != "fewer" and not is_describing


def _is_comparative(word: str) -> bool:
    """Whether a word is the comparative of an adjective: "lower", "heavier"; none of time ("later")."""
    if not word.endswith("er") or word in _words("no_comparatives"):
        return False
    stem = word[:-2]
    forms = {stem, stem + "e", stem[:-1], stem[:-1] + "y" if stem.endswith("i") else stem}
    return any(len(form) >= _LEFT and word_class(form) == "j" for form in forms)


def _is_beside_norm(tokens: Tokens, i: int) -> bool:
    """Whether what something should be stands behind "above" or "below" at token `i`: "over | budget"."""
    if tokens.lower[i] not in _words("beside"):
        return False
    for k in range(i + 1, min(i + 1 + _NORM, len(tokens))):
        if singular(tokens.lower[k]) in _words("norms"):
            return True
        if tokens.kinds[k] != "word" and tokens.at(k) != "-":
            return False
        if tokens.lower[k] in stop_words() and tokens.lower[k] not in _OWNED:
            return False
    return False


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("differences")[kind])
