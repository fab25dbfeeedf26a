"""What a language model extracted, held against its text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Run

import crosstally
from crosstally.errors import InputError
from crosstally.facts.adapters.rows import bound_of
from crosstally.facts.adapters.spans import place

TEXT = (
    "Zürich – the fire killed 12 people and injured more than 100 others; 12 firemen came. "
    "It destroyed 14 warehouses worth about $1.2 million, 3 km from the port."
)


def faults(**row: Any) -> list[str]:
    audit = crosstally.vet([{"text": TEXT, "hedge": None, **row}])
    return [finding.name for finding in audit.report.findings]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"quote": "12 people", "start": 25, "end": 34, "value": 12, "unit": "people"}, []),
        ({"quote": "more than 100 others", "value": 100, "hedge": "more than"}, []),
        ({"quote": "100", "value": 100, "hedge": ">"}, []),
        ({"quote": "about $1.2 million", "value": 1.2e6, "hedge": "~", "unit": "USD"}, []),
        ({"quote": "$1.2 million", "value": 1.2, "hedge": "approximately", "unit": "million dollars"}, []),
        ({"quote": "3 km", "value": "3", "unit": "kilometres"}, []),
        ({"quote": "twelve people", "value": 12}, ["quote-missing"]),
        ({"quote": "12 people", "start": 3, "end": 12, "value": 12}, ["span-off"]),
        ({"quote": "12 people", "value": 21}, ["number-changed"]),
        ({"quote": "100 others", "value": 100}, ["hedge-changed"]),
        ({"quote": "12 people", "value": 12, "hedge": "at least"}, ["hedge-changed"]),
        ({"quote": "more than 100", "value": 100, "hedge": "at most"}, ["hedge-changed"]),
        ({"quote": "3 km", "value": 3, "unit": "miles"}, ["unit-changed"]),
        ({"quote": "14 warehouses", "value": 14, "parts": [12, 3]}, ["sum-wrong"]),
        ({"quote": "14 warehouses", "value": 14, "parts": [11, 3]}, []),
    ],
)
def test_what_is_told(row: dict[str, Any], expected: list[str]) -> None:
    assert expected == faults(**row)


OTHER = (
    "Bail fell from $75,000 to $30,000. Ana Vell, 24, is 5 feet 8 inches tall. A 4.6 quake struck. "
    "The reef lies about 25 km (15 miles) out. He has 26 boats and more than 90 nets; at least nine leak."
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"quote": "$75,000", "value": 75_000, "unit": "$"}, []),  # where a change began
        ({"quote": "$75,000", "value": 7_500}, ["number-changed"]),
        ({"quote": "24", "value": 24, "unit": "years"}, []),  # meant, though not written
        ({"quote": "24", "value": 24, "unit": "months"}, ["unit-changed"]),
        ({"quote": "4.6 quake", "value": 4.6, "unit": "magnitude"}, []),
        ({"quote": "5 feet 8 inches", "value": 68, "unit": "inches"}, []),
        ({"quote": "5 feet 8 inches", "value": 69, "unit": "inches"}, ["number-changed"]),
        ({"quote": "15 miles", "value": 15, "unit": "miles"}, []),  # the hedge is that of the kilometres
        ({"quote": "15 miles", "value": 15, "unit": "miles", "hedge": "about"}, []),
        ({"quote": "25 km", "value": 25, "unit": "miles"}, ["hedge-changed", "unit-changed"]),  # of the other figure
        ({"quote": "26 boats", "value": 26}, []),
        ({"quote": "26 boats", "value": 26, "hedge": "at least"}, ["hedge-changed"]),  # words of another figure
    ],
)
def test_what_stands_around_a_figure_is_its_own(row: dict[str, Any], expected: list[str]) -> None:
    audit = crosstally.vet([{"text": OTHER, "hedge": None, **row}])
    assert expected == [finding.name for finding in audit.report.findings]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [(None, []), ("points", []), ("miles", ["unit-changed"])],
)
def test_a_unit_that_another_figure_has_may_be_left_out(unit: str | None, expected: list[str]) -> None:
    row = {"text": "The index rose 64.06 points to 4,577.10.", "quote": "4,577.10", "value": 4577.1, "hedge": None}
    audit = crosstally.vet([{**row, "unit": unit}])
    assert expected == [finding.name for finding in audit.report.findings]


def test_a_span_in_other_units_is_mended() -> None:
    text = "𝔸 é: 12 dead, 12 hurt"
    assert (14, 16, "") == place(text, "12", 14, 16)
    assert (14, 16, "its span counts UTF-16 units, not code points") == place(text, "12", 15, 17)
    assert (14, 16, "its span counts bytes, not code points") == place(text, "12", 18, 20)
    assert (5, 7, "its span says 8 to 10, and the words stand at 5 to 7") == place(text, "12", 8, 10)
    assert place(text, "13", 5, 7) is None


def test_words_written_otherwise_are_found() -> None:
    text = "The “Grand”\u00a0fire – in Zürich"
    placed = place(text, '"Grand" fire - in Zu\u0308rich', 4, 26)
    assert placed is not None
    assert "“Grand”\u00a0fire – in Zürich" == text[placed.start : placed.end]
    assert "the words are written otherwise in the text" == placed.why


@pytest.mark.parametrize(
    ("words", "bound"),
    [("at least", "at_least"), ("at_least", "at_least"), (">", "more_than"), ("roughly", "about"), ("exact", "exact")],
)
def test_hedges_in_any_words(words: str, bound: str) -> None:
    assert bound == bound_of(words)


def test_no_hedge_is_asked_of_who_tells_none() -> None:
    audit = crosstally.vet([{"text": TEXT, "quote": "100 others", "value": 100}])
    assert () == audit.report.findings


def test_the_command(tmp_path: Path, run: Run) -> None:
    (tmp_path / "fire.txt").write_text(TEXT, encoding="utf-8")
    good = {"doc_id": "fire.txt", "quote": "12 people", "value": 12}
    (tmp_path / "out.jsonl").write_text(json.dumps(good) + "\n")
    assert 0 == run("vet", tmp_path / "out.jsonl", tmp_path / "fire.txt")[0]
    (tmp_path / "out.jsonl").write_text(json.dumps(good) + "\n" + json.dumps(good | {"value": 21}) + "\n")
    code, out, _ = run("vet", tmp_path / "out.jsonl", tmp_path / "fire.txt")
    assert 1 == code
    assert "2 figures: 1 right, 1 number changed\n" in out
    assert "out.jsonl:2\n" in out
    code, out, _ = run("vet", tmp_path / "out.jsonl", tmp_path / "fire.txt", "--format", "json")
    assert ["right", "number changed"] == [row["verdict"] for row in json.loads(out)["rows"]]
    for name in ("github", "gitlab", "sarif", "junit", "markdown", "html", "baseline"):
        assert "number" in run("vet", tmp_path / "out.jsonl", tmp_path / "fire.txt", "--format", name)[1]


def test_quiet_and_strict(tmp_path: Path, run: Run) -> None:
    (tmp_path / "fire.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "out.jsonl").write_text(json.dumps({"doc_id": "fire.txt", "quote": "12 people", "value": 12}) + "\n")
    given = "vet", tmp_path / "out.jsonl", tmp_path / "fire.txt", tmp_path / "bad.jsonl"
    code, out, told = run(*given)
    assert 0 == code
    assert ["warning", "1 warning"] == [line.split(": ")[1] for line in told.splitlines()]
    assert (0, out) == run(*given, "--quiet")[:2]
    assert 1 == len(run(*given, "--quiet")[2].splitlines())
    assert (2, out) == run(*given, "--strict")[:2]


def test_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("[]")
    with pytest.raises(InputError, match="no figures in it"):
        crosstally.vet(tmp_path / "out.json")
    with pytest.raises(InputError, match="no document 'gale'"):
        crosstally.vet([{"doc_id": "gale", "quote": "12", "value": 12}])
