"""A baseline: findings that are known, so that a run can fail on new ones alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from crosstally.errors import InputError
from crosstally.rules.finding import Passed

if TYPE_CHECKING:
    from pathlib import Path

    from crosstally.rules.report import Report

_ALLOWED = "what crosstally baseline writes"


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline.

    Raises:
        InputError: There is no such file, or it is no baseline.
    """
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError("no such file", path=path, allowed=_ALLOWED) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path=path) from error
    except (ValueError, RecursionError):
        raise InputError("not a baseline", path=path, allowed=_ALLOWED) from None
    if not isinstance(known, list):
        raise InputError("not a baseline", path=path, allowed=_ALLOWED)
    return frozenset(_finding_id(finding, number, path) for number, finding in enumerate(known, 1))


def _finding_id(finding: object, number: int, path: Path) -> str:
    found = finding.get("finding_id") if isinstance(finding, dict) else None
    if not isinstance(found, str):
        raise InputError(f"finding {number} has no finding_id", path=path, allowed=_ALLOWED)
    return found


def without_known(report: Report, known: frozenset[str]) -> Report:
    """The report with those findings alone that no baseline holds; the others are passed over."""
    left = tuple(finding for finding in report.findings if finding.finding_id not in known)
    over = (Passed(f, "known in the baseline", is_known=True) for f in report.findings if f.finding_id in known)
    return replace(report, findings=left, passed=(*report.passed, *over))


def mended(report: Report, known: frozenset[str]) -> frozenset[str]:
    """Known findings that are there no longer."""
    return known - {finding.finding_id for finding in report.findings}
