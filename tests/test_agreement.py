from __future__ import annotations

from datetime import date

import pytest

from crosstally.rules.decisions.agreement import agreement, kappa, merged
from crosstally.rules.decisions.decision import Adjudication, Alignment, Decision, Mention, Reading, Relation


def take(best: float, by: str = "Ana", measure: str = "killed") -> Adjudication:
    return Adjudication(event="fire", measure=measure, best=best, by=by, on=date(2025, 5, 1), reason="so")


def pair(relation: Relation, n: int, by: str = "Ana") -> Alignment:
    mentions = (Mention("A", str(n), f"{n} died."), Mention("B", str(n + 1), f"{n + 1} died."))
    return Alignment(relation=relation, mentions=mentions, by=by, on=date(2025, 5, 1), reason="so")


def dropped(by: str = "Ana") -> Reading:
    return Reading(mention=Mention("A", "7", "7 hats."), columns=None, by=by, on=date(2025, 5, 1), reason="so")


# the example of Cohen's kappa in Wikipedia (read 2025): 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no
TEXTBOOK = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (TEXTBOOK, 0.4),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a")], None),
        ([], None),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], expected: float | None) -> None:
    assert (None if expected is None else pytest.approx(expected)) == kappa(pairs)


def test_agreement_is_told_by_kind_with_what_differs() -> None:
    ours: list[Decision] = [take(12), pair("same", 1), pair("apart", 3), pair("same", 5), dropped()]
    theirs: list[Decision] = [take(14, "Ben"), pair("same", 1, "Ben"), pair("apart", 3, "Ben"), pair("apart", 5, "Ben")]
    told, differing = agreement(ours, theirs)
    assert [("alignment", 3, 2), ("adjudication", 1, 0)] == [(one.kind, one.both, one.alike) for one in told]
    assert pytest.approx(0.4) == told[0].kappa
    assert [(12.0, 14.0), ("same", "apart"), ("7", None)] == [(_what(one.ours), _what(one.theirs)) for one in differing]


def _what(decision: Decision | None) -> object:
    if isinstance(decision, Adjudication):
        return decision.best
    return decision.relation if isinstance(decision, Alignment) else decision and decision.mention.quote


def test_the_order_of_mentions_and_their_white_space_make_no_difference() -> None:
    ours = pair("apart", 1)
    theirs = Alignment(
        relation="apart",
        mentions=(ours.mentions[1], Mention("A", "1", " 1  died.")),
        by="Ben",
        on=date(2025, 5, 2),
        reason="x",
    )
    assert ([], 1) == (agreement([ours], [theirs])[1], agreement([ours], [theirs])[0][0].alike)


def test_what_differs_is_left_open_until_a_third_settles_it() -> None:
    ours: list[Decision] = [take(12), dropped()]
    theirs: list[Decision] = [take(14, "Ben"), dropped("Ben"), pair("same", 1, "Ben")]
    taken, left = merged(ours, theirs)
    assert [dropped(), pair("same", 1, "Ben")] == taken
    assert [(take(12), take(14, "Ben"))] == [(one.ours, one.theirs) for one in left]
    settled, nothing = merged(ours, theirs, [take(13, "Carla")])
    assert ([*taken, take(13, "Carla")], []) == (settled, nothing)
