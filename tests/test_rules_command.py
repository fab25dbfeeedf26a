from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import get_args

from command_line import COMMAND, Run

from crosstally.rules.audit.verdict import Verdict
from crosstally.rules.codes import codes
from crosstally.rules.rule import load_rules
from crosstally.rules.vetting.faults import Kind


def test_rules_are_listed_and_explained(run: Run) -> None:
    code, out, err = run("rules")
    assert (0, "") == (code, err)
    listed = [line.split()[0] for line in out.splitlines()]
    assert [rule.code for rule in load_rules()] == [code for code in listed if code.startswith("XT")]
    for spelled in ("XT101", "xt101", "counts-disjoint"):
        assert run("rules", spelled)[1].startswith("## XT101 counts-disjoint (error)")


def test_a_list_of_rules_is_there_at_once(tmp_path: Path) -> None:
    """Nothing that reads or compares figures is imported for it: that takes longer than all the rest."""
    command = [COMMAND[0], "-X", "importtime", *COMMAND[1:], "rules"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "crosstally.rules.rule" in done.stderr
    assert [] == [name for name in ("facts.numbers", "quantities.comparison", "rules.checks") if name in done.stderr]


def test_what_audits_and_vetting_tell_is_listed_and_explained(run: Run) -> None:
    listed = run("rules")[1]
    for code, name in (("AU101", "other-figure"), ("MV102", "span-off"), ("DRIFT", "differs-from-table")):
        assert re.search(rf"^{code} +{name} +(?:error|warning) +[A-Z]", listed, re.MULTILINE)
        assert run("rules", code) == run("rules", name)
        assert run("rules", code)[1].startswith(f"## {code} {name} (")


def test_every_verdict_that_is_a_finding_has_a_code() -> None:
    found = {verdict.replace(" ", "-") for verdict in get_args(Verdict)} - {"supported", "decided"}
    faults = {kind.replace(" ", "-") for kind in get_args(Kind)}
    assert {*codes()} == found | faults | {"differs-from-table"}
