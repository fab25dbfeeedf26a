from __future__ import annotations

from typing import TYPE_CHECKING

from told import told

from crosstally.rules.alignment.claim import Claim, claims_of
from crosstally.rules.alignment.clusters import clustered

if TYPE_CHECKING:
    from crosstally.rules.alignment.clusters import Rated


def letters(count: int) -> list[Claim]:
    return claims_of([told(name, "12", 12) for name in "abcdef"[:count]])


def named(rated: Rated, count: int = 3, cut: float = 0.0, *, keep: str = "") -> list[str]:
    """The clusters by the sources of their claims; `keep` names two that may not be one."""

    def may_join(a: list[Claim], b: list[Claim]) -> bool:
        return not ({*keep} and {*keep} <= {claim.fact.document.source for claim in (*a, *b)})

    found = clustered(letters(count), rated, cut, may_join)
    return sorted("".join(claim.fact.document.source for claim in cluster) for cluster in found)


def test_what_reaches_the_cut_is_joined() -> None:
    assert ["ab", "c"] == named({(0, 1): 0.0, (1, 2): -0.1})
    assert ["a", "b", "c"] == named({(0, 1): 0.0}, cut=0.1)


def test_the_mean_decides_once_clusters_have_grown() -> None:
    assert ["ab", "c"] == named({(0, 1): 3.0, (1, 2): 1.0, (0, 2): -2.0})
    assert ["abc"] == named({(0, 1): 3.0, (1, 2): 1.0, (0, 2): -0.5})


def test_what_a_slot_keeps_apart_stays_apart_in_clusters() -> None:
    assert ["ab", "c"] == named({(0, 1): 3.0, (1, 2): 2.0, (0, 2): None})
    assert ["ab", "cd"] == named({(0, 1): 3.0, (2, 3): 2.5, (1, 2): 2.0, (0, 3): None}, 4)


def test_what_may_not_be_one_is_not_joined() -> None:
    assert ["ab", "c"] == named({(0, 1): 3.0, (1, 2): 2.0}, keep="ac")


def test_the_surest_are_joined_first() -> None:
    assert ["a", "bc"] == named({(0, 1): 1.0, (1, 2): 2.0, (0, 2): None})


def test_what_was_not_rated_is_not_counted() -> None:
    assert ["abc"] == named({(0, 1): 3.0, (1, 2): 0.5})
