from __future__ import annotations

import json
import os
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from frictionless import validate
from told import told

import crosstally
from crosstally.errors import CrosstallyError, SchemaError
from crosstally.facts.intervals import Interval
from crosstally.facts.tables.flat import fact_row
from crosstally.facts.tables.typed import read_table
from crosstally.output.json import render
from crosstally.output.tables.frames import write
from crosstally.output.tables.whole import whole_file
from crosstally.output.tables.whole_folder import whole_folder
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report
from crosstally.rules.tables.table import MODELS, to_tables
from crosstally.rules.tables.tables import Tables

FILES = [
    "crosstally.sqlite",
    "datapackage.json",
    "metadata.json",
    *(f"{name}.{suffix}" for name in MODELS for suffix in ("csv", "parquet")),
]


@pytest.fixture(scope="module")
def report() -> Report:
    over = Interval(100, 100, None, low_open=True, bound="more_than")
    facts = [
        told("Alder Post", "12 people", 12, day="2031-04-05"),
        told("Coast Times", "90 residents", 90, "injured", day="2031-04-05"),
        told("Moor Radio", "over 100 residents", over, "injured", day="2031-04-05"),
    ]
    return check_facts(facts)


@pytest.fixture(scope="module")
def tables(report: Report) -> Tables:
    return to_tables(report)


def test_a_folder_holds_every_table_and_its_description(tmp_path: Path, tables: Tables) -> None:
    write(tables, tmp_path / "out")
    assert sorted(FILES) == sorted(path.name for path in (tmp_path / "out").iterdir())


def test_csv_and_parquet_hold_the_same_rows_in_the_same_order(tmp_path: Path, tables: Tables) -> None:
    write(tables, tmp_path)
    for (name, model), expected in zip(MODELS.items(), tables, strict=True):
        for suffix in ("csv", "parquet"):
            table, unreadable = read_table(tmp_path / f"{name}.{suffix}", model)
            assert [] == unreadable
            pd.testing.assert_frame_equal(expected, table)


def test_the_same_tables_give_the_same_bytes(tmp_path: Path, tables: Tables) -> None:
    write(tables, tmp_path / "one", "a1b2")
    write(tables, tmp_path / "two", "a1b2")
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_csv_is_plain(tmp_path: Path, tables: Tables) -> None:
    write(tables, tmp_path)
    data = (tmp_path / "facts.csv").read_bytes()
    assert b"\r" not in data
    header, first, *_ = data.decode().splitlines()
    cells = dict(zip(header.split(","), first.replace('"In the accident, ', "'").split(","), strict=True))
    expected = {"published": "2031-04-05T00:00:00Z", "low": "12.0", "low_open": "false", "speaker": ""}
    assert expected == {name: cells[name] for name in expected}
    assert " ".join(tables.findings["fact_ids"][0]) in (tmp_path / "findings.csv").read_text()


def test_csv_holds_no_formula_and_reads_back_the_same(tmp_path: Path) -> None:
    hostile = "=HYPERLINK(A1)"
    facts = [
        told("@SUM(1)", "-5 °C", -5, "temperature", unit="degree Celsius", dimension="temperature", place="-1+1"),
        told(hostile, "12 people", 12, subject="'=1", speaker="+1-1", text="\t- 12 people were killed."),
    ]
    expected = to_tables(check_facts(facts))
    write(expected, tmp_path)
    for name, table in expected._asdict().items():
        pd.testing.assert_frame_equal(table, read_table(tmp_path / f"{name}.csv", MODELS[name])[0])
    cells = pd.read_csv(tmp_path / "facts.csv")
    assert ["'@SUM(1)", f"'{hostile}"] == list(cells["source"])
    assert ["-5 °C", "12 people"] == list(cells["quote"])
    assert [-5, 12] == list(cells["low"])
    assert ["''=1", "'+1-1", "'\t- 12 people were killed."] == list(cells.loc[1, ["subject", "speaker", "sentence"]])


def test_parquet_says_what_made_it_and_keeps_plain_types(tmp_path: Path, tables: Tables) -> None:
    write(tables, tmp_path, "a1b2")
    schema = pq.read_schema(tmp_path / "facts.parquet")
    version = crosstally.__version__.encode()
    expected = {b"crosstally:schema": b"1", b"crosstally:version": version, b"crosstally:configuration": b"a1b2"}
    assert [expected] * len(MODELS) == [pq.read_schema(tmp_path / f"{name}.parquet").metadata for name in MODELS]
    types = {name: str(schema.field(name).type) for name in ("quote", "start", "low", "low_open", "published")}
    assert {"quote": "string", "start": "int64", "low": "double", "low_open": "bool",
            "published": "timestamp[us, tz=UTC]"} == types  # fmt: skip
    assert (False, True) == (schema.field("quote").nullable, schema.field("speaker").nullable)
    assert pq.read_schema(tmp_path / "findings.parquet").field("fact_ids").type.value_type == "string"


def test_the_datapackage_is_valid(tmp_path: Path, tables: Tables) -> None:
    write(tables, tmp_path)
    outcome = validate(str(tmp_path / "datapackage.json"))
    assert [] == outcome.flatten(["type", "note"])
    assert outcome.stats["tasks"] == len(MODELS)


