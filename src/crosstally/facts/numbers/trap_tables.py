"""What tells a number that is no quantity, with the word for it: the tables that traps are looked up in."""

from __future__ import annotations

from collections.abc import Callable

from crosstally.facts.numbers.addresses import is_address
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
    is_video,
)
from crosstally.facts.numbers.counting import trap_words
from crosstally.facts.numbers.denied import is_denied
from crosstally.facts.numbers.exchange import is_exchange
from crosstally.facts.numbers.hours import is_clock, is_hour, is_open_hours, is_time_of_day, is_told_hour
from crosstally.facts.numbers.idioms import (
    is_doubled,
    is_idiom,
    is_kind,
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
from crosstally.facts.numbers.names import is_corps, is_shirt
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
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.odds import is_age_group, is_odds
from crosstally.facts.numbers.pages import is_end_mark, is_heading, is_readers_count, is_reading_time
from crosstally.facts.numbers.places_numbered import is_law_report, is_numbered_place, is_sole_subject, is_worn
from crosstally.facts.numbers.programmes import is_of_programme
from crosstally.facts.numbers.races import is_race
from crosstally.facts.numbers.scores import against, is_score
from crosstally.facts.numbers.sides import is_size
from crosstally.facts.numbers.tallies import is_bracketed_score, is_course, is_of_play, is_scale, is_swing, is_tally
from crosstally.facts.numbers.telephones import is_grouped, is_tripled
from crosstally.facts.numbers.tied import is_lettered_code
from crosstally.facts.numbers.versions import is_airliner, is_bracketed_version, is_variant, is_version
from crosstally.facts.numbers.years import is_model_year, is_year
from crosstally.facts.words.tokens import Tokens

_PRIMES = frozenset({"'", "’", "′"})
_GOALS = 13  # tokens of the goals of one player before the last of them
_LIST = 3  # digits of the number of a list


def _is_seat(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a letter that may be a unit ends a label: "Seat | 14C"."""
    is_lettered = tokens.touches(stop) and len(tokens.words[stop]) == 1 and tokens.words[stop].isupper()
    return is_lettered and (is_labelled(tokens, i) or tokens.at(i - 1) in trap_words("named"))


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


TOLD: tuple[tuple[str, Callable[[Tokens, Numeral], bool]], ...] = (
    ("idiom", lambda tokens, one: is_idiom(tokens, one.first) or is_doubled(tokens, one)),
    ("time", lambda tokens, one: is_hour(tokens, one.first, one.stop)),
    ("time", lambda tokens, one: is_told_hour(tokens, one) or is_of_programme(tokens, one)),
    ("telephone number", lambda tokens, one: is_tripled(tokens, one.first)),
    ("exchange rate", is_exchange),
    ("denied", is_denied),
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


MEASURES: tuple[tuple[str, Callable[[Tokens, int, int], bool]], ...] = (
    ("time", is_clock),
    ("name of a race", lambda tokens, _, stop: is_course(tokens, stop)),
    ("label", _is_seat),
    ("model year", is_model_year),
    ("denomination", is_denomination),
    ("name", lambda tokens, _, stop: is_variant(tokens, stop)),
    ("level of confidence", lambda tokens, _, stop: tokens.at(stop + 1) == "confidence"),
    ("code", lambda tokens, i, stop: is_lettered_code(tokens, stop) or is_video(tokens, i, stop)),
)  # with what looks like a unit


NAMES: tuple[tuple[str, Callable[[Tokens, Numeral], bool]], ...] = (
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


WRITTEN: tuple[tuple[str, Callable[[Tokens, Numeral], bool]], ...] = (
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
