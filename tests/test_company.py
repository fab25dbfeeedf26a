from __future__ import annotations

from typing import TYPE_CHECKING

from told import document, told

from crosstally.rules.alignment.alignment import align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosstally.facts.fact import Fact


def fall(source: str, age: int, height: int, text: str) -> list[Fact]:
    report = document(source, text)
    return [
        told(source, f"{age}-year-old", age, "age", text=text, document=report, unit="year", dimension="time"),
        told(
            source, f"{height} metres", height, "distance", text=text, document=report, unit="metre", dimension="length"
        ),
    ]


def quakes(source: str, figures: Sequence[float], text: str) -> list[Fact]:
    report = document(source, text)
    unit = {"unit": "magnitude", "dimension": "magnitude"}
    return [told(source, f"{figure}", figure, "magnitude", text=text, document=report, **unit) for figure in figures]


def heights(*facts: Fact) -> list[set[str]]:
    return [{fact.quote for fact in group} for group in align(facts) if group[0].measure == "distance"]


def test_figures_beside_one_person_are_one_quantity() -> None:
    facts = [
        *fall("a", 36, 150, "The 36-year-old climber Mateo Rojas died after he fell 150 metres from the ridge."),
        *fall("b", 36, 200, "On Friday the 36-year-old Mateo Rojas slipped and fell 200 metres down an icy gully."),
        *fall("c", 32, 700, "A day later 32-year-old Ida Holm slipped and fell 700 metres down the east face."),
        *fall("d", 32, 600, "Officers said that 32-year-old Ida Holm had slipped and fell 600 metres on Saturday."),
    ]
    assert [{"150 metres", "200 metres"}, {"700 metres", "600 metres"}] == heights(*facts)


def test_the_second_of_two_is_held_against_the_second() -> None:
    facts = [
        *quakes("a", [6.2, 5.9], "Two quakes measuring 6.2 and 5.9 struck the coast on Sunday."),
        *quakes("b", [6.2, 5.7], "The coast was hit by quakes of magnitude 6.2 and 5.7 on Sunday."),
    ]
    assert [{"6.2"}, {"5.9", "5.7"}] == [{fact.quote for fact in group} for group in align(facts)]


def test_the_first_of_three_is_not_held_against_the_second_of_two() -> None:
    facts = [
        *quakes("a", [6.2, 5.9], "Two quakes measuring 6.2 and 5.9 struck the coast on Sunday."),
        *quakes("b", [4.4, 6.2], "A 4.4 tremor came days after a quake of magnitude 6.2 struck the coast on Sunday."),
    ]
    assert [{"6.2"}, {"5.9"}, {"4.4"}] == [{fact.quote for fact in group} for group in align(facts)]
