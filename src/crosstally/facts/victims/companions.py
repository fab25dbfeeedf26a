"""Who shares what a verb says, "was held | with 12 others", and who is meant by a pronoun: "after holding | them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.deeds import Deeds
from crosstally.facts.victims.gathered import Member
from crosstally.facts.victims.lists import PARTS
from crosstally.facts.victims.words import words
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import is_plural, singles, singular

_OWNERS = link_words("personal")


class Companions(Deeds):
    """Those who share what a verb says of others, or for whom a pronoun stands."""

    def meant_by(self, phrase: Chunk) -> Chunk:
        """Those counted in the same sentence for whom a pronoun stands; the phrase itself where that is not sure.

        "Four clerks were at work | when they | were abducted", "freed eight clerks | after holding them | captive".
        """
        k = self.chunks.index(phrase)
        counted = [j for j in range(k) if self._counts_several(j)]
        if len(counted) != 1 or phrase.determiner not in {"they", "them"}:
            return phrase
        at = counted[0]
        if phrase.determiner == "they":
            is_sure = self.kind(k - 1) == "clause" and at == 0 and not any(map(self._are_many, range(1, k)))
        else:
            is_gerund = self.kind(k - 1) == "verb" and self.is_progressive(self.chunks[k - 1])
            is_sure = is_gerund and self.kind(k - 2) == "clause" and self.kind(at - 1) == "verb"
        return self.chunks[at] if is_sure else phrase

    def _counts_several(self, j: int) -> bool:
        chunk = self.chunks[j]
        figure = chunk.figure if chunk.kind == "noun" else None
        is_count = figure is not None and figure.unit is None and not figure.age and figure.interval.value != 1
        return is_count and self.is_people(chunk)

    def _are_many(self, j: int) -> bool:
        chunk = self.chunks[j]
        is_noun = chunk.kind == "noun" and chunk.head >= 0
        return is_noun and is_plural(self.tokens.lower[chunk.head]) and self.is_people(chunk)

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
