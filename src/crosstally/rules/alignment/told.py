"""What each document of an event tells of each cluster."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from crosstally.rules.alignment.answers import are_told_as_two, by_document, contradict_themselves

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from crosstally.rules.alignment.answers import Cluster
    from crosstally.rules.alignment.claim import Claim


class Told:
    """Which clusters the documents of an event tell of.

    Attributes:
        by: Of each cluster, its claims by document.
    """

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        """Of the clusters of an event."""
        self.by = [by_document(cluster) for cluster in clusters]
        self._in: dict[Hashable, set[int]] = defaultdict(set)
        for place, cluster in enumerate(clusters):
            for claim in cluster:
                self._in[claim.fact.sentence_id].add(place)
        self._of: dict[str, set[int]] = defaultdict(set)
        for place, told in enumerate(self.by):
            for doc_id in told:
                self._of[doc_id].add(place)

    def explained(self, claim: Claim, beside: Claim, place: int) -> set[int]:
        """Those of a claim's document that are no other answer: of its own cluster, and what another's document tells.

        Args:
            claim: The claim.
            beside: A claim of the other document.
            place: The cluster of the first.
        """
        doc_id = claim.fact.document.doc_id
        shared = {place} | (self._of[doc_id] & self._of[beside.fact.document.doc_id])
        return {other.order for at in shared for other in self.by[at][doc_id]}

    def beside(self, a: Claim, b: Claim, places: tuple[int, int]) -> int:
        """How many other clusters the sentences of two claims both tell of."""
        return len((self._in[a.fact.sentence_id] & self._in[b.fact.sentence_id]).difference(places))

    def by_one(self, i: int, j: int) -> bool:
        """Whether one document alone tells of both clusters."""
        return len(self.by[i]) == 1 and self.by[i].keys() == self.by[j].keys()

    def is_answered_twice(self, i: int, j: int) -> bool:
        """Whether two clusters are no answers to one question: two documents give both, or one tells them as two."""
        twice = contradict_themselves(self.by[i], self.by[j])
        return len(twice) > 1 or any(are_told_as_two(self.by[i][doc_id], self.by[j][doc_id]) for doc_id in twice)

    def support(self, i: int, j: int) -> int:
        """How many documents tell of two clusters."""
        few, many = sorted((self.by[i], self.by[j]), key=len)
        return len(many) + sum(doc_id not in many for doc_id in few)
