from __future__ import annotations

import pytest

from crosstally.errors import InputError
from crosstally.rules.finding import Finding
from crosstally.rules.finding_ids import find


def finding(finding_id: str, message: str = "injured: 9 (a) against 14 (b)") -> Finding:
    return Finding(finding_id, "XT101", "counts-disjoint", "error", "fire", None, message, ())


FINDINGS = [finding("a1b2c3d4e5f60718"), finding("a1b2c3d4e5f60718-2"), finding("a1ffffffffffffff"), finding("0123")]


@pytest.mark.parametrize(
    ("wanted", "number"), [("a1b2c3d4e5f60718", 0), ("a1b2c3d4e5f60718-2", 1), ("a1f", 2), ("A1FFF", 2), ("0", 3)]
)
def test_a_finding_is_known_by_its_id_or_a_beginning_that_is_its_own(wanted: str, number: int) -> None:
    assert FINDINGS[number] is find(FINDINGS, wanted)


def test_a_beginning_of_several_is_told_with_all_of_them() -> None:
    with pytest.raises(InputError, match="3 findings begin with 'a1'") as error:
        find(FINDINGS, "a1")
    assert all(known.finding_id in str(error.value.allowed) for known in FINDINGS[:3])
    assert "0123" not in str(error.value.allowed)


def test_many_findings_are_counted_and_long_ones_cut() -> None:
    with pytest.raises(InputError) as error:
        find([finding(f"{n:016x}", "killed: " + "many " * 50) for n in range(12)], "zzz")
    assert str(error.value.allowed).endswith("…), and 7 more")
    assert len(str(error.value)) < 600
