"""The figures that stand at a place of a text: what is read there, whatever an extraction says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.units import Unit, look_up_named
from crosstally.facts.words.nouns import singular
from crosstally.facts.words.sentences import sentence_spans
from crosstally.facts.words.tokenize import tokenize
from crosstally.facts.words.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Read:
    """A figure.

    Attributes:
        interval: Its value with its hedge.
        is_hedged_itself: Whether its hedge is not taken over from the figure before it: "about 25 km (15 miles)".
        is_measured_itself: Whether its unit stands with it, and is not taken over from another figure: "$8 to | 9".
        unit: Its unit, as it is written; None of things that are counted.
        meant: The unit that is meant without being written: years, of "Ana Vell, 24,".
        noun: What is counted, singular.
        measure: What it is a figure of; None where it is no fact.
        around: The words about it, from the figure before it in its sentence to the one behind it.
        sentence: The sentence around it.
        sentence_start: Where that begins.
    """

    interval: Interval
    is_hedged_itself: bool
    is_measured_itself: bool
    unit: Unit | None
    meant: Unit | None
    noun: str | None
    measure: str | None
    around: str
    sentence: str
    sentence_start: int


class ReadText:
    """A text, to be asked what stands where."""

    def __init__(self, text: str) -> None:
        """Read its facts."""
        self.text = text
        self._facts = [fact for fact in extract_facts(Document("text", text, "text")) if fact.section == "body"]

    def figures_at(self, start: int, end: int) -> list[Read]:
        """The figures whose number overlaps a span, in order; the sentence around them is read as a whole.

        Where there is none that claims anything, every number: the year of a date, where a change began.
        """
        return [*self._at(start, end, every=False)] or [*self._at(start, end, every=True)]

    def _at(self, start: int, end: int, *, every: bool) -> Iterator[Read]:
        for begin, stop in sentence_spans(self.text):
            if begin >= end or stop <= start:
                continue
            tokens = tokenize(self.text[begin:stop])
            figures = read_figures(tokens, every=every)
            places = [_span(tokens, figure) for figure in figures]
            for at, (figure, (first, last)) in enumerate(zip(figures, places, strict=True)):
                if begin + first < end and begin + last > start:
                    before = places[at - 1][1] if at else 0
                    behind = places[at + 1][0] if at + 1 < len(places) else stop - begin
                    fact = self._fact_at(begin + first, begin + last)
                    yield Read(
                        figure.interval,
                        figure.hedge is not None and (not at or figure.hedge.first >= figures[at - 1].after),
                        _is_measured_alone(tokens, figure),
                        figure.unit,
                        look_up_named(fact.unit) if fact and fact.unit != "count" else None,
                        None if figure.noun is None else singular(tokens.lower[figure.noun.head]),
                        fact.measure if fact else None,
                        self.text[begin + before : begin + behind],
                        self.text[begin:stop],
                        begin,
                    )

    def _fact_at(self, start: int, end: int) -> Fact | None:
        return next((fact for fact in self._facts if fact.start < end and start < fact.end), None)


def _is_measured_alone(tokens: Tokens, figure: Figure) -> bool:
    """Whether the words of a figure give it a unit without the rest of the sentence."""
    words = tokens.text[tokens.starts[figure.first] : tokens.ends[figure.after - 1]]
    return figure.unit is not None and any(one.unit for one in read_figures(tokenize(words), every=True))


def _span(tokens: Tokens, figure: Figure) -> tuple[int, int]:
    """Where number and unit of a figure begin and end."""
    return tokens.starts[figure.number], tokens.ends[max(figure.number, figure.after - 1)]


def sentence_at(text: str, start: int) -> tuple[str, int]:
    """The sentence that holds a place, and where it begins."""
    for begin, stop in sentence_spans(text):
        if begin <= start < stop:
            return text[begin:stop], begin
    return text, 0
