"""Outcomes: which verb ends in what a phrase names: "hacked a clerk | to death", "took him | to hospital"."""

from __future__ import annotations

from collections.abc import Iterator

from crosstally.facts.victims.acting import Acting
from crosstally.facts.victims.words import words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.triggers import outcomes


class Outcomes(Acting):
    """What the deeds of a sentence came to."""

    def brought_to(self, k: int) -> Iterator[tuple[int, Measure]]:
        """The verb that ends in what chunk `k` names: "hacked a clerk | to death", "took a clerk | into custody"."""
        chunk = self.chunks[k]
        if chunk.kind != "noun" or chunk.figure is not None or self.tokens.at(chunk.stop) == "of":
            return  # "linked him to | 12 deaths"
        ends = outcomes().get((self.tokens.at(chunk.first - 1), self.noun(chunk) or chunk.determiner), ())
        verb = self._verb_to(k) if ends else None
        if verb is None or not self.is_asserted(verb, self.chunks[verb]):
            return
        hit = self.chunks[verb].hit
        if hit is not None and hit.trigger.role == "subject" and hit.stop > hit.first + 1:
            return  # "handed himself over | to the police"
        word = self.tokens.lower[self.chunks[verb].head]
        for measure, verbs in ends:
            if word in verbs if verbs else word not in words("figurative"):
                yield verb, measure

    def _verb_to(self, k: int) -> int | None:
        """The verb before chunk `k`, in the same clause."""
        j = next((j for j in range(k - 1, -1, -1) if self.kind(j) in {"verb", "clause", "who", "stop"}), None)
        return j if j is not None and self.kind(j) == "verb" else None

    def is_of_some(self, end: int) -> bool:
        """Whether only some came to what chunk `end` names: "four were stabbed, | one of them | to death"."""
        if self.kind(end - 1) != "preposition" or self.kind(end - 2) != "noun" or self.kind(end - 3) != "comma":
            return False
        some = self.chunks[end - 2]
        return some.head < 0 and some.figure is not None and some.figure.unit is None
