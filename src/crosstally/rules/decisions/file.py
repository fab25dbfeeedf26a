"""decisions.toml: read, each entry held against what a decision must say.

[[adjudication]]                  # for this event and measure we take ...
event = "kyiv-strikes"
measure = "injured"
best = 90                         # low and high where they are decided too; group where it is of some of them
by = "Ana"
on = 2026-11-27
reason = "the rescue service's evening summary"

[[reading]]                       # this mention is no figure, or is to be read otherwise
source = "Alder Gazette"
quote = "one shoe"
sentence = "She walked out in one shoe."
is = "no figure"                  # or columns of the fact table: measure = "injured", group = "child"

[[alignment]]                     # these mentions claim one quantity (same), or do not (apart)
apart = [{source = "A", quote = "12", sentence = "12 died."}, {source = "B", quote = "40", sentence = "40 died."}]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from crosstally.errors import ConfigError, not_toml
from crosstally.rules.decisions.alignments import contradicting
from crosstally.rules.decisions.columns import COLUMNS, wrong
from crosstally.rules.decisions.decision import Adjudication, Alignment, Decision, Mention, Reading, Relation

NAME = "decisions.toml"
KINDS = ("adjudication", "reading", "alignment")
_HEADER = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")
_SIGNED = ("by", "on", "reason")
_MENTION = ("source", "quote", "sentence", "occurrence")
_ADJUDICATION = ("event", "measure", "group", "best", "low", "high")
_PAIR = 2


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order.

    Raises:
        ConfigError: It is missing or malformed; the error names the line and what would do.
    """
    try:
        return decisions_of(path.read_text(encoding="utf-8"), path)
    except (OSError, UnicodeDecodeError) as error:
        found = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ConfigError(found, path=path, allowed="a file of decisions in UTF-8") from error


def given_decisions(decisions: str | Path | Sequence[Decision]) -> Sequence[Decision]:
    """Decisions as they are given, or those of a file; raises as `read_decisions`."""
    return read_decisions(Path(decisions)) if isinstance(decisions, str | Path) else decisions


