"""What was held apart of an event, for people: numbered, so that a cell of the cross-tab can point to it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from crosstally.output.titles import title
from crosstally.rules.alignment.held_apart import WORTH
from crosstally.rules.toll import rank
from crosstally.rules.wording import figures

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from crosstally.rules.alignment.held_apart import HeldApart
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import EventReport

_SAYS_ALL = ("document", "words", "decision")  # of these the reason says all
_NAMED = 2  # sources that are named; of more, how many they are


@dataclass(frozen=True, slots=True)
class Apart:
    """Two quantities that were not compared.

    Attributes:
        number: From 1: what a cell of the cross-tab points to.
        pair: Their ids.
        sides: What each is, with its figures and who gives them: "soldiers killed a week 5,000 (Alder Gazette)".
        why: What held them apart: "per, a rate and none (not said / week)".
    """

    number: int
    pair: tuple[str, str]
    sides: tuple[str, str]
    why: str

    @property
    def words(self) -> str:
        """All of it, in one line."""
        return f"{' and '.join(self.sides)}: {self.why}"


def apart_from(
    event: EventReport,
    ids: AbstractSet[str],
    asked: AbstractSet[frozenset[str]] = frozenset(),
    *,
    single: bool = False,
) -> list[Apart]:
    """What was held apart from quantities of an event, in the order in which somebody would ask.

    Args:
        event: What a run says of the event.
        ids: The ids of the quantities.
        asked: Pairs that somebody asks about. What is likeliest a contradiction that was missed comes first, then
            these, then the rest: of one noun before others, tolls before others, what lies near.
        single: Whether others are among them that may well be of one thing: "38 drones launched" in one report, and
            "52 drones launched" in another.
    """
    known = {quantity.quantity_id: quantity for quantity in event.quantities}
    pairs = [one for one in event.held_apart if ids & one.pair or (single and _is_worth_a_look(one))]
    pairs.sort(key=lambda one: _place(one, asked, known))
    return [
        Apart(number, (one.quantity_a, one.quantity_b), _sides(one, known), _why(one))
        for number, one in enumerate(pairs, 1)
    ]


def _is_worth_a_look(one: HeldApart) -> bool:
    """Whether two figures may well be of one thing."""
    return one.likelihood is not None and one.likelihood >= WORTH


def _place(
    one: HeldApart, asked: AbstractSet[frozenset[str]], known: Mapping[str, Quantity]
) -> tuple[float, bool, float, bool, bool, int, float]:
    is_of_two_nouns = known[one.quantity_a].counted != known[one.quantity_b].counted
    is_one_report = one.slot == "document"
    unlikely = 1.0 if one.likelihood is None else -one.likelihood
    first = unlikely if _is_worth_a_look(one) else 0.0
    return first, one.pair not in asked, unlikely, is_one_report, is_of_two_nouns, rank(one.measure), one.ratio or inf


def _sides(one: HeldApart, known: Mapping[str, Quantity]) -> tuple[str, str]:
    return _side(known[one.quantity_a]), _side(known[one.quantity_b])


def _why(one: HeldApart) -> str:
    why = one.reason if one.slot in _SAYS_ALL else f"{one.slot}, {one.reason}"
    return why if one.likelihood is None else f"{why}; {one.likelihood:.0%} likely one thing"


def _side(quantity: Quantity) -> str:
    said = ", ".join(figures(quantity.facts))
    sources = list(dict.fromkeys(fact.document.source for fact in quantity.facts))
    who = ", ".join(sources) if len(sources) <= _NAMED else f"{len(sources)} sources"
    return f"{title(quantity)} {said} ({who})"
