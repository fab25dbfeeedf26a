"""Traps: numbers that are no quantities - years, labels, addresses, calibres, scores, idioms."""

from __future__ import annotations

from collections.abc import Callable

from crosstally.facts.numbers.addresses import is_address
from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.numbers.codes import (
    is_day,
    is_decade_or_code,
    is_keyed,
    is_listed_stock,
    is_note,
    is_serial,
    is_station,
    is_stroke_code,
    is_subsection,
    is_title,
    is_video,
)
from crosstally.facts.numbers.coordinates import is_coordinate
from crosstally.facts.numbers.counting import trap_words
from crosstally.facts.numbers.exchange import is_exchange
from crosstally.facts.numbers.gapping import is_gapped
from crosstally.facts.numbers.hours import is_clock, is_hour, is_open_hours, is_time_of_day, is_told_hour
from crosstally.facts.numbers.idioms import (
    is_doubled,
    is_idiom,
    is_kind,
    is_known_pair,
    is_ordinal,
    is_plate,
    is_return,
    is_sized,
    is_span_of_kind,
    is_unit_of_tens,
)
from crosstally.facts.numbers.labels import (
    is_calibre,
    is_cited,
    is_definite,
    is_denomination,
    is_labelled,
    is_week,
    is_worded_label,
)
from crosstally.facts.numbers.manners import is_manner
from crosstally.facts.numbers.models import is_model
from crosstally.facts.numbers.names import is_capital, is_corps, is_named, is_shirt, is_titled
from crosstally.facts.numbers.numbered import (
    does_something,
    is_drawn,
    is_line,
    is_made,
    is_mark,
    is_numbered,
    is_stage,
    is_top,
)
from crosstally.facts.numbers.numeral import LARGEST, Numeral
from crosstally.facts.numbers.odds import is_age_group, is_odds
from crosstally.facts.numbers.pages import is_end_mark, is_heading, is_readers_count, is_reading_time
from crosstally.facts.numbers.places_numbered import is_law_report, is_numbered_place, is_sole_subject, is_worn
from crosstally.facts.numbers.programmes import is_of_programme
from crosstally.facts.numbers.pronouns import is_pronoun, is_some_day, only_joins
from crosstally.facts.numbers.races import is_race
from crosstally.facts.numbers.scores import against, is_score, is_worded_score
from crosstally.facts.numbers.sides import is_of_picture, is_size
from crosstally.facts.numbers.tallies import is_bracketed_score, is_course, is_of_play, is_scale, is_swing, is_tally
from crosstally.facts.numbers.telephones import is_dialled, is_grouped, is_tripled
from crosstally.facts.numbers.tied import is_lettered_code
from crosstally.facts.numbers.versions import is_airliner, is_bracketed_version, is_variant, is_version
from crosstally.facts.numbers.years import is_model_year, is_year
from crosstally.facts.numbers.zero import is_not_one
from crosstally.facts.words.tokens import Tokens

_HALVES = frozenset({"first", "second", "latter"})
_PRIMES = frozenset({"'", "’", "′"})
_GOALS = 13  # tokens of the goals of one player before the last of them
_LIST = 3  # digits of the number of a list


def trap_of(tokens: Tokens, numeral: Numeral, *, measured: bool) -> str | None:
    """What a number that is no quantity is, in a word: "year", "label", "score"; None where it may be one."""
    i, stop = numeral.first, numeral.stop
    if numeral.high > LARGEST:
        return "number"
    if counted_of_parent(tokens, i) is not None or (numeral.digits and is_of_picture(tokens, i, stop)):
        return None  # "a mother-of- | 13", "1920 | x 1200 pixels"
    told = next((reason for reason, is_so in _TOLD if is_so(tokens, numeral)), None)
    if told is not None:
        return told
    if tokens.lower[i] == "one" and stop == i + 1:
        return _one(tokens, i, measured=measured)
    if (measured and is_title(tokens, stop)) or is_named(tokens, numeral):
        return "name"
    return _spelled(tokens, numeral) if not numeral.digits else _in_digits(tokens, numeral, measured=measured)


def _one(tokens: Tokens, i: int, *, measured: bool) -> str | None:
    """What a bare "one" is that counts nothing."""
    if is_not_one(tokens, i):
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
    written = next((reason for reason, is_so in _WRITTEN if is_so(tokens, numeral)), None)
    if written is not None:
        return written
    if is_coordinate(tokens, i, stop if not measured else unit_behind(tokens, stop)[1]):
        return "coordinate"
    return _measuring(tokens, i, stop) if measured else _naming(tokens, numeral)


