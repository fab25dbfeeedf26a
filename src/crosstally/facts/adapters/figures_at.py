"""The figures that stand at a place of a text: what is read there, whatever an extraction says."""

from __future__ import annotations

from typing import NamedTuple

from crosstally.facts.intervals import Interval
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.units import Unit
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.sentences import sentence_spans
from crosstally.facts.words.tokenize import tokenize


class Read(NamedTuple):
    """A figure.

    Attributes:
        interval: Its value with its hedge.
        unit: Its unit; None of things that are counted.
        noun: What is counted, singular.
        sentence: The sentence around it.
        sentence_start: Where that begins.
    """

    interval: Interval
    unit: Unit | None
    noun: str | None
    sentence: str
    sentence_start: int


def figures_at(text: str, start: int, end: int) -> list[Read]:
    """The figures whose number overlaps a span, in order; the sentence around them is read as a whole."""
    found = []
    for begin, stop in sentence_spans(text):
        if begin >= end or stop <= start:
            continue
        tokens = tokenize(text[begin:stop])
        for figure in read_figures(tokens):
            first, last = (
                tokens.starts[figure.number] + begin,
                tokens.ends[max(figure.number, figure.after - 1)] + begin,
            )
            if first < end and last > start:
                noun = None if figure.noun is None else singular(tokens.lower[figure.noun.head])
                found.append(Read(figure.interval, figure.unit, noun, text[begin:stop], begin))
    return found


def sentence_at(text: str, start: int) -> tuple[str, int]:
    """The sentence that holds a place, and where it begins."""
    for begin, stop in sentence_spans(text):
        if begin <= start < stop:
            return text[begin:stop], begin
    return text, 0
