from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command_line import Run

import crosstally
from crosstally import api
from crosstally.errors import ConfigError
from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.source.reading import read
from crosstally.rules.decisions.columns import COLUMNS, wrong
from crosstally.rules.decisions.decision import Adjudication, Alignment, Decision, Mention, Reading
from crosstally.rules.decisions.file import decisions_of, read_decisions
from crosstally.rules.decisions.mentions import figure_named
from crosstally.rules.decisions.writing import append, toml
from crosstally.rules.desk.making import Desk
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report

KYIV = Path(__file__).parent.parent / "examples/kyiv-strikes"
SIGNED: dict[str, Any] = {"by": "Ana", "on": date(2025, 4, 30), "reason": "the desk rang them"}
NEW = """---
source: Harbour Gazette {number}
published: 2025-04-25T0{number}:00Z
---
The strikes on Kyiv killed 12 people, the mayor said on Friday. Rescue crews went home on day {number}.
"""


@pytest.fixture
def kyiv(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KYIV, tmp_path / "kyiv"))


def run_of(folder: Path) -> Report:
    file = folder / "decisions.toml"
    return api.examine(folder, decisions=read_decisions(file) if file.exists() else ())


def decide_three(folder: Path) -> None:
    """A correction, an alignment, an adjudication."""
    report = run_of(folder)
    desk = Desk(report, **SIGNED)
    whole = figure_named("injured 90", report.facts)
    district = figure_named("90 others", report.facts)
    decisions: list[Decision] = [
        desk.no_figure(figure_named("one shoe", report.facts)),
        desk.reading(figure_named("more than 12 hours", report.facts), {"measure": "distance", "value": "13"}),
        desk.alignment("apart", [figure_named("over 100", report.facts), district]),
        desk.alignment("same", [figure_named("two weeks", report.facts), figure_named("two years", report.facts)]),
        desk.adjudication("killed", 12, low=11, high=14),
    ]
    assert whole.document.source == "The Tidewater Ledger"
    for decision in decisions:
        crosstally.decide(decision, folder / "decisions.toml")


def is_as_decided(report: Report) -> bool:
    facts = {fact.quote: fact for fact in report.facts}
    killed = next(one for one in report.quantities if one.measure == "killed" and one.decided)
    read = facts["more than 12 hours"]
    return (
        not any(ruling.is_stale for ruling in report.rulings)
        and "one shoe" not in facts
        and (read.measure, read.interval.value, read.interval.bound) == ("distance", 13.0, "exact")
        and facts["over 100"].quantity_id != facts["90 others"].quantity_id
        and facts["two weeks"].quantity_id == facts["two years"].quantity_id
        and (killed.best, killed.low, killed.high) == (12, 11, 14)
    )


def test_decisions_survive_ten_runs_of_new_reports_edits_and_renames(kyiv: Path) -> None:
    decide_three(kyiv)
    assert is_as_decided(run_of(kyiv))
    for number in range(10):
        (kyiv / f"new-{number}.txt").write_text(NEW.format(number=number))
        for file in sorted(kyiv.glob("*.txt")) + sorted(kyiv.glob("*.md")):
            head, rule, body = file.read_text(encoding="utf-8").rpartition("---\n")
            edited = f"Updated {number} times, the desk says.\n\n{body}\nMore on this tomorrow.\n"
            file.write_text(f"{head}{rule}{edited}", encoding="utf-8")
            file.rename(file.with_stem(f"{file.stem.partition('~')[0]}~{number}"))
        assert is_as_decided(run_of(kyiv))


def test_what_a_person_held_apart_is_said_to_be_held_by_them(kyiv: Path) -> None:
    decide_three(kyiv)
    report = run_of(kyiv)
    homes = {fact.quote: fact.quantity_id for fact in report.facts}
    (held,) = [one for one in report.held_apart() if one.slot == "decision"]
    assert {homes["over 100"], homes["90 others"]} == held.pair
    assert report.rulings[0].decision.signed == held.reason


def test_without_decisions_nothing_is_decided() -> None:
    report = run_of(KYIV)
    assert [] == [quantity for quantity in report.quantities if quantity.decided]
    assert () == report.rulings


