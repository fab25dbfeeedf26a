"""What somebody means by a name: a finding, a quantity, a measure, or the quantity of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.errors import InputError
from crosstally.rules.decisions.mentions import figure_named, figures_named
from crosstally.rules.finding_ids import find

if TYPE_CHECKING:
    from crosstally.rules.finding import Finding
    from crosstally.rules.quantity import Quantity
    from crosstally.rules.report import Report

_ID = 4  # characters that begin an id; fewer may be a figure


def meant(name: str, report: Report) -> Finding | Quantity | str:
    """The finding or the quantity whose id is given or begun, a measure, or the quantity of the figure that is named.

    Raises:
        InputError: Nothing is named so, or several are; the error says what comes near.
    """
    begun = name.lower()
    if name and any(finding.finding_id.startswith(begun) for finding in report.findings):
        return find(report.findings, name)
    if any(quantity.measure == begun for quantity in report.quantities):
        return begun
    if _begun(name, report) or figures_named(name, list(report.facts)):
        return quantity_meant(name, report)
    return find(report.findings, name)  # says which findings come near


def quantity_meant(name: str, report: Report) -> Quantity:
    """The quantity whose id is given or begun, or of the figure that is named, by its id or its words.

    Raises:
        InputError: Nothing is named so, or several are.
    """
    begun = _begun(name, report)
    if len(begun) > 1:
        ids = ", ".join(one.quantity_id for one in begun)
        raise InputError(f"{len(begun)} quantities begin with {name!r}", allowed=ids)
    if begun:
        return begun[0]
    homes = {fact.quantity_id for fact in figures_named(name, list(report.facts))}
    home = homes.pop() if len(homes) == 1 else figure_named(name, report.facts).quantity_id
    return next(one for one in report.quantities if one.quantity_id == home)


def _begun(name: str, report: Report) -> list[Quantity]:
    return [one for one in report.quantities if len(name) >= _ID and one.quantity_id.startswith(name.lower())]
