"""Doers: what a deed is by who does it: the police who seize somebody arrest him, gunmen who do kidnap him."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load_folder
from crosstally.facts.words.measure import Measure, measures


def by_doer(default: Measure | None, deed: str, doer: str, patient: str) -> Measure | None:
    """The measure of a deed that more than one measure may mean.

    Args:
        default: The measure where neither of them tells.
        deed: The entry of the vocabulary that it is: a bus that "hit" a clerk hurt him, one that "took" him did not.
        doer: The noun of who did it, in the singular; "" where nobody is named.
        patient: The noun of whom it befell.
    """
    found = _doers().get(doer)
    if found is not None and deed not in (_takings() if found.shared else _deeds()[found.name]):
        return None
    befallen = _befallen().get(patient) if deed in _takings() else None
    return found or befallen or default


@cache
def _deeds() -> dict[str, frozenset[str]]:
    """The deeds of each measure."""
    return {name: frozenset(data["words"].get("deed", ())) for name, data in load_folder("measures").items()}


@cache
def _takings() -> frozenset[str]:
    """The deeds by which somebody is taken, arrested or kidnapped by who does it: no "hit"."""
    return frozenset().union(*(_deeds()[one.name] | one.shared for one in measures().values() if one.shared))


@cache
def _doers() -> dict[str, Measure]:
    return {noun: measure for measure in measures().values() for noun in measure.doers}


@cache
def _befallen() -> dict[str, Measure]:
    return {noun: measure for measure in measures().values() for noun in measure.befalls}
