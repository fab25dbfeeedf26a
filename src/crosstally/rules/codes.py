"""The codes of findings that no rule makes: of an audit, of vetting, of a table held against the reports."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crosstally.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding.

    Attributes:
        code: Its code: "AU101".
        name: Its name: "other-figure".
        severity: What its findings are.
        says: What it says, in one sentence.
        silent: When it is silent.
    """

    code: str
    name: str
    severity: Severity
    says: str
    silent: str


@cache
def codes() -> Mapping[str, Code]:
    """Every kind by its name."""
    text = files("crosstally.rules").joinpath("data/codes.toml").read_text(encoding="utf-8")
    return {entry["name"]: Code(code, **entry) for code, entry in tomllib.loads(text).items()}
