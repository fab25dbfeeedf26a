"""Those who kill themselves, and facts that tell of persons without a numeral."""

from __future__ import annotations

from functools import cache

from crosstally.facts.intervals import exactly
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.measure import Measure, measures
from crosstally.facts.words.nouns import singles
from crosstally.facts.words.tokens import Tokens

_REACH = 16  # tokens between a verb of killing and "himself"
_JOINS = frozenset({"and", "then", ",", "before", "finally"})


def read_suicides(tokens: Tokens) -> list[tuple[Figure, Measure]]:
    """Those who kill themselves: "killed three people and himself", "before taking his own life"."""
    reflexives, suicides = singles("reflexives"), _suicides()
    if reflexives.isdisjoint(tokens.lower) and suicides.keys().isdisjoint(tokens.lower):
        return []
    for i in [i for i, word in enumerate(tokens.lower) if word in reflexives or word in suicides]:
        word = tokens.lower[i]
        if word in reflexives:
            verb = next((k for k in range(i - 1, max(-1, i - _REACH), -1) if _is_verb(tokens, k)), None)
            is_object = verb == i - 1 or tokens.at(i - 1) in _JOINS  # not "killed a guard and hid | himself"
            if verb is not None and is_object and _kills(tokens, verb) and not _is_meant(tokens, verb):
                return [(_alone(i, i + 1), measures()["killed"])]
        for phrase in suicides.get(word, ()):
            if tokens.lower[i : i + len(phrase)] == phrase and not _is_meant(tokens, i):
                return [(_alone(i, i + len(phrase)), measures()["killed"])]
    return []


def _is_verb(tokens: Tokens, i: int) -> bool:
    return tokens.lower[i] in load("singles")["verbs"]


def _kills(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is one of killing, or made so: "fatally | shot", "shot | dead"."""
    is_deadly = tokens.at(verb - 1) == "fatally" or tokens.at(verb + 1) in {"dead", "fatally"}
    return is_deadly or load("singles")["verbs"][tokens.lower[verb]] == "killed"


def _is_meant(tokens: Tokens, verb: int) -> bool:
    """Whether somebody only means to: "threatened to | kill himself", "would | kill", not "went on to | kill"."""
    before = tokens.at(verb - 1)
    return before in singles("meaning") or (before == "to" and tokens.at(verb - 2) != "on")


@cache
def _suicides() -> dict[str, list[list[str]]]:
    """Phrases of suicide by their first word, longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(load("singles")["suicides"], key=len, reverse=True):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _alone(first: int, stop: int) -> Figure:
    return Figure(first, stop, first, first + 1, exactly(1.0), word=True, counted_by="article")
