"""The command that lists the rules and shows their pages."""

from __future__ import annotations

from difflib import get_close_matches

import click

from crosstally.errors import RuleError
from crosstally.own_rules import takes_rules, trusted
from crosstally.terminal import show

# ruff: noqa: D301, PLC0415 - see cli.py


@click.command()
@click.argument("code", required=False)
@takes_rules
def rules(code: str | None) -> None:
    """List the rules, or show the page of one.

    A page says what the rule says, why it matters and when it is silent. CODE is a rule's code or its name. Rules and
    severities of your own, from crosstally.toml or pyproject.toml, are shown as set.

    \b
    Examples:
      crosstally rules
      crosstally rules XT101
    """
    from crosstally.config import load_settings
    from crosstally.rules.page import render_page

    known = load_settings(trust=trusted()).rules
    if code is None:
        width = max(len(rule.name) for rule in known)
        show("".join(f"{rule.code}  {rule.name:{width}}  {rule.severity:7}  {rule.summary}\n" for rule in known))
        return
    for rule in known:
        if code.upper() == rule.code or code.lower() == rule.name:
            show(render_page(rule))
            return
    names = [name for rule in known for name in (rule.code, rule.name)]
    near = get_close_matches(code, names) or get_close_matches(code.upper(), names) or [rule.code for rule in known]
    raise RuleError(f"unknown rule {code!r}", allowed=", ".join(near))
