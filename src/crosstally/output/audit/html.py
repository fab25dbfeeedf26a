"""HTML: an audit as one page that opens from disk, asks the network for nothing and runs no script."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from crosstally.output.audit.text import headline
from crosstally.output.html import environment, part, policy

if TYPE_CHECKING:
    from crosstally.rules.audit.audit import Audit, Audited

_STANDING = {"supported": "agreed", "decided": "agreed", "unclear": "single", "source missing": "updated"}


def render(audit: Audit) -> str:
    """The whole page: every row with its verdict, those that do not stand first."""
    style = part("report.css") + part("audit.css")
    return (
        environment()
        .get_template("audit.html.j2")
        .render(
            headline=headline(audit),
            rows=sorted(audit.rows, key=_weight),
            standing=lambda one: _STANDING.get(one.judgement.verdict, "disputed"),
            style=style,
            policy=policy(style=style),
            version=version("crosstally"),
        )
    )


def _weight(one: Audited) -> int:
    verdicts = ("other figure", "other measure", "absent", "source missing", "unclear", "decided", "supported")
    return verdicts.index(one.judgement.verdict)
