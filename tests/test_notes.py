from __future__ import annotations

from told import document, told

from crosstally.output import markdown
from crosstally.output.notes import beneath, by_quantity, notes_among
from crosstally.output.page.page import page_of
from crosstally.output.text import render
from crosstally.rules.engine import check_facts
from crosstally.rules.finding import Finding, Severity
from crosstally.rules.report import Report


def borrowed() -> Report:
    """A toll that is, elsewhere, the number of something else."""
    return check_facts(
        [
            told("Coastal Wire", "118 people", 118, text="The flood killed 118 people.", day="2034-07-01"),
            told("Valley Courier", "41 people", 41, text="The flood killed 41 people.", day="2034-07-01"),
            told("Valley Courier", "118 shelters", 118, "count", text="It opened 118 shelters.", counted="shelter"),
        ]
    )


def one_voice() -> Report:
    """A toll that two sources have from one ministry."""
    facts = [
        told(name, "40 people", 40, text=text, speaker="the health ministry", document=document(name, text))
        for name, text in (
            ("Coastal Wire", "The fever has killed 40 people in the port, the health ministry said."),
            ("Valley Courier", "Doctors lost 40 people to it, says the health ministry in a letter."),
        )
    ]
    return check_facts(facts)


def test_a_note_stands_beneath_the_accusation_it_explains() -> None:
    lines = render(borrowed()).splitlines()
    accusation = next(i for i, line in enumerate(lines) if line.startswith("ERROR"))
    assert lines[accusation + 3].startswith('  note: killed: 118 (Coastal Wire), elsewhere "118 shelters"')
    assert "NOTES" not in lines


def test_other_notes_stand_at_the_end() -> None:
    lines = render(one_voice()).splitlines()
    at = lines.index("NOTES")
    assert lines[at + 1].startswith("  killed: 40 (Coastal Wire, Valley Courier), all from one speaker")


def test_a_note_on_several_quantities_is_in_the_card_of_each() -> None:
    cards = [card for cards in page_of(borrowed()).cards.values() for card in cards]
    assert {"killed": ["XT104"], "shelters": ["XT104"]} == {
        card.title: [note.rule for note in card.notes] for card in cards
    }


def test_markdown_says_a_note_once() -> None:
    assert 1 == markdown.render(borrowed()).count("XT104")
    assert 1 == markdown.render(one_voice()).count("Note: killed: 40")


def test_what_sections_say_is_no_note() -> None:
    facts = [
        told("Coastal Wire", "31 people", 31, day="2034-07-03"),
        told("Valley Courier", "20 people", 20, day="2034-07-01"),
        told("Valley Courier", "80 people", 80, "injured", day="2034-07-01"),
    ]
    report = check_facts(facts)
    assert ["XT202", "XT501"] == sorted(finding.rule for finding in report.findings)
    assert [] == notes_among(report.findings)


def test_a_shared_fact_goes_before_a_shared_quantity() -> None:
    a, b, c = (told(name, "9 people", 9, quantity_id=f"q-{name[0]}") for name in ("Alder", "Beech", "Alder Gazette"))

    def finding(name: str, severity: Severity, *facts: object) -> Finding:
        return Finding(name, "XT999", "made-up", severity, "", None, "", facts)  # type: ignore[arg-type]

    accusations = [finding("same quantity", "error", c), finding("same fact", "warning", a)]
    notes = [finding("near", "info", a), finding("far", "info", b)]
    assert {"same fact": [notes[0]], None: [notes[1]]} == beneath(accusations, notes)
    assert {"q-A": [notes[0]], "q-B": [notes[1]]} == by_quantity(notes)
