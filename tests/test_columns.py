"""Tables as plain columns: what is written without pandas keeps the schemas that pandera holds."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from told import document, told

from crosstally.errors import SchemaError
from crosstally.facts.tables.typed import columns_of
from crosstally.output.tables.columns import filled, tables
from crosstally.output.tables.rows import facts_in_pieces, tables_of
from crosstally.rules.engine import check_facts
from crosstally.rules.tables.flat import QUANTITY_IDS
from crosstally.rules.tables.table import to_tables, validated

ROOT = Path(__file__).parents[1]
CODING = {
    "event": "flood",
    "measure": "killed",
    "group": None,
    "low": 3,
    "best": 4.0,
    "high": None,
    "policy": "majority",
    "status": "agreed",
    "n_sources": 2,
    "n_independent": 2,
    "decided": False,
    "fact_ids": ["a", "b"],
}


def test_the_columns_are_those_of_the_schemas() -> None:
    script = ROOT / "scripts" / "columns.py"
    spec = spec_from_file_location("columns", script)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.render() == module.TARGET.read_text(encoding="utf-8"), "run python scripts/columns.py"


def test_plain_tables_are_those_of_pandas() -> None:
    report = check_facts(
        [told(name, quote, figure) for name, quote, figure in (("a", "12 people", 12), ("b", "15 people", 15))]
    )
    kept = validated(to_tables(report))._asdict()
    found = tables_of(report)
    assert list(found) == list(kept)
    for name, frame in kept.items():
        assert columns_of(frame) == found[name]
    assert found["findings"]["fact_ids"]


def test_a_row_that_keeps_its_schema_is_taken_in_the_kinds_of_its_columns() -> None:
    columns = filled("codings", [CODING])
    assert (3.0, 2, None) == (columns["low"][0], columns["n_sources"][0], columns["high"][0])
    assert isinstance(columns["low"][0], float)


@pytest.mark.parametrize(
    ("column", "value", "allowed"),
    [
        ("event", None, "a value"),
        ("event", " ", "text that is not blank"),
        ("event", "half of a pair: \ud800", "text that is not blank"),
        ("measure", 3, "text that is not blank"),
        ("low", float("inf"), "a finite number"),
        ("low", "3", "a finite number"),
        ("n_sources", 1.5, "a whole number"),
        ("n_sources", -1, "0 or more"),
        ("status", "perhaps", "agreed, updated, disputed, single"),
        ("decided", 1, "true or false"),
        ("fact_ids", "a b", "ids"),
    ],
)
def test_what_a_column_may_not_hold_is_refused(column: str, value: Any, allowed: str) -> None:
    with pytest.raises(SchemaError) as refused:
        filled("codings", [CODING, CODING | {column: value}])
    assert f"row 2: {column}: found {value!r} (allowed: {allowed})" in str(refused.value)


def test_a_value_that_stands_once_is_refused_the_second_time() -> None:
    fact = told("a", "12 people", 12)
    with pytest.raises(SchemaError, match=r"row 1: fact_id: .*each value once"):
        list(facts_in_pieces([fact, fact]))


def test_a_quote_that_its_document_does_not_say_is_refused() -> None:
    with pytest.raises(SchemaError, match=r"row 1: quote: found .12 people. where a\.txt says"):
        list(facts_in_pieces([told("a", "12 people", 12, document=document("a", "Elsewhere."))]))


def test_references_are_columns() -> None:
    assert {*QUANTITY_IDS} <= {column.name for table in tables().values() for column in table.columns}


@pytest.mark.parametrize("command", ["check", "extract"])
def test_tables_are_written_without_pandas(tmp_path: Path, command: str) -> None:
    out = tmp_path / ("out" if command == "check" else "facts.parquet")
    (tmp_path / "a.txt").write_text("The flood killed 12 people.", encoding="utf-8")
    code = f"""
import sys
from crosstally.cli import main
try:
    main([{command!r}, {str(tmp_path / "a.txt")!r}, "--out", {str(out)!r}])
except SystemExit as end:
    assert not end.code, end
print([name for name in ("pandas", "pandera", "dask") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.splitlines()[-1]
    assert out.exists()
