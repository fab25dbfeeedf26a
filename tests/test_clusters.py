from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

from told import document, told

from crosstally.facts.intervals import Interval
from crosstally.rules.alignment.claim import Claim
from crosstally.rules.alignment.claims import claims_of
from crosstally.rules.alignment.clusters import clustered

if TYPE_CHECKING:
    from crosstally.rules.alignment.clusters import Rated


def letters(count: int) -> list[Claim]:
    return claims_of([told(name, "12", 12) for name in "abcdef"[:count]])


def named(rated: Rated, count: int = 3, cut: float = 0.0, *, one_sentence: str = "") -> list[str]:
    """The clusters by the sources of their claims; `one_sentence` names those that stand in one."""
    claims = letters(count)
    name_of = {claim.order: claim.fact.document.source for claim in claims}
    shared = [replace(claim.fact, document=claims[0].fact.document) for claim in claims]
    claims = [
        replace(claim, fact=fact if name_of[claim.order] in one_sentence else claim.fact)
        for claim, fact in zip(claims, shared, strict=True)
    ]
    found = clustered(claims, rated, cut, lambda *_: False)
    return sorted("".join(name_of[claim.order] for claim in cluster) for cluster in found)


def test_what_reaches_the_cut_is_joined() -> None:
    assert ["ab", "c"] == named({(0, 1): 0.0, (1, 2): -0.1})
    assert ["a", "b", "c"] == named({(0, 1): 0.0}, cut=0.1)


def test_the_mean_decides_once_clusters_have_grown() -> None:
    assert ["ab", "c"] == named({(0, 1): 3.0, (1, 2): 1.0, (0, 2): -2.0})
    assert ["abc"] == named({(0, 1): 3.0, (1, 2): 1.0, (0, 2): -0.5})


def test_what_a_slot_keeps_apart_stays_apart_in_clusters() -> None:
    assert ["ab", "c"] == named({(0, 1): 3.0, (1, 2): 2.0, (0, 2): None})
    assert ["ab", "cd"] == named({(0, 1): 3.0, (2, 3): 2.5, (1, 2): 2.0, (0, 3): None}, 4)


def test_what_one_sentence_tells_twice_is_not_joined() -> None:
    assert ["abc"] == named({(0, 1): 3.0, (1, 2): 2.0}, one_sentence="a")
    assert ["ab", "c"] == named({(0, 1): 3.0, (1, 2): 2.0}, one_sentence="ac")
    assert ["ab", "cd"] == named({(0, 1): 3.0, (2, 3): 2.5, (1, 2): 2.0}, 4, one_sentence="ad")


def test_what_agrees_with_two_figures_of_one_report_makes_them_no_one_figure() -> None:
    report = document("a", "They freed 30 people at the school. They freed 80 people at the mill.")
    figures = {"30 people": 30, "80 people": 80}
    facts = [
        told("a", quote, n, "rescued", text=text, document=report)
        for (quote, n), text in zip(figures.items(), report.text.split(". "), strict=True)
    ]
    claims = claims_of([*facts, told("b", "dozens of people", Interval(None, 24, None, bound="vague"), "rescued")])
    assert [1, 2] == sorted(map(len, clustered(claims, {(0, 2): 1.0, (1, 2): 0.9}, 0.0, lambda *_: False)))


def test_a_cluster_of_many_is_gathered_in_as_many_steps() -> None:
    """Each claim is held against the first: what joins it to the rest was once asked anew at every step."""
    steps: list[int] = []
    claims = claims_of([told("a", "12", 12, start=k, sentence_start=k) for k in range(400)])

    rated: Rated = {(0, k): 1.0 for k in range(1, 400)} | {(k - 1, k): 1.0 for k in range(2, 400)}
    with patch("heapq.heappush", side_effect=lambda *_: steps.append(1)):
        clustered(claims, rated, 0.0, lambda *_: True)
    assert len(steps) <= len(rated)


def test_the_surest_are_joined_first() -> None:
    assert ["a", "bc"] == named({(0, 1): 1.0, (1, 2): 2.0, (0, 2): None})


def test_what_was_not_rated_is_not_counted() -> None:
    assert ["abc"] == named({(0, 1): 3.0, (1, 2): 0.5})
