"""HTML: an audit as one page that opens from disk, asks the network for nothing and runs no script."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from crosstally.output.html import environment, part, policy

if TYPE_CHECKING:
    from crosstally.rules.audit.audit import Audit, Audited

_STANDING = {
    "supported": "agreed",
    "right": "agreed",
    "decided": "agreed",
    "unclear": "single",
    "span off": "updated",
    "source missing": "updated",
}
_SECTIONS = ("disputed", "updated", "single", "agreed")


def render(audit: Audit) -> str:
    """The whole page: every row with its verdict, those that do not stand first."""
    style = part("report.css") + part("audit.css")
    return (
        environment()
        .get_template("audit.html.j2")
        .render(
            headline=audit.headline,
            rows=sorted(audit.rows, key=_weight),
            standing=_standing,
            style=style,
            policy=policy(style=style),
            version=version("crosstally"),
        )
    )


def _standing(one: Audited) -> str:
    return _STANDING.get(one.judgement.verdict, "disputed")


def _weight(one: Audited) -> int:
    return _SECTIONS.index(_standing(one))
