"""Settings: `crosstally.toml`, or `[tool.crosstally]` in `pyproject.toml`, in the working folder or above it.

Above it, as far as the root of the repository it is in. Rules of one's own are Python code: those that a project names
run with --trust only, those in the user's own `crosstally.toml`, in the user's folder of settings, always.

policy = "latest"           # which figure is best (see rules/data/policies.toml)
rules = ["desk/rules"]      # folders with rules of one's own, from where the file stands

[limits]                    # how much of one input is read: see crosstally.facts.source.limits
size = 67108864

[severity]                  # by code or name: error, warning, info, or off
XT301 = "warning"
single-source = "off"

[tolerance]                 # by how much two figures may differ and still agree, as a share of themselves
relative = 0.005            # all measures but ages, magnitudes and ranks
money = 0.02                # one measure

[[waivers]]                 # see crosstally.waiver_settings
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from crosstally.errors import ConfigError, not_toml
from crosstally.facts.source.limits import LIMITS, NAMES, Limits
from crosstally.ownership import Trust, folders_up, require_own_rules, require_own_settings
from crosstally.rules.codes import codes
from crosstally.rules.comparison.tolerance import EVERYTHING
from crosstally.rules.finding import Severity
from crosstally.rules.history.waivers import Waiver
from crosstally.rules.rule import Rule, load_rules
from crosstally.waiver_settings import read_waivers

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_TRUST = Trust()

_OFF = "off"
_KEYS = ("policy", "rules", "severity", "tolerance", "limits", "waivers")
_VOUCHED = "--trust, which runs them; or --rules, or rules in your own settings, which name folders"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has decided.

    Attributes:
        policy: Which figure is best.
        rules: The rules to ask, with the severities chosen.
        tolerance: By measure, the share by which two figures may differ and still agree.
        waivers: The findings that do not count until a day.
        path: The file they stand in, if there is one.
        limits: How much of one input is read.
    """

    policy: str
    rules: tuple[Rule, ...]
    tolerance: Mapping[str, float] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    path: Path | None = None
    limits: Limits = LIMITS

    @property
    def fingerprint(self) -> str:
        """A hash of what is decided, wherever it is written down: the codes and severities of the rules, and the rest.

        Tables carry it: two that differ were made under different settings, if by one version of crosstally.
        """
        decided: dict[str, object] = {field.name: getattr(self, field.name) for field in fields(self)}
        decided |= {
            "path": None,
            "waivers": None,
            "limits": None,
            "rules": [(rule.code, rule.severity) for rule in self.rules],
        }
        return blake2b(json.dumps(decided, sort_keys=True).encode(), digest_size=8).hexdigest()


def load_settings(folder: Path | None = None, trust: Trust = NO_TRUST) -> Settings:
    """The settings that hold in a folder, the working folder by default: those of the nearest file, else the defaults.

    Args:
        folder: Where to look first; then above it, up to the root of its repository.
        trust: What the user vouches for.

    Raises:
        ConfigError: The file is malformed, names something unknown, or names rules that nobody vouches for; the error
            says where and what would do.
        RuleError: A rule of one's own is malformed; the error names it.
    """
    own = [*_own_rules(), *trust.folders]
    if not trust.everything:
        for place in own:
            require_own_rules(place)
    found = _find(folder)
    return _settings(*found, own, trust) if found else Settings("majority", tuple(load_rules(*own)))


def load_limits(folder: Path | None = None) -> Limits:
    """How much of one input is read, as the settings that hold in a folder say."""
    found = _find(folder)
    return _limits(found[0], found[1].get("limits", {})) if found else LIMITS


def settings_file(folder: Path | None = None) -> Path | None:
    """The file whose settings hold in a folder."""
    found = _find(folder)
    return found[0] if found else None


def _find(folder: Path | None) -> tuple[Path, dict[str, Any]] | None:
    start = (folder or Path.cwd()).resolve()
    for place in folders_up(start):
        for name, table in (("crosstally.toml", ()), ("pyproject.toml", ("tool", "crosstally"))):
            path = place / name
            found = _table(path, table) if path.is_file() else None
            if found is not None:
                require_own_settings(path, start)
                return path, found
    return None


def _own_rules() -> list[Path]:
    """The folders that the user's own settings name, which decide nothing else: the rest is for projects to decide."""
    from platformdirs import user_config_path  # noqa: PLC0415 - where nothing is asked of settings, --help does without

    path = user_config_path("crosstally", appauthor=False) / "crosstally.toml"
    if not path.is_absolute() or not path.is_file():
        return []
    table = _table(path, ()) or {}
    for key in table:
        if key != "rules":
            raise _error(path, key, f"{key!r} is no setting of a user", "rules; the others stand with the reports")
    return _folders(path, table.get("rules", []))


