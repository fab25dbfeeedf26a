"""Every number of a document, whatever it counts: also those that are no facts."""

from __future__ import annotations

from crosstally.facts.document import Document
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.sentences import sentence_spans
from crosstally.facts.words.tokenize import tokenize


def numbers_in(document: Document) -> frozenset[float]:
    """The numbers that a document mentions, the ends of ranges included."""
    return frozenset(number for text in (document.title, document.text) if text for number in _numbers(text))


def _numbers(text: str) -> set[float]:
    found: set[float] = set()
    for start, end in sentence_spans(text):
        for figure in read_figures(tokenize(text[start:end])):
            ends = (figure.interval.value, figure.interval.low, figure.interval.high)
            found.update(end for end in ends if end is not None)
    return found
