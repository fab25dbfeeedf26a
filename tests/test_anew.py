from __future__ import annotations

import pytest

from crosstally.rules.anew import Anew

WORDS = ("one", "two", "three")


@pytest.fixture
def row() -> Anew[str]:
    return Anew(lambda: iter(WORDS), len(WORDS))


def test_it_is_read_as_often_as_it_is_asked_for(row: Anew[str]) -> None:
    assert [WORDS, WORDS] == [tuple(row), tuple(row)]


def test_it_is_a_sequence_like_any_other(row: Anew[str]) -> None:
    assert (3, "one", "three", ("two", "three")) == (len(row), row[0], row[-1], row[1:])
    assert "two" in row
    with pytest.raises(IndexError):
        row[3]


def test_it_equals_what_has_the_same_items(row: Anew[str]) -> None:
    assert row == WORDS
    assert list(WORDS) == row
    assert row != WORDS[:2]
    assert row != ("one", "two", "four")
