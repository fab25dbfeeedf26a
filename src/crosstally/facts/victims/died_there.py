"""Where people died, which is no second thing that befell them, and who is sought, as somebody else's object."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.victims.gathered import Member
from crosstally.facts.victims.outcomes import Outcomes
from crosstally.facts.victims.words import words
from crosstally.facts.words.measure import Measure, measures

_MEANWHILE = frozenset({"while", "when"})
_PLACED = frozenset({"injured", "arrested"})  # what a hospital or a cell tells of those in it


class DiedThere(Outcomes):
    """Those of whom it is told where they died, or that they are sought."""

    def with_the_dead(self, k: int, found: Sequence[Member], measure: Measure) -> Measure | None:
        """What befell those of the state or verb at chunk `k`, where a place of death is none; None for nothing more.

        "Two men died | in hospital" tells nothing more, and "six died, three of them | in hospital" of three deaths.
        """
        verb = self.verb_before(self._before_meanwhile(k)) if measure.name in _PLACED else None
        if verb is None or not found or not self._may_place(k):
            return measure
        hit = self.chunks[verb].hit
        is_said_of_subject = hit is not None and (hit.trigger.role == "subject" or self.chunks[verb].has("be"))
        if hit is None or hit.trigger.measure.name != "killed" or not is_said_of_subject:
            return measure
        dead = [one.phrase for one in self.subject(verb)]
        if all(one.phrase in dead for one in found):
            return None
        return measures()["killed"] if self._are_some_of_them(k, found) else measure

    def _before_meanwhile(self, k: int) -> int:
        """The chunk that the clause before opens what was done meanwhile: "died | while | undergoing treatment"."""
        is_meanwhile = self.kind(k - 1) == "clause" and self.tokens.lower[self.chunks[k - 1].first] in _MEANWHILE
        return k - 1 if is_meanwhile else k

    def _may_place(self, k: int) -> bool:
        """Whether chunk `k` may say where one died: "in hospital", "undergoing treatment", not "are in hospital"."""
        chunk = self.chunks[k]
        first = self.tokens.lower[chunk.first]
        is_place = chunk.kind == "state" and first in words("prepositions")
        is_meanwhile = chunk.kind == "verb" and first.endswith("ing")
        return (is_place or is_meanwhile) and self.kind(k - 1) not in {"and", "comma"}

    def _are_some_of_them(self, k: int, found: Sequence[Member]) -> bool:
        """Whether a state is told of some of those before alone: "six died, three of them | in hospital"."""
        figure = found[0].phrase.figure
        is_next = len(found) == 1 and self.chunks[k - 1] is found[0].phrase and self.kind(k - 2) == "comma"
        return is_next and figure is not None and figure.partitive

    def is_sought(self, k: int) -> bool:
        """Whether a participle is of those behind a preposition: "for two feared | drowned", "for a third | hurt"."""
        verb = self.chunks[k - 1]
        if verb.kind == "verb" and not verb.auxiliaries and self.tokens.lower[verb.head] in words("fearing"):
            return self.kind(k - 2) == "noun" and self.kind(k - 3) == "preposition"
        inside = self.tokens.lower[verb.first : verb.stop]
        return self.kind(k - 2) == "preposition" and not words("others").isdisjoint(inside[-1:])