def _measuring(tokens: Tokens, i: int, stop: int) -> str | None:
    """What a number names with what looks like a unit behind it."""
    return next((reason for reason, is_so in _MEASURES if is_so(tokens, i, stop)), None)


def _is_seat(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a letter that may be a unit ends a label: "Seat | 14C"."""
    is_lettered = tokens.touches(stop) and len(tokens.words[stop]) == 1 and tokens.words[stop].isupper()
    return is_lettered and (is_labelled(tokens, i) or tokens.at(i - 1) in trap_words("named"))


def _naming(tokens: Tokens, numeral: Numeral) -> str | None:
    """What a number without a unit names."""
    named = next((reason for reason, is_so in _NAMES if is_so(tokens, numeral)), None)
    return None if named == "name" and is_gapped(tokens, numeral.first, numeral.stop) else named


_TOLD: tuple[tuple[str, Callable[[Tokens, Numeral], bool]], ...] = (
    ("idiom", lambda tokens, one: is_idiom(tokens, one.first) or is_doubled(tokens, one)),
    ("time", lambda tokens, one: is_hour(tokens, one.first, one.stop)),
    ("time", lambda tokens, one: is_told_hour(tokens, one) or is_of_programme(tokens, one)),
    ("telephone number", lambda tokens, one: is_tripled(tokens, one.first)),
    ("exchange rate", is_exchange),
    ("end mark", is_end_mark),
    ("part of the page", lambda tokens, one: is_reading_time(tokens, one) or is_readers_count(tokens, one)),
    ("heading", is_heading),
    ("name of a race", is_race),
    ("tally", is_tally),
    ("manner", is_manner),
    ("scale", is_scale),
    ("time", lambda tokens, one: is_of_play(tokens, one.first, one.stop)),
    ("name of a kind", lambda tokens, one: is_kind(tokens, one.stop) or is_plate(tokens, one) or is_sized(tokens, one)),
    ("name of a kind", lambda tokens, one: is_return(tokens, one.stop) or is_span_of_kind(tokens, one)),
    ("ordinal", lambda tokens, one: not one.digits and is_ordinal(tokens, one.stop)),
    ("misspelt number", lambda tokens, one: not one.digits and is_unit_of_tens(tokens, one.first)),
)  # in words and in digits


_MEASURES: tuple[tuple[str, Callable[[Tokens, int, int], bool]], ...] = (
    ("time", is_clock),
    ("name of a race", lambda tokens, _, stop: is_course(tokens, stop)),
    ("label", _is_seat),
    ("model year", is_model_year),
    ("denomination", is_denomination),
    ("name", lambda tokens, _, stop: is_variant(tokens, stop)),
    ("level of confidence", lambda tokens, _, stop: tokens.at(stop + 1) == "confidence"),
    ("code", lambda tokens, i, stop: is_lettered_code(tokens, stop) or is_video(tokens, i, stop)),
)  # with what looks like a unit


_NAMES: tuple[tuple[str, Callable[[Tokens, Numeral], bool]], ...] = (
    ("label", lambda tokens, one: is_labelled(tokens, one.first) or is_subsection(tokens, one.first)),
    ("label", lambda tokens, one: is_stage(tokens, one.first, one.stop) or is_top(tokens, one.first, one.stop)),
    ("label", is_numbered_place),
    ("label", is_law_report),
    ("label", lambda tokens, one: is_mark(tokens, one.first, one.stop)),
    ("label", lambda tokens, one: is_cited(tokens, one.first, one.stop) or is_numbered(tokens, one)),
    ("label", lambda tokens, one: is_worded_label(tokens, one.first, one.stop) or is_line(tokens, one.first, one.stop)),
    ("label", lambda tokens, one: does_something(tokens, one.first, one.stop)),
    ("label", lambda tokens, one: is_week(tokens, one.first, one.stop)),
    ("label", lambda tokens, one: is_drawn(tokens, one.first, one.stop)),
    ("code", lambda tokens, one: is_stroke_code(tokens, one) or is_serial(tokens, one.first, one.stop)),
    ("code", lambda tokens, one: is_listed_stock(tokens, one.first, one.stop)),
    ("code", lambda tokens, one: is_station(tokens, one.stop) or is_keyed(tokens, one.first, one.stop)),
    ("footnote", lambda tokens, one: is_note(tokens, one.first, one.stop)),
    ("time", lambda tokens, one: is_time_of_day(tokens, one.first, one.stop)),
    ("time", lambda tokens, one: is_open_hours(tokens, one.first)),
    ("decade or code", lambda tokens, one: is_decade_or_code(tokens, one.stop)),
    ("name", lambda tokens, one: is_definite(tokens, one.first, one.stop)),
    ("name", is_corps),
    ("shirt", lambda tokens, one: is_shirt(tokens, one) or is_worn(tokens, one)),
    ("tally", is_bracketed_score),
    ("tally", lambda tokens, one: is_swing(tokens, one.first, one.stop)),
    ("name", lambda tokens, one: is_model(tokens, one) or is_made(tokens, one)),
    ("name", lambda tokens, one: is_version(tokens, one.first, one.stop) or is_variant(tokens, one.stop)),
    ("name", is_airliner),
    ("label", is_sole_subject),
    ("name", lambda tokens, one: is_bracketed_version(tokens, one.first, one.stop)),
    ("address", lambda tokens, one: is_address(tokens, one.first, one.stop)),
    ("date", lambda tokens, one: is_day(tokens, one.first, one.stop)),
    ("year", is_year),
)  # the surest first


_WRITTEN: tuple[tuple[str, Callable[[Tokens, Numeral], bool]], ...] = (
    ("number of a list or a score", lambda tokens, one: _is_enumeration(tokens, one.first, one.stop)),
    ("telephone number", lambda tokens, one: is_grouped(tokens, one.first, one.stop)),
    ("size", lambda tokens, one: is_size(tokens, one.first, one.stop)),
    ("calibre", is_calibre),
    ("odds", lambda tokens, one: is_odds(tokens, one.first, one.stop)),
    ("age group", lambda tokens, one: is_age_group(tokens, one.first, one.stop)),
    ("score", lambda tokens, one: is_score(tokens, one.first, one.stop)),
    ("time", lambda tokens, one: _is_minute(tokens, one.first, one.stop)),
    ("score", lambda tokens, one: against(tokens, one.first, one.stop) is not None),
)  # the surest first


def _is_quarter(tokens: Tokens, i: int) -> bool:
    """Whether a quarter is of the year before, and no fraction of one: "in the same | quarter a year ago"."""
    is_told = tokens.lower[i : i + 3] == ["quarter", "a", "year"] and tokens.at(i + 3) in {"ago", "earlier", "before"}
    return is_told and i > 0 and tokens.at(i - 1) != "a"


def _is_minute(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is the minute of a goal: "Rusk (| 24|', |69|'), Vell (90')", "| 63|' Orvane go ahead"."""
    is_prime = tokens.at(stop) in _PRIMES and tokens.touches(stop)
    behind = "".join(tokens.words[stop + 1 : stop + 2])
    is_entry = i == 0 and not tokens.touches(stop + 1) and behind[:1].isupper()
    is_listed = behind in {")", ",", ";"} and "(" in tokens.lower[max(0, i - _GOALS) : i]
    return is_prime and (is_entry or is_listed)


def _is_enumeration(tokens: Tokens, i: int, stop: int) -> bool:
    """ "1)" and "2." before the words of a list, "3-1" between two teams, "5:2"."""
    if (
        tokens.at(stop) == ")"
        and tokens.touches(stop)
        and len(tokens.words[i]) <= _LIST
        and (i == 0 or tokens.at(i - 1) in {";", ",", ".", ":"} or tokens.kinds[i - 1] == "word")
    ):
        return i == 0 or (
            tokens.at(i - 1) not in {"(", "$"} and not any(w == "(" for w in tokens.words[max(0, i - 6) : i])
        )
    if i == 1 and tokens.at(0) == "(" and tokens.at(stop) == ")" and len(tokens) > stop + 1:
        return len(tokens.words[i]) <= 2  # noqa: PLR2004 - "(12) The rain stops"
    if i == 0 and tokens.at(stop) == "." and len(tokens.words[i]) <= 2 and len(tokens) != stop + 2:  # noqa: PLR2004 - "12."
        return True
    return tokens.at(stop) == ":" and tokens.touches(stop) and tokens.touches(stop + 1)