def test_all_ways_of_running_decide_alike(kyiv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decide_three(kyiv)
    file = kyiv / "decisions.toml"
    by_table = crosstally.check(crosstally.extract(read(kyiv)), decisions=file)
    by_documents = crosstally.check(read(kyiv), decisions=read_decisions(file))
    monkeypatch.setattr("crosstally.run.checking.FEW", 0)  # as of many documents, from disk
    stored = run_of(kyiv)
    assert is_as_decided(stored)
    expected = sorted(fact.fact_id for fact in stored.facts)
    assert expected == sorted(by_table.facts["fact_id"]) == sorted(by_documents.facts["fact_id"])
    assert list(by_table.decisions["before"]) == list(by_documents.decisions["before"])


def test_an_adjudication_settles_what_was_known_and_no_later_report(kyiv: Path) -> None:
    decision = Adjudication(event="kyiv", measure="injured", best=90, low=90, high=110, **SIGNED)
    settled = api.examine(kyiv, decisions=[decision])
    (finding,) = [one for one in settled.findings if one.rule == "XT101"]
    assert "info" == finding.severity
    assert finding.message.endswith("; decided: 90 (Ana, 2025-04-30: the desk rang them)")
    later = NEW.format(number=1).replace("2025-04-25", "2025-05-02").replace("killed 12 people", "injured 200 people")
    (kyiv / "later.txt").write_text(later)
    reopened = api.examine(kyiv, decisions=[decision])
    assert "error" in {one.severity for one in reopened.findings if one.rule == "XT101"}


def test_codings_are_as_decided(kyiv: Path) -> None:
    decide_three(kyiv)
    table = crosstally.check(read(kyiv), decisions=kyiv / "decisions.toml").codings
    assert [("killed", 11.0, 12.0, 14.0)] == [
        (row.measure, row.low, row.best, row.high) for row in table.query("decided").itertuples()
    ]


def test_the_table_says_what_was_before(kyiv: Path) -> None:
    decide_three(kyiv)
    table = crosstally.check(read(kyiv), decisions=kyiv / "decisions.toml").decisions
    assert ["reading", "reading", "alignment", "alignment", "adjudication"] == list(table["kind"])
    assert ["Ana"] * 5 == list(table["by"])
    before = list(table["before"])
    assert ["count: one shoe", "measure duration, value 12", "one quantity", "2 quantities"] == before[:4]
    assert before[4].startswith("best 12, low 12")


def test_a_stale_decision_is_told(kyiv: Path, run: Run) -> None:
    decide_three(kyiv)
    (kyiv / "alder-gazette.txt").unlink()
    _, _, told = run("check", kyiv)
    lines = [line for line in told.splitlines() if "matches nothing any more" in line]
    assert [True, True] == [any(words in line for line in lines) for words in ("one shoe", "90 others")]
    assert "decisions.toml:1: what Ana decided" in lines[0]
    assert (1, 2) == (run("check", kyiv)[0], run("check", kyiv, "--strict")[0])


def test_a_correction_is_no_drift(kyiv: Path, tmp_path: Path, run: Run) -> None:
    table = tmp_path / "facts.csv"
    run("extract", kyiv, "--out", table)
    decide_three(kyiv)
    _, out, _ = run("check", kyiv, "--against", table)
    assert "DRIFTED" not in out


def test_a_settled_dispute_fails_no_run(kyiv: Path, run: Run) -> None:
    assert 1 == run("check", kyiv)[0]
    crosstally.decide(
        Adjudication(event="kyiv", measure="injured", best=90, **SIGNED),
        kyiv / "decisions.toml",
    )
    assert 0 == run("check", kyiv)[0]


def test_a_file_without_a_source_may_be_renamed(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The storm killed 7 people.")
    (tmp_path / "two.txt").write_text("The storm injured 9 people.")
    reading = Reading(mention=Mention("one", "7 people", "The storm killed 7 people."), columns=None, **SIGNED)
    (tmp_path / "one.txt").rename(tmp_path / "first.txt")
    report = api.examine(tmp_path, decisions=[reading])
    assert ["9 people"] == [fact.quote for fact in report.facts]


def test_of_two_like_figures_in_a_sentence_one_is_meant() -> None:
    text = "The storm killed 7 people on the coast and injured 7 people inland."
    report = check_facts(extract_facts(Document("a", text, "a")))
    desk = Desk(report, **SIGNED)
    decision = desk.no_figure(report.facts[1])
    assert 2 == decision.mention.occurrence
    left = check_facts([replace(fact, event=None) for fact in report.facts], decisions=[decision]).facts
    assert ["killed"] == [fact.measure for fact in left]


EVERY: list[Decision] = [
    Adjudication(event='a "b"', measure="killed", group="child", best=18, low=16.5, high=19, **SIGNED),
    Reading(mention=Mention("Mail", "12", "12\ndied\t\\ there"), columns=None, **SIGNED),
    Reading(
        mention=Mention(None, "12", "12 died.", 2),
        columns=(("measure", "injured"), ("superseded", True), ("value", 13.0), ("group", None)),
        **SIGNED,
    ),
    Alignment(
        relation="same", mentions=(Mention("A", "1", "1."), Mention("B", "2", "2."), Mention("C", "3", "3.")), **SIGNED
    ),
]


def test_a_file_reads_back_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "decisions.toml"
    for decision in EVERY:
        append(decision, file)
    assert EVERY == list(read_decisions(file))
    assert file.read_text() == toml(EVERY)


WRONG = {
    "[[reading]]\nsource = 'A'": "allowed",
    "[[readings]]\n": "unknown key 'readings'",
    "[[adjudication]]\nevent='a'\nmeasure='killed'\nbest=3\nlow=4\nby='a'\non=2025-01-01\nreason='x'": "outside",
    "[[adjudication]]\nevent = 'a'\nmeasure = 'killed'\nbest = 3\nby='a'\non='soon'\nreason='x'": "on is 'soon'",
    "[[adjudication]]\nevent = 'a'\nmeasure = 'killed'\nbest = 3\nby='a'\non=2025-01-01": "no reason",
    "[[reading]]\nquote='1'\nsentence='1.'\nstatus='so'\nby='a'\non=2025-01-01\nreason='x'": "asserted, denied",
    "[[reading]]\nquote='1'\nsentence='1.'\nis='none'\nby='a'\non=2025-01-01\nreason='x'": "no figure",
    "[[alignment]]\napart=[{quote='1',sentence='1.'}]\nby='a'\non=2025-01-01\nreason='x'": "two mentions",
    "a = [": "not TOML",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items())
def test_a_wrong_file_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=r"d\.toml") as error:
        decisions_of(text, Path("d.toml"))
    assert message in str(error.value)


def test_same_and_apart_contradict_each_other(tmp_path: Path) -> None:
    pair = (Mention("A", "1", "1."), Mention("B", "2", "2."))
    file = tmp_path / "decisions.toml"
    append(Alignment(relation="same", mentions=pair, **SIGNED), file)
    before = file.read_text()
    with pytest.raises(ConfigError, match="the same on line 1"):
        append(Alignment(relation="apart", mentions=pair[::-1], **SIGNED), file)
    assert before == file.read_text()


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_refuses_what_it_cannot_hold(name: str) -> None:
    assert wrong(name, ["x"]) is not None
