"""What is asked of every event of a run, such that a worker of any engine can be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crosstally.rules.comparison.tolerance import tolerated, tolerating
from crosstally.rules.decisions.decision import Decision
from crosstally.rules.rule import Rule, load_rules

if TYPE_CHECKING:
    from crosstally.rules.finding import Severity


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an event.

    Attributes:
        rules: Codes and severities of rules that come with crosstally.
        policy: Which figure is best.
        tolerance: By how much figures may differ and still agree, by measure.
        decisions: What people decided.
    """

    rules: tuple[tuple[str, Severity], ...]
    policy: str
    tolerance: tuple[tuple[str, float], ...]
    decisions: tuple[Decision, ...] = ()

    @classmethod
    def of(cls, rules: Iterable[Rule], policy: str, decisions: Sequence[Decision] = ()) -> Question:
        """The question that rules of crosstally ask, with the tolerance that holds here."""
        asked = tuple((rule.code, rule.severity) for rule in rules)
        return cls(asked, policy, tuple(sorted(tolerated().items())), tuple(decisions))

    @contextmanager
    def asked(self) -> Iterator[list[Rule]]:
        """The rules, with the tolerance in force: in whatever process the question has arrived."""
        known = {rule.code: rule for rule in load_rules()}
        with tolerating(dict(self.tolerance)):
            yield [replace(known[code], severity=severity) for code, severity in self.rules]
