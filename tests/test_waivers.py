from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from command_line import Run

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.passed_over import pass_waived
from crosstally.rules.engine import check_facts
from crosstally.rules.history.waivers import Waiver, waive
from crosstally.rules.report import Report
from crosstally.rules.rule import load_rules

DAY = date(2031, 5, 1)
NEVER = date(2999, 12, 31)
MAY = datetime(2031, 5, 1, tzinfo=UTC)


@pytest.fixture
def report() -> Report:
    """One dispute (XT101), on the injured of a fire."""
    told = {"Alder": "injured 90 others", "Brook": "injured 140 others"}
    documents = [
        Document(
            source.lower(), f"The fire at the harbour killed 12 people and {text}.", source, event="fire", published=MAY
        )
        for source, text in told.items()
    ]
    facts = [fact for document in documents for fact in extract_facts(document)]
    return check_facts(facts, documents, rules=[rule for rule in load_rules() if rule.code == "XT101"])


def of(report: Report, expires: date = DAY) -> Waiver:
    return Waiver("corrected", expires, finding=report.findings[0].finding_id, path=Path("desk.toml"), line=3)


def told(report: Report, *waivers: Waiver, day: date = DAY) -> tuple[int, list[str]]:
    """How many findings are left, and what is said."""
    said: list[str] = []
    return len(pass_waived(report, waivers, said.append, day).findings), said


@pytest.mark.parametrize(
    "waiver",
    [
        Waiver("", DAY, rule="XT101", event="fire"),
        Waiver("", DAY, rule="XT101", source="Brook"),
        Waiver("", DAY, rule="XT101", event="fire", source="Alder"),
    ],
)
def test_a_rule_is_waived_in_an_event_or_with_a_source(report: Report, waiver: Waiver) -> None:
    waived = waive(report, [waiver], DAY)
    assert ((), report.findings, (waiver,)) == (waived.report.findings, waived.findings, waived.holding)
    assert report.facts == waived.report.facts


@pytest.mark.parametrize(
    "waiver",
    [
        Waiver("", DAY, finding="0123456789abcdef"),
        Waiver("", DAY, rule="XT201", event="fire"),
        Waiver("", DAY, rule="XT101", event="flood"),
        Waiver("", DAY, rule="XT101", event="fire", source="Cedar"),
    ],
)
def test_a_waiver_of_something_else_changes_nothing_and_is_told(report: Report, waiver: Waiver) -> None:
    assert (report, (waiver,)) == (waive(report, [waiver], DAY).report, waive(report, [waiver], DAY).idle)
    left, said = told(report, waiver)
    assert (1, 1) == (left, len(said))
    assert f"the waiver of {waiver} matches nothing that was found" in said[0]


def test_the_beginning_of_an_id_will_do(report: Report) -> None:
    waiver = Waiver("", DAY, finding=report.findings[0].finding_id[:8])
    assert report.findings == waive(report, [waiver], DAY).findings


def test_a_waiver_holds_through_its_last_day(report: Report) -> None:
    waiver = of(report, DAY)
    assert [0, 1] == [len(waive(report, [waiver], day).report.findings) for day in (DAY, date(2031, 5, 2))]
    assert (waiver,) == waive(report, [waiver], date(2031, 5, 2)).expired


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2031, 5, 1), "expires on 2031-05-01, today is the last day (corrected)"),
        (date(2031, 4, 30), "expires on 2031-05-01, 1 day left (corrected)"),
        (date(2031, 4, 1), "expires on 2031-05-01, 30 days left (corrected)"),
        (date(2031, 3, 31), None),
    ],
)
def test_what_expires_soon_is_told(report: Report, day: date, said: str | None) -> None:
    waiver = of(report)
    expected = ["1 finding waived", *([f"desk.toml:3: the waiver of {waiver} {said}"] if said else [])]
    assert (0, expected) == told(report, waiver, day=day)


def test_an_expired_waiver_fails_the_run_again(report: Report, capsys: pytest.CaptureFixture[str]) -> None:
    waiver = of(report)
    assert (1, []) == told(report, waiver, day=date(2031, 5, 2))
    over = "expired on 2031-05-01, so it counts again (corrected)"
    assert f"crosstally: warning: desk.toml:3: the waiver of {waiver} {over}\n" == capsys.readouterr().err


def test_an_expired_waiver_beside_one_that_holds_is_idle(report: Report) -> None:
    old, new = of(report, date(2030, 1, 1)), of(report)
    waived = waive(report, [old, new], DAY)
    assert ((new,), (), (old,)) == (waived.holding, waived.expired, waived.idle)


def write_waiver(folder: Path, expires: date, subject: str = 'rule = "XT101"\nevent = "fire"') -> None:
    (folder / "crosstally.toml").write_text(f'[[waivers]]\n{subject}\nreason = "asked"\nexpires = {expires}\n')


def test_a_run_passes_while_the_waiver_holds(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports.parent)
    write_waiver(reports.parent, NEVER)
    code, out, err = run("check", "fire", "--out", "tables")
    assert (0, True) == (code, "0 disputed" in out)
    assert "crosstally: 1 finding waived\n" in err
    assert "counts-disjoint" in Path("tables/findings.csv").read_text()
    write_waiver(reports.parent, date(2001, 1, 1))
    code, out, err = run("check", "fire", "-q")
    assert (1, True) == (code, out.startswith("ERROR"))
    assert "expired on 2001-01-01" in err


def test_a_baseline_does_not_outlive_a_waiver(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports.parent)
    write_waiver(reports.parent, NEVER)
    assert "0 findings in known.json" in run("baseline", "fire", "--out", "known.json")[2]
    write_waiver(reports.parent, date(2001, 1, 1))
    assert 1 == run("check", "fire", "--baseline", "known.json")[0]


def test_what_is_known_and_waived_is_not_mended(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports.parent)
    run("baseline", "fire", "--out", "known.json")
    write_waiver(reports.parent, NEVER)
    assert (0, "crosstally: 1 finding waived\n") == run("check", "fire", "--baseline", "known.json")[::2]
