from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from test_table import reports
from told import told

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.facts.fact import Fact
from crosstally.run.packed_facts import pack, unpack


@given(reports())
def test_facts_come_back_as_they_were(facts: list[Fact]) -> None:
    assert facts == unpack(facts[0].document, pack(facts))


@given(st.floats(0, 1e300) | st.integers(0, 10**9).map(float))
def test_numbers_keep_their_value_and_type(value: float) -> None:
    (fact,) = unpack(Document("a.txt", "", "a"), pack([told("a", "12 people", value)]))
    assert (value, float, bool) == (fact.interval.value, type(fact.interval.low), type(fact.interval.low_open))


def test_no_facts_are_none() -> None:
    assert [] == unpack(Document("a", "", "a"), pack([]))


def test_what_facts_have_in_common_is_in_memory_once() -> None:
    document = Document("a", "The fire killed 12 people and injured 90 others, officials said.", "a")
    one, two = unpack(document, pack(extract_facts(document)))
    assert one.sentence is two.sentence
    assert one.document is document


def test_facts_take_their_event_and_quantity() -> None:
    document = Document("a", "The fire killed 12 people and injured 90 others, officials said.", "a")
    packed, ids = pack(extract_facts(document)), iter(["first", "second", "third"])
    assert [("fire", "first"), ("fire", "second")] == [
        (fact.event, fact.quantity_id) for fact in unpack(document, packed, "fire", ids)
    ]
    assert "third" == next(ids)
