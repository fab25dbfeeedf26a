"""Doers: what a deed is by who does it: the police who seize somebody arrest him, gunmen who do kidnap him."""

from __future__ import annotations

from functools import cache

from crosstally.facts.words.triggers import Measure, measures


def by_doer(default: Measure | None, doer: str, patient: str) -> Measure | None:
    """The measure of a deed that more than one measure may mean.

    Args:
        default: The measure where neither of them tells.
        doer: The noun of who did it, in the singular; "" where nobody is named.
        patient: The noun of whom it befell.
    """
    return _doers().get(doer) or _befallen().get(patient) or default


@cache
def _doers() -> dict[str, Measure]:
    return {noun: measure for measure in measures().values() for noun in measure.doers}


@cache
def _befallen() -> dict[str, Measure]:
    return {noun: measure for measure in measures().values() for noun in measure.befalls}
