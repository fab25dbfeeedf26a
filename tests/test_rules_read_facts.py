"""Rules read facts alone: without the sentences, the same figures are one quantity, and the same is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from golden import GoldenEvent

from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.facts.source.reading import read
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report

EVENTS = sorted((Path(__file__).parent / "corpus").glob("*.md"))
EXAMPLES = sorted(path for path in (Path(__file__).parents[1] / "examples").iterdir() if path.is_dir())


def without_sentence(fact: Fact) -> Fact:
    return replace(fact, sentence="\N{FULL BLOCK}" * len(fact.sentence))


def told(report: Report) -> list[object]:
    """What a report says, but for the excerpts that it shows."""
    quantities = [
        (one.quantity_id, one.status, one.low, one.high, one.best, one.scope, [fact.fact_id for fact in one.facts])
        for one in report.quantities
    ]
    findings = [
        (one.finding_id, one.rule, one.message, [fact.fact_id for fact in one.facts]) for one in report.findings
    ]
    return [quantities, findings]


def assert_that_sentences_are_not_read(folder: Path) -> None:
    documents = list(read(folder))
    facts = [fact for document in documents for fact in extract_facts(document)]
    expected = told(check_facts(facts, documents))
    assert expected == told(check_facts([without_sentence(fact) for fact in facts], documents))


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_golden_events_without_their_sentences(path: Path, tmp_path: Path) -> None:
    GoldenEvent.parse(path.read_text(encoding="utf-8")).unpack(tmp_path / path.stem)
    assert_that_sentences_are_not_read(tmp_path / path.stem)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_examples_without_their_sentences(folder: Path) -> None:
    assert_that_sentences_are_not_read(folder)
