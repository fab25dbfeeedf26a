from __future__ import annotations

import pytest

from crosstally.rules.streamed import Streamed

WORDS = ("one", "two", "three")


@pytest.fixture
def row() -> Streamed[str]:
    return Streamed(lambda: iter(WORDS), len(WORDS))


def test_it_is_read_as_often_as_it_is_asked_for(row: Streamed[str]) -> None:
    assert [WORDS, WORDS] == [tuple(row), tuple(row)]


def test_it_is_a_sequence_like_any_other(row: Streamed[str]) -> None:
    assert (3, "one", "three", ("two", "three")) == (len(row), row[0], row[-1], row[1:])
    assert "two" in row
    with pytest.raises(IndexError):
        row[3]


def test_it_equals_what_has_the_same_items(row: Streamed[str]) -> None:
    assert row == WORDS
    assert list(WORDS) == row
    assert row != WORDS[:2]
    assert row != ("one", "two", "four")
