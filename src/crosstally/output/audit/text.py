"""An audit for people: how many rows stand, then every row that does not, with the sentences that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.excerpt import excerpt
from crosstally.output.position import position_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.audit.audit import Audit
    from crosstally.rules.finding import Finding

_WIDTH = 100
_LABEL = 26
_ID = 8
_COLOURS = {"error": "1;31", "warning": "1;33", "info": "2"}


def render(audit: Audit, *, colour: bool = False) -> str:
    """Lines of about 100 columns, with a final line break.

    Args:
        audit: The audit.
        colour: Whether to mark what is wrong with terminal colours.
    """
    return "\n".join(_lines(audit, colour=colour)) + "\n"


def _lines(audit: Audit, *, colour: bool) -> Iterator[str]:
    yield audit.headline
    accusing = [finding for finding in audit.report.findings if finding.severity != "info"]
    for finding in accusing:
        yield ""
        yield from _finding(finding, colour=colour)
    unclear = [finding for finding in audit.report.findings if finding.severity == "info"]
    if unclear:
        yield from ("", "UNCLEAR, FOR SOMEBODY TO LOOK AT")
        yield from (f"  {finding.message}" for finding in unclear)


def _finding(finding: Finding, *, colour: bool) -> Iterator[str]:
    word = finding.severity.upper()
    painted = f"\x1b[{_COLOURS[finding.severity]}m{word}\x1b[0m" if colour else word
    yield f"{painted} {finding.message}  [{finding.rule} {finding.name} {finding.finding_id[:_ID]}]"
    row, *evidence = finding.facts
    position = position_of(row)
    yield f"  {position.path}:{position.line}"
    shown: set[tuple[str, str]] = set()
    for fact in evidence:
        if (fact.document.doc_id, fact.sentence) in shown:
            continue
        shown.add((fact.document.doc_id, fact.sentence))
        label = f"  {fact.document.source[:_LABEL]}  "
        yield label + "".join(excerpt(fact, _WIDTH - len(label)))