def decisions_of(text: str, path: Path) -> tuple[Decision, ...]:
    """The decisions in the text of a file; raises as `read_decisions`."""
    try:
        found: Mapping[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise not_toml(error, path) from error
    lines = _lines(text)
    decisions: list[tuple[int, Decision]] = []
    for kind, entries in found.items():
        if kind not in KINDS or not isinstance(entries, list):
            raise ConfigError(f"unknown key {kind!r}", path=path, allowed=", ".join(f"[[{name}]]" for name in KINDS))
        at = lines.get(kind, [])
        for number, entry in enumerate(entries):
            line = at[number] if len(at) == len(entries) else None
            decisions.append((line or 0, _Entry(entry, path, line).decision(kind)))
    ordered = tuple(decision for _, decision in sorted(decisions, key=lambda item: item[0]))
    _refuse_contradictions(ordered)
    return ordered


def _refuse_contradictions(decisions: Sequence[Decision]) -> None:
    for same, apart in contradicting([one for one in decisions if isinstance(one, Alignment)]).values():
        found = f"{' and '.join(map(str, apart.mentions))} are apart here, and the same on line {same.line}"
        raise ConfigError(found, path=apart.path, line=apart.line, allowed="one of the two")


def _lines(text: str) -> dict[str, list[int]]:
    """The lines on which the entries of each kind begin."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            found.setdefault(header[1], []).append(number)
    return found


class _Entry:
    """One table of the file."""

    def __init__(self, entry: object, path: Path, line: int | None) -> None:
        self.path, self.line = path, line
        self.entry: dict[str, Any] = entry if isinstance(entry, dict) else self._fail(f"{entry!r:.60}", "a table")

    def decision(self, kind: str) -> Decision:
        """The decision it stands for."""
        made: dict[str, Callable[[], Decision]] = {
            "reading": self._reading,
            "alignment": self._alignment,
            "adjudication": self._adjudication,
        }
        return made[kind]()

    def _signed(self) -> dict[str, Any]:
        return {
            "by": self._text(self.entry, "by"),
            "on": self._day(),
            "reason": self._text(self.entry, "reason"),
            "path": self.path,
            "line": self.line,
        }

    def _adjudication(self) -> Adjudication:
        self._allow(self.entry, _ADJUDICATION)
        best = self._number("best")
        low, high = (self._number(name) if name in self.entry else None for name in ("low", "high"))
        if (low is not None and low > best) or (high is not None and high < best):
            self._fail(f"best is {best:.10g}, outside low and high", "low <= best <= high")
        group = self._text(self.entry, "group") if "group" in self.entry else None
        event, measure = self._text(self.entry, "event"), self._text(self.entry, "measure")
        return Adjudication(event=event, measure=measure, group=group, best=best, low=low, high=high, **self._signed())

    def _reading(self) -> Reading:
        self._allow(self.entry, (*_MENTION, "is", *COLUMNS))
        columns = {name: value for name, value in self.entry.items() if name in COLUMNS}
        if ("is" in self.entry) == bool(columns):
            self._fail("a reading must say one thing", 'is = "no figure", or columns of the fact table')
        if self.entry.get("is", "no figure") != "no figure":
            self._fail(f"is = {self.entry['is']!r}", 'is = "no figure"')
        for name, value in columns.items():
            if allowed := wrong(name, value):
                self._fail(f"{name} is {value!r}", allowed)
        read = tuple((name, None if value == "" else value) for name, value in columns.items())
        mention = {name: value for name, value in self.entry.items() if name in _MENTION}
        return Reading(mention=self._mention(mention), columns=read or None, **self._signed())

    def _alignment(self) -> Alignment:
        self._allow(self.entry, ("same", "apart"))
        named: list[Relation] = [name for name in ("same", "apart") if name in self.entry]
        if len(named) != 1:
            self._fail("an alignment must say one thing", "same = [mention, ...], or apart = [mention, mention]")
        given = self.entry[named[0]]
        if not isinstance(given, list) or len(given) < _PAIR or (named[0] == "apart" and len(given) != _PAIR):
            allowed = "two mentions" if named[0] == "apart" else "two mentions or more"
            self._fail(f"{named[0]} is {given!r:.60}", allowed)
        return Alignment(relation=named[0], mentions=tuple(map(self._mention, given)), **self._signed())

    def _mention(self, given: object) -> Mention:
        if not isinstance(given, dict):
            self._fail(f"a mention is {given!r:.60}", "{source = ..., quote = ..., sentence = ...}")
        for key in given:
            if key not in _MENTION:
                self._fail(f"a mention has no {key!r}", ", ".join(_MENTION))
        occurrence = given.get("occurrence", 1)
        if isinstance(occurrence, bool) or not isinstance(occurrence, int) or occurrence < 1:
            self._fail(f"occurrence is {occurrence!r}", "1, 2 ...")
        source = self._text(given, "source") if "source" in given else None
        return Mention(source, self._text(given, "quote"), self._text(given, "sentence"), occurrence)

    def _allow(self, given: Mapping[str, Any], names: Sequence[str]) -> None:
        for key in given:
            if key not in (*names, *_SIGNED):
                self._fail(f"unknown key {key!r}", ", ".join((*names, *_SIGNED)))

    def _text(self, given: Mapping[str, Any], name: str) -> str:
        value = given.get(name)
        if not isinstance(value, str) or not value.strip():
            self._fail(f"no {name}" if value is None else f"{name} is {value!r}", f'{name} = "text"')
        return value.strip()

    def _number(self, name: str) -> float:
        value = self.entry.get(name)
        if isinstance(value, str) or wrong("value", value):
            self._fail(f"no {name}" if value is None else f"{name} is {value!r}", f"{name} = 12")
        return float(self.entry[name])

    def _day(self) -> date:
        value = self.entry.get("on")
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            return self._fail("no on" if value is None else f"on is {value!r}", "on = 2026-11-27")

    def _fail(self, message: str, allowed: str) -> NoReturn:
        raise ConfigError(message, path=self.path, line=self.line, allowed=allowed)
