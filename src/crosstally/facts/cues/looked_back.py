"""Clauses on what has come about, which no word on what may come of it reaches: "who killed | 12 | will sue"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.nouns import OWNERS, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_FAR = 9  # tokens from what opens a clause to a figure in it
_ENDS = frozenset({";", ":", "—", "–", '"', "“", "”", "(", ")"})
_JOINTS = frozenset({"and", "or", ",", "a", "an", "been"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i", "you"})


def opening_of(tokens: Tokens, first: int, stop: int) -> int | None:
    """The token on which a past clause with the figure at tokens [first, stop) begins; None where there is none.

    So "the town | where | floods killed 200", "on charges of killing | 18".
    """
    if _is_of_deed(tokens, first):
        return first
    for i in range(first - 1, max(-1, first - 1 - _FAR), -1):
        word = tokens.lower[i]
        if word in _ENDS or _is_open(tokens, i):
            return None
        if (word in _words("subjects") and _tells(tokens, i, first)) or _is_of_other(tokens, i, first, stop):
            return i
    return None


def befallen_behind(tokens: Tokens, first: int, stop: int) -> tuple[str, bool]:
    """What has become of those counted at tokens [first, stop), right behind them, else ""; whether they are known.

    So "the families of the | 22 pupils | killed", "of | two men | who died"; "wants | 12 people | arrested" tells of
    nobody who is known.
    """
    is_relative = tokens.at(stop) == "who"
    i = stop + is_relative
    while is_relative and tokens.at(i) in _words("past"):
        i += 1
    word, before = tokens.at(i), tokens.at(first - 1)
    is_told = word in _words("befallen") and (i == stop or i > stop + 1)
    if not (is_told or (is_relative and word in _words("died"))):
        return "", False
    return word, before in OWNERS or before in _words("before_befallen")


def begins_anew(tokens: Tokens, first: int, stop: int) -> int | None:
    """The "and" that begins a clause in the present or the past with the figure at tokens [first, stop) in it.

    So "snow is expected | and | 30 schools have closed", "they will march | and | the army has killed 12".
    """
    for i in range(first - 1, max(-1, first - 1 - _FAR), -1):
        word = tokens.lower[i]
        if word in _ENDS or word == "," or _is_open(tokens, i):
            return None
        if word == "and":
            is_subject = all(word_class(tokens.lower[k]) != "b" for k in range(i + 1, first)) and _is_finite(
                tokens, stop
            )
            is_told = any(_is_verb_of_noun(tokens, k, i) and _is_finite(tokens, k) for k in range(i + 2, first))
            return i if (is_subject and first - i <= 2) or is_told else None  # noqa: PLR2004 - "and the | 12"
    return None


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("looked_back")[kind])


def _is_open(tokens: Tokens, i: int) -> bool:
    """Whether a clause with the token at `i` tells of what may or was to be done: "who planned | to | kill 12"."""
    word = tokens.lower[i]
    return word in _words("open") or (word == "to" and word_class(tokens.at(i + 1)) == "b")


def _is_of_deed(tokens: Tokens, first: int) -> bool:
    """Whether a figure is of whom a deed befell that is looked into: "charges of killing | 18"."""
    of = first - 1 - (tokens.at(first - 1) in OWNERS)
    word = tokens.at(of)
    if word_class(word) == "g":
        return tokens.at(of - 1) in {"of", "with", "for"} and tokens.at(of - 2) in _words("charges")
    if word != "of" or tokens.at(of - 1) not in _words("deeds"):
        return False
    about = of - 2 - (tokens.at(of - 2) in OWNERS)
    return tokens.at(about) in _words("about") and tokens.at(about - 1) not in _words("leading")


def _tells(tokens: Tokens, i: int, first: int) -> bool:
    """Whether a word for who or what was just named begins such a clause: "a man | who | killed 12".

    Another verb behind it ends the clause: "a fire | that | broke out killed 12".
    """
    if tokens.lower[i] == "that" and (word_class(tokens.at(i - 1)) or tokens.at(i - 1) in _words("stated")):
        return False
    begin = verb = i + 1 + (word_class(tokens.at(i + 1)) == "r")
    while tokens.at(verb) in _words("past"):
        verb += 1
    is_told = verb > begin or word_class(tokens.at(verb)) in {"d", "n"}
    return is_told and not any(_ends_clause(tokens, k) for k in range(verb + 1, first))


def _ends_clause(tokens: Tokens, k: int) -> bool:
    """Whether a verb at `k` may be that of the clause around: not "shot and | killed", "were | held"."""
    word, before = tokens.lower[k], tokens.at(k - 1)
    is_joined = before in _JOINTS | OWNERS | _PRONOUNS or before in _words("finite")
    return (word_class(word) in {"d", "n", "z"} or word in _words("finite")) and not is_joined


def _is_of_other(tokens: Tokens, i: int, first: int, stop: int) -> bool:
    """Whether a clause on a place, a time or a reason begins at `i`, and tells of what was done."""
    word = tokens.lower[i]
    if word not in _words("others") and not (word == "which" and tokens.at(i - 1) in _words("prepositions")):
        return False
    if any(_is_verb_of_noun(tokens, k, i) for k in range(i + 2, first)):
        return True
    return i == first - 1 and (word_class(tokens.at(stop)) in {"d", "n"} or tokens.at(stop) in _words("past"))


def _is_verb_of_noun(tokens: Tokens, k: int, opening: int) -> bool:
    """Whether a verb in the past stands at `k` behind who does it: "where floods | killed", "after it | closed"."""
    word, before = tokens.lower[k], tokens.lower[k - 1]
    if word_class(word) not in {"d", "n"} and word not in _words("past"):
        return False
    is_named = before.isalpha() and word_class(before) == "" and before not in stop_words()
    return k - 1 > opening and (before in _PRONOUNS or is_named)


def _is_finite(tokens: Tokens, k: int) -> bool:
    return tokens.at(k) in _words("finite") or word_class(tokens.at(k)) == "d"
