"""Antecedents: which noun phrases of a sentence a relative clause goes back to."""

from __future__ import annotations

from collections.abc import Sequence

from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.words import is_thing as is_thing_noun
from crosstally.facts.words.nouns import counts_people, singular
from crosstally.facts.words.tokens import Tokens


class Antecedents:
    """The noun phrases of a sentence, and how they go together."""

    def __init__(self, tokens: Tokens, chunks: Sequence[Chunk]) -> None:
        """Of the chunks of a sentence."""
        self.tokens = tokens
        self.chunks = chunks

    def kind(self, k: int) -> str:
        """The kind of chunk `k`; "" outside the sentence."""
        return self.chunks[k].kind if 0 <= k < len(self.chunks) else ""

    def noun(self, phrase: Chunk) -> str:
        """The head of a noun phrase in the singular; "" where it has none."""
        return singular(self.tokens.lower[phrase.head]) if phrase.head >= 0 else ""

    def is_people(self, chunk: Chunk) -> bool:
        """Whether a noun phrase is sure to be people: by its noun, or by a number without one."""
        if chunk.head < 0:
            are_children = counted_of_parent(self.tokens, chunk.first) is not None
            return chunk.figure is not None and chunk.figure.unit is None and not are_children
        return counts_people(singular(self.tokens.lower[chunk.head]))

    def head_of_phrase(self, k: int) -> int:
        """The chunk that a phrase begins with which ends at chunk `k`: "the cook | of the inn"."""
        while self.kind(k - 1) == "preposition" and self.kind(k - 2) == "noun":
            k -= 2
        return k

    def first_listed(self, k: int) -> int:
        """The first of the phrases that are joined to the one at chunk `k`: "two guards | and a cook"."""
        while self.kind(k - 1) in {"and", "comma"} and self.kind(k - 2) == "noun" and self.kind(k - 3) != "preposition":
            k -= 2
        return k

    def antecedent(self, k: int) -> int:
        """The noun phrase before a relative, a comma between: "Ana Vell, | who was shot"."""
        j = k - 1 - (self.kind(k - 1) == "comma")
        if self.kind(j) != "noun":
            return k
        head = self.head_of_phrase(j)
        is_thing = self.chunks[j].head >= 0 and is_thing_noun(self.tokens.lower[self.chunks[j].head])
        written = self.tokens.words[self.chunks[j].head]
        is_body = not written.istitle() and self.is_people(self.chunks[head]) and not self.is_people(self.chunks[j])
        return head if is_thing or is_body else j  # "two clerks | of a mill, who"

    def first_antecedent(self, k: int) -> int:
        """The first of those counted side by side before a relative: "| Five women | and three men who died".

        They open a clause, or one article is before all of them: "in memory of | the six men | and one woman who died".
        """
        last = self.antecedent(k)
        first = last - 2 if self.kind(last - 1) == "and" and self._has_article(last - 2) else self.first_listed(last)
        listed = self.chunks[first : last + 1 : 2]
        is_shared = self._has_article(first) and not any(one.determiner for one in listed[1:])
        opens = first < last and (is_shared or self.kind(first - 1) in {"", "clause", "stop"})
        return first if opens and all(one.figure is not None and self.is_people(one) for one in listed) else last

    def _has_article(self, k: int) -> bool:
        return self.kind(k) == "noun" and self.tokens.at(self.chunks[k].first) in {"the", "these", "those"}
