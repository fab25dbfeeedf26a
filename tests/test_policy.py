from __future__ import annotations

import pytest
from told import interval, told

from crosstally.errors import ConfigError
from crosstally.facts.intervals import Interval
from crosstally.rules.quantities.policy import best

CLAIMS = [
    told("a", "12 people", 12, day="2024-05-06"),
    told("b", "12 people", 12, day="2024-05-06"),
    told("c", "14 people", 14, day="2024-05-08"),
    told("d", "9 people", 9, day="2024-05-07"),
]
ALONE = {"a.txt": "a.txt", "b.txt": "b.txt", "c.txt": "c.txt", "d.txt": "d.txt"}


@pytest.mark.parametrize(("policy", "figure"), [("majority", 12), ("latest", 14), ("lowest", 9), ("highest", 14)])
def test_each_policy(policy: str, figure: float) -> None:
    assert figure == best(CLAIMS, CLAIMS[0], ALONE, policy)


def test_copies_do_not_make_a_majority() -> None:
    copies = ALONE | {"b.txt": "a.txt"}
    assert best(CLAIMS, CLAIMS[0], copies) == 14, "three figures of one voice each: the latest"


def test_a_tie_goes_to_the_figure_that_hedges_support() -> None:
    claims = [
        told("a", "11 people", 11),
        told("b", "15 people", 15),
        told("c", "at least 13", interval(13, "at_least")),
    ]
    assert best(claims, claims[0], {}) == 15


def test_a_tie_goes_to_the_figure_without_a_hedge() -> None:
    claims = [told("a", "over 100", interval(100, "more_than")), told("b", "90", 90)]
    assert best(claims, claims[0], {}) == 90


def test_a_range_stands_for_its_middle_and_a_vague_word_for_nothing() -> None:
    span = told("a", "10 to 20", Interval(None, 10, 20, bound="range"))
    vague = told("b", "dozens", Interval(None, 24, 99, bound="vague"))
    assert best([span, vague], span, {}) == 15
    assert best([vague], vague, {}) is None


def test_the_best_figure_is_in_the_unit_asked_for() -> None:
    miles = told("a", "10 miles", 10, "distance", unit="mile", dimension="length")
    kilometres = told("b", "16 km", 16, "distance", unit="kilometre", dimension="length")
    assert best([miles], kilometres, {}) == pytest.approx(16.09344)


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(ConfigError, match="majority, latest, lowest, highest"):
        best(CLAIMS, CLAIMS[0], ALONE, "mean")
