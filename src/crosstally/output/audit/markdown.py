"""Markdown: an audit for a pull request or the summary of a job, short enough for a comment on GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.output.excerpt import excerpt
from crosstally.output.markdown import escaped, fitting
from crosstally.output.position import position_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.audit.audit import Audit
    from crosstally.rules.finding import Finding

_WIDTH = 200


def render(audit: Audit) -> str:
    """The counts, then each row that does not stand with the sentences that show it; whole lines only."""
    return fitting(list(_lines(audit)))


def _lines(audit: Audit) -> Iterator[str]:
    yield f"## {escaped(audit.headline)}"
    for finding in audit.report.findings:
        if finding.severity != "info":
            yield from _finding(finding)
    unclear = [finding for finding in audit.report.findings if finding.severity == "info"]
    if unclear:
        yield from ("", "### Unclear, for somebody to look at", "")
        yield from (f"- {escaped(finding.message)}" for finding in unclear)


def _finding(finding: Finding) -> Iterator[str]:
    row, *evidence = finding.facts
    position = position_of(row)
    yield from ("", f"### {escaped(finding.message)}", "")
    for fact in evidence:
        before, quote, after = map(escaped, excerpt(fact, _WIDTH))
        yield f"- {escaped(fact.document.source)}: {before}**{quote}**{after}"
    yield from ("", f"{escaped(position.path)}, line {position.line} · {finding.name}")
