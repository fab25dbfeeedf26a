"""Which finding somebody means: a finding_id, or the beginning of one."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from crosstally.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosstally.rules.finding import Finding

_SHOWN = 5  # findings that an error names
_LONGEST = 70  # characters of a finding's message in an error
_CODE = re.compile(r"[A-Za-z]+\d{3}")


def find(findings: Sequence[Finding], wanted: str) -> Finding:
    """The finding with an id, or the only one whose id begins so.

    Raises:
        InputError: There is none, or there are several; the error names those that come near.
    """
    begin = [finding for finding in findings if wanted and finding.finding_id.startswith(wanted.lower())]
    exact = [finding for finding in begin if finding.finding_id == wanted.lower()]
    if len(exact or begin) == 1:
        return (exact or begin)[0]
    if begin:
        raise InputError(f"{len(begin)} findings begin with {wanted!r}", allowed=_named(begin))
    if not findings:
        raise InputError(f"no finding {wanted!r}: nothing is found in these inputs")
    hint = f"; crosstally rules {wanted} explains a rule" if _CODE.fullmatch(wanted) else ""
    by_beginning = {finding.finding_id[: len(wanted) or None]: finding for finding in findings}
    near = [by_beginning[name] for name in get_close_matches(wanted.lower(), by_beginning)]
    raise InputError(
        f"no finding {wanted!r} in these inputs, nor a measure, figure or words of a quantity{hint}",
        allowed=_named(near or findings),
    )


def _named(findings: Sequence[Finding]) -> str:
    """The ids, with what they are about, in one line."""
    named: Iterable[str] = (f"{finding.finding_id} ({_cut(finding.message)})" for finding in findings[:_SHOWN])
    more = len(findings) - _SHOWN
    return ", ".join(named) + (f", and {more} more" if more > 0 else "")


def _cut(message: str) -> str:
    return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"
