"""Tallies, scores that words tie together: "3-for-4", "five-on-three", "55 for 5", "a 2-under 68"."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.hours import MINUTES
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.tokens import DASHES, Tokens

_SCALES = frozenset({5, 10, 20, 100})
_WAS = frozenset({"was", "went", "is", "goes"})
_TYING = frozenset({"for", "on"})
_PAR = frozenset({"under", "over"})


def is_tally(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is a half of what is scored, or the score of a round beside par."""
    i, stop = numeral.first, numeral.stop
    is_scored = _is_tied(tokens, i, stop) or _is_beside_par(tokens, i, stop) or _is_mark(tokens, numeral)
    return is_scored or _is_innings(tokens, numeral) or _is_all_out(tokens, i, stop) or _is_of_tries(tokens, numeral)


def is_of_play(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether minutes are where a game stood: "a red card on | 58 | minutes", not "went on | 58 minutes"."""
    is_minute = tokens.at(i - 1) == "on" and tokens.at(stop) in MINUTES
    return is_minute and tokens.at(i - 2) not in trap_words("tally", "lasting")


def is_course(tokens: Tokens, stop: int) -> bool:
    """Whether a length is that of the races that somebody runs: "the former 400| m runner"."""
    unit, end = unit_behind(tokens, stop)
    is_metre = unit is not None and unit.name == "metre"
    return is_metre and singular(tokens.at(end)) in trap_words("tally", "courses")


def is_bracketed_score(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number in brackets behind a name is no age, by its game: "Bo Rusk (| 68 |) led by a stroke"."""
    i = numeral.first
    is_in_brackets = tokens.at(i - 1) == "(" and tokens.at(numeral.stop) == ")" and i > 1
    return (
        is_in_brackets and tokens.words[i - 2].istitle() and not trap_words("tally", "strokes").isdisjoint(tokens.lower)
    )


def _is_tied(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether hyphens tie two numbers to a preposition: "went 3|-for-4", "a five-on-| three advantage"."""
    if tokens.at(stop) == "-" and tokens.at(stop + 1) in _TYING and tokens.at(stop + 2) == "-":
        return stop + 3 < len(tokens) and read_numeral(tokens, stop + 3) is not None
    if tokens.at(i - 1) == "-" and tokens.at(i - 2) in _TYING and tokens.at(i - 3) == "-" and i > 3:  # noqa: PLR2004
        return read_numeral(tokens, i - 4) is not None
    return False


def is_swing(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number in brackets is by how much a share moved: "Yes 44% (+| 2 |)"."""
    is_signed = tokens.at(i - 1) in {"+", "-", "−", "–"} and tokens.at(i - 2) == "(" and tokens.at(stop) == ")"
    return is_signed and tokens.at(i - 3) in {"%", "percent", "cent"}


def _is_beside_par(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is of strokes beside par, or of all behind them: "a 2|-under 68", "at 13 | under par"."""
    is_hyphened = tokens.at(stop) == "-"
    side = stop + is_hyphened
    if tokens.at(side) in _PAR:
        behind = side + 1 + (tokens.at(side + 1) == "-")
        is_par = tokens.at(behind) == "par"
        return is_par or (is_hyphened and tokens.is_number(behind))
    is_hyphened = i > 2 and tokens.at(i - 2) == "-"  # noqa: PLR2004 - the strokes, their hyphen and "under"
    return is_hyphened and tokens.at(i - 1) in _PAR and read_numeral(tokens, i - 3) is not None


def _is_mark(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number has an article and counts nothing, as no count has: "shot a | 68 | on Sunday", "got a | 7"."""
    i, stop = numeral.first, numeral.stop
    if tokens.at(i - 1) not in link_words("indefinite") or not tokens.words[i].isdigit() or stop > i + 1:
        return False
    if tokens.is_number(stop + 1):
        return False  # "a 1 | in 40 chance", "a 3 | to 1 lead"
    if tokens.at(stop) == "on":
        return tokens.at(stop + 1) != "the"  # "a 7 | on the Richter scale"
    is_mark = tokens.kinds[stop : stop + 1] == ["mark"] and tokens.at(stop) not in DASHES
    is_closed = stop == len(tokens) or (is_mark and not tokens.touches(stop + 1))
    return is_closed or tokens.at(stop) in trap_words("tally", "closing")


def is_scale(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is the highest that there is to have: "3.5 stars out of | five", "rated 9.8 out of | 10"."""
    i = numeral.first
    if tokens.lower[max(0, i - 2) : i] != ["out", "of"] or numeral.value not in _SCALES or counts(tokens, numeral.stop):
        return False
    return tokens.at(i - 3) in trap_words("tally", "marks") or "." in tokens.at(i - 3)


def _is_all_out(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is what a side had at last, or a bowler took: "| 440 all out", "4|-96 from 31 overs"."""
    if tokens.lower[stop : stop + 2] == ["all", "out"]:
        return True
    behind = stop + 2 if tokens.at(stop) in DASHES else stop
    is_bowled = tokens.at(behind) == "from" and tokens.at(behind + 2) in trap_words("tally", "overs")
    return behind > stop and is_bowled and tokens.words[i].isdigit()


def _is_of_tries(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number tells how many of somebody's tries went well: "Rusk was | 24 | of | 33 | and fell"."""
    if tokens.at(numeral.stop) == "of":
        return tokens.at(numeral.first - 1) in _WAS and _are_tries(tokens, numeral, numeral.stop + 1)
    is_behind = numeral.first > 1 and tokens.at(numeral.first - 1) == "of"
    before = read_numeral(tokens, numeral.first - 2) if is_behind else None
    return before is not None and before.stop == numeral.first - 1 and _is_of_tries(tokens, before)


def _are_tries(tokens: Tokens, made: Numeral, i: int) -> bool:
    """Whether a bare number at token `i` is of the tries of one person, the name of whom stands before "was"."""
    tried = read_numeral(tokens, i) if i < len(tokens) else None
    if tried is None or not (made.digits and tried.digits) or (tried.value or 0) < (made.value or 0):
        return False
    is_bare = ends(tokens, tried.stop) or tokens.at(tried.stop) in trap_words("tally", "closing") | {"for", "passing"}
    return is_bare and (tokens.at(made.first - 1) == "went" or tokens.words[made.first - 2].istitle())


def _is_innings(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "for" sets two bare numbers against each other: "from | 55 for 5 to 359 for 9", "took five | for 42"."""
    if tokens.at(numeral.stop) == "for":
        return _is_bare(tokens, numeral) and _is_bare(tokens, read_numeral(tokens, numeral.stop + 1))
    first = numeral.first - 2
    if tokens.at(numeral.first - 1) != "for" or first < 0:
        return False
    before = read_numeral(tokens, first)
    return before is not None and before.stop == first + 1 and _is_bare(tokens, numeral)


def _is_bare(tokens: Tokens, numeral: Numeral | None) -> bool:
    """Whether a number is whole and small, and nothing that it counts or measures but wickets stands behind it."""
    if numeral is None or numeral.value is None or numeral.magnitude > 1 or numeral.value != int(numeral.value):
        return False
    behind = tokens.at(numeral.stop)
    if behind == "for" or behind in trap_words("tally", "closing"):
        return True
    return ends(tokens, numeral.stop) and behind not in {"-", "%"}
