"""The pipeline: a document in, its facts out, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosstally.facts.about import subject_of
from crosstally.facts.ages import read_age
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact, Scope, Section, Trend
from crosstally.facts.figure import Figure
from crosstally.facts.figures import read_figures
from crosstally.facts.measures import assign_measures
from crosstally.facts.nouns import singular, word_class
from crosstally.facts.place import find_places, nearest_place
from crosstally.facts.scan import may_hold_figure, sentences_with_figures
from crosstally.facts.scope import scope_of
from crosstally.facts.sentences import is_furniture, sentence_spans
from crosstally.facts.singles import SINGLE, read_singles, read_suicides, without_lone
from crosstally.facts.speaker import Attribution, find_attributions, speaker_of
from crosstally.facts.speech import verbs_of_speech
from crosstally.facts.status import status_of
from crosstally.facts.time import find_times, nearest_time
from crosstally.facts.tokens import Tokens, tokenize
from crosstally.facts.trend import trend_of
from crosstally.facts.triggers import Measure
from crosstally.facts.zero import read_zeros

_TOTAL: Scope = "total"
_SAME_CHANGE = (
    ["or"],
    [",", "or"],
    ["("],
    ["to"],
    ["/"],
)  # "rose 4 percent | to 12 euros", "up 5 points | , or 2 percent"
_MULTIPLES = frozenset({"time", "fold"})
_FEW = 10
_SMALL_WORDS = frozenset({"several", "a", "few", "handful"})  # "several shops", "a few words": too vague to be a claim


def extract_facts(document: Document) -> list[Fact]:
    """Every figure of a document, title first, then the body; numbers that are no quantities are left out."""
    facts: list[Fact] = []
    if document.title:
        facts.extend(_section_facts(document, "title", document.title))
    facts.extend(_section_facts(document, "body", document.text))
    return without_lone(facts)


def _section_facts(document: Document, section: Section, text: str) -> Iterator[Fact]:
    if not may_hold_figure(text):
        return
    spans = sentence_spans(text)
    attributions: Sequence[Attribution] | None = None
    for k in sentences_with_figures(text, spans):
        start, end = spans[k]
        sentence = text[start:end]
        if is_furniture(sentence):
            continue
        tokens = tokenize(sentence)
        found = _read(tokens)
        if found and attributions is None:
            attributions = find_attributions(text, spans)
        yield from _facts(document, section, start, tokens, found, attributions or ())


def _read(tokens: Tokens) -> list[tuple[Figure, Measure | None, Scope]]:
    """Figures of a sentence with their measures and scopes; bare words that count nothing are dropped."""
    figures = read_figures(tokens)
    for k, figure in enumerate(figures):
        year = read_age(tokens, figure, figures[k - 1] if k else None)
        if year is not None:
            figure.unit, figure.age = year, True
    numbered = {id(figure) for figure in figures}
    figures = sorted([*figures, *read_singles(tokens, figures)], key=lambda figure: (figure.first, figure.stop))
    measures = assign_measures(tokens, figures)
    kept = [
        (figure, measures[k], scope_of(tokens, figures, measures, k))
        for k, figure in enumerate(figures)
        if (_says_something(tokens, figure, measures[k]) if id(figure) in numbered else _is_told_of(measures[k]))
    ]
    zeros = [(figure, measure, _TOTAL) for figure, measure in read_zeros(tokens)]
    alone = [(figure, measure, _TOTAL) for figure, measure in read_suicides(tokens)]
    return sorted([*kept, *zeros, *alone], key=lambda found: (found[0].first, found[0].stop))


def _is_told_of(measure: Measure | None) -> bool:
    return measure is not None and measure.name in SINGLE


def _says_something(tokens: Tokens, figure: Figure, measure: Measure | None) -> bool:
    """Whether a figure is a claim: "the two met" and "several shops" are none, "killed two" and "several dead" are."""
    if measure is not None and measure.counts is not None:
        return True
    first = tokens.lower[figure.number]
    if first == "both" or _is_small(tokens, figure):
        return False
    if first == "one" and _is_narrator(tokens, figure):
        return False
    if (
        figure.word
        and figure.noun is None
        and (is_elliptic(tokens, figure) or tokens.at(figure.first - 1) in {"other", "remaining"})
    ):
        return True
    return (
        figure.unit is not None
        or figure.noun is not None
        or not figure.word
        or figure.hedge is not None
        or figure.partitive
    )


def _is_small(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is a few of something ("several shops", "a couple of days"): too vague to be a claim."""
    first, high = tokens.lower[figure.number], figure.interval.high
    couple = tokens.at(figure.number + 1) == "couple"
    return figure.hedge is None and (
        couple or (figure.interval.bound == "vague" and first in _SMALL_WORDS and (high or _FEW) < _FEW)
    )


def is_elliptic(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare number word is the subject of a verb: "two | exploded", "four | were empty", not "the two met"."""
    verb = word_class(tokens.at(figure.stop)) == "d" or tokens.at(figure.stop) in {"were", "was", "are", "have", "had"}
    return verb and tokens.at(figure.first - 1) not in {"the", "these", "those"}


def _is_narrator(tokens: Tokens, figure: Figure) -> bool:
    """Whether "one man" is only somebody who speaks: "said one man", "one witness told"."""
    verbs = {tokens.at(figure.first - 1), tokens.at(figure.stop)}
    return figure.unit is None and bool(verbs & set(verbs_of_speech()))


def _facts(
    document: Document,
    section: Section,
    offset: int,
    tokens: Tokens,
    found: list[tuple[Figure, Measure | None, Scope]],
    attributions: Sequence[Attribution],
) -> Iterator[Fact]:
    """The facts of one sentence, which begins at `offset`."""
    sentence = tokens.text
    places = find_places(sentence)
    times = find_times(sentence, document.published)
    trend: Trend | None = None
    last = -1
    for figure, measure, scope in found:
        joined = tokens.lower[last : figure.first] if last >= 0 else []
        trend = trend_of(tokens, figure.first, figure.after, measured=figure.unit is not None) or (
            trend if joined in _SAME_CHANGE else None
        )
        last = figure.stop
        if (
            figure.unit is not None
            and figure.unit.dimension in {"length", "time"}
            and tokens.at(figure.first - 1) not in {"by", "to"}
        ):
            trend = None  # "fell 60 metres" is no change of a figure
        start, end = tokens.starts[figure.first], tokens.ends[figure.stop - 1]
        unit, dimension = _unit(figure, measure)
        place, time = nearest_place(sentence, places, start, end), nearest_time(sentence, times, start, end)
        yield Fact(
            document,
            section,
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
            counted=_counted(tokens, figure),
            subject=subject_of(tokens, figure),
            scope=scope,
            status=status_of(tokens, figure.first, figure.stop),
            speaker=speaker_of(attributions, offset + start),
            place=place.name if place else None,
            event_time=time.interval if time else None,
        )


def _counted(tokens: Tokens, figure: Figure) -> str | None:
    """The head noun in the singular; "times" multiply and are no things."""
    noun = singular(tokens.lower[figure.noun.head]) if figure.noun else None
    return None if noun in _MULTIPLES or (figure.noun and tokens.lower[figure.noun.first] == "times") else noun


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
