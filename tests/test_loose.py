"""Tables as people keep them: ten of them, as they are found on desks, and what cannot be read in others."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pandas as pd
import pytest
from command_line import Run
from test_readers import open_workbook

import crosstally
from crosstally.errors import InputError, SchemaError
from crosstally.facts.fact import Fact
from crosstally.facts.tables.loose.cell import read_cell
from crosstally.facts.tables.loose.loose import loose_of, read_loose
from crosstally.facts.tables.table import from_frame, to_frame

THREE_COLUMNS = """source,measure,value
Alder Gazette,injured,90
Meridian Dispatch,injured,over 100
Alder Gazette,killed,12
The Tidewater Ledger,deaths,at least 12
"""


TABLES = {
    "three columns": THREE_COLUMNS,
    "other words and cases": "OUTLET,Indicator,HOW MANY\nAlder Gazette,Fatalities,12\nBrook Mail,No. of dead,14\n",
    "semicolons": "Source;Killed;Wounded\nAlder Gazette;12;1 200\nBrook Mail;14;n/a\n",
    "footnotes": "source,deaths*,injured²\nAlder Gazette,12[1],90*\nBrook Mail,14†,-\n\n* so far\n² in hospital\n",
    "a title above": "Harbour fire,,\nkept by the desk,,\nsource,killed,injured\nAlder Gazette,12,90\nBrook Mail,14,\n",
    "ranges": "source,dead\nAlder Gazette,10-12\nBrook Mail,14 – 16\n",
    "low and high": "source,measure,low,best,high\nAlder Gazette,killed,10,12,15\nBrook Mail,killed,16,,\n",
    "groups": "source,civilians killed,num_dead\nAlder Gazette,2,12\nBrook Mail,2,14\n",
    "hedges": "reported by,people killed\nAlder Gazette,12\nBrook Mail,dozens\nCliff Post,≥ 14\n",
    "decimal commas": "Source;Killed;Area (km²)\nAlder Gazette;12;1.250,5\nBrook Mail;14;1.300,0\n",
    "another separator, and the header again": (
        "sep=;\nSource(s);Measure;Value\nAlder Gazette;killed;12\nSource(s);Measure;Value\nBrook Mail;turnout;63,4 %\n"
    ),
    "tabs, brackets and notes": (
        "reporter\tdeaths [1]\tdamage (US$ million)\nAlder Gazette\t12[a]\t3.5\nBrook Mail\t14 †\t4.1\n"
    ),
    "the least and the most": "news source,fatalities min,fatalities max\nAlder Gazette,10,12\nBrook Mail,>20,\n",
    "groups in brackets": "Source,Killed (women),Killed (total)\nAlder Gazette,4,12\nBrook Mail,5,14\n",
    "words for nothing": "Source,Killed,Injured\nAlder Gazette,twelve,n/k\nBrook Mail,nil,no injuries\n",
    "sources on the first row of a block": (
        "Outlet,What,How many\nAlder Gazette,killed,12\n,injured,30\nBrook Mail,killed,14\n,injured,41\n"
    ),
    "other digits": "Source,Killed\nAlder Gazette,١٢\nBrook Mail,１４\n",
    "the name of a programme's keys": "sourceName,numKilled,numInjured\nAlder Gazette,12,\nBrook Mail,14,\n",
    "districts and sums": "District,Killed,Source\nNorth,5,Alder Gazette\nTotal,5,Alder Gazette\nNorth,9,Brook Mail\n",
    "thousands": 'source,IDPs (thousands),deaths\nAlder Gazette,1.5,"1,200"\nBrook Mail,~2,1400+\n',
}


def figures(facts: list[Fact]) -> list[tuple[str, str, float | None, float | None]]:
    return [(fact.document.source, fact.measure, fact.interval.low, fact.interval.high) for fact in facts]


def kept(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "desk.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", TABLES)
def test_twenty_tables_load(name: str, tmp_path: Path) -> None:
    facts = read_loose(kept(tmp_path, TABLES[name])).facts
    assert "Alder Gazette" in {fact.document.source for fact in facts}
    assert "killed" in {fact.measure for fact in facts}
    assert facts == from_frame(to_frame(facts))


def test_what_is_read_in_them(tmp_path: Path) -> None:
    def read(name: str) -> list[tuple[str, str, float | None, float | None]]:
        return figures(read_loose(kept(tmp_path, TABLES[name])).facts)

    assert ("Brook Mail", "killed", 14.0, 14.0) in read("other words and cases")
    assert ("Alder Gazette", "injured", 1200.0, 1200.0) in read("semicolons")
    assert [("Alder Gazette", "killed", 12.0, 12.0), ("Alder Gazette", "injured", 90.0, 90.0)] == read("footnotes")[:2]
    assert ("Alder Gazette", "injured", 90.0, 90.0) in read("a title above")
    assert [("Alder Gazette", "killed", 10.0, 12.0), ("Brook Mail", "killed", 14.0, 16.0)] == read("ranges")
    assert [("Alder Gazette", "killed", 10.0, 15.0), ("Brook Mail", "killed", 16.0, None)] == read("low and high")
    assert ("Alder Gazette", "displaced", 1500.0, 1500.0) in read("thousands")
    assert ("Brook Mail", "killed", 1400.0, None) in read("thousands")
    assert ("Brook Mail", "killed", 24.0, 99.0) in read("hedges")


def test_a_group_in_a_header_narrows_the_people(tmp_path: Path) -> None:
    facts = read_loose(kept(tmp_path, TABLES["groups"])).facts
    assert ["civilian", None, "civilian", None] == [fact.group for fact in facts]


def test_the_same_dispute_as_the_texts(tmp_path: Path, run: Run) -> None:
    texts = [
        {"source": "Alder Gazette", "text": "The fire killed 12 people and injured 90.", "event": "fire"},
        {"source": "Meridian Dispatch", "text": "The fire wounded over 100.", "event": "fire"},
        {"source": "The Tidewater Ledger", "text": "At least 12 people died in the fire.", "event": "fire"},
    ]
    [of_texts] = crosstally.check(texts).findings.query("rule == 'XT109'")["message"]
    code, out, _ = run("check", kept(tmp_path, THREE_COLUMNS), "--fail-on", "warning")
    assert 1 == code
    assert of_texts in " ".join(out.split())


def test_excel_with_merged_cells_and_a_title(tmp_path: Path, run: Run) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Tolls of the harbour fire", None, None],
        ["Source", "Measure", "Figure"],
        ["Alder Gazette", "deaths", 12],
        [None, "injured", "90*"],
        ["Brook Mail", "injured", ">100"],
        ["* in hospital", None, None],
    ):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    book.save(tmp_path / "desk.xlsx")
    loose = read_loose(tmp_path / "desk.xlsx")
    expected = [
        ("Alder Gazette", "killed", 12.0, 12.0),
        ("Alder Gazette", "injured", 90.0, 90.0),
        ("Brook Mail", "injured", 100.0, None),
    ]
    assert expected == figures(loose.facts)
    assert ["line 1: above the header", "line 6: a note"] == [line.split(", left")[0] for line in loose.told]
    assert 1 == run("check", tmp_path / "desk.xlsx", "--fail-on", "warning")[0]


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_other_files(tmp_path: Path, suffix: str) -> None:
    frame = pd.DataFrame({"source": ["Alder Gazette", "Brook Mail"], "deaths": [12, 14]})
    path = tmp_path / f"desk{suffix}"
    if suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_json(path, orient="records", lines=True)
    assert [12.0, 14.0] == [fact.interval.value for fact in read_loose(path).facts]


def test_a_data_frame_is_checked() -> None:
    frame = pd.DataFrame({"Source": ["Alder Gazette", "Brook Mail"], "Deaths": [12, 14]})
    assert ["XT109"] == crosstally.check(frame).findings["rule"].tolist()
    assert [12.0, 14.0] == crosstally.facts_of(frame)["value"].tolist()
    assert crosstally.facts_of(frame).equals(crosstally.facts_of(frame.to_dict("records")))  # type: ignore[arg-type]


def test_a_row_that_adds_up_the_others_is_no_report(tmp_path: Path) -> None:
    table = kept(tmp_path, "Reported by,Dead,Hurt\nAlder Gazette,12,9\nBrook Wire,12,8\nTOTAL,24,17\n")
    read = read_loose(table)
    assert {"Alder Gazette", "Brook Wire"} == {fact.document.source for fact in read.facts}
    assert "line 4: a sum of other rows, left out: TOTAL 24 17" in read.told


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("Min killed,Max killed", "10,12", (None, 10, 12, "range")),
        ("killed_low,killed_best,killed_high", "9,10,12", (10, 9, 12, "about")),
        ("Lowest dead,Highest dead", "15,15", (15, 15, 15, "exact")),
        ("Minimum deaths,Maximum deaths", "15,n/a", (15, 15, None, "at_least")),
    ],
)
def test_two_columns_may_be_the_ends_of_one_figure(
    tmp_path: Path, header: str, row: str, expected: tuple[float | None, float | None, float | None, str]
) -> None:
    (fact,) = read_loose(kept(tmp_path, f"Media,{header}\nAlder Gazette,{row}\n")).facts
    assert ("killed", *expected) == (
        fact.measure,
        *(getattr(fact.interval, n) for n in ("value", "low", "high", "bound")),
    )


def test_ends_the_wrong_way_round_are_named(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"line 2: low, value, high: found 12, nothing, 10 \(allowed: low <= value"):
        read_loose(kept(tmp_path, "Media,Min killed,Max killed\nAlder Gazette,12,10\n"))


def test_a_cell_that_several_figures_share_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"desk\.csv: 1 cell cannot be read:"):
        read_loose(kept(tmp_path, "Media,Date,Killed,Injured\nAlder Gazette,09/06/2025,12,10\n"))


def test_an_unknown_measure_keeps_its_name_and_is_told() -> None:
    loose = loose_of([{"source": "Alder Gazette", "measure": "aftershocks", "value": 12}])
    assert ["aftershocks"] == [fact.measure for fact in loose.facts]
    assert ["'aftershocks' is no measure known here: compared under its own name"] == loose.told


def test_what_is_left_out_is_told(tmp_path: Path, run: Run) -> None:
    _, _, err = run("check", kept(tmp_path, "source,killed,colour\nAlder Gazette,12,red\n"))
    assert "columns left out: colour" in err


def test_a_table_without_figures_says_what_would_do() -> None:
    with pytest.raises(InputError, match="no column of figures, but source, colour") as error:
        loose_of([{"source": "Alder Gazette", "colour": "red"}])
    assert "a column for each measure" in str(error.value)


def test_the_template_is_such_a_table(tmp_path: Path, run: Run) -> None:
    assert 0 == run("init", "--table", tmp_path)[0]
    assert 1 == run("check", tmp_path / "figures.csv")[0]
    assert 2 == run("init", "--table", tmp_path)[0]


def test_a_workbook_of_libreoffice_holds_figures_too(tmp_path: Path) -> None:
    path = tmp_path / "figures.ods"
    path.write_bytes(open_workbook(("source", "measure", "value"), ("Alder Gazette", "killed", 12)))
    assert [("Alder Gazette", "killed", 12)] == [
        (row.fact.document.source, row.fact.measure, row.fact.interval.value) for row in read_loose(path).rows
    ]


def test_a_table_is_read_as_its_other_figures_are_written(tmp_path: Path) -> None:
    facts = read_loose(kept(tmp_path, TABLES["decimal commas"])).facts
    assert [12, 1250.5, 14, 1300] == [fact.interval.value for fact in facts]
    mixed = kept(tmp_path, "source;measure;value\nAlder;area;1.250,5\nBrook;area;1,250.5\n")
    with pytest.raises(SchemaError, match=r"line 2: value: found '1.250,5'"):
        read_loose(mixed)


def test_a_source_stands_for_the_rows_below_it(tmp_path: Path, run: Run) -> None:
    code, out, err = run("check", str(kept(tmp_path, TABLES["sources on the first row of a block"])))
    assert 0 == code
    assert "injured: 30 (Alder Gazette) against 41 (Brook Mail)" in out
    assert "line 3: no source named: taken as by Alder Gazette, as above" in err
    cited = [{"source": "Alder", "measure": "killed", "value": 12}, {"event": "fire", "measure": "killed", "value": 3}]
    assert ["Alder", "table"] == [fact.document.source for fact in loose_of(cited).facts]


def test_none_counted_is_nought_and_none_known_is_nothing(tmp_path: Path) -> None:
    told = figures(read_loose(kept(tmp_path, TABLES["words for nothing"])).facts)
    assert [("Brook Mail", "killed", 0, 0), ("Brook Mail", "injured", 0, 0)] == told[1:]
    assert read_cell("no data") is None


def test_the_user_says_which_columns_hold_what(tmp_path: Path, run: Run) -> None:
    path = str(kept(tmp_path, "Quelle;Kennzahl;Wert\nAlder;killed;12\nBrook;killed;14\n"))
    code, _, err = run("check", path)
    assert (2, True) == (code, "no text column, but Quelle, Kennzahl, Wert" in err)
    code, out, _ = run("check", path, "--map", "source=quelle", "--map", "measure=Kennzahl", "--map", "value=Wert")
    assert (0, True) == (code, "killed: 12 (Alder) against 14 (Brook)" in out)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Indicator,Alder,Brook\nDeaths,12,14\nInjured,40,n.a.\n", "Indicator, Alder, Brook (allowed: a row for each"),
        (",10 March,11 March\nKilled,12,14\n", "10 March, 11 March (allowed: a row for each"),
        ("Alder,killed,12\nBrook,killed,14\n", "no text column, but Alder, killed, 12"),
        (
            "reporters,killed,injured\nAlder,12,4\n",
            "columns left out: reporters; no column is known to name the source",
        ),
    ],
)
def test_what_cannot_be_told_is_named(tmp_path: Path, run: Run, text: str, named: str) -> None:
    _, _, err = run("check", str(kept(tmp_path, text)))
    assert named in err


def test_a_share_of_people_is_no_number_of_people() -> None:
    [row] = loose_of([{"source": "Alder", "measure": "turnout", "value": "63.4%"}]).rows
    assert (63.4, "percentage") == (row.fact.interval.value, row.fact.unit)
    [row] = loose_of([{"source": "Alder", "measure": "damage", "value": "3.5m", "currency": "USD"}]).rows
    assert ("money", "currency") == (row.fact.measure, row.fact.dimension)


def test_a_list_of_json_is_a_table(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "desk.json"
    path.write_text('[{"source": "Alder", "killed": 12}, {"source": "Brook", "killed": 14}]')
    code, out, _ = run("check", str(path))
    assert (0, True) == (code, "killed: 12 (Alder) against 14 (Brook)" in out)
    path.write_text('[{"source": "Alder", "text": "The raid killed 12 people."}, 3]')
    code, out, err = run("check", str(path))
    assert (0, True) == (code, "desk.json:2: not a JSON object: 3; set aside" in err)


def test_fewer_than_none_were_counted_by_nobody() -> None:
    with pytest.raises(SchemaError, match=r"killed: found '-12' \(allowed: a whole number of people"):
        loose_of([{"source": "Alder", "killed": -12}])


@pytest.mark.parametrize("corner", ["cell", "merged area"])
def test_a_sheet_that_spreads_over_everything_is_refused(tmp_path: Path, corner: str) -> None:
    pd.DataFrame({"source": ["Alder"], "killed": [12]}).to_excel(tmp_path / "small.xlsx", index=False)
    with zipfile.ZipFile(tmp_path / "small.xlsx") as small, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as big:
        for name in small.namelist():
            merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>'
            far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            big.writestr(name, small.read(name).replace(b"</sheetData>", far if corner == "cell" else merged))
    with pytest.raises(InputError, match="its cells is more than 5,000,000"):
        read_loose(tmp_path / "a.xlsx")
