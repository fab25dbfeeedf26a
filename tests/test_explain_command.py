from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from command_line import Run

DATED = "---\npublished: 2031-05-01\n---\n"  # undated, the higher toll may be the later one
REPORTS = {
    "alder.txt": "The fire at the harbour injured 90 people, officials said. It damaged 14 boats in the harbour.",
    "brook.txt": "The fire injured more than 100 people in Bergen, medics said.\n\nIt damaged 19 boats in the harbour.",
    "cedar.txt": "The fire injured more than 100 people in Bergen, medics said.",
}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a fire that is disputed: the injured, and the boats."""
    (tmp_path / "fire").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "fire" / name).write_text(DATED + text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids(run: Run, *given: str) -> dict[str, str]:
    """The ids that check shows, by what they are about."""
    shown = re.findall(r"^ERROR (\w+)\b.*\[XT101 counts-disjoint (\w+)\]$", run("check", *given)[1], re.MULTILINE)
    assert shown
    return dict(shown)


def test_what_check_shows_can_be_explained(run: Run) -> None:
    wanted = ids(run, "fire")["injured"]
    code, out, err = run("explain", wanted, "fire")
    assert (0, "") == (code, err)
    assert out.startswith("ERROR injured: 90 (alder) against over 100 (brook, cedar)\n")
    for said in (
        f"finding {wanted}",
        "XT101 counts-disjoint: Two sources give figures for one thing",
        "  brook, 1 May 2031 (fire/brook.txt:4)\n    The fire injured [more than 100 people] in Bergen, medics said.\n",
        "more than 100 · injured (person) · a whole · asserted · place Bergen · time not said",
        "- 90 (alder; compared as exactly 90) excludes over 100 (brook, cedar; compared as 100 or more)",
        "- measure: injured. same: a toll of the event",
        "- place: Bergen. same: one names none: the event's own",
        "- cedar copies brook: they count as one",
    ):
        assert said in out


def test_the_beginning_of_an_id_will_do(run: Run) -> None:
    wanted = ids(run, "fire")["injured"]
    assert run("explain", wanted, "fire") == run("explain", wanted[:5].upper(), "fire")


def test_the_folder_that_check_wrote_will_do(run: Run) -> None:
    wanted = ids(run, "fire")["injured"]
    run("check", "fire", "--out", "tables")
    code, out, _ = run("explain", wanted, "tables")
    assert (0, True) == (code, f"finding {wanted}" in out)
    assert "give the reports instead" in out
    assert "crosstally check tables/facts.csv --baseline known.json" in out


@pytest.mark.parametrize("name", ["crosstally.toml", "pyproject.toml"])
def test_what_it_says_to_paste_silences_it(run: Run, name: str) -> None:
    Path(name).write_text("" if name == "crosstally.toml" else "[tool.crosstally]\n")
    wanted = ids(run, "fire")
    for about, table in (("injured", "waivers"), ("damaged", "severity")):
        before = Path(name).read_text()
        pasted = re.search(rf"^ +\[.*{table}\]+\n(?:.+\n)+", run("explain", wanted[about], "fire")[1], re.MULTILINE)
        assert pasted
        assert tomllib.loads(pasted[0])
        Path(name).write_text(before + "\n" + pasted[0])
        assert f"ERROR {about}" not in run("check", "fire")[1]
        Path(name).write_text(before)


@pytest.mark.parametrize(
    ("day", "told"),
    [("2999-12-31", "It is waived until 2999-12-31"), ("2001-01-01", "Its waiver expired on 2001-01-01")],
)
def test_the_waiver_there_is_is_told(run: Run, day: str, told: str) -> None:
    wanted = ids(run, "fire")["injured"]
    Path("crosstally.toml").write_text(f'[[waivers]]\nfinding = "{wanted}"\nreason = "asked"\nexpires = {day}\n')
    assert f"{told} (asked), in {Path.cwd()}/crosstally.toml:1\n" in run("explain", wanted, "fire")[1]


def test_words_that_bring_figures_together_are_named(run: Run) -> None:
    out = run("explain", ids(run, "fire")["damaged"], "fire")[1]
    assert "- counted: boat. same: the same noun" in out


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("nope", "no finding 'nope' in these inputs, nor a measure, figure or words of a quantity (allowed: "),
        ("", "no finding '' in these inputs, nor a measure, figure or words of a quantity (allowed: "),
        ("XT101", "of a quantity; crosstally rules XT101 explains a rule (allowed: "),
    ],
)
def test_an_unknown_id_is_told_with_those_there_are(run: Run, wanted: str, message: str) -> None:
    known = ids(run, "fire")["injured"]
    code, out, err = run("explain", wanted, "fire")
    assert (2, "") == (code, out)
    assert message in err
    assert known in err
    assert "(injured: 90 (alder) against over 100 (brook, cedar))" in err


def test_a_slip_of_the_pen_finds_the_nearest(run: Run) -> None:
    known = ids(run, "fire")["injured"]
    slipped = known[:5] + ("0" if known[5] != "0" else "1") + known[6:]
    assert f"(allowed: {known}" in run("explain", slipped, "fire")[2]


def test_where_nothing_is_found_that_is_told(run: Run) -> None:
    Path("calm.txt").write_text("Nothing happened.")
    assert (2, "", "crosstally: error: no finding 'a1': nothing is found in these inputs\n") == run(
        "explain", "a1", "calm.txt"
    )


def test_what_differs_from_a_table_is_explained_with_the_table(run: Run, desk: Path) -> None:
    run("extract", "fire", "--out", "facts.csv")
    (desk / "fire" / "alder.txt").write_text(DATED + REPORTS["alder.txt"].replace("90", "94"))
    wanted = re.findall(
        r"\[DRIFT differs-from-table (\w+)\]$", run("check", "fire", "--against", "facts.csv")[1], re.MULTILINE
    )
    code, out, err = run("explain", wanted[0], "fire", "--against", "facts.csv")
    assert (0, "") == (code, err)
    for said in (
        "ERROR alder.txt: injured 90 → 94",
        "DRIFT differs-from-table: A figure is not as the fact table of --against has it.",
        "crosstally extract fire --out facts.csv",
        f'finding = "{wanted[0]}',
    ):
        assert said in out
    assert "crosstally baseline" not in out
    assert 2 == run("explain", wanted[0], "fire")[0]


def test_a_quantity_is_explained_by_the_words_of_a_figure_or_by_its_id(run: Run) -> None:
    code, out, err = run("explain", "more than 100 people", "fire")
    assert (0, "") == (code, err)
    for said in (
        "injured: 90 (majority), disputed\n",
        "[more than 100 people]",
        "WHY THEY ARE TAKEN FOR ONE QUANTITY (injured)",
        "- measure: injured. same: a toll of the event",
        "- cedar copies brook: they count as one",
    ):
        assert said in out
    (wanted,) = re.findall(r"^  quantity (\w+) in event fire$", out, re.MULTILINE)
    assert out == run("explain", wanted[:8], "fire")[1]
    assert out == run("explain", "90", "fire", "--and", "more than 100")[1], "two claims on one quantity"


def test_two_quantities_are_explained_slot_by_slot(run: Run) -> None:
    code, out, _ = run("explain", "14 boats", "--and", "90 people", "fire")
    assert 0 == code
    first = out.partition("WHY THEY ARE HELD APART\n")[2].splitlines()[0]
    assert "  - counted: people and things (boat / person): this keeps them apart" == first


def test_a_measure_is_explained_by_its_quantities(run: Run) -> None:
    Path("fire/dove.txt").write_text("The fire injured 7 firefighters, among them 2 women.")
    code, out, _ = run("explain", "injured", "fire")
    assert 0 == code
    assert 2 <= out.count("  quantity ")
    assert "WHY THESE ARE NOT ONE (fire)\n  - " in out


def test_a_figure_that_several_have_is_told_with_all_of_them(run: Run) -> None:
    code, out, err = run("explain", "harbour", "fire")
    assert (2, "") == (code, out)
    assert "figures are named 'harbour' (allowed: one of " in err
