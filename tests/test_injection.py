"""What comes from outside moves no terminal and gives no CI server an order, in any format and on standard error."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path

import pytest
from command_line import Run

from crosstally.formats import formats

with pytest.MonkeyPatch.context() as patch:
    patch.syspath_prepend(Path(__file__).parents[1] / "benchmarks")
    payloads = importlib.import_module("payloads")

PAYLOADS = [*payloads.ORDERS, *(f"\n{order}" for order in payloads.ORDERS[:3]), "".join(payloads.ESCAPES)]

ORDER = re.compile(r"^\s*::\w|##\w*\[")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
LINE = re.compile("\r\n|\r|\n")


def hostile(tmp_path: Path, payload: str) -> Path:
    """Two rows that disagree, with the payload wherever something of theirs is shown."""
    rows = [
        {
            "id": f"{payload}{number}",
            "source": f"{payload} {name}",
            "title": f"{payload} Fire",
            "event": f"{payload}fire",
            "url": f"https://example.org/{payload}",
            "text": f"{payload}\n\nThe fire killed 12 people {payload} and hurt {injured}, {payload}\nit was said.",
            payload: "unknown",
        }
        for number, name, injured in ((1, "Alder", "90"), (2, "Brook", "more than 100"))
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def passed(text: str, *, own: str = "") -> list[str]:
    """The lines that give an order or move a terminal, but for those of crosstally's own commands."""
    lines = [line for line in LINE.split(text) if not (own and line.startswith(own))]
    return [line for line in lines if ORDER.search(line) or CONTROL.search(line)]


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_no_format_lets_anything_pass(payload: str, run: Run, tmp_path: Path) -> None:
    path = hostile(tmp_path, payload)
    for name in formats():
        _, out, err = run("check", path, "--format", name, "--no-cache")
        assert out
        own = r"::(error|warning|notice) title=XT\d+ [a-z-]+,file="
        lines = [line for line in LINE.split(out) if not (name == "github" and re.match(own, line))]
        assert [] == passed("\n".join(lines)), name
        assert [] == passed(err), name


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_nor_do_the_other_commands(payload: str, run: Run, tmp_path: Path) -> None:
    path = hostile(tmp_path, payload)
    findings = json.loads(run("check", path, "--format", "json")[1])["findings"]
    for command in (
        ["explain", findings[0]["finding_id"], path],
        ["check", path, "--out", tmp_path / "out", "--quiet"],
        ["validate", path],
        ["extract", path, "--out", tmp_path / f"{payload.replace('/', '')}.csv"],
        ["check", tmp_path / payload.replace("/", "")],
        ["check", path, "--format", payload],
        ["rules", payload],
    ):
        _, out, err = run(*command)
        assert [] == passed(out), command
        assert [] == passed(err), command


def test_json_still_says_what_the_text_says(run: Run, tmp_path: Path) -> None:
    path = hostile(tmp_path, "##[add-path]/tmp")
    facts = json.loads(run("check", path, "--format", "json")[1])["facts"]
    assert any("##[add-path]/tmp" in fact["sentence"] for fact in facts)
    assert all(fact["quote"] in fact["sentence"] for fact in facts)
