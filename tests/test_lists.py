from __future__ import annotations

import pytest

from crosstally.facts.intervals import Bound
from crosstally.facts.numbers.figure import counted_noun
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.words.tokenize import tokenize


def figures(sentence: str) -> list[tuple[float | None, Bound, str | None, str | None]]:
    tokens = tokenize(sentence)
    return [
        (
            f.interval.value,
            f.interval.bound,
            f.unit.name if f.unit else None,
            tokens.lower[f.noun.head] if f.noun else None,
        )
        for f in read_figures(tokens)
    ]


def test_a_floor_holds_for_the_list() -> None:
    assert [(70, "at_least", None, "missiles"), (145, "at_least", None, "drones")] == figures(
        "They fired at least 70 missiles and 145 drones."
    )
    assert [(70, "at_least", None, "missiles"), (145, "exact", None, "drones")] == figures(
        "They fired at least 70 missiles before 145 drones."
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He paid 15 dollars and 45 cents.", [(15.45, "exact", "dollar", None)]),
        ("He paid 15 dollars 50.", [(15.5, "exact", "dollar", None)]),
        ("It is the $899 one.", [(899, "exact", "dollar", None), (1, "exact", None, None)]),
        ("He paid 15 dollars and 45 euros.", [(15, "exact", "dollar", None), (45, "exact", "euro", None)]),
    ],
)
def test_cents_belong_to_the_dollars(sentence: str, expected: list[tuple[float, Bound, str, None]]) -> None:
    assert expected == figures(sentence)


def test_what_is_converted_twice_is_hedged_twice() -> None:
    told = figures("It lies about 60 miles (52 nautical miles; 97 km) away.")
    assert ["about", "about", "about"] == [bound for _, bound, _, _ in told]


def test_a_bare_figure_shares_what_the_next_one_has() -> None:
    assert [(5, "exact", "kilometre", None), (7, "exact", "kilometre", None)] == figures("They lie 5 and 7 km away.")
    assert [(5, "exact", None, "boats"), (7, "exact", None, "boats")] == figures("They sank 5 and 7 boats.")
    assert [(5, "exact", None, None), (7, "exact", None, "people")] == figures(
        "The toll reached 5, 7 people were hurt."
    )


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("He died at 45, 10 days later.", [None, "day"]),
        ("The index fell 120, or 1.4 percent.", [None, "percentage"]),
        ("They hold 128/256GB.", ["gigabyte", "gigabyte"]),
        ("It sold 12 million - around 24 percent - of all.", [None, "percentage"]),
        ("It rose 7, 8 and 9 percent.", ["percentage", "percentage", "percentage"]),
        ("It took thirty, forty seconds.", ["second", "second"]),
    ],
)
def test_a_comma_alone_makes_no_list_of_measures(sentence: str, units: list[str | None]) -> None:
    assert units == [figure.unit and figure.unit.name for figure in read_figures(tokenize(sentence))]


def test_what_somebody_else_has_is_measured_alike() -> None:
    assert [(204, "exact", "horsepower", None), (212, "exact", "horsepower", None)] == figures(
        "It makes 204 horsepower, the old car's 212."
    )
    assert [(12e6, "exact", "euro", None), (14, "exact", None, None)] == figures(
        "It made 12 million euros, the rival's 14."
    )