@pytest.mark.parametrize(
    ("name", "edit", "error"),
    [
        ("facts.csv", (",exact,", ",exactly,"), "constraint-error"),
        ("findings.csv", (",error,", ",fatal,"), "constraint-error"),
        ("facts.csv", (",false,", ",no,"), "type-error"),
        ("quantities.csv", ("\n", "\nx"), "foreign-key"),
    ],
)
def test_the_datapackage_sees_what_breaks_it(
    tmp_path: Path, tables: Tables, name: str, edit: tuple[str, str], error: str
) -> None:
    write(tables, tmp_path)
    path = tmp_path / name
    path.write_text(path.read_text().replace(*edit, 1))
    assert error in {row[0] for row in validate(str(tmp_path / "datapackage.json")).flatten(["type"])}


def test_json_holds_the_tables_as_lists_of_objects(report: Report) -> None:
    text = render(report)
    told_again = json.loads(text)
    assert ["facts", "quantities", "findings", "codings", "decisions", "held_apart"] == list(told_again)
    expected = [fact_row(fact) | {"published": "2031-04-05T00:00:00Z"} for fact in report.facts]
    assert expected == told_again["facts"]
    assert [[fact.fact_id for fact in finding.facts] for finding in report.findings] == [
        finding["fact_ids"] for finding in told_again["findings"]
    ]
    assert {quantity.quantity_id: quantity.n_facts for quantity in report.quantities} == {
        quantity["quantity_id"]: quantity["n_facts"] for quantity in told_again["quantities"]
    }


def test_json_keeps_characters_readable() -> None:
    fact = told("Café Żółw", "12 people", 12)
    assert "Café Żółw" in render(check_facts([fact]))


# ---------------------------------------------------------------- whole or not at all


def test_a_table_that_breaks_its_schema_is_not_written(tmp_path: Path, tables: Tables) -> None:
    facts = tables.facts.assign(quantity_id="q9")
    with pytest.raises(SchemaError, match="quantity_id: found 'q9'"):
        write(tables._replace(facts=facts), tmp_path / "out")
    assert [] == list(tmp_path.iterdir())


def test_a_page_that_cannot_be_written_leaves_no_tables_either(tmp_path: Path, tables: Tables) -> None:
    with pytest.raises(UnicodeEncodeError):
        write(tables, tmp_path / "out", page="a lone surrogate: \ud800")
    assert [] == list(tmp_path.iterdir())


def test_a_run_that_fails_leaves_the_files_of_the_run_before(tmp_path: Path, tables: Tables) -> None:
    write(tables, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(KeyboardInterrupt), whole_folder(tmp_path) as unfinished:  # noqa: PT012 - what stops it is the point
        (unfinished / "facts.csv").write_text("half")
        raise KeyboardInterrupt
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_a_new_folder_is_gone_when_its_run_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), whole_folder(tmp_path / "out") as unfinished:  # noqa: PT012
        (unfinished / "facts.csv").write_text("half")
        raise KeyboardInterrupt
    assert [] == list(tmp_path.iterdir())


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(KeyboardInterrupt), whole_file(path) as unfinished:  # noqa: PT012
        unfinished.write_text("half")
        raise KeyboardInterrupt
    assert [] == list(tmp_path.iterdir())
    with whole_file(path) as unfinished:
        unfinished.write_text("whole")
    assert ["whole"] == [file.read_text() for file in tmp_path.iterdir()]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "target.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("target.csv")
    with whole_file(tmp_path / "link.csv") as unfinished:
        unfinished.write_text("new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "target.csv").read_text() == "new"


def test_written_files_have_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    with whole_file(tmp_path / "a.csv") as unfinished:
        unfinished.write_text("")
    assert (tmp_path / "plain").stat().st_mode == (tmp_path / "a.csv").stat().st_mode


def test_a_folder_is_made_with_those_above_it_and_gone_when_the_run_fails(tmp_path: Path, tables: Tables) -> None:
    write(tables, tmp_path / "out" / "fire")
    assert (tmp_path / "out" / "fire" / "facts.csv").is_file()
    with pytest.raises(ZeroDivisionError), whole_folder(tmp_path / "other" / "fire") as folder:
        (folder / "a").write_text(str(1 / 0))
    assert ["out"] == [path.name for path in tmp_path.iterdir()]


def test_places_where_nothing_can_be_written(tmp_path: Path, tables: Tables) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CrosstallyError, match="file: is not a folder"):
        write(tables, tmp_path / "file" / "out")
    with pytest.raises(CrosstallyError, match="missing: no such folder"), whole_file(tmp_path / "missing" / "a.csv"):
        pass
    with pytest.raises(CrosstallyError, match="file: is not a folder"):
        write(tables, tmp_path / "file")
    with pytest.raises(CrosstallyError, match="folder: is not a file"), whole_file(tmp_path / "folder"):
        pass
    assert ["file", "folder"] == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CrosstallyError, match="cannot be written"), whole_file(tmp_path / "a.csv") as unfinished:
        unfinished.write_text("")


def test_the_working_folder_can_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables: Tables) -> None:
    monkeypatch.chdir(tmp_path)
    write(tables, Path())
    assert sorted(FILES) == sorted(path.name for path in tmp_path.iterdir())
