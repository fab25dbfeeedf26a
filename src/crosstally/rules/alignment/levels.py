"""Two claims compared slot by slot: same, unknown or different, each with its reason in words.

A slot has a few levels, and the name of a level is the reason: "the same noun", "one names no place". Where two claims
differ in a slot, they are kept apart. Of all other levels it is estimated how much they tell (see `match`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from crosstally.facts.needs import is_general
from crosstally.rules.alignment.claim import rolling
from crosstally.rules.alignment.groups import exclude
from crosstally.rules.alignment.kinds import Relation, relate_kinds
from crosstally.rules.alignment.terms import Weights

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.model import Model


class Verdict(Enum):
    """What a slot says of two claims."""

    SAME = "same"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


SAME, UNKNOWN, DIFFERENT = Verdict

Known = dict[tuple[int, int], "float | None"]
Level = tuple[Verdict, str]
Compare = Callable[["Claim", "Claim", "Setting"], Level]

_RARE, _COMMON = 3, 10  # how often a figure is given: rarely, often, from there on very often
_SINGLE, _FEW = 2, 3  # digits that tell of themselves; up to which number there are such of everything
_TEN = 10
_ANYBODY = {"person", "other"}  # nouns that tell nothing of whom they count
_FOUND = "body"  # of the dead, those found so far
_ALIKE = ("no word shared", "hardly alike", "a little alike", "alike", "much alike")


class Setting:
    """What two claims of an event are held against: how much each word tells, and how often each figure is given.

    Attributes:
        model: What was estimated.
        weights: How much each word tells.
        looks: By the place of a claim, a number that it shares with all that are alike in every slot.
        agreements: Of two looks, what speaks for one quantity, as far as that was asked.
        questions: The same for one question.
    """

    def __init__(self, claims: Sequence[Claim], model: Model) -> None:
        """Look at all claims of an event, with what was estimated on others."""
        self.model = model
        self.weights = Weights(claim.around | claim.subject | claim.words for claim in claims)
        self._given = Counter((claim.fact.dimension, claim.fact.interval.value) for claim in claims)
        numbers: dict[Hashable, int] = {}
        self.looks = {claim.order: numbers.setdefault(claim.look, len(numbers)) for claim in claims}
        self.agreements: Known = {}
        self.questions: Known = {}

    def alike(self, slot: str, likeness: float) -> str:
        """The level of a likeness, 0 to 1, in a slot of words."""
        return _ALIKE[1 + bisect_right(self.model.edges[slot], likeness)] if likeness else _ALIKE[0]

    def rarity(self, claim: Claim) -> str:
        """How often the event has the figure."""
        times = self._given[claim.fact.dimension, claim.fact.interval.value]
        return "given by few" if times <= _RARE else "given often" if times <= _COMMON else "given very often"


def _about(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.about, b.fact.about
    if one == other:
        return SAME, "another event, the same" if one else "the event"
    if one is None or other is None:
        return UNKNOWN, "one is of another event"
    return (
        (UNKNOWN, "two other events")
        if set(one.split()).isdisjoint(other.split())
        else (SAME, "another event, the same")
    )


def _measure(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.measure, b.fact.measure
    if one == other:
        is_toll = a.toll is not None and a.toll.single
        return SAME, "a toll of the event" if is_toll else "both general" if is_general(one) else "the same"
    if is_general(one) or is_general(other):
        return SAME, "one is general"
    both_single = a.toll is not None and b.toll is not None and a.toll.single and b.toll.single
    return (DIFFERENT, "two tolls of the event") if both_single else (UNKNOWN, "two measures")


def _counted(a: Claim, b: Claim, _: Setting) -> Level:  # noqa: PLR0911 - a level each
    one, other = a.fact.counted, b.fact.counted
    if a.fact.dimension != "count":
        return SAME, "nothing named"
    is_toll = a.toll is not None and a.toll.of == "people" and a.fact.measure == b.fact.measure
    if one == other:
        if one in _ANYBODY:
            return SAME, "both people"
        return (SAME, "the same noun") if one else (SAME if is_toll else UNKNOWN, "nothing named")
    if one is None or other is None:
        if _counts_people_by_measure(a, b) or _counts_people_by_measure(b, a):
            return DIFFERENT, "people and things"
        return SAME if is_toll else UNKNOWN, "one names nothing"
    if (one == _FOUND) != (other == _FOUND):
        return UNKNOWN, "bodies found, and the dead"
    match relate_kinds(a.kind, b.kind):
        case Relation.SAME:
            return SAME, "nouns for one thing"
        case Relation.ALIKE:
            return SAME if is_toll else UNKNOWN, "one may hold the other"
    if (a.words & b.around) or (b.words & a.around):
        return UNKNOWN, "the other's noun beside it"
    return (UNKNOWN, "two nouns") if a.is_of_people == b.is_of_people else (DIFFERENT, "people and things")


def _counts_people_by_measure(a: Claim, b: Claim) -> bool:
    """Whether the measure of one counts people, and the noun of the other names a thing."""
    return a.toll is not None and a.toll.of == "people" and b.fact.counted is not None and not b.is_of_people


def likenesses(a: Claim, b: Claim, setting: Setting) -> dict[str, float]:
    """How alike two claims are in the slots of words, 0 to 1."""
    return {slot: likeness(a, b, setting.weights) for slot, likeness in _LIKENESS.items()}


def _mentioned(a: Claim, b: Claim, weights: Weights) -> float:
    """How far the subject of the one stands around the other."""
    return max(weights.contained(a.subject, b.around), weights.contained(b.subject, a.around))


_LIKENESS: Mapping[str, Callable[[Claim, Claim, Weights], float]] = {
    "subject": lambda a, b, weights: weights.contained(a.subject, b.subject),
    "mentioned": _mentioned,
    "quote": lambda a, b, weights: weights.cosine(a.words, b.words),
    "around": lambda a, b, weights: weights.cosine(a.around, b.around),
}


def _words(slot: str) -> Compare:
    likeness = _LIKENESS[slot]

    def compare(a: Claim, b: Claim, setting: Setting) -> Level:
        if not a.around or not b.around:
            return UNKNOWN, "nothing is said around one"
        return UNKNOWN, setting.alike(slot, likeness(a, b, setting.weights))

    return compare


def _subject(a: Claim, b: Claim, setting: Setting) -> Level:
    if not a.subject or not b.subject:
        return UNKNOWN, "one names none"
    is_same = a.subject <= b.subject or b.subject <= a.subject
    return (SAME if is_same else UNKNOWN), _words("subject")(a, b, setting)[1]


def _group(a: Claim, b: Claim, _: Setting) -> Level:
    if a.groups == b.groups:
        return SAME, "the same" if a.groups else "none named"
    if not a.groups or not b.groups:
        return UNKNOWN, "one names none"
    if exclude(a.groups - b.groups, b.groups - a.groups):
        return DIFFERENT, "two groups"
    return UNKNOWN, "one may hold the other"


def _names(a: Claim, b: Claim, _: Setting) -> Level:
    return _shared(a.names, b.names)


def _anchor(a: Claim, b: Claim, _: Setting) -> Level:
    """Whose it is, or from where: of one family, one name is the same."""
    if not a.anchor or not b.anchor:
        return UNKNOWN, "none named" if not a.anchor and not b.anchor else "one names none"
    if a.anchor <= b.anchor or b.anchor <= a.anchor:
        return SAME, "the same"
    if not a.anchor.isdisjoint(b.anchor):
        return UNKNOWN, "one name of several"
    are_named = all(claim.fact.anchor != (claim.fact.anchor or "").lower() for claim in (a, b))
    is_place = are_named and a.fact.measure != "age"  # a person has many names; "the town" may be the one that is named
    return (DIFFERENT if is_place else UNKNOWN), "others"


def _shared(a: Collection[str], b: Collection[str]) -> Level:
    if not a or not b:
        return UNKNOWN, "none named" if not a and not b else "one names none"
    return (UNKNOWN, "others") if set(a).isdisjoint(b) else (SAME, "one of both")


def _place(a: Claim, b: Claim, _: Setting) -> Level:
    if not a.places or not b.places:
        return SAME, "one names none: the event's own"
    shared = [(one, other) for one, other in product(a.places, b.places) if one <= other or other <= one]
    if not shared:
        return UNKNOWN, "two places"
    held = ({one for one, _ in shared}, {other for _, other in shared})
    adds = sorted(len(held[k]) < len(set(places)) for k, places in enumerate((a.places, b.places)))
    return (UNKNOWN, "two places") if adds == [False, True] else (SAME, "the same")


def _time(a: Claim, b: Claim, _: Setting) -> Level:
    if a.era != b.era:
        return UNKNOWN, "another year or month"
    if a.days is None or b.days is None:
        return SAME, "one names none: the event's own"
    return (UNKNOWN, "two days") if a.days[1] < b.days[0] or b.days[1] < a.days[0] else (SAME, "the same")


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
    return (SAME, "both in all" if one == "total" else "both new") if len(periods) == 1 else (UNKNOWN, "two periods")


def _certainty(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.certainty, b.fact.certainty
    if one == other:
        return SAME, "the same" if one else "none named"
    return UNKNOWN, "one names none" if one is None or other is None else "another"


def _status(a: Claim, b: Claim, _: Setting) -> Level:
    both = {a.fact.status, b.fact.status}
    if len(both) == 1:
        return SAME, "the same"
    if "denied" in both:
        return DIFFERENT, "one is denied"
    return (SAME, "planned and done") if both == {"asserted", "planned"} else (UNKNOWN, "another")


def _scope(a: Claim, b: Claim, _: Setting) -> Level:
    if a.fact.scope != b.fact.scope:
        return UNKNOWN, "a whole and a part"
    return SAME, "both a whole" if a.fact.scope == "total" else "both a part"


def _reference(a: Claim, b: Claim, _: Setting) -> Level:
    n = a.fact.definite + b.fact.definite
    return SAME if n == 0 else UNKNOWN, ("neither goes back to a figure before", "one goes back", "both go back")[n]


def _speaker(a: Claim, b: Claim, _: Setting) -> Level:
    if not a.fact.speaker or not b.fact.speaker:
        return UNKNOWN, "one names none"
    alike = set(a.fact.speaker.lower().split()) & set(b.fact.speaker.lower().split())
    return (SAME, "the same") if alike else (UNKNOWN, "two speakers")


def _position(a: Claim, b: Claim, _: Setting) -> Level:
    return UNKNOWN, ("both further down", "one in a lede", "both in a lede")[a.is_prominent + b.is_prominent]


def _dimension(a: Claim, b: Claim, _: Setting) -> Level:
    if a.fact.measure == "age":
        return SAME, "age"
    return (
        SAME,
        f"count of {'people' if a.is_of_people and b.is_of_people else 'things'}"
        if a.fact.dimension == "count"
        else "measured",
    )


def _figure(a: Claim, _b: Claim, _: Setting) -> Level:
    """How much the figure itself tells: there are twos and threes of everything."""
    value = abs(a.fact.interval.value or 0.0)
    digits = _digits(value)
    if digits >= _SINGLE:
        return UNKNOWN, "two digits" if digits == _SINGLE else "three digits or more"
    if a.fact.dimension == "count" and value <= _FEW:
        return UNKNOWN, "one" if value == 1 else "none" if value == 0 else "two or three"
    return UNKNOWN, "a digit" if value < _TEN else "round"


@lru_cache(maxsize=2**12)
def _digits(value: float) -> int:
    """How many digits a figure has that tell of it: of 1,500 two."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _written(a: Claim, b: Claim, _: Setting) -> Level:
    if (a.fact.interval.low, a.fact.interval.high, a.fact.unit) == (
        b.fact.interval.low,
        b.fact.interval.high,
        b.fact.unit,
    ):
        return SAME, "alike"
    return UNKNOWN, "with another hedge" if a.has_figure_of(b) else "as figures that meet"


def _rarity(a: Claim, _b: Claim, setting: Setting) -> Level:
    return UNKNOWN, setting.rarity(a)


SLOTS: Mapping[str, Compare] = {
    "about": _about,
    "measure": _measure,
    "counted": _counted,
    "subject": _subject,
    "mentioned": _words("mentioned"),
    "quote": _words("quote"),
    "around": _words("around"),
    "group": _group,
    "names": _names,
    "anchor": _anchor,
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
    "dimension": _dimension,
}
"""By its name, what compares two claims in a slot."""

FIGURES: Mapping[str, Compare] = {"figure": _figure, "written": _written, "rarity": _rarity}
"""The same of the figures; left out where two figures exclude each other."""

SAME_NOUN = frozenset({(SAME, "the same noun"), (SAME, "nouns for one thing")})
"""What is said of two claims on things of one name."""
