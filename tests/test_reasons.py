from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.rules.comparison.tolerance import tolerating
from crosstally.rules.quantities.reasons import apart, exclusions, reasons


def said(*texts: str) -> list[Fact]:
    """The first figure of each text, each a report of its own: a, b, c."""
    return [extract_facts(Document(name, text, name))[0] for name, text in zip("abc", texts, strict=False)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("Some 9,000 people were evacuated.", "Officials evacuated 12,000 people."),
            "12,000 (b; compared as 11,500 to 12,500) excludes about 9,000 (a; compared as 8,100 to 9,900)",
        ),
        (
            ("Dozens of people were injured.", "Nine people were injured."),
            "9 (b; compared as exactly 9) excludes dozens (a; compared as 12 or more)",
        ),
        (
            ("The fire injured 9 people.", "It injured 14 people.", "The blaze injured 14 people."),
            "14 (b, c; compared as exactly 14) excludes 9 (a; compared as exactly 9)",
        ),
        (("The runway is 5 miles long.", "The runway is 20 miles long."), "20 miles (b) excludes 5 miles (a)"),
    ],
)
def test_figures_that_exclude_each_other_are_told_as_compared(texts: tuple[str, ...], expected: str) -> None:
    assert [expected] == exclusions(said(*texts))


def test_lengths_are_told_in_one_unit() -> None:
    (told,) = exclusions(said("The runway is 10 kilometers long.", "The runway is 20 miles long."))
    assert told == "10 kilometers (a) excludes 20 miles (b; that is exactly 32.19 kilometre)"


def test_a_tolerance_is_in_what_is_compared() -> None:
    facts = said("The fire injured 90 people.", "It injured 120 people.")
    with tolerating({"injured": 0.2}):
        assert ["120 (b; compared as 108 to 132) excludes 90 (a; compared as 81 to 99)"] == exclusions(facts)


def test_what_agrees_excludes_nothing() -> None:
    assert [] == exclusions(said("The fire injured 90 people.", "It injured at least 80 people."))


def test_many_pairs_are_counted() -> None:
    facts = [extract_facts(Document(f"{n}", f"It injured {n} people.", f"{n}"))[0] for n in range(11, 16)]
    assert (7, "and 4 pairs more") == (len(exclusions(facts)), exclusions(facts)[-1])


def test_what_is_said_in_a_slot_stands_with_how_it_compares() -> None:
    facts = said("The fire injured 9 people in Bergen.", "Rain. Doctors treated 14 injured.")
    told = reasons(facts, facts)
    assert "measure: injured. same: a toll of the event" in told
    assert "place: Bergen. same: one names none: the event's own" in told
    assert not any(line.startswith("speaker") for line in told)


def test_how_alike_the_words_are_is_told() -> None:
    facts = said("The quake damaged 40 old houses by the river.", "The quake damaged 55 houses by the river.")
    told = reasons(facts, facts)
    assert {"counted: house. same: the same noun", "around: unknown: much alike"} <= {*told}


def test_it_is_said_from_where_a_distance_is_measured() -> None:
    facts = said("The quake struck 10 miles north of Ostrow.", "Its centre was 12 miles from Ostrow, officials said.")
    assert "anchor: Ostrow. same: the same" in reasons(facts, facts)


def test_one_document_gives_no_reasons() -> None:
    assert [] == reasons(said("The fire injured 9 people."), said("The fire injured 9 people."))


def test_what_keeps_two_quantities_apart_comes_first() -> None:
    one, other = said("The fire killed 3 children.", "The fire killed 9 women.")
    assert "group: two groups (child / woman): this keeps them apart" == apart([one], [other], [one, other])[0]
