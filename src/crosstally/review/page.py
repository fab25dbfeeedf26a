"""The page of a review: one dispute with its sentences, what can be said of it, and a key for each."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from crosstally.output.html import original
from crosstally.output.page.marked import marked_sentence
from crosstally.rules.wording import figure

if TYPE_CHECKING:
    from jinja2 import Environment

    from crosstally.review.desk import Review


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
    style, script = _part("review.css"), _part("review.js")
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
            policy=_policy(style, script),
        )
    )


def _policy(style: str, script: str) -> str:
    allowed = f"script-src {_digest(script)}; style-src {_digest(style)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _part(name: str) -> str:
    return files("crosstally.review").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - no other command needs it

    environment = Environment(
        loader=PackageLoader("crosstally.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"marked": marked_sentence, "figure": figure, "original": original}
    return environment
