"""Texts cut into pieces, so that the figures in them can be marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosstally.facts.fact import Fact


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text.

    Attributes:
        text: The characters.
        fact: The figure they are; None between figures.
    """

    text: str
    fact: Fact | None = None


def marked_sentence(fact: Fact) -> list[Piece]:
    """The sentence of a figure with the figure marked."""
    before, behind = fact.around
    return _filled([Piece(before), Piece(fact.quote, fact), Piece(behind)])


def marked_text(text: str, facts: Iterable[Fact]) -> list[Piece]:
    """A text of a document with its figures marked; of two that overlap, the first.

    Args:
        text: The title or the body.
        facts: The figures that stand in it.
    """
    pieces: list[Piece] = []
    here = 0
    for fact in sorted(facts, key=lambda fact: (fact.start, -fact.end)):
        if fact.start >= here and text[fact.start : fact.end] == fact.quote:
            pieces += [Piece(text[here : fact.start]), Piece(fact.quote, fact)]
            here = fact.end
    return _filled([*pieces, Piece(text[here:])])


def _filled(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.text]