def test_the_end_of_a_change_has_its_unit() -> None:
    assert [(64, "exact", "point", None), (4577, "exact", "point", None)] == figures("It rose 64 points to 4,577.")
    assert [(4, "exact", "percentage", None), (4577, "exact", None, None)] == figures("It rose 4 percent to 4,577.")


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("Nine boats left, and two sank.", ["boats", "boats"]),
        ("Two shells fell on a field, one hit a barn and one landed in a pond.", ["shells", "shells", "shells"]),
        ("Nine boats left, of which two sank.", ["boats", None]),
        ("Nine miners went down, and two died.", ["miners", None]),
    ],
)
def test_a_bare_number_with_a_verb_counts_the_things_before_it(sentence: str, nouns: list[str | None]) -> None:
    assert nouns == [noun for *_, noun in figures(sentence)]


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("It cost 84.75 cents, while the lowest is 74.07.", ["cent", "cent"]),
        ("The rate was 5.1 percent, and the idle were put at 7.9 million.", ["percentage", None]),
        ("It rose 2.5 percent; the index stands at 1,234.56.", ["percentage", None]),
        ("It took 2.5 hours and cost him 7.5.", ["hour", None]),
        ("It rose 0.65 percent to end at 27,349.19.", ["percentage", None]),
        ("It cost 84 cents, and the lot is 12.", ["cent", None]),
        ("The jobless rate was 17.9 percent, up from 11.3 a year before.", ["percentage", "percentage"]),
        ("It runs at 15 mph, against 100 on the main line.", ["mile per hour", "mile per hour"]),
        ("It lost 5 percent, compared with 12 boats.", ["percentage", None]),
        ("It took 12 days, against 15.", ["day", None]),
    ],
)
def test_a_unit_left_out_is_that_of_a_number_written_alike(sentence: str, units: list[str | None]) -> None:
    assert units == [figure.unit and figure.unit.name for figure in read_figures(tokenize(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The field is 100 metres by 60.", [(100, "exact", "metre", None), (60, "exact", "metre", None)]),
        (
            "It has a 1920 x 1200 LED display.",
            [(1920, "exact", "pixel", None), (1200, "exact", "pixel", "display")],
        ),
        (
            "It has a 2560-by-1600 screen.",
            [(2560, "exact", "pixel", None), (1600, "exact", "pixel", "screen")],
        ),
        ("It is a 3-by-4-foot box.", [(3, "exact", "foot", None), (4, "exact", "foot", "box")]),
        ("The room measures 4 x 6 metres.", [(4, "exact", "metre", None), (6, "exact", "metre", None)]),
        ("It grew 4 percent by 12 votes.", [(4, "exact", "percentage", None), (12, "exact", None, "votes")]),
    ],
)
def test_both_sides_have_the_unit_of_one(
    sentence: str, expected: list[tuple[float, Bound, str | None, str | None]]
) -> None:
    assert expected == figures(sentence)


def test_what_a_vague_word_is_of_may_be_a_unit() -> None:
    assert [(None, "vague", "dollar", None)] == figures("Tens of millions of dollars were lost.")


def test_the_end_of_a_change_has_the_unit_of_its_start() -> None:
    assert [(23, "exact", "mile per gallon", None)] == figures("It climbed from 21 mpg to 23.")


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Revenue was Rs 312 crore (Street: 298).", 2.98e9, "rupee"),
        ("It made £5.2m (2009: 4.1).", 4.1e6, "pound sterling"),
        ("It made $1.20 (consensus 1.15).", 1.15, "dollar"),
        ("It cost $5 (12 in all).", 12, None),
    ],
)
def test_a_bracket_has_the_scale_and_unit_of_what_it_is_held_against(
    sentence: str, value: float, unit: str | None
) -> None:
    assert (value, "exact", unit, None) == figures(sentence)[-1]


def test_a_span_before_what_is_counted_is_no_range() -> None:
    assert [(2, "exact", "week", None), (1300, "exact", None, "families")] == figures(
        "They gave food for two weeks to 1,300 families."
    )


def test_one_of_those_told_apart_is_of_what_was_counted() -> None:
    assert [(2, "exact", None, "raids"), (1, "exact", None, "raids"), (1, "exact", None, "raids")] == figures(
        "They led two raids, one in the east and one in the south."
    )


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("It has 31 suspected and 7 confirmed cases.", ["case", "case"]),
        ("It has 31 suspected, 9 probable and 7 confirmed deaths.", ["death", "death", "death"]),
        ("It has 31 suspected; 7 confirmed cases were mild.", [None, "case"]),
        ("It has 31 confirmed and 7 ships.", [None, "ship"]),
    ],
)
def test_counts_behind_which_a_grade_stands_share_their_noun(sentence: str, nouns: list[str | None]) -> None:
    tokens = tokenize(sentence)
    assert nouns == [counted_noun(tokens, figure) for figure in read_figures(tokens)]
