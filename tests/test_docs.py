"""The documentation says what the code does. tests/test_doc_blocks.py runs its commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from golden import notation

import crosstally
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.intervals import Bound
from crosstally.rules.engine import check_facts
from crosstally.rules.rule import load_rules
from crosstally.rules.tables.table import MODELS

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])
READINGS = re.findall(
    rf"^\| (.+?) \| (.+?) \| ({'|'.join(get_args(Bound))}) \|$",
    (ROOT / "docs/conventions.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("phrase", "interval", "bound"), READINGS)
def test_convention_is_what_extraction_does(phrase: str, interval: str, bound: str) -> None:
    fact = extract_facts(Document("report", f"The storm injured {phrase}.", "report"))[0]
    assert (interval, bound) == (notation(fact.interval), fact.interval.bound)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if "://" not in link and not (page.parent / link).exists()]


def test_every_public_name_is_described() -> None:
    page = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    assert not [name for name in crosstally.__all__ if not re.search(rf"[`.]{name}\b", page)]


def test_index_leads_to_every_page() -> None:
    named = set(re.findall(r"\]\((\w+\.md)\)", (ROOT / "docs/index.md").read_text(encoding="utf-8")))
    assert {page.name for page in ROOT.glob("docs/*.md")} - {"index.md"} == named


def test_rule_in_contributing_works(tmp_path: Path) -> None:
    source = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0]
    (tmp_path / "xt504_nobody_says_so.py").write_text(source, encoding="utf-8")
    rule = next(rule for rule in load_rules(tmp_path) if rule.code == "XT504")
    for example in rule.examples:
        documents = [Document(name, text, name) for name, text in example.reports.items()]
        facts = [fact for document in documents for fact in extract_facts(document)]
        expected = [] if example.message is None else [example.message]
        assert expected == [finding.message for finding in check_facts(facts, documents, rules=[rule]).findings]


_READ_MEASURE = """
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.lexicon import load

measure = load("measures/evicted")
for text in [*measure["examples"], *measure["silent"]["texts"]]:
    facts = extract_facts(Document("example", text, "The Example"))
    figures = [fact.interval.value for fact in facts if fact.measure == "evicted"]
    assert [measure["examples"][text]] == figures if text in measure["examples"] else [] == figures, (text, facts)
"""


def test_measure_in_contributing_works(tmp_path: Path) -> None:
    measure = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    ignored = shutil.ignore_patterns("__pycache__")
    lexicon = shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignored) / "crosstally/facts/lexicon"
    (lexicon / "measures/evicted.toml").write_text(measure, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "src")}
    run = subprocess.run(
        [sys.executable, "-c", _READ_MEASURE], check=False, env=environment, capture_output=True, text=True
    )
    assert (0, "") == (run.returncode, run.stderr)


@pytest.mark.parametrize("name", MODELS)
def test_every_column_is_described_in_order(name: str) -> None:
    section = (ROOT / "docs/tables.md").read_text(encoding="utf-8").partition(f"## {name}\n")[2].partition("\n## ")[0]
    described = ", ".join(re.findall(r"^\| ([a-z_, ]+) \|", section, re.MULTILINE)).split(", ")
    assert ["column", *MODELS[name].to_schema().columns] == described
