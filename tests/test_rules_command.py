from __future__ import annotations

import subprocess
from pathlib import Path

from command_line import COMMAND, Run

from crosstally.rules.rule import load_rules


def test_rules_are_listed_and_explained(run: Run) -> None:
    code, out, err = run("rules")
    assert (0, "") == (code, err)
    assert [rule.code for rule in load_rules()] == [line.split()[0] for line in out.splitlines()]
    for spelled in ("XT101", "xt101", "counts-disjoint"):
        assert run("rules", spelled)[1].startswith("## XT101 counts-disjoint (error)")


def test_a_list_of_rules_is_there_at_once(tmp_path: Path) -> None:
    """Nothing that reads or compares figures is imported for it: that takes longer than all the rest."""
    command = [COMMAND[0], "-X", "importtime", *COMMAND[1:], "rules"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "crosstally.rules.rule" in done.stderr
    assert [] == [name for name in ("facts.numbers", "quantities.comparison", "rules.checks") if name in done.stderr]
