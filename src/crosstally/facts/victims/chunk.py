"""A phrase of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.victims.words import words
from crosstally.facts.words.triggers import Hit

Kind = Literal["noun", "verb", "state", "preposition", "and", "comma", "who", "clause", "stop"]


@dataclass(slots=True, eq=False)  # frozen, it would take three times as long to make
class Chunk:
    """A phrase of a sentence, which never changes; positions are token indexes.

    Attributes:
        kind: noun, verb, state ("dead"), preposition, and, comma, who (a relative), clause (opens another), stop.
        first: Its first token.
        stop: One past its last token.
        head: The head noun, or the verb that a group ends in; -1 where a noun phrase has none ("three").
        figure: The figure that counts it.
        determiner: The word that opens a noun phrase: "a", "the", "his"; "" where none does.
        hit: The trigger that a verb group ends in, or that a state is.
        auxiliaries: The auxiliaries of a verb group and the words between them, in small letters.
    """

    kind: Kind
    first: int
    stop: int
    head: int = -1
    figure: Figure | None = None
    determiner: str = ""
    hit: Hit | None = None
    auxiliaries: frozenset[str] = frozenset()

    def has(self, kind: str) -> bool:
        """Whether an auxiliary of a class stands in a verb group."""
        return not self.auxiliaries.isdisjoint(words(kind))