def _table(path: Path, names: tuple[str, ...]) -> dict[str, Any] | None:
    """The table of settings in a file; None when it has none."""
    try:
        found: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except RecursionError:
        raise ConfigError("not TOML that can be read: too deep", path=path) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise not_toml(error, path) from error
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None


def _settings(path: Path, table: dict[str, Any], own: list[Path], trust: Trust) -> Settings:
    for key in table:
        if key not in _KEYS:
            raise _error(path, key, f"unknown setting {key!r}", ", ".join(_KEYS))
    from crosstally.rules.policy.coding import policies  # noqa: PLC0415 - where nothing is set, rules are listed at once

    policy = table.get("policy", "majority")
    if not isinstance(policy, str) or policy not in policies():
        raise _error(path, "policy", f"policy is {policy!r}", ", ".join(policies()))
    named = _folders(path, table.get("rules", []))
    if named and not trust.everything:
        raise _error(path, "rules", "rules of one's own are Python code, and nobody vouches for these", _VOUCHED)
    rules = load_rules(*dict.fromkeys(folder.resolve() for folder in (*own, *named)))
    kinds = [(rule.code, rule.name) for rule in rules] + [(kind.code, kind.name) for kind in codes().values()]
    known = {spelled: code for code, name in kinds for spelled in (code, name)}
    return Settings(
        policy=policy,
        rules=tuple(_judged(path, rules, table.get("severity", {}))),
        tolerance=_tolerance(path, table.get("tolerance", {})),
        waivers=read_waivers(table.get("waivers", []), path, known),
        path=path,
        limits=_limits(path, table.get("limits", {})),
    )


def _folders(path: Path, named: object) -> list[Path]:
    if not isinstance(named, list) or not all(isinstance(name, str) for name in named):
        raise _error(path, "rules", f"rules is {named!r}", "a list of folders")
    folders = [path.parent / name for name in named]
    for name, folder in zip(named, folders, strict=True):
        if not folder.is_dir():
            raise _error(path, "rules", f"no such folder: {name}", "folders, from where this file stands")
    return folders


def _limits(path: Path, given: object) -> Limits:
    if not isinstance(given, dict):
        raise _error(path, "limits", f"limits is {given!r}", "a table of numbers")
    for name, most in given.items():
        if name not in NAMES:
            raise _error(path, name, f"unknown limit {name!r}", ", ".join(NAMES))
        if isinstance(most, bool) or not isinstance(most, int) or most < 1:
            raise _error(path, name, f"{name} is {most!r}", "a whole number, 1 or more")
    return replace(LIMITS, **given)


def _judged(path: Path, rules: list[Rule], severities: object) -> list[Rule]:
    """The rules with the severities chosen, without those that are off."""
    if not isinstance(severities, dict):
        raise _error(path, "severity", f"severity is {severities!r}", "a table of rules")
    by_name = {name: rule for rule in rules for name in (rule.code, rule.name)}
    chosen: dict[str, str] = {}
    for name, severity in severities.items():
        rule = by_name.get(name) or by_name.get(name.upper())
        if rule is None:
            raise _error(path, name, f"unknown rule {name!r}", ", ".join(rule.code for rule in rules))
        if not isinstance(severity, str) or severity not in (*get_args(Severity), _OFF):
            raise _error(path, name, f"severity of {name} is {severity!r}", ", ".join((*get_args(Severity), _OFF)))
        chosen[rule.code] = severity
    return [_with_severity(rule, chosen.get(rule.code)) for rule in rules if chosen.get(rule.code) != _OFF]


def _tolerance(path: Path, shares: object) -> dict[str, float]:
    """By measure, the share by which two figures may differ."""
    if not isinstance(shares, dict):
        raise _error(path, "tolerance", f"tolerance is {shares!r}", "a table of measures and shares")
    from crosstally.facts.words.measure import measures  # noqa: PLC0415 - as above

    known = (EVERYTHING, *sorted({*measures(), "age", "count"})) if shares else ()
    for name, share in shares.items():
        if name not in known:
            raise _error(path, name, f"unknown measure {name!r}", ", ".join(known))
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share < 1:
            raise _error(path, name, f"tolerance of {name} is {share!r}", "a share, from 0 to 1: 0.01 is one percent")
    return {name: float(share) for name, share in shares.items()}


def _with_severity(rule: Rule, severity: str | None) -> Rule:
    named: dict[str, Severity] = {name: name for name in get_args(Severity)}
    return rule if severity is None else replace(rule, severity=named[severity])


def _error(path: Path, key: str, message: str, allowed: str) -> ConfigError:
    """An error that points at the line that sets a key, or at the file where none does plainly."""
    plain = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=|\s*\[(?:tool\.crosstally\.)?{re.escape(key)}\]""")
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, 1) if plain.match(text)), None)
    return ConfigError(message, path=path, line=line, allowed=allowed)
