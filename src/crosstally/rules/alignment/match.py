"""How much speaks for two claims being of one quantity: the weights of their levels, slot by slot, added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.alignment.figures import FIGURES
from crosstally.rules.alignment.levels import DECIDING, SLOTS
from crosstally.rules.alignment.setting import DIFFERENT, SAME

if TYPE_CHECKING:
    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.model import Weights
    from crosstally.rules.alignment.setting import Known, Setting


_OF_ITS_OWN = ("measure", "scope")


def agreement(a: Claim, b: Claim, setting: Setting) -> float | None:
    """The log odds that two claims whose figures meet are of one quantity; None where a slot keeps them apart.

    Where one is told of another event, measure or whole, only the very same figure can speak for one quantity.
    """
    if not a.has_figure_of(b) and _differ(a, b, setting):
        return None
    weights = setting.model.agreement
    total = _added(a, b, setting, weights, setting.agreements)
    if total is None:
        return None
    return total + sum(weights.of(name, compare(a, b, setting)[1]) for name, compare in FIGURES.items())


def _differ(a: Claim, b: Claim, setting: Setting) -> bool:
    """Whether one of two claims alone is told of another event, or they are of two measures, or of part and whole."""
    if (a.fact.about is None) != (b.fact.about is None):
        return True
    return any(SLOTS[name](a, b, setting)[0] is not SAME for name in _OF_ITS_OWN)


def question(a: Claim, b: Claim, setting: Setting) -> float | None:
    """The log odds that two claims answer one question, whatever their figures; None where a slot keeps them apart."""
    return _added(a, b, setting, setting.model.question, setting.questions)


def are_apart(a: Claim, b: Claim, setting: Setting) -> bool:
    """Whether a slot keeps two claims apart, for those who need not know how alike they are otherwise."""
    key = setting.looks[a.order], setting.looks[b.order]
    if key in setting.questions:
        return setting.questions[key] is None
    if key not in setting.apart:
        is_apart = any(SLOTS[name](a, b, setting)[0] is DIFFERENT for name in DECIDING)
        setting.apart[key] = setting.apart[key[::-1]] = is_apart
    return setting.apart[key]


def _added(a: Claim, b: Claim, setting: Setting, weights: Weights, known: Known) -> float | None:
    """What all slots add: of claims that look alike, as those of copies do, added once."""
    key = setting.looks[a.order], setting.looks[b.order]
    if key not in known:
        known[key] = known[key[::-1]] = _compared(a, b, setting, weights)
    return known[key]


def _compared(a: Claim, b: Claim, setting: Setting, weights: Weights) -> float | None:
    total, levels = weights.start, weights.levels
    for name, compare in SLOTS.items():
        verdict, level = compare(a, b, setting)
        if verdict is DIFFERENT:
            return None
        if name in levels:  # as `Weights.of`, without a call: this is asked most of all
            total += levels[name].get(level, 0.0)
    return total
