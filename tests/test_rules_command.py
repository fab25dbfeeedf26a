from __future__ import annotations

from command_line import Run

from crosstally.rules.rule import load_rules


def test_rules_are_listed_and_explained(run: Run) -> None:
    code, out, err = run("rules")
    assert (0, "") == (code, err)
    assert [rule.code for rule in load_rules()] == [line.split()[0] for line in out.splitlines()]
    for spelled in ("XT101", "xt101", "counts-disjoint"):
        assert run("rules", spelled)[1].startswith("## XT101 counts-disjoint (error)")
