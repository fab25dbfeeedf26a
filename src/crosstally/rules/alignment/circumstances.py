"""How two claims are told: the slots of place and time, of what kind of count it is, of who says it and where."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from crosstally.facts.fact import IN_ALL
from crosstally.facts.needs import is_traded, stands
from crosstally.facts.places import are_of_one_country, is_country, names_country
from crosstally.rules.alignment.claim import rolling
from crosstally.rules.alignment.setting import DIFFERENT, SAME, UNKNOWN
from crosstally.rules.comparison.era import are_apart, are_weeks_apart
from crosstally.rules.comparison.order import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.setting import Compare, Level, Setting

_OF_SHARES = frozenset({"share_price", "share_move"})
_GOING_BACK = ("neither goes back to a figure before", "one goes back to a figure before", "both go back to one before")


def _place(a: Claim, b: Claim, _: Setting) -> Level:
    if not a.places or not b.places:
        return (UNKNOWN, "all, and those of a place") if _is_all_of(a, b) else (SAME, "one names none: the event's own")
    if are_of_one_country(a.fact.place, b.fact.place):
        return SAME, "the same"
    shared = [(one, other) for one, other in product(a.places, b.places) if one <= other or other <= one]
    if not shared:
        return (SAME, "the same") if _may_hold(a, b) else (UNKNOWN, "two places")
    held = ({one for one, _ in shared}, {other for _, other in shared})
    adds = sorted(len(held[k]) < len(set(places)) for k, places in enumerate((a.places, b.places)))
    return (UNKNOWN, "two places") if adds == [False, True] else (SAME, "the same")


def _is_all_of(a: Claim, b: Claim) -> bool:
    """Whether one counts what there was in all, and one those of a place: "in all, 110 flights", "34 from Brest"."""
    in_all, placed = (a, b) if b.places else (b, a)
    return a.toll is None and b.toll is None and in_all.fact.period == IN_ALL and bool(placed.places)


def _may_hold(a: Claim, b: Claim) -> bool:
    """Whether, of two tolls that lead their reports, one is told of a country, and one of a place that may lie in it.

    One lede says "in Indonesia", the other "on Sumatra"; where each says how many died in all, neither counts a part.
    """
    if not all(claim.is_single_toll and claim.is_whole and claim.is_prominent for claim in (a, b)):
        return False
    one, other = a.fact.place, b.fact.place
    return is_country(one) != is_country(other) and not (names_country(one) and names_country(other))


def _time(a: Claim, b: Claim, _: Setting) -> Level:
    if a.era != b.era:
        return UNKNOWN, "another year or month"
    if _counted_apart(a, b):
        return UNKNOWN, "one is counted as of a day"
    if _priced_apart(a, b):
        return UNKNOWN, "prices of no one day"
    if a.days is None or b.days is None:
        return SAME, "one names none: the event's own"
    return (UNKNOWN, "two days") if are_apart(a.days, b.days) else (SAME, "the same")


def _counted_apart(a: Claim, b: Claim) -> bool:
    """Whether one of two figures that change from day to day was counted on a day that is not known to be the other's.

    A toll has its course by those days, and what stands, as an age does, has none.
    """
    one, other = a.fact.as_of, b.fact.as_of
    if a.toll is not None or b.toll is not None or stands(a.fact.measure):
        return False
    return one != other and (one is None or other is None or one[: len(other)] != other[: len(one)])


def _priced_apart(a: Claim, b: Claim) -> bool:
    """Whether two are prices that move, and not known to be of one time.

    What is weighed or poured has the price of a day ("copper at $9,760 a tonne"), a share that of its event's weeks.
    """
    is_of_day = a.fact.per is not None and a.fact.per == b.fact.per and is_traded(a.fact.per)
    if is_of_day and a.fact.dimension == "currency":
        return day_of(a.fact) is None or day_of(a.fact) != day_of(b.fact)
    is_of_shares = a.fact.measure in _OF_SHARES and a.fact.measure == b.fact.measure
    return is_of_shares and are_weeks_apart(day_of(a.fact), day_of(b.fact))


def _per(a: Claim, b: Claim, _: Setting) -> Level:
    if a.fact.per == b.fact.per:
        return SAME, "the same" if a.fact.per else "no rate"
    return DIFFERENT, "a rate and none" if a.fact.per is None or b.fact.per is None else "two rates"


def _trend(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.trend, b.fact.trend
    if one == other:
        return SAME, "the same direction" if one else "no direction"
    return (SAME, "one names none") if one is None or other is None else (DIFFERENT, "two directions")


def _increment(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.increment, b.fact.increment
    periods = {rolling(a.fact), rolling(b.fact)}
    if a.is_sum != b.is_sum:
        return DIFFERENT, "a sum of all and one of them"
    if one != other:
        return UNKNOWN, "what is new and what is in all"
    if len(periods) > 1:
        return UNKNOWN, "two periods"
    if one == "new" and periods == {None} and a.toll is not None:  # nobody says since when
        return UNKNOWN, "both new"
    return SAME, "both in all" if one == "total" else "both new"


def _certainty(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.certainty, b.fact.certainty
    if one == other:
        return SAME, "the same" if one else "none named"
    if {one, other} == {"confirmed", None}:  # what is simply said is told as sure
        return SAME, "one is confirmed"
    return UNKNOWN, "one names none" if one is None or other is None else "another"


def _status(a: Claim, b: Claim, _: Setting) -> Level:
    both = {a.fact.status, b.fact.status}
    if len(both) == 1:
        return SAME, "the same"
    if "denied" in both:
        return DIFFERENT, "one is denied"
    if both == {"expected", "planned"}:
        return SAME, "both to come"
    return (SAME, "planned and done") if both == {"asserted", "planned"} else (UNKNOWN, "another")


def _scope(a: Claim, b: Claim, _: Setting) -> Level:
    if a.is_part != b.is_part:
        return UNKNOWN, "a whole and a part"
    if not a.is_part:
        return SAME, "both a whole"
    if a.whole is not None and b.whole is not None and not a.whole.meets(b.whole):
        return DIFFERENT, "parts of two wholes"  # "of the 985 cases 34 percent", "of the 1,565 cases 37 percent"
    are_of_toll = a.toll is not None and a.toll.single and a.groups.isdisjoint(b.groups)
    return (UNKNOWN if are_of_toll else SAME), "both a part"  # "seven of the dead", "four of the dead": which ones?


def _reference(a: Claim, b: Claim, _: Setting) -> Level:
    n = a.fact.definite + b.fact.definite
    return SAME if n == 0 else UNKNOWN, _GOING_BACK[n]


def _speaker(a: Claim, b: Claim, _: Setting) -> Level:
    if not a.fact.speaker or not b.fact.speaker:
        return UNKNOWN, "one names none"
    alike = set(a.fact.speaker.lower().split()) & set(b.fact.speaker.lower().split())
    return (SAME, "the same") if alike else (UNKNOWN, "two speakers")


def _position(a: Claim, b: Claim, _: Setting) -> Level:
    return UNKNOWN, ("both further down", "one in a lede", "both in a lede")[a.is_prominent + b.is_prominent]


CIRCUMSTANCES: Mapping[str, Compare] = {
    "place": _place,
    "time": _time,
    "per": _per,
    "trend": _trend,
    "increment": _increment,
    "certainty": _certainty,
    "status": _status,
    "scope": _scope,
    "reference": _reference,
    "speaker": _speaker,
    "position": _position,
}
"""By its name, what compares two claims in such a slot."""
