"""What `check` gives back: the tables of a run, which a notebook shows as cross-tabs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosstally.rules.tables import tables

if TYPE_CHECKING:
    from crosstally.output.notebook.pieces import Picture
    from crosstally.rules.report import Report

# ruff: noqa: PLC0415 - what shows and explains is loaded when it is asked for


class Tables(tables.Tables):
    """The tables of a run, with what they look like.

    >>> import crosstally
    >>> tables = crosstally.check(["Police said 12 people were killed.", "Officials said 15 people were killed."])
    >>> print(tables.why("12 people", "15 people").splitlines()[0])
    "12 people" (document-1) and "15 people" (document-2) are claims on one quantity
    """

    _made_from: Report | None = None

    @classmethod
    def made_from(cls, report: Report) -> Tables:
        """The tables of a report."""
        from crosstally.rules.tables.table import to_tables

        made = cls(*to_tables(report))
        made._made_from = report
        return made

    def plot(self, measure: str, event: str | None = None) -> Picture:
        """The claims on a measure as intervals, for a notebook.

        Args:
            measure: The measure: "killed".
            event: The event; all by default.

        Raises:
            InputError: Nothing of the kind is told by two.
        """
        from crosstally.output.notebook.pieces import plot

        return plot(self._report(), measure, event)

    def why(self, a: str, b: str) -> str:
        """Why two figures are claims on one quantity, or are held apart; a sentence a line.

        Args:
            a: A figure: its fact_id or the beginning of it, or words of it or of its sentence.
            b: Another.

        Raises:
            InputError: None is named so, or several are.
        """
        from crosstally.rules.decisions.mentions import figure_named
        from crosstally.rules.quantities.why import why

        facts = self._report().facts
        one, other = figure_named(a, facts), figure_named(b, facts)
        return "\n".join(why(one, other, [fact for fact in facts if fact.event == one.event]))

    def report(self, path: str | Path) -> Path:
        """Write the report page.

        Raises:
            CrosstallyError: It cannot be written there.
        """
        from crosstally.output.html import render
        from crosstally.output.tables.whole import whole_file

        with whole_file(Path(path)) as unfinished:
            unfinished.write_text(render(self._report()), encoding="utf-8", newline="\n")
        return Path(path)

    def _repr_html_(self) -> str:
        """The cross-tabs of its events: what a notebook shows."""
        from crosstally.output.notebook.pieces import crosstabs

        return crosstabs(self._report())

    def _report(self) -> Report:
        """What the tables were made from; of tables from elsewhere, what they say."""
        from crosstally.rules.tables.former import as_report

        return self._made_from or as_report(self)
