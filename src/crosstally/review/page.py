"""The page of a review: one dispute with its sentences, what can be said of it, and a key for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from crosstally.output.html import environment, part, policy
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from jinja2 import Environment

    from crosstally.review.desk import Review

_ROOM = "crosstally.review"


def render_review(  # noqa: PLR0913 - what a page shows
    review: Review, token: str, number: int, *, said: str = "", wrong: str = "", typed: Mapping[str, str] | None = None
) -> str:
    """The page.

    Args:
        review: The review.
        token: What a form must carry.
        number: Which of the open disputes, from 0; the last where there are fewer.
        said: What was kept just now.
        wrong: What was wrong with what was sent.
        typed: What was sent, to be shown again.
    """
    disputes = review.disputes
    at = min(number, len(disputes) - 1)
    dispute = disputes[at] if disputes else None
    style, script = part("review.css", _ROOM), part("review.js", _ROOM)
    figures = dict.fromkeys(
        f"{fact.interval.value:.10g}" for fact in dispute.facts if fact.interval.value is not None
    ) if dispute else {}  # fmt: skip
    return (
        _environment()
        .get_template("review.html.j2")
        .render(
            review=review,
            dispute=dispute,
            number=at,
            total=len(disputes),
            figures=list(figures)[:9],
            token=token,
            said=said,
            wrong=wrong,
            typed=typed or {},
            style=style,
            script=script,
            policy=policy(style=style, script=script, forms="'self'") + "; frame-ancestors 'none'",
        )
    )


@cache
def _environment() -> Environment:
    pages = environment(_ROOM)
    pages.filters["figure"] = figure
    return pages
