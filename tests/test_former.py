from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from told import document, told

import crosstally
from crosstally.errors import InputError, SchemaError
from crosstally.rules.changes import Changes
from crosstally.rules.engine import check_facts
from crosstally.rules.history.former import changes_between
from crosstally.rules.tables.former import has_tables, read_report
from crosstally.rules.tables.table import to_tables

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact
    from crosstally.rules.report import Report

ALDER = told("Alder", "12 people", 12)
MOOR = told("Moor", "12 people", 12)
ELM = told("Elm", "40 people", 40)
HURT = told("Alder", "9 people", 9, "injured")


def between(before: list[Fact], after: list[Fact]) -> Changes:
    return changes_between(check_facts(before), check_facts(after))


def test_nothing_changed() -> None:
    assert between([ALDER, MOOR, ELM], [ALDER, MOOR, ELM]).are_none


def test_a_figure_becomes_disputed_and_its_finding_is_told_with_it() -> None:
    changes = between([ALDER, MOOR], [ALDER, MOOR, ELM])
    ((was, now),) = changes.disputed
    assert ("agreed", "disputed") == (was and was.status, now.status)
    assert ((), ()) == (changes.new_findings, changes.new)
    assert ["Elm.txt"] == [report.doc_id for report in changes.new_reports]


def test_a_figure_that_is_new_and_disputed_had_nothing_before() -> None:
    changes = between([HURT], [HURT, ALDER, ELM])
    assert [None] == [was for was, _ in changes.disputed]


def test_a_dispute_settles_when_a_source_corrects_itself() -> None:
    changes = between([ALDER, ELM], [ALDER, told("Elm", "12 people", 12)])
    assert [("disputed", "agreed")] == [(step.before.status, step.after.status) for step in changes.settled]
    assert ((), (), ()) == (changes.gone_findings, changes.new, changes.gone)


def test_a_figure_moves_when_a_report_is_rewritten() -> None:
    changes = between([ALDER, HURT], [told("Alder", "14 people", 14), HURT])
    assert [(12, 14)] == [(step.before.best, step.after.best) for step in changes.moved]
    assert ((), ()) == (changes.new, changes.gone)


def test_a_quantity_is_known_again_by_its_claims_whoever_is_first() -> None:
    changes = between([ALDER, MOOR], [told("Aardvark", "dozen", 12), ALDER, MOOR])
    assert ((), (), ()) == (changes.new, changes.gone, changes.moved)


def test_of_several_that_are_about_the_same_none_is_taken_for_another() -> None:
    text = "The first bus carried 30 pupils. The second bus carried 45 pupils."
    about = document("Alder", text)

    def pupils(quote: str, figure: float) -> Fact:
        return told("", quote, figure, "count", document=about, counted="pupil", text=text)

    changes = between([pupils("30 pupils", 30), pupils("45 pupils", 45)], [ALDER])
    assert [2, 1] == [len(changes.gone), len(changes.new)]


def test_a_dispute_that_another_source_joins_is_no_new_finding() -> None:
    changes = between([ALDER, ELM], [ALDER, ELM, told("Moor", "41 people", 41)])
    assert ((), (), ()) == (changes.disputed, changes.new_findings, changes.gone_findings)


def test_reports_and_figures_go() -> None:
    changes = between([ALDER, MOOR, HURT, told("Oak", "3 people", 3, "missing")], [ALDER, MOOR, HURT])
    assert ["missing"] == [quantity.measure for quantity in changes.gone]
    assert ["Oak.txt"] == [report.doc_id for report in changes.gone_reports]


def headline(killed: str, figure: float) -> Report:
    about = document("Alder", "The flood killed 40 people.", title=f"Flood kills {killed}")
    return check_facts(
        [
            told("", killed, figure, document=about, text=f"Flood kills {killed}", section="title", counted="person"),
            told("", "40 people", 40, document=about, text="The flood killed 40 people.", counted="person"),
        ]
    )


def test_findings_inside_one_report_come_and_go_by_themselves() -> None:
    wrong, right = headline("60", 60), headline("40", 40)
    assert ["XT401"] == [finding.rule for finding in changes_between(right, wrong).new_findings]
    assert ["XT401"] == [finding.rule for finding in changes_between(wrong, right).gone_findings]


# ---------------------------------------------------------------- a former run on disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    crosstally.write(to_tables(check_facts([ALDER, ELM, HURT])), tmp_path / "tables")
    return tmp_path / "tables"


@pytest.mark.parametrize("left_out", [".csv", ".parquet"])
def test_a_run_is_read_back_from_its_tables(folder: Path, left_out: str) -> None:
    for path in folder.glob(f"*{left_out}"):
        path.unlink()
    assert has_tables(folder)
    assert changes_between(read_report(folder), check_facts([ALDER, ELM, HURT])).are_none
    former = read_report(folder)
    assert to_tables(check_facts([ALDER, ELM, HURT])).findings.equals(to_tables(former).findings)
    assert to_tables(check_facts([ALDER, ELM, HURT])).quantities.equals(to_tables(former).quantities)


def test_a_folder_without_all_tables_is_no_run(folder: Path) -> None:
    for path in folder.glob("findings.*"):
        path.unlink()
    assert not has_tables(folder)
    with pytest.raises(InputError, match="no table of findings"):
        read_report(folder)


def test_tables_of_different_runs_are_refused(folder: Path) -> None:
    (folder / "findings.parquet").unlink()
    findings = folder / "findings.csv"
    fact_id = to_tables(check_facts([ALDER])).facts["fact_id"][0]
    findings.write_text(findings.read_text(encoding="utf-8").replace(fact_id, "0" * 16), encoding="utf-8")
    with pytest.raises(SchemaError, match="fact_ids of the table of facts"):
        read_report(folder)
