"""HTML: the report as one page that opens from disk, asks the network for nothing and runs no script but its own."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from crosstally.facts.fact import Fact
    from crosstally.output.page.card import Standing
    from crosstally.output.page.page import Page
    from crosstally.rules.report import Report

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SECTIONS: tuple[tuple[Standing, str], ...] = (
    ("disputed", "Disputed"),
    ("drifted", "Drifted from the table"),
    ("explained", "Differ, but explained"),
    ("updated", "Updated"),
    ("agreed", "Agreed"),
    ("derived", "Follows from others"),
    ("single", "Single source"),
)
_OPENED = 5  # disputes that are unfolded from the start; when there are more, none is
_MANY = 500  # figures from which on a line is filled when it is opened
_LONG = 12  # words of a sentence from which on a link names its first and last few only
_FEW = 5


def render(report: Report, beside: Sequence[str] = ()) -> str:
    """The whole page. Whatever comes from the documents is escaped, and the page's policy lets no other script run.

    Args:
        report: The report.
        beside: The files that stand beside the page, which it links to.
    """
    from crosstally.output.page.page import page_of  # noqa: PLC0415 - only this format needs it
    from crosstally.output.since import counts, lines  # noqa: PLC0415

    page = page_of(report)
    changed = None if report.changes is None else {"lines": lines(report.changes), "counts": counts(report.changes)}
    style, script = part("report.css"), part("report.js")
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            page=page,
            index=_index(page),
            sections=_SECTIONS,
            choices=_choices(page),
            opened=_OPENED,
            beside=beside,
            is_long=page.n_facts > _MANY,
            changed=changed,
            style=style,
            script=script,
            policy=policy(style=style, script=script),
            version=version("crosstally"),
        )
    )


def _index(page: Page) -> dict[str, dict[str, Any]]:
    """Short names for what the filters and links of the page compare."""
    return {
        "events": {name: number for number, name in enumerate(page.events)},
        "measures": {name: number for number, name in enumerate(page.measures)},
        "sources": {name: number for number, name in enumerate(page.sources)},
        "papers": {paper.document.doc_id: f"r-{number}" for number, paper in enumerate(page.papers, 1)},
    }


def _choices(page: Page) -> dict[str, list[tuple[object, str]]]:
    """The values of each filter with what they are called."""
    return {
        "event": [*enumerate(page.events)],
        "measure": [*enumerate(page.measures)],
        "status": [(standing, label) for standing, label in _SECTIONS if page.cards[standing]],
        "source": [*enumerate(page.sources)],
    }


def policy(*, forms: str = "'none'", **used: str) -> str:
    """The content security policy: nothing is loaded, and only these inline parts are used.

    Args:
        forms: Where forms may be sent.
        **used: The inline `style` and `script`.
    """
    allowed = "; ".join(f"{kind}-src {_digest(text)}" for kind, text in sorted(used.items()))
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action {forms}"


def environment(package: str = "crosstally.output") -> Environment:
    """The templates of pages, in a package: what they are given is escaped, and what is not printable is marked."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - no other format needs it

    from crosstally.output.page.marked import marked_sentence  # noqa: PLC0415
    from crosstally.output.page.plot_rows import parted  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.filters["original"] = original
    environment.filters["marked"] = marked_sentence
    environment.filters["parted"] = parted
    environment.filters["day"] = lambda when: f"{when.day} {when:%b %Y}"
    environment.filters["moment"] = lambda when: f"{when.day} {when:%b, %H:%M}".removesuffix(", 00:00")
    return environment


def part(name: str, package: str = "crosstally.output") -> str:
    """A file beside the templates of a package."""
    return files(package).joinpath("templates", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """How a content security policy names an inline script or style that may be used."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _printable(value: object) -> object:
    """Text without the characters that HTML cannot hold."""
    return _UNPRINTABLE.sub("\ufffd", value) if type(value) is str else value


def original(fact: Fact) -> str | None:
    """The address of the published report, at the sentence (a text fragment); None without a web address."""
    url = fact.document.url
    if url is None or not _is_web(url):
        return None
    words = fact.sentence.split()
    ends = [words] if len(words) < _LONG else [words[:_FEW], words[-_FEW:]]
    fragment = ",".join(quote(" ".join(end).encode(errors="replace"), safe="").replace("-", "%2D") for end in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False
