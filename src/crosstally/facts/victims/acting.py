"""Acting: who did the deeds of a sentence, by how its clauses are built."""

from __future__ import annotations

from collections.abc import Iterator

from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.companions import Companions
from crosstally.facts.victims.words import words
from crosstally.facts.words.measure import Measure


class Acting(Companions):
    """Who does what in a sentence."""

    def doers(self) -> Iterator[tuple[Chunk, Measure]]:
        """Who did something to somebody, with what it is: "four men | abducted a clerk"."""
        for k, chunk in enumerate(self.chunks):
            hit = chunk.hit
            is_active = hit is not None and hit.trigger.role == "object" and not chunk.has("be")
            if hit is not None and is_active and self.objects(k):
                yield from ((member.phrase, hit.trigger.measure) for member in self.subject(self._opens_chain(k)))

    def _opens_chain(self, k: int) -> int:
        """The first of the verbs that the one at chunk `k` goes on from, whose subject it has: "| came | and shot"."""
        while self.kind(k - 1) == "and" and (chained := self._chained(k)) is not None:
            k = chained
        return k

    def doer(self, k: int) -> str:
        """The noun, in the singular, of who did the deed at chunk `k`; "" where nobody is named."""
        for j in range(k + 1, len(self.chunks) - 1):
            is_chained = (
                self.kind(j - 1) == "and" and not self.chunks[j].auxiliaries
            )  # "was held | and taken away | by"
            if self.chunks[j].kind not in {"noun", "preposition", "comma", "and", "state"} and not is_chained:
                break
            if self.chunks[j].kind == "preposition" and self.tokens.lower[self.chunks[j].first] == "by":
                flying = self.kind(j + 1) == "verb" and self.kind(j + 2) == "noun"  # "hit by | flying | glass"
                return self._who(self.chunks[j + 1 + flying])
        if not self._acts(k):
            return ""
        while self.kind(k - 1) == "and" and (chained := self._chained(k)) is not None:
            k = chained
            if self.chunks[k].has("be") and not self.is_progressive(self.chunks[k]):
                return ""  # "a rebel was hurt and | captured"
        return next((self._who(one.phrase) for one in self.subject(k)), "")

    def _acts(self, k: int) -> bool:
        """Whether the verb at chunk `k` may be said of who does it: no passive, no participle behind whom it befell."""
        chunk = self.chunks[k]
        if chunk.has("be") and not self.is_progressive(chunk):
            return False
        is_bare = not chunk.auxiliaries and chunk.hit is not None and chunk.hit.trigger.participle
        return not (is_bare and self.kind(k - 1) != "and" and not self.objects(k))

    def _who(self, phrase: Chunk) -> str:
        """The noun of who did a deed, "men" of "a group of men"; anybody armed or masked is a gunman."""
        held = self.chunks[self.chunks.index(phrase) + 1 :][:2]
        if self.noun(phrase) in words("containers") and len(held) > 1 and self.tokens.lower[held[0].first] == "of":
            phrase = held[1]
        is_armed = not words("armed").isdisjoint(self.tokens.lower[phrase.first : max(phrase.first, phrase.head)])
        return "gunman" if is_armed else self.noun(phrase)
