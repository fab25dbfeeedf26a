from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from told import told

from crosstally.rules.alignment.candidates import figures, sharing, telling_words
from crosstally.rules.alignment.claim import Claim, claim_of
from crosstally.rules.alignment.context import similarity, weights

WORDS = ("harbour", "bridge", "police", "storm", "village", "market", "train", "mayor")


def claim(number: int, text: str) -> Claim:
    return claim_of(told("a", f"{number} boats", number, "count", text=text, counted="boat"), number)


def test_those_who_share_a_key_meet_once() -> None:
    assert {(1, 0), (2, 1)} == set(sharing([["a", "b"], ["b", "a", "c"], ["c"], []]))


@given(
    st.lists(st.sets(st.sampled_from(WORDS), min_size=1), min_size=2, max_size=8), st.sampled_from([0.06, 0.18, 0.4])
)
def test_whoever_is_alike_shares_a_telling_word(told_with: list[set[str]], least: float) -> None:
    claims = [claim(i + 2, f"{i + 2} boats, {' '.join(sorted(words))}") for i, words in enumerate(told_with)]
    weight = weights(claim.context for claim in claims)
    pairs = set(sharing(telling_words([[one] for one in claims], weight, least)))
    for (j, a), (i, b) in combinations(enumerate(claims), 2):
        if similarity(a.context, b.context, weight) >= least:
            assert (i, j) in pairs


def test_what_all_say_brings_nobody_together() -> None:
    texts = [f"{n} boats sank near {place} on Monday" for n, place in ((2, "Ostrow"), (3, "Venna"), (4, "Marl"))]
    claims = [claim(n, text) for n, text in zip((2, 3, 4), texts, strict=True)]
    weight = {**weights(claim.context for claim in claims), "sank": 0.01, "near": 0.01, "monday": 0.01, "on": 0.01}
    assert set() == set(sharing(telling_words([[one] for one in claims], weight, 0.4)))


def test_one_length_in_two_units_shares_a_figure() -> None:
    told_in = [
        told("a", f"{n} {unit}", n, "distance", text=f"It is {n} {unit} away.", unit=unit, dimension="length")
        for n, unit in ((75, "kilometre"), (47, "mile"), (300, "mile"))
    ]
    claims = [claim_of(fact, order) for order, fact in enumerate(told_in)]
    assert {(1, 0)} == set(sharing(figures([[one] for one in claims])))
