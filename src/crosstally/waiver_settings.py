"""Waivers as they stand in the settings, each held against what a waiver must say.

[[waivers]]
finding = "1f2e3d4c"              # as check shows it, or more of it
reason = "the ministry corrected itself on Monday"
expires = 2026-12-31              # the last day

[[waivers]]
rule = "XT301"                    # by code or name, in one event, or with one source, or both
event = "harbour-fire"
reason = "the districts overlap"
expires = 2026-06-30
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from crosstally.errors import ConfigError
from crosstally.rules.history.waivers import Waiver

_HEADER = re.compile(r"\s*\[\[\s*(?:tool\.crosstally\.)?waivers\s*\]\]")
_KEY = re.compile(r"""\s*["']?(\w+)["']?\s*=""")
_FINDING = re.compile(r"[0-9a-f]{8,16}(?:-\d+)?")
_TEXTS = ("finding", "rule", "event", "source", "reason")
_KEYS = (*_TEXTS, "expires")
_DATE = "a date without quotes, such as 2026-12-31"


def read_waivers(given: object, path: Path, codes: Mapping[str, str]) -> tuple[Waiver, ...]:
    """The waivers of a settings file.

    Args:
        given: The value of `waivers`.
        path: The file.
        codes: The code of each rule by its code and by its name.

    Raises:
        ConfigError: One of them lacks something, or says what no waiver can say.
    """
    if not isinstance(given, list) or not all(isinstance(entry, dict) for entry in given):
        raise ConfigError(f"waivers is {given!r}", path=path, allowed="[[waivers]], a table for each")
    lines = _lines(path.read_text(encoding="utf-8"))
    if len(lines) != len(given):  # written inline, on whatever lines
        lines = [{} for _ in given]
    return tuple(_Entry(entry, path, at).waiver(codes) for entry, at in zip(given, lines, strict=True))


def _lines(text: str) -> list[dict[str, int]]:
    """Of each ``[[waivers]]``, the lines of its keys, and under "" its own."""
    found: list[dict[str, int]] = []
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if _HEADER.match(line):
            inside = True
            found.append({"": number})
        elif line.lstrip().startswith("["):
            inside = False
        elif inside and (key := _KEY.match(line)):
            found[-1][key[1]] = number
    return found


class _Entry:
    """One table of the file."""

    def __init__(self, entry: dict[str, object], path: Path, lines: dict[str, int]) -> None:
        self.entry = entry
        self.path = path
        self.lines = lines

    def waiver(self, codes: Mapping[str, str]) -> Waiver:
        """The waiver it stands for."""
        for key in self.entry:
            if key not in _KEYS:
                self._fail(key, f"a waiver has no {key!r}", ", ".join(_KEYS))
        texts = {key: self._text(key) for key in _TEXTS if key in self.entry}
        self._require_subject(texts)
        if not texts.get("reason"):
            self._fail("reason", "a waiver without a reason", 'reason = "why this may stand"')
        if rule := texts.get("rule"):
            texts["rule"] = codes.get(rule.upper()) or codes.get(rule.lower()) or self._fail_rule(rule, codes)
        return Waiver(**texts, expires=self._date(), path=self.path, line=self.lines.get(""))

    def _text(self, key: str) -> str:
        value = self.entry[key]
        return value.strip() if isinstance(value, str) else self._fail(key, f"{key} is {value!r}", "a text in quotes")

    def _require_subject(self, texts: Mapping[str, str]) -> None:
        named = {key for key in ("finding", "rule", "event", "source") if texts.get(key)}
        if not named & {"finding", "rule"}:
            self._fail("", "a waiver of nothing", 'finding = "ID", or rule with event or source')
        if "finding" in named and not _FINDING.fullmatch(texts["finding"]):
            self._fail(
                "finding", f"finding is {texts['finding']!r}", "the id of a finding, of which 8 characters will do"
            )
        if "finding" in named and len(named) > 1:
            self._fail("finding", "a waiver of a finding names more than the finding", "finding alone")
        if named == {"rule"}:
            allowed = "event or source beside it; [severity] turns a rule off everywhere"
            self._fail("rule", "a waiver of a whole rule", allowed)

    def _date(self) -> date:
        value = self.entry.get("expires")
        if value is None:
            self._fail("", "a waiver that never expires", f"expires = {_DATE}")
        if not isinstance(value, date) or isinstance(value, datetime):
            self._fail("expires", f"expires is {str(value)!r}", _DATE)
        return value

    def _fail_rule(self, rule: str, codes: Mapping[str, str]) -> NoReturn:
        self._fail("rule", f"unknown rule {rule!r}", ", ".join(dict.fromkeys(codes.values())))

    def _fail(self, key: str, message: str, allowed: str) -> NoReturn:
        """Point at the line of a key, or at the waiver's first where it has none."""
        line = self.lines.get(key, self.lines.get(""))
        raise ConfigError(message, path=self.path, line=line, allowed=allowed)
