"""A quantity: one thing that can be counted or measured once in the world, and the claims of all documents on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosstally.facts.fact import Certainty, Fact, Increment

Agreement = Literal["agreed", "updated", "disputed", "single"]
Extent = Literal["total", "part", "other"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """The claims of several documents on one thing.

    Attributes:
        quantity_id: Stable: a hash of the event and of what is counted.
        event: The event it belongs to.
        measure: What is measured, as in `Fact.measure`.
        counted: Head noun, singular.
        unit: quantulum3's name, or "count".
        per: The period of a rate.
        place: Where, when the claims say.
        scope: Whether the claims are wholes or parts; of the dead and the injured, whether they are those of the event
            in all, some of them, or others: of an earlier event, of a year.
        status: Whether its claims agree, one updates another, they exclude each other, or one source stands alone.
        low: Smallest value that some claim or `best` allows; None is unbounded.
        high: Largest value that some claim or `best` allows; None is unbounded.
        best: The figure the policy settles on; None when it settles on none. Of the dead and the injured it may be put
            together from parts: "a man and two women were killed".
        policy: The name of that policy.
        n_sources: How many sources speak of it.
        n_independent: How many of them are not copies of another.
        facts: The claims, in the order of the documents.
        follows_from: The claims on other quantities that `best` is put together from; none when its own claims give it.
        decided: Whether a person took that figure, not the policy.
        subject: What most claims are a figure of, in the words of one of them.
        group: Which of them most claims count: "soldier"; None where that is all of them.
        about: What most claims are about; None for the event itself.
        increment: Whether most claims give a total, what came on top, or a change.
        certainty: How sure most claims say the count is.
    """

    quantity_id: str
    event: str
    measure: str
    counted: str | None
    unit: str
    per: str | None
    place: str | None
    scope: Extent
    status: Agreement
    low: float | None
    high: float | None
    best: float | None
    policy: str
    n_sources: int
    n_independent: int
    facts: tuple[Fact, ...]
    follows_from: tuple[Fact, ...] = ()
    decided: bool = False
    subject: str | None = None
    group: str | None = None
    about: str | None = None
    increment: Increment = "total"
    certainty: Certainty | None = None

    @property
    def n_facts(self) -> int:
        """How many claims there are."""
        return len(self.facts)
