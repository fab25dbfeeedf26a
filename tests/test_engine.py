from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from told import document, interval, told

from crosstally.errors import ConfigError, RuleError
from crosstally.rules.engine import check_facts
from crosstally.rules.rule import load_rules

if TYPE_CHECKING:
    from pathlib import Path

    from crosstally.facts.fact import Fact


def three_reports() -> list[Fact]:
    return [
        told("a", "over 100", interval(100, "more_than"), "injured", day="2034-07-01"),
        told("b", "90", 90, "injured", day="2034-07-01"),
        told("c", "90 people", 90, "injured", counted="person", day="2034-07-01"),
    ]


def test_a_dispute_holds_all_claims() -> None:
    report = check_facts(three_reports())
    (finding,) = report.findings
    assert finding.rule == "XT101"
    assert finding.message == "injured: over 100 (a) against 90 (b, c)"
    assert len(finding.facts) == 3
    (quantity,) = report.quantities
    assert ("disputed", 90, None, 90, 3, 3) == (
        quantity.status, quantity.low, quantity.high, quantity.best, quantity.n_sources, quantity.n_independent,
    )  # fmt: skip
    assert {quantity.quantity_id} == {fact.quantity_id for fact in report.facts}
    assert {"event"} == {fact.event for fact in report.facts}


def test_copies_are_one_independent_source() -> None:
    text = "The blast at the fuel depot in the old harbour injured 90 people, most of them lightly, doctors said."
    facts = [told(source, "90 people", 90, "injured", text=text) for source in ("a", "b")]
    (quantity,) = check_facts(facts).quantities
    assert (2, 1) == (quantity.n_sources, quantity.n_independent)


def test_events_are_kept_apart() -> None:
    one = told("a", "12", 12, document=document("a", event="harbour"))
    other = told("b", "15", 15, document=document("b", event="station"))
    report = check_facts([one, other])
    assert ["harbour", "station"] == [quantity.event for quantity in report.quantities]
    assert not [finding for finding in report.findings if finding.severity == "error"]


def test_the_order_of_the_facts_is_kept() -> None:
    facts = three_reports()[::-1]
    assert [fact.fact_id for fact in facts] == [fact.fact_id for fact in check_facts(facts).facts]


def test_a_fingerprint_survives_edits_elsewhere() -> None:
    facts = three_reports()
    moved = [replace(fact, start=fact.start + 40, end=fact.end + 40) for fact in facts]
    before, after = check_facts(facts).findings, check_facts(moved).findings
    assert [finding.finding_id for finding in before] == [finding.finding_id for finding in after]
    changed = check_facts([*facts[:2], replace(facts[2], quote="90 others")]).findings
    assert before[0].finding_id != changed[0].finding_id


def test_no_facts_no_report() -> None:
    report = check_facts([])
    assert ((), (), ()) == (report.facts, report.quantities, report.findings)


def test_an_unknown_policy_stops_the_run() -> None:
    with pytest.raises(ConfigError, match="unknown policy 'mean'"):
        check_facts(three_reports(), policy="mean")


RULE = '''"""A rule of one's own."""
SEVERITY = "warning"
EXAMPLES = ()
def check(quantity):
    {body}
'''


def test_a_rule_of_ones_own_is_found(tmp_path: Path) -> None:
    (tmp_path / "my7_too_round.py").write_text(RULE.format(body='yield "too round", quantity.facts'))
    rules = [rule for rule in load_rules(tmp_path) if rule.code == "MY7"]
    (finding,) = check_facts(three_reports(), rules=rules).findings
    assert ("MY7", "too-round", "warning", "too round") == (
        finding.rule, finding.name, finding.severity, finding.message,
    )  # fmt: skip


def test_a_rule_that_fails_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "my8_breaks.py").write_text(RULE.format(body="yield 1 / 0"))
    rules = [rule for rule in load_rules(tmp_path) if rule.code == "MY8"]
    told: list[str] = []
    assert not check_facts(three_reports(), rules=rules, on_skip=told.append).findings
    assert "MY8 (breaks) failed on injured of event 'event': ZeroDivisionError" in told[0]


def test_a_rule_cannot_end_the_run(tmp_path: Path) -> None:
    (tmp_path / "my9_exits.py").write_text(RULE.format(body="raise SystemExit(0)\n    yield"))
    rules = [rule for rule in load_rules(tmp_path) if rule.code == "MY9"]
    told: list[str] = []
    check_facts(three_reports(), rules=rules, on_skip=told.append)
    assert "MY9 (exits) failed on injured of event 'event': SystemExit: 0" in told[0]
    (tmp_path / "my9_exits.py").write_text("import sys\nsys.exit()\n")
    with pytest.raises(RuleError, match=r"my9_exits\.py:2: the rule cannot be imported: SystemExit"):
        load_rules(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("nocode.py", RULE.format(body="yield"), "no code and name"),
        ("my1_syntax.py", "def", "cannot be imported: SyntaxError"),
        ("my2_import.py", "import there_is_no_such_module", "ModuleNotFoundError"),
        ("my3_bare.py", '"""A page."""', "has no check"),
        ("my4_takes.py", RULE.replace("quantity", "stuff").format(body="yield"), "check takes stuff"),
        ("my5_severe.py", RULE.replace("warning", "fatal").format(body="yield"), "SEVERITY is 'fatal'"),
        ("my6_pageless.py", RULE.partition("\n")[2].format(body="yield"), "has no page"),
        ("xt101_again.py", RULE.format(body="yield"), "XT101 is taken by 'counts-disjoint'"),
    ],
)
def test_a_malformed_rule_is_named_with_the_reason(tmp_path: Path, name: str, text: str, reason: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(RuleError, match=reason) as caught:
        load_rules(tmp_path)
    assert name in str(caught.value)
