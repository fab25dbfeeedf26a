"""The pipeline: a document in, its facts out, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosstally.facts.context.about import subjects_of
from crosstally.facts.context.place import find_places, nearest_place
from crosstally.facts.context.speaker import Attribution, find_attributions, speaker_of
from crosstally.facts.context.time import find_times, nearest_time
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact, Scope, Section
from crosstally.facts.normal.reading import in_normal_form
from crosstally.facts.numbers.ages import read_age
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.singles import read_singles, read_suicides, without_lone
from crosstally.facts.numbers.zero import read_zeros, tells_of_another
from crosstally.facts.roles.claims import is_claim, is_told_of
from crosstally.facts.roles.measures import assign_measures
from crosstally.facts.roles.scope import scopes_of
from crosstally.facts.roles.status import status_of
from crosstally.facts.roles.trend import trends_of
from crosstally.facts.roles.triggers import Measure, find_triggers
from crosstally.facts.words.nouns import singular, word_class
from crosstally.facts.words.scan import sentences_with_figures
from crosstally.facts.words.sentences import is_furniture, sentence_spans
from crosstally.facts.words.tokens import Tokens, tokenize

_TOTAL: Scope = "total"
_PART: Scope = "part"
_MULTIPLES = frozenset({"time", "fold"})


def extract_facts(document: Document) -> list[Fact]:
    """Every figure of a document, title first, then the body; numbers that are no quantities are left out."""
    return in_normal_form(document, _extract)


def _extract(document: Document) -> list[Fact]:
    """The same of a document whose texts are in normal form."""
    facts: list[Fact] = []
    if document.title:
        facts.extend(_section_facts(document, "title", document.title))
    facts.extend(_section_facts(document, "body", document.text))
    return without_lone(facts)


class _Report(NamedTuple):
    """One text of a document, and who says what in it."""

    document: Document
    section: Section
    attributions: Sequence[Attribution]


def _section_facts(document: Document, section: Section, text: str) -> Iterator[Fact]:
    spans = sentence_spans(text)
    report: _Report | None = None
    for k in sentences_with_figures(text, spans):
        start, end = spans[k]
        if is_furniture(text[start:end]):
            continue
        tokens = tokenize(text[start:end])
        found = _read(tokens, opens=k == 0)
        if not found:
            continue
        if report is None:
            report = _Report(document, section, find_attributions(text, spans))
        yield from _facts(report, start, tokens, found)


def _read(tokens: Tokens, *, opens: bool) -> list[tuple[Figure, Measure | None, Scope]]:
    """Figures of a sentence with their measures and scopes; bare words that count nothing are dropped.

    Args:
        tokens: The sentence.
        opens: Whether it is the first of its text.
    """
    figures = read_figures(tokens)
    for k, figure in enumerate(figures):
        year = read_age(tokens, figure, figures[k - 1] if k else None)
        if year is not None:
            figure.unit, figure.age = year, True
    numbered = {id(figure) for figure in figures}
    triggers = find_triggers(tokens)
    if any(hit.trigger.measure.counts == "people" for hit in triggers):
        figures = sorted([*figures, *read_singles(tokens, figures)], key=lambda figure: (figure.first, figure.stop))
    measures = assign_measures(tokens, figures, triggers)
    scopes = scopes_of(tokens, figures, measures)
    kept = [
        (figure, measures[k], scopes[k])
        for k, figure in enumerate(figures)
        if (is_claim(tokens, figure, measures[k]) if id(figure) in numbered else is_told_of(measures[k]))
    ]
    zeros = [
        (figure, measure, _TOTAL if opens or not tells_of_another(tokens, figure) else _PART)
        for figure, measure in read_zeros(tokens, triggers)
    ]
    alone = [(figure, measure, _TOTAL) for figure, measure in read_suicides(tokens)]
    return sorted([*kept, *zeros, *alone], key=lambda found: (found[0].first, found[0].stop))


def _facts(
    report: _Report, offset: int, tokens: Tokens, found: list[tuple[Figure, Measure | None, Scope]]
) -> Iterator[Fact]:
    """The facts of one sentence, which begins at `offset`."""
    sentence = tokens.text
    places, times = find_places(sentence), find_times(sentence, report.document.published)
    figures = [figure for figure, _, _ in found]
    trends, subjects = trends_of(tokens, figures), subjects_of(tokens, figures)
    for (figure, measure, scope), trend, subject in zip(found, trends, subjects, strict=True):
        start, end = tokens.starts[figure.first], tokens.ends[figure.stop - 1]
        unit, dimension = _unit(figure, measure)
        place, time = nearest_place(sentence, places, start, end), nearest_time(sentence, times, start, end)
        yield Fact(
            report.document,
            report.section,
            offset + start,
            offset + end,
            sentence[start:end],
            sentence,
            figure.interval,
            unit,
            dimension,
            _measure(figure, measure, dimension),
            trend=trend,
            per=figure.per,
            counted=_counted(tokens, figure, measure),
            subject=subject,
            scope=scope,
            status=status_of(tokens, figure.first, figure.stop),
            speaker=speaker_of(report.attributions, offset + start),
            place=place.name if place else None,
            event_time=time.interval if time else None,
            sentence_start=offset,
        )


def _counted(tokens: Tokens, figure: Figure, measure: Measure | None) -> str | None:
    """The head noun in the singular, of "a six-boat convoy" the boat; "times" multiply and are no things."""
    if figure.noun is None:
        return None
    first = tokens.lower[figure.noun.first]
    is_tied = figure.hyphen and figure.unit is None and not (measure and measure.counts == "numbers")
    noun = first if is_tied and word_class(first) == "" else singular(tokens.lower[figure.noun.head])
    return None if noun in _MULTIPLES or first == "times" else noun


def _unit(figure: Figure, measure: Measure | None) -> tuple[str, str]:
    if figure.unit is not None:
        per = f" per {figure.per}" if figure.per and not figure.age else ""
        return figure.unit.name + per, figure.unit.dimension
    if measure is not None and measure.unit is not None:
        return measure.unit, measure.unit
    return "count", "count"


def _measure(figure: Figure, measure: Measure | None, dimension: str) -> str:
    if figure.age:
        return "age"
    if measure is not None:
        return measure.name
    return "count" if dimension in {"count", "dimensionless", "unknown"} else dimension
