from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.rules.engine import check_facts
from crosstally.rules.page import render_pages
from crosstally.rules.rule import Example, Rule, load_rules

RULES = load_rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{i}") for rule in RULES for i, example in enumerate(rule.examples)
]


def reports(example: Example) -> list[Document]:
    documents = []
    for i, (told, text) in enumerate(example.reports.items()):
        source, _, day = told.partition(", ")
        published = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
        documents.append(Document(f"{i}.txt", text, source, published=published))
    return documents


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_examples(rule: Rule, example: Example) -> None:
    documents = reports(example)
    facts = [fact for document in documents for fact in extract_facts(document)]
    report = check_facts(facts, documents, rules=[rule])
    assert ([] if example.message is None else [example.message]) == [finding.message for finding in report.findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_and_two_sorts_of_examples(rule: Rule) -> None:
    assert len(rule.summary) < 100
    assert "**When it is silent.**" in rule.page
    assert {True, False} == {example.message is None for example in rule.examples}


def test_codes_and_names_are_unique() -> None:
    assert len(RULES) == len({rule.code for rule in RULES}) == len({rule.name for rule in RULES})


def test_the_published_page_is_up_to_date() -> None:
    page = Path(__file__).parent.parent / "docs" / "rules.md"
    assert render_pages(RULES) == page.read_text(encoding="utf-8"), "run python scripts/rules_page.py"


def test_loading_rules_is_cheap() -> None:
    code = "import sys; from crosstally.rules.rule import load_rules; load_rules(); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
