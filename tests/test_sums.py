from __future__ import annotations

from told import document, told

from crosstally.facts.fact import Fact
from crosstally.rules.alignment.alignment import align

RAID = "In the raid, the frigate seized six rifles."
SO_FAR = "So far, the frigate has seized 14 rifles."


def rifles(source: str, *texts: str) -> list[Fact]:
    report = document(source, " ".join(texts))
    return [
        told(
            source,
            quote := "six rifles" if "six" in text else "14 rifles",
            6 if quote.startswith("six") else 14,
            "seized",
            text=text,
            document=report,
            start=i,
            counted="rifle",
        )
        for i, text in enumerate(texts)
    ]


def grouped(*facts: Fact) -> list[set[str]]:
    return [{fact.document.source for fact in group} for group in align(facts)]


def test_a_sum_given_as_the_figure_of_the_event_is_held_against_that_figure() -> None:
    facts = [
        *rifles("a", RAID, SO_FAR),
        *rifles("b", RAID),
        *rifles("c", RAID),
        *rifles("d", "The frigate seized 14 rifles from the boats."),
        *rifles("e", SO_FAR),
    ]
    assert [{"a", "b", "c", "d"}, {"a", "e"}] == grouped(*facts)


def test_a_sum_that_no_report_tells_apart_is_the_figure_of_the_event() -> None:
    facts = [*rifles("a", "So far, the frigate seized six rifles in the raid."), *rifles("b", RAID), *rifles("c", RAID)]
    assert [{"a", "b", "c"}] == grouped(*facts)
