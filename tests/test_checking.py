from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from crosstally.errors import SetAside
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.rules.decisions.decision import Decision
from crosstally.rules.engine import check_event, check_facts
from crosstally.rules.report import Checked, Report
from crosstally.rules.rule import Rule, load_rules
from crosstally.rules.tables.flat import finding_row, quantity_row
from crosstally.run import checking, work
from crosstally.run.archive import archived
from crosstally.run.cache import Cache
from crosstally.run.checking import check_archive
from crosstally.run.packed_facts import pack

OWN = '''
"""Says so of every quantity."""

from collections.abc import Iterator

from crosstally.facts.fact import Fact
from crosstally.rules.quantity import Quantity

SEVERITY = "info"
EXAMPLES = ()


def check(quantity: Quantity) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    yield f"{quantity.measure} was asked about", quantity.facts
'''


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of a few events, and workers for a dozen."""
    monkeypatch.setattr(work, "BATCH", 1000)
    monkeypatch.setattr(work, "SMALL", 4000)


@pytest.fixture
def own(tmp_path: Path) -> Rule:
    path = tmp_path / "zz901_asked_about.py"
    path.write_text(OWN)
    return next(rule for rule in load_rules(tmp_path) if rule.code == "ZZ901")


def documents(count: int = 12) -> Iterator[Document]:
    """Two reports of each event, which are not beside each other and of which one is not of the other's opinion."""
    for n in range(2 * count):
        text = f"The storm killed {n + 2} people and injured 40, officials said. Some 50 of 90 houses were damaged."
        yield Document(f"report-{n}", text, f"paper-{n // count}", event=f"storm {n % count}")
    yield Document("empty", "Nothing was counted.", "Post", event="calm")


def packed(given: Iterable[Document]) -> Iterator[tuple[Document, bytes]]:
    return ((document, pack(extract_facts(document))) for document in given)


def checked(place: Path | None = None, *, jobs: int = 1, rules: list[Rule] | None = None, count: int = 12) -> Report:
    asked = load_rules() if rules is None else rules
    given = packed(documents(count))
    if place is None:
        return check_archive(archived(given), rules=asked, policy="majority", jobs=jobs)
    with closing(Cache(place)) as cache:
        return check_archive(archived(given), rules=asked, policy="majority", jobs=jobs, cache=cache)


def in_one_go(rules: list[Rule] | None = None) -> Report:
    given = list(documents())
    return check_facts([fact for document in given for fact in extract_facts(document)], given, rules=rules)


def rows(report: Report) -> tuple[object, ...]:
    return report.facts, [*map(quantity_row, report.quantities)], [*map(finding_row, report.findings)], report.copies


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("few", [0, 100])
def test_events_are_checked_as_in_one_go(jobs: int, few: int, own: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "FEW", few)
    assert rows(in_one_go()) == rows(checked(jobs=jobs))
    rules = [*load_rules(), own]
    assert rows(in_one_go(rules)) == rows(checked(jobs=jobs, rules=rules))
    assert [] == active_children()


def test_there_is_something_to_compare() -> None:
    report = checked()
    assert {"error", "info"} & {finding.severity for finding in report.findings}
    assert any(fact.event != after.event for fact, after in zip(report.facts, report.facts[4:], strict=False))


def test_what_was_checked_is_not_checked_again(tmp_path: Path, own: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = rows(checked(tmp_path))
    asked: list[str] = []

    def counted(
        name: str, facts: Sequence[Fact], rules: Iterable[Rule], policy: str, decisions: Sequence[Decision]
    ) -> Checked:
        asked.append(name)
        return check_event(name, facts, rules, policy, decisions)

    monkeypatch.setattr(checking, "check_event", counted)
    assert expected == rows(checked(tmp_path))
    assert [] == asked
    assert len(checked(tmp_path, rules=[*load_rules(), own]).findings) > len(expected[2])  # type: ignore[arg-type]
    assert [] == asked  # one's own rules are asked anew, and nothing else
    checked(tmp_path, count=13)
    assert 13 == len(asked)  # each event has another second report


def test_another_severity_or_policy_is_another_question(tmp_path: Path) -> None:
    checked(tmp_path)
    mild = [replace(rule, severity="info") for rule in load_rules()]
    assert {"info"} == {finding.severity for finding in checked(tmp_path, rules=mild).findings}


@pytest.mark.usefixtures("small")
def test_a_rule_that_fails_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "zz902_failing.py").write_text(OWN.replace("quantity.facts", "quantity.nothing_of_the_kind"))
    failing = next(rule for rule in load_rules(tmp_path) if rule.code == "ZZ902")
    with pytest.warns(SetAside, match="ZZ902") as told:
        report = checked(jobs=2, rules=[*load_rules(), failing])
    assert len(told) == sum(bool(quantity.facts) for quantity in report.quantities)
    assert checked(jobs=2).findings == report.findings
    assert [] == active_children()
