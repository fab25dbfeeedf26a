"""Asking a rule, whoever wrote it: what it yields is looked at, and what it raises is told with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.errors import RuleError
from crosstally.facts.fact import Fact
from crosstally.rules.event import Event
from crosstally.rules.rule_faults import line_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.quantity import Quantity
    from crosstally.rules.rule import Rule

_YIELDED = "a pair of a message and the facts it rests on, one or more"


def remarks(rule: Rule, subject: Quantity | Event) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """What a rule has to say.

    Raises:
        RuleError: It failed, or yielded something else; the error names the rule, the line and what it was asked about.
    """
    on = f"event {subject.name!r}" if isinstance(subject, Event) else f"{subject.measure} of event {subject.event!r}"
    path = rule.check.__code__.co_filename if hasattr(rule.check, "__code__") else None
    try:
        for remark in rule.check(subject):
            message, facts = _looked_at(remark)
            yield message, facts
    except _NoRemarkError as error:
        told = f"rule {rule.code} ({rule.name}) yielded {error} on {on}"
        raise RuleError(told, path=path, allowed=_YIELDED) from None
    except (Exception, SystemExit) as error:  # whatever a rule does, the run says which one it was
        told = f"rule {rule.code} ({rule.name}) failed on {on}: {type(error).__name__}: {error}"
        raise RuleError(told, path=path, line=line_in(path, error)) from error


class _NoRemarkError(Exception):
    """What a rule yielded is no remark."""


def _looked_at(remark: object) -> tuple[str, tuple[Fact, ...]]:
    match remark:
        case (str(message), [*given]) if given:
            facts = tuple(fact for fact in given if isinstance(fact, Fact))
            if len(facts) == len(given):
                return message, facts
    raise _NoRemarkError(f"{remark!r:.80}")
