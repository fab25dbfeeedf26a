from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from told import told

from crosstally.rules.engine import check_facts
from crosstally.rules.tolls.event_toll import is_toll_of_event

if TYPE_CHECKING:
    from crosstally.facts.fact import Fact


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (told("a", "12 people", 12), True),
        (told("a", "12 people", 12, event_time="2004"), False),
        (told("a", "12 people", 12, status="denied"), False),
        (told("a", "a guard", 1), False),
        (told("a", "12 people", 12, "count"), False),
    ],
)
def test_what_the_event_did_as_a_whole(fact: Fact, *, expected: bool) -> None:
    (quantity,) = (quantity for quantity in check_facts([fact]).quantities if quantity.facts)
    assert expected == is_toll_of_event(quantity)


def test_a_part_is_no_whole() -> None:
    (quantity,) = check_facts([told("a", "12 people", 12)]).quantities
    assert not is_toll_of_event(replace(quantity, scope="part"))
