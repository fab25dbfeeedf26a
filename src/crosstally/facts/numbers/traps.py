"""Traps: numbers that are no quantities - years, labels, addresses, calibres, scores, idioms."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.numbers.codes import is_title
from crosstally.facts.numbers.coordinates import is_coordinate
from crosstally.facts.numbers.gapping import is_gapped
from crosstally.facts.numbers.idioms import is_known_pair
from crosstally.facts.numbers.labels import is_worded_label
from crosstally.facts.numbers.names import is_capital, is_named, is_titled
from crosstally.facts.numbers.numbered import is_stage, is_top
from crosstally.facts.numbers.numeral import LARGEST, Numeral
from crosstally.facts.numbers.places_numbered import is_numbered_place
from crosstally.facts.numbers.pronouns import is_pronoun, is_some_day, only_joins
from crosstally.facts.numbers.scores import against, is_worded_score
from crosstally.facts.numbers.sides import is_of_picture
from crosstally.facts.numbers.single_kinds import counts_no_kind
from crosstally.facts.numbers.telephones import is_dialled
from crosstally.facts.numbers.trap_tables import MEASURES, NAMES, TOLD, WRITTEN
from crosstally.facts.numbers.zero import is_not_one
from crosstally.facts.words.tokens import Tokens

_HALVES = frozenset({"first", "second", "latter"})


def trap_of(tokens: Tokens, numeral: Numeral, *, measured: bool) -> str | None:
    """What a number that is no quantity is, in a word: "year", "label", "score"; None where it may be one."""
    i, stop = numeral.first, numeral.stop
    if numeral.high > LARGEST:
        return "number"
    if counted_of_parent(tokens, i) is not None or (numeral.digits and is_of_picture(tokens, i, stop)):
        return None  # "a mother-of- | 13", "1920 | x 1200 pixels"
    told = next((reason for reason, is_so in TOLD if is_so(tokens, numeral)), None)
    if told is not None:
        return told
    if tokens.lower[i] == "one" and stop == i + 1:
        return _one(tokens, i, measured=measured)
    if (measured and is_title(tokens, stop)) or is_named(tokens, numeral):
        return "name"
    return _spelled(tokens, numeral) if not numeral.digits else _in_digits(tokens, numeral, measured=measured)


def _one(tokens: Tokens, i: int, *, measured: bool) -> str | None:
    """What a bare "one" is that counts nothing."""
    if is_not_one(tokens, i) or counts_no_kind(tokens, i):
        return "pronoun"
    if is_some_day(tokens, i) if measured else is_pronoun(tokens, i):
        return "pronoun"
    if is_worded_label(tokens, i, i + 1):
        return "label"
    return "name" if is_capital(tokens, i) or is_titled(tokens, i) else None


def _spelled(tokens: Tokens, numeral: Numeral) -> str | None:
    i = numeral.first
    if (half := against(tokens, i, numeral.stop)) is not None:
        return "ratio" if half == 1 else "score"
    if is_known_pair(tokens, numeral) or (tokens.lower[i] == "both" and only_joins(tokens, i + 1)):
        return "known pair"
    if is_worded_score(tokens, numeral):
        return "score"
    if (tokens.at(i) == "half" and tokens.at(i - 1) in _HALVES) or _is_quarter(tokens, i):
        return "time"  # "the first | half of 2002"
    is_label = any(told(tokens, i, numeral.stop) for told in (is_worded_label, is_top, is_stage))
    is_label = is_label or is_numbered_place(tokens, numeral)
    return "label" if is_label else "name" if is_capital(tokens, i) else None


def _in_digits(tokens: Tokens, numeral: Numeral, *, measured: bool) -> str | None:
    i, stop = numeral.first, numeral.stop
    if not measured and is_dialled(tokens, i, stop):
        return "telephone number"
    written = next((reason for reason, is_so in WRITTEN if is_so(tokens, numeral)), None)
    if written is not None:
        return written
    if is_coordinate(tokens, i, stop if not measured else unit_behind(tokens, stop)[1]):
        return "coordinate"
    return _measuring(tokens, i, stop) if measured else _naming(tokens, numeral)


def _measuring(tokens: Tokens, i: int, stop: int) -> str | None:
    """What a number names with what looks like a unit behind it."""
    return next((reason for reason, is_so in MEASURES if is_so(tokens, i, stop)), None)


def _naming(tokens: Tokens, numeral: Numeral) -> str | None:
    """What a number without a unit names."""
    named = next((reason for reason, is_so in NAMES if is_so(tokens, numeral)), None)
    return None if named == "name" and is_gapped(tokens, numeral.first, numeral.stop) else named


def _is_quarter(tokens: Tokens, i: int) -> bool:
    """Whether a quarter is of the year before, and no fraction of one: "in the same | quarter a year ago"."""
    is_told = tokens.lower[i : i + 3] == ["quarter", "a", "year"] and tokens.at(i + 3) in {"ago", "earlier", "before"}
    return is_told and i > 0 and tokens.at(i - 1) != "a"
