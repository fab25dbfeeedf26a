from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from told import told

from crosstally.errors import RuleError
from crosstally.rules.engine import check_facts
from crosstally.rules.rule import load_rules
from crosstally.rules.rule_calls import remarks
from crosstally.rules.rule_faults import line_in

if TYPE_CHECKING:
    from crosstally.rules.rule import Rule

QUANTITY = check_facts([told("a", "12 people", 12)]).quantities[0]
HEAD = '"""A rule.\n\n**When it is silent.** Never.\n"""\n\nSEVERITY = "info"\nEXAMPLES = ()\n\n\n'


def rule(folder: Path, body: str) -> Rule:
    (folder / "own1_rule.py").write_text(f"{HEAD}def check(quantity):\n    {body}\n", encoding="utf-8")
    return next(found for found in load_rules(folder) if found.code == "OWN1")


def test_what_a_rule_yields_is_passed_on(tmp_path: Path) -> None:
    asked = rule(tmp_path, "yield 'twelve', list(quantity.facts)")
    assert [("twelve", QUANTITY.facts)] == list(remarks(asked, QUANTITY))


@pytest.mark.parametrize(
    ("yielded", "shown"),
    [
        ("'twelve'", "yielded 'twelve' on killed of event 'event'"),
        ("('twelve', ())", "yielded ('twelve', ()) on killed"),
        ("('twelve', quantity.facts[0])", "yielded ('twelve', Fact("),
        ("('twelve', ['a'])", "yielded ('twelve', ['a']) on killed"),
        ("(12, quantity.facts)", "yielded (12, (Fact("),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, yielded: str, shown: str) -> None:
    with pytest.raises(RuleError) as error:
        list(remarks(rule(tmp_path, f"yield {yielded}"), QUANTITY))
    assert f"own1_rule.py: rule OWN1 (rule) {shown}" in str(error.value)
    assert "(allowed: a pair of a message and the facts it rests on, one or more)" in str(error.value)


def test_a_failure_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        list(remarks(rule(tmp_path, "yield 'a', [{}['b']]"), QUANTITY))
    assert "own1_rule.py:11: rule OWN1 (rule) failed on killed of event 'event': KeyError: 'b'" in str(error.value)


def test_an_error_elsewhere_has_no_line() -> None:
    with pytest.raises(ValueError, match="not a number") as error:
        float("not a number")
    assert line_in(__file__, error.value) is not None
    assert line_in(Path("elsewhere.py"), error.value) is None
