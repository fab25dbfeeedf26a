"""What is kept of what was read: facts that keep the schema of their table; the others are set aside, and it is told.

One fact that breaks the schema, or one document that its reading trips over, must not end a run of ten thousand.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import NamedTuple

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.facts.intervals import Interval
from crosstally.facts.words.language import ENGLISH, language_of

_DAY = r"\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?)?)?"
_TIME = re.compile(rf"{_DAY}(/{_DAY})?")
_WORDS = ("quote", "sentence", "unit", "dimension", "measure")
_MAYBE = ("per", "counted", "subject", "group", "part_of", "about", "speaker", "place", "context")


class Read(NamedTuple):
    """What was read of a document.

    Attributes:
        facts: Those that keep the schema, in the order of the text.
        faults: In one line each what was set aside: the document, the words, the reason.
    """

    facts: list[Fact]
    faults: list[str]


def read_facts(document: Document) -> Read:
    """The facts of a document; whatever its text is, it raises nothing."""
    try:
        found = extract_facts(document)
    except Exception as error:  # noqa: BLE001 - no text whatever ends a run
        return Read(
            [], [f"{document.doc_id}: cannot be read: {type(error).__name__}: {error}{_where(error)}; set aside"]
        )
    if not found and (language := language_of(document.text)) != ENGLISH:
        return Read([], [f"{document.doc_id}: its language is not English ({language}); set aside"])
    facts: list[Fact] = []
    faults: list[str] = []
    seen: set[tuple[str, int, int, str]] = set()
    for fact in found:
        name = (fact.section, fact.start, fact.end, fact.measure)
        reason = "the same figure twice" if name in seen else fault_of(fact)
        seen.add(name)
        if reason is None:
            facts.append(fact)
        else:
            faults.append(f"{document.doc_id}: {fact.quote!r} in {fact.sentence!r:.200} set aside: {reason}")
    return Read(_among_themselves(facts) if faults else facts, faults)


def _among_themselves(facts: list[Fact]) -> list[Fact]:
    """Facts none of which is part of one that was set aside."""
    known = {fact.fact_id for fact in facts} | {None}
    return [fact if fact.part_of in known else replace(fact, part_of=None) for fact in facts]


def fault_of(fact: Fact) -> str | None:
    """By what a fact breaks the schema of the fact table; None where it keeps it."""
    whole = fact.document.title if fact.section == "title" else fact.document.text
    if not 0 <= fact.start < fact.end or (whole or "")[fact.start : fact.end] != fact.quote:
        return "the quote is not what the text says there"
    if fact.quote not in fact.sentence or fact.sentence_start < 0:
        return "the quote is not in its sentence"
    if any(not getattr(fact, name).strip() for name in _WORDS) or any(
        _is_blank(getattr(fact, name)) for name in _MAYBE
    ):
        return "a word is blank"
    if (fact.unit == "count") != (fact.dimension == "count"):
        return f"{fact.unit} measures no {fact.dimension}"
    if not all(time is None or _TIME.fullmatch(time) for time in (fact.event_time, fact.as_of)):
        return f"{fact.event_time or fact.as_of} is no time"
    return _fault_of_interval(fact.interval)


def _is_blank(word: str | None) -> bool:
    return word is not None and not word.strip()


def _fault_of_interval(figure: Interval) -> str | None:
    value, low, high = figure.value, figure.low, figure.high
    if not all(number is None or math.isfinite(number) for number in (value, low, high)):
        return "the figure is not finite"
    if (figure.low_open and low is None) or (figure.high_open and high is None):
        return "an end that is not there is open"
    if (
        low is not None
        and high is not None
        and not (low < high or (low == high and not figure.low_open and not figure.high_open))
    ):
        return "no value is allowed"
    return None if _says_the_interval(figure, value, low, high) else f"{figure.bound} says another interval"


def _says_the_interval(figure: Interval, value: float | None, low: float | None, high: float | None) -> bool:
    """Whether hedge and ends go together, as `bound_says_the_interval` of the schema has it."""
    match figure.bound:
        case "range":
            holds = value is None and low is not None and high is not None
        case "vague":
            holds = value is None and (low is not None or high is not None)
        case "exact":
            holds = low == value == high
        case "at_least" | "more_than":
            holds = low == value and high is None and figure.low_open == (figure.bound == "more_than")
        case "at_most" | "less_than":
            holds = high == value and figure.high_open == (figure.bound == "less_than")
        case _:
            holds = low is not None and high is not None and value is not None and low <= value <= high
    return holds and (value is not None or figure.bound in {"range", "vague"})


def _where(error: BaseException) -> str:
    """The place in the code where it happened, for whoever reports it."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    return "" if at is None else f" ({at.tb_frame.f_code.co_filename.rpartition('/')[2]}:{at.tb_lineno})"
