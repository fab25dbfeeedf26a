"""What was held apart of an event, for people: numbered, so that a cell of the cross-tab can point to it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from crosstally.facts.needs import is_general
from crosstally.output.titles import title
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
        asked: Pairs that somebody asks about; they come first. Then what is likeliest a contradiction that was missed:
            what two reports give, of one noun, tolls, those of which nothing differs but the figure, what lies near.
        single: Whether others are among them that may answer one question for all that their slots say: "38 drones
            launched" in one report, and "52 drones launched" in another.
    """
    known = {quantity.quantity_id: quantity for quantity in event.quantities}
    pairs = [one for one in event.held_apart if ids & one.pair or (single and _may_be_one(one, known))]
    pairs.sort(key=lambda one: _place(one, asked, known))
    return [
        Apart(number, (one.quantity_a, one.quantity_b), _sides(one, known), _why(one))
        for number, one in enumerate(pairs, 1)
    ]


def _may_be_one(one: HeldApart, known: Mapping[str, Quantity]) -> bool:
    """Whether two figures are of one measure and noun, and nothing but their words differs."""
    is_of_one_noun = known[one.quantity_a].counted == known[one.quantity_b].counted
    return one.slot == "words" and is_of_one_noun and not is_general(one.measure)


def _place(
    one: HeldApart, asked: AbstractSet[frozenset[str]], known: Mapping[str, Quantity]
) -> tuple[bool, bool, bool, int, bool, float]:
    is_of_two_nouns = known[one.quantity_a].counted != known[one.quantity_b].counted
    is_one_report = one.slot == "document"
    is_told = one.slot != "words"
    return one.pair not in asked, is_one_report, is_of_two_nouns, rank(one.measure), is_told, one.ratio or inf


def _sides(one: HeldApart, known: Mapping[str, Quantity]) -> tuple[str, str]:
    return _side(known[one.quantity_a]), _side(known[one.quantity_b])


def _why(one: HeldApart) -> str:
    return one.reason if one.slot in _SAYS_ALL else f"{one.slot}, {one.reason}"


def _side(quantity: Quantity) -> str:
    said = ", ".join(figures(quantity.facts))
    sources = list(dict.fromkeys(fact.document.source for fact in quantity.facts))
    who = ", ".join(sources) if len(sources) <= _NAMED else f"{len(sources)} sources"
    return f"{title(quantity)} {said} ({who})"
