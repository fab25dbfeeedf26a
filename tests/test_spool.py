from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosstally.run.spool import Spool


@given(st.lists(st.binary(max_size=20)), st.integers(1, 100))
def test_pieces_come_back_by_number_in_memory_and_on_disk(pieces: list[bytes], in_memory: int) -> None:
    held = Spool(in_memory)
    numbers = [held.put(piece) for piece in pieces]
    assert pieces == [held.get(number) for number in numbers]


def test_what_is_read_between_does_not_disturb_what_is_put() -> None:
    held = Spool()
    first = held.put(b"first")
    assert b"first" == held.get(first)
    second = held.put(b"second")
    assert [b"second", b"first"] == [held.get(second), held.get(first)]
