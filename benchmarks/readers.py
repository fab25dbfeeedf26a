"""The readers that the benchmarks compare, and what each finds in a text, in one form."""
# ruff: noqa: INP001 - the scripts beside it import it from their own folder

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact

CHANGES = {"at_least": ">", "more_than": ">", "at_most": "<", "less_than": "<", "about": "~", "vague": "~"}
TEMPERATURES = {"C": "celsius", "F": "fahrenheit", "K": "kelvin"}
DURATION = re.compile(r"P(T?)([\d.]+)([YMWDHS])")  # ISO 8601, of one unit: "P4Y", "PT2.5H"
PERIODS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity that a reader found.

    Attributes:
        values: The value; the two ends of a range; nothing for a vague word such as "dozens".
        unit: The reader's name of the unit; empty for a bare number.
        counted: What is counted, where there is no unit.
        changes: What the reader says of the hedge (= ~ < >) and the direction (up, down).
        concept: What the quantity is about; None when the reader does not say such things.
    """

    values: tuple[float, ...]
    unit: str = ""
    counted: str = ""
    changes: frozenset[str] = frozenset()
    concept: str | None = None


Reader = Callable[[str], list[Reading]]


def readers() -> dict[str, Reader]:
    """Load all readers that are installed, crosstally first."""
    found: dict[str, Reader] = {"crosstally": crosstally, "quantulum3": quantulum()}
    try:
        found["Recognizers-Text"] = recognizers()
    except ImportError:
        sys.stderr.write("Recognizers-Text is not installed: left out\n")
    return found


def crosstally(text: str) -> list[Reading]:
    """Read with crosstally, the whole path from text to typed facts."""
    return [_of_fact(fact) for fact in extract_facts(Document("benchmark", text, "benchmark"))]


def _of_fact(fact: Fact) -> Reading:
    figure = fact.interval
    ends = (figure.low, figure.high) if figure.bound == "range" else (figure.value,)
    unit = "" if fact.unit == "count" else fact.unit + " of age" * (fact.measure == "age")
    return Reading(
        values=tuple(end for end in ends if end is not None),
        unit=unit,
        counted=fact.counted or "",
        changes=frozenset(filter(None, (fact.trend, CHANGES.get(figure.bound, "=")))),
        concept=fact.subject or "",
    )


def quantulum_parse() -> Callable[[str], list[Any]]:
    """Load quantulum3, without the classifier, which is slower."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says that the classifier is missing
        from quantulum3 import classifier, parser  # noqa: PLC0415 - takes seconds: not for --help
    classifier.USE_CLF = False
    return parser.parse  # type: ignore[no-any-return]


def quantulum() -> Reader:
    """Read with quantulum3; a value with an uncertainty is a range."""
    parse = quantulum_parse()

    def read(text: str) -> list[Reading]:
        return [
            Reading(
                values=(found.value - found.uncertainty, found.value + found.uncertainty)
                if found.uncertainty
                else (found.value,),
                unit={"dimensionless": "", "degree angle": "degree"}.get(found.unit.name, found.unit.name),
            )
            for found in parse(text)
        ]

    return read


def recognizer_parts() -> list[Callable[[str, str], list[Any]]]:
    """Load the parts of Recognizers-Text for numbers, percentages, money, dimensions, ages and temperatures."""
    number, unit = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
    return [
        unit.recognize_age,
        unit.recognize_currency,
        unit.recognize_dimension,
        unit.recognize_temperature,
        number.recognize_percentage,
        number.recognize_number,
    ]


def recognizers() -> Reader:
    """Read with Recognizers-Text; of readings that overlap the longest counts, and a number in a date is none."""
    parts = [import_module("recognizers_date_time").recognize_datetime, *recognizer_parts()]

    def read(text: str) -> list[Reading]:
        kept: list[Any] = []
        found = [result for part in parts for result in part(text, "en-us")]
        for result in sorted(found, key=lambda result: result.start - result.end):
            if all(result.end < other.start or other.end < result.start for other in kept):
                kept.append(result)
        return [reading for result in kept for reading in _of_result(result)]

    return read


def _of_result(result: Any) -> Iterator[Reading]:
    """Yield the reading of a result; none for a date or a unit without a value."""
    resolution, kind = result.resolution or {}, result.type_name
    if kind == "datetimeV2.duration":
        duration = DURATION.fullmatch(resolution["values"][0]["timex"])
        if duration:
            time, value, letter = duration.groups()
            yield Reading((float(value),), PERIODS[time + letter])
    elif resolution.get("value"):
        value, unit = resolution["value"].removesuffix("%"), resolution.get("unit") or ""
        if kind == "percentage":
            unit = "percentage"
        elif kind == "age":
            unit += " of age"
        elif kind == "currency":
            unit = "pound sterling" if unit == "Pound" else unit
        elif kind == "temperature":
            unit = TEMPERATURES.get(unit, unit)
        yield Reading((float(value),), unit)
