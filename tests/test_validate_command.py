from __future__ import annotations

import csv
import io
from pathlib import Path

from command_line import Run


def test_validate_lists_every_failing_row_and_column(run: Run, reports: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.csv"
    run("extract", reports, "--out", facts)
    rows = list(csv.DictReader(io.StringIO(facts.read_text())))
    rows[0] |= {"low": "twelve", "scope": "all"}
    rows[2] |= {"unit": "", "start": "-1"}
    with facts.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    code, out, err = run("validate", facts)
    failing = [(line.split(": ")[1], line.split(": ")[2]) for line in out.splitlines()]
    assert {("row 1", "low"), ("row 1", "scope"), ("row 3", "unit"), ("row 3", "start")} <= set(failing)
    assert f"{facts}: row 1: low: found 'twelve' (allowed: a finite number)" in out.splitlines()
    assert (1, f"crosstally: {facts}: {len(failing)} failures\n") == (code, err)
    code, out, err = run("check", facts)
    assert (2, "") == (code, out)
    assert f"crosstally: error: {facts}: facts break their schema ({len(failing)} failures):" in err


def test_validate_holds_the_tables_of_a_run_against_each_other(run: Run, reports: Path, tmp_path: Path) -> None:
    run("check", reports, "--out", tmp_path / "out")
    tables = [tmp_path / "out" / f"{name}.csv" for name in ("facts", "quantities", "findings")]
    text = tables[2].read_text()
    tables[2].write_text(text[:-2] + ("0" if text[-2] != "0" else "1") + "\n")
    assert 0 == run("validate", tables[2])[0]
    code, out, _ = run("validate", *tables)
    assert 1 == code
    assert "fact_ids: found" in out
    assert "(allowed: fact_ids of the table of facts)" in out


def test_what_is_no_table_of_ours_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tolls.csv"
    path.write_text("name,toll\nfire,12\n")
    found = "no table of facts, quantities, findings, codings, decisions, held_apart, but of name, toll"
    assert (2, "", f"crosstally: error: {path}: {found} (allowed: what extract or check wrote)\n") == run(
        "validate", path
    )


def test_a_part_whose_whole_is_not_in_the_table_is_told(run: Run, tmp_path: Path) -> None:
    report, facts = tmp_path / "report.txt", tmp_path / "facts.csv"
    report.write_text("The fire killed 12 people, including three children.")
    run("extract", report, "--out", facts)
    assert 0 == run("validate", facts)[0]
    header, _, part = facts.read_text().splitlines()
    facts.write_text(f"{header}\n{part}\n")
    code, out, _ = run("validate", facts)
    assert 1 == code
    assert "row 1: part_of: found" in out
    assert "(allowed: a fact_id of this table, or nothing)" in out
