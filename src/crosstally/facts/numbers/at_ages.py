"""Ages at which somebody did something: "Bo Rusk died at | 57", "She joined the choir at | 18", "At | 57 |, he"."""

from __future__ import annotations

from crosstally.facts.numbers.aged import before_adverbs, is_full_name
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_DYING = frozenset({"die", "died", "dies", "dead"})
_LIVING = frozenset({"retire", "retires", "retired", "retiring", "marry", "marries", "married", "marrying"})
_LEFT = [[verb, "school"] for verb in ("leave", "left", "leaves", "leaving", "quit", "finished", "started")]
_DYING_REACH = 12  # tokens from "died" to the age: "died | on March 5 from a stroke in her sleep at | 88"
_BEGINNING = frozenset({"began", "started"})  # "began | singing | at 15"
_LIFE = _BEGINNING | {"joined", "entered", "became", "enlisted", "emigrated", "debuted", "graduated"}
_LIFE_REACH = 9  # tokens from such a verb to the age
_LAST_HOUR, _NOON = 24, 12


def at_an_age(tokens: Tokens, figure: Figure) -> bool:
    """ "Bo Rusk died at | 57.", and above the hours of a day "At | 57, | Bo Rusk rules the town", "At | 57 | he"."""
    i, stop = before_adverbs(tokens, figure.first), figure.stop
    if figure.hedge is not None or tokens.at(i) != "at" or _is_of_dead(tokens, i):
        return False
    high = figure.interval.high or 0
    is_closed = tokens.at(stop) in {"", ".", ",", ";"}
    if tokens.at(i - 1) in _DYING:
        return is_closed
    lives = tokens.at(i - 1) in _LIVING or tokens.lower[max(0, i - 2) : i] in _LEFT or _lives_before(tokens, i)
    if lives and high > _NOON:
        return is_closed or tokens.at(stop) in {"after", "and", "because", "but", "in", "when", "with"}
    if high <= _LAST_HOUR:
        return False
    if _dies_before(tokens, i):
        return is_closed or tokens.at(stop) in {"at", "in", "after", "of"}  # "died on 5 March at | 88"
    who = stop + (tokens.at(stop) == ",")
    is_named = tokens.at(who) in {"he", "she"} or (who > stop and is_full_name(tokens, stop + 2))
    return is_named and (i == 0 or tokens.kinds[i - 1] == "mark")


def _lives_before(tokens: Tokens, i: int) -> bool:
    """Whether before token `i` one person is told to enter or leave a part of a life: "She | joined | us at 18"."""
    k = next((k for k in range(i - 1, max(-1, i - _LIFE_REACH), -1) if tokens.at(k) in _LIFE), -1)
    is_other = tokens.at(k) in _BEGINNING and word_class(tokens.at(k + 1)) != "g"
    if k < 0 or is_other or any(kind != "word" for kind in tokens.kinds[k:i]):
        return False
    who = before_adverbs(tokens, k)
    return tokens.at(who) in {"he", "she", "who"} or is_full_name(tokens, who)


def _is_of_dead(tokens: Tokens, i: int) -> bool:
    """Whether a toll stands before token `i`: "put the number of | dead | at 25"."""
    return tokens.at(i - 1) in {"dead", "killed"} and tokens.at(i - 2) in {"of", "the"}


def _dies_before(tokens: Tokens, i: int) -> bool:
    """Whether somebody is told to have died before token `i`, nothing but when or where between."""
    k = i - 1
    while k > max(-1, i - _DYING_REACH) and tokens.lower[k] not in _DYING and tokens.kinds[k] != "mark":
        k -= 1
    return tokens.at(k) in _DYING
