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
    at = _place(fact)
    if at < 0:
        return [Piece(fact.sentence)]
    end = at + len(fact.quote)
    return _filled([Piece(fact.sentence[:at]), Piece(fact.sentence[at:end], fact), Piece(fact.sentence[end:])])


def _place(fact: Fact) -> int:
    """Where in its sentence a figure stands; the same words may stand there twice, so the document is asked first."""
    text = fact.document.text if fact.section == "body" else fact.document.title or ""
    begin = text.find(fact.sentence, max(0, fact.end - len(fact.sentence)), fact.start + len(fact.sentence))
    at = fact.start - begin
    if begin >= 0 and fact.sentence[at : at + len(fact.quote)] == fact.quote:
        return at
    return fact.sentence.find(fact.quote)


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
