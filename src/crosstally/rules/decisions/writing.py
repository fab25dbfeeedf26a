"""Decisions as the lines of decisions.toml: plain to read, to edit and to merge."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from crosstally.errors import CrosstallyError
from crosstally.rules.decisions.decision import Adjudication, Alignment, Decision, Mention, Reading, Value, kind_of
from crosstally.rules.decisions.file import read_decisions


def toml(decisions: Iterable[Decision]) -> str:
    """Their lines, each with an empty one between."""
    return "\n".join("\n".join((f"[[{kind_of(one)}]]", *_lines(one), "")) for one in decisions)


def append(decision: Decision, path: Path) -> None:
    """Add a decision to a file, below what is there and without touching it; the file is made if there is none.

    Raises:
        ConfigError: What is there is malformed, or says the contrary of an alignment; nothing is written.
        CrosstallyError: The file cannot be written.
    """
    from crosstally.rules.decisions.file import decisions_of  # noqa: PLC0415 - for its check alone

    if path.exists():
        read_decisions(path)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    text = f"{before}{gap}{toml([decision])}"
    decisions_of(text, path)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise CrosstallyError(f"cannot be written: {error.strerror or error}", path=path) from error


def _lines(decision: Decision) -> Iterator[str]:
    if isinstance(decision, Adjudication):
        names = ("event", "measure", "group", "best", "low", "high")
        yield from _pairs((name, getattr(decision, name)) for name in names)
    elif isinstance(decision, Alignment):
        rows = ",\n".join(f"  {{{', '.join(_pairs(_named(mention)))}}}" for mention in decision.mentions)
        yield f"{decision.relation} = [\n{rows},\n]"
    else:
        yield from _pairs(_named(decision.mention))
        yield from ('is = "no figure"',) if decision.columns is None else _columns(decision)
    yield from (f"by = {_value(decision.by)}", f"on = {decision.on}", f"reason = {_value(decision.reason)}")


def _columns(decision: Reading) -> Iterator[str]:
    for name, value in decision.columns or ():
        yield f"{name} = {_value('' if value is None else value)}"


def _named(mention: Mention) -> Iterator[tuple[str, Value]]:
    yield from (("source", mention.source), ("quote", mention.quote), ("sentence", mention.sentence))
    yield "occurrence", mention.occurrence if mention.occurrence > 1 else None


def _pairs(values: Iterable[tuple[str, Value]]) -> Iterator[str]:
    return (f"{name} = {_value(value)}" for name, value in values if value is not None)


def _value(value: str | float | bool | date) -> str:  # noqa: FBT001 - a value of the file
    """A value as TOML; JSON's strings are TOML's, but for DEL."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.15g}"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
