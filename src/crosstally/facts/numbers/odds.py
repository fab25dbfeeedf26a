"""Two numbers that a dash ties and that are no range: odds ("a 1-3 favourite"), ages of viewers ("adults 18-49")."""

from __future__ import annotations

from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.words.nouns import stop_words
from crosstally.facts.words.tokens import STROKES, Tokens

_DIGITS = 3  # of either number, at most


def is_odds(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the numbers are odds: "a | 1-3 | favourite", "bookmakers have Orvane at | 1-6 |", not "seen 1-3 times".

    With those who give odds in the sentence nothing may be counted or measured behind the numbers.
    """
    if not _are_tied(tokens, i, stop):
        return False
    behind = stop + 2
    is_told = tokens.at(behind) in trap_words("odds")
    is_bare = ends(tokens, behind) or tokens.at(behind) in stop_words() or tokens.words[behind].istitle()
    is_given = not trap_words("odds", "givers").isdisjoint(tokens.lower) and not counts(tokens, behind)
    return is_told or (is_given and is_bare and tokens.kinds[max(0, i - 1)] != "sign")


def is_age_group(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the numbers say whom viewers or buyers are, with nobody counted: "a 4.6 rating in adults | 18-49 |"."""
    is_group = _are_tied(tokens, i, stop) and tokens.at(i - 1) in trap_words("odds", "viewers")
    is_bare = ends(tokens, stop + 2) or tokens.at(stop + 2) in stop_words()
    return is_group and is_bare and len(tokens.words[i]) == len(tokens.words[stop + 1])


def _are_tied(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a dash with no blanks ties the number at tokens [i, stop) to a second one, both without decimals."""
    is_dash = tokens.at(stop) in STROKES and tokens.touches(stop) and tokens.touches(stop + 1)
    if stop != i + 1 or not is_dash or not tokens.is_number(stop + 1):
        return False
    written = tokens.words[i], tokens.words[stop + 1]
    return all(word.isdigit() and len(word) <= _DIGITS for word in written)
