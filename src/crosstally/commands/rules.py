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
    severities of your own, from crosstally.toml or pyproject.toml, are shown as set. Below the rules stand the codes
    of findings that audit, vet and check --against make.

    \b
    Examples:
      crosstally rules
      crosstally rules XT101
    """
    from crosstally.config import load_settings
    from crosstally.rules.codes import codes
    from crosstally.rules.page import render_code, render_page

    known = load_settings(trust=trusted()).rules
    others = [*codes().values()]
    if code is None:
        listed = [(rule, rule.summary) for rule in known] + [(other, other.says) for other in others]
        width = max(len(kind.name) for kind, _ in listed)
        show("".join(f"{kind.code}  {kind.name:{width}}  {kind.severity:7}  {says}\n" for kind, says in listed))
        return
    pages = [(rule, render_page(rule)) for rule in known] + [(other, render_code(other)) for other in others]
    for kind, page in pages:
        if code.upper() == kind.code or code.lower() == kind.name:
            show(page)
            return
    names = [name for kind, _ in pages for name in (kind.code, kind.name)]
    near = get_close_matches(code, names) or get_close_matches(code.upper(), names)
    raise RuleError(f"unknown rule {code!r}", allowed=", ".join([*near, "any that `crosstally rules` lists"]))
