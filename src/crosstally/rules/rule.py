"""A rule: one check, one file. The file's name is its code and name, its docstring its page, its EXAMPLES its tests."""

from __future__ import annotations

import importlib.util
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from crosstally.errors import RuleError
from crosstally.facts.fact import Fact
from crosstally.rules.finding import Severity
from crosstally.rules.rule_faults import line_in

if TYPE_CHECKING:
    from types import ModuleType

Remark = tuple[str, Sequence[Fact]]
"""What a check yields: a message, and the facts it rests on."""

Takes = Literal["quantity", "event"]

_FILE_NAME = re.compile(r"([a-z]+\d+)_([a-z0-9_]+)")
_CHECKS = Path(__file__).parent / "checks"
_OURS = re.compile(
    r'"""(?P<page>[^\\]+?)\n"""\n.*?\nSEVERITY = "(?P<severity>error|warning|info)"\n'
    r"(?:.*\n)?def check\((?P<takes>quantity|event)\b",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Example:
    """Small reports and what the rule says of them.

    Attributes:
        reports: Texts by source, or by "source, date" (ISO 8601) where the date matters. A text may begin with its
            headline and an empty line.
        message: The message expected; None when the rule is to be silent.
    """

    reports: Mapping[str, str]
    message: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One check.

    Attributes:
        code: "XT101", from the file's name.
        name: "counts-disjoint", from the file's name.
        severity: error and warning accuse, info tells.
        takes: Whether `check` is asked about every quantity or about every event.
        page: What it says, why it matters, when it is silent, in Markdown.
        path: Its file, which is imported when it is first needed: a list of rules does without.
        stamp: When that file was changed last, in nanoseconds; a file that has changed since is another rule.
    """

    code: str
    name: str
    severity: Severity
    takes: Takes
    page: str
    path: Path
    stamp: int

    @property
    def examples(self) -> tuple[Example, ...]:
        """Its tests."""
        return tuple(_attribute(_import(self.path, self.stamp), "EXAMPLES", self.path))

    @property
    def check(self) -> Callable[[Any], Iterable[Remark]]:
        """Yields remarks."""
        found: Callable[[Any], Iterable[Remark]] = _attribute(_import(self.path, self.stamp), "check", self.path)
        return found

    @property
    def is_own(self) -> bool:
        """Whether it is somebody's own, and does not come with crosstally."""
        return self.path.parent != _CHECKS

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]


def load_rules(*folders: Path) -> list[Rule]:
    """The rules that come with crosstally and those found in further folders, by code.

    Raises:
        RuleError: A rule file is malformed, or two have one code.
    """
    rules: dict[str, Rule] = {}
    for folder in (_CHECKS, *folders):
        for path in sorted(folder.glob("[!_]*.py")):
            rule = _load(path, path.stat().st_mtime_ns)
            if rule.code in rules:
                raise RuleError(f"the code {rule.code} is taken by {rules[rule.code].name!r}", path=path)
            rules[rule.code] = rule
    return [rules[code] for code in sorted(rules)]


@cache
def _load(path: Path, stamp: int) -> Rule:
    match = _FILE_NAME.fullmatch(path.stem)
    if not match:
        raise RuleError("a rule file's name is no code and name", path=path, allowed="such as xt101_counts_disjoint.py")
    page, severity, takes = (_read(path) if path.parent == _CHECKS else None) or _asked(path, stamp)
    return Rule(match[1].upper(), match[2].replace("_", "-"), severity, takes, page, path, stamp)


def _read(path: Path) -> tuple[str, Severity, Takes] | None:
    """The page of one of our own rules, its severity and what it takes, from the text of its file; None if unsure."""
    found = _OURS.match(path.read_text(encoding="utf-8"))
    return (inspect.cleandoc(found["page"]), found["severity"], found["takes"]) if found else None  # type: ignore[return-value]


def _asked(path: Path, stamp: int) -> tuple[str, Severity, Takes]:
    """The same of anybody's rule, from the module itself, every part of which is looked at."""
    module = _import(path, stamp)
    check = _attribute(module, "check", path)
    severity = _attribute(module, "SEVERITY", path)
    if severity not in get_args(Severity):
        raise RuleError(f"SEVERITY is {severity!r}", path=path, allowed=", ".join(get_args(Severity)))
    if not module.__doc__:
        raise RuleError("a rule without a docstring has no page", path=path)
    _attribute(module, "EXAMPLES", path)
    return inspect.cleandoc(module.__doc__), severity, _takes(check, path)


def _takes(check: Callable[[Any], Iterable[Remark]], path: Path) -> Takes:
    """What a check wants to be asked about: the name of its parameter says."""
    match list(inspect.signature(check).parameters):
        case ["quantity"]:
            return "quantity"
        case ["event"]:
            return "event"
        case names:
            raise RuleError(
                f"check takes {', '.join(names) or 'nothing'}", path=path, allowed="check(quantity) or check(event)"
            )


@cache
def _import(path: Path, _stamp: int) -> ModuleType:
    """The module of a file as it is at a time: imported anew when it has changed since."""
    name = f"crosstally.rules.checks.{path.stem}" if path.parent == _CHECKS else f"crosstally_rule_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise RuleError("this is no Python file", path=path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # whatever a user's file does at import, the run says which file it was
        reason = error.msg if isinstance(error, SyntaxError) else error
        told = f"the rule cannot be imported: {type(error).__name__}: {reason}"
        raise RuleError(told, path=path, line=line_in(path, error)) from error
    return module


def _attribute(module: ModuleType, name: str, path: Path) -> Any:
    if not hasattr(module, name):
        raise RuleError(f"the rule has no {name}", path=path, allowed="SEVERITY, EXAMPLES and check")
    return getattr(module, name)
