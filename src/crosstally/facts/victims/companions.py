"""Companions: who is told of behind a verb, and shares what it says: "was held | with 12 others", "| with her sons"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosstally.facts.victims.deeds import Deeds
from crosstally.facts.victims.gathered import Member
from crosstally.facts.victims.lists import PARTS
from crosstally.facts.victims.words import singles, words
from crosstally.facts.words.nouns import singular

_OWNERS = frozenset({"his", "her", "their"})


class Companions(Deeds):
    """Those who share what a verb says of others."""

    def told_behind(self, k: int, found: Sequence[Member]) -> Iterator[Member]:
        """Those told of behind a verb: "nine were hurt, among them | a cook", "surrendered along with | his wife"."""
        last = found[-1].phrase.first
        j = k + 1
        while self.kind(j) in {"preposition", "noun", "comma", "and"}:
            first = self.chunks[j].first
            if self.tokens.lower[first] in PARTS and last < first:
                yield from (member for member in self.listed(j) if member.is_part)
                return
            if self.tokens.lower[first] == "with" and last < first and self._are_beside(k, j + 1):
                if self.kind(j + 2) == "verb":
                    return  # "killed two guards, with 12 others | missing"
                yield from self.listed(j + 1)  # "was arrested | with 12 others"
                return
            if self.kind(j) == "and":
                if self.chunks[j].stop > first + 1 and self.kind(j + 1) == "noun" and last < first:
                    yield from self.listed(j + 1)
                return
            j += 1

    def _are_beside(self, k: int, j: int) -> bool:
        """Whether "with" joins those at chunk `j` to those whom the verb at chunk `k` is said of.

        They are others than those before, or theirs: "was arrested with | 12 others", "fled with | her two sons".
        """
        if self.kind(j) != "noun":
            return False
        phrase = self.chunks[j]
        inside = self.tokens.lower[phrase.first : phrase.stop]
        is_own = phrase.determiner in _OWNERS and not singles("kin").isdisjoint(map(singular, inside))
        are_others = phrase.figure is not None and not words("others").isdisjoint(inside)
        return are_others or (is_own and not self.objects(k))
