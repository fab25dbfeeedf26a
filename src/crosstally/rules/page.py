"""The published page of a rule, from its docstring and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crosstally.rules.codes import Code
    from crosstally.rules.rule import Example, Rule

_INTRODUCTION = """\
# Rules

This page is written by `python scripts/rules_page.py` from the rules themselves: edit their docstrings and examples.
`crosstally rules` lists them, `crosstally rules XT101` shows one of these sections.

What a project has decided stands in `crosstally.toml`, or below `[tool.crosstally]` in `pyproject.toml`, in the working
folder or one above it:

```toml
policy = "latest"           # which figure is best: majority (the default), latest, lowest, highest, acled, emdat, ucdp
rules = ["desk/rules"]      # folders with rules of your own, from where the file stands

[severity]                  # by code or name: error, warning, info, or off
XT301 = "warning"
single-source = "off"

[tolerance]                 # by how much figures may differ and still agree, as a share of themselves
relative = 0.005            # all measures but ages, magnitudes and ranks
money = 0.02                # one measure
```

Codes tell of what kind a rule is: 1xx figures across sources, 2xx figures over time, 3xx parts and wholes, 4xx inside
one report, 5xx sources. An error or a warning accuses. A finding of severity info accuses nobody: it says why figures
may differ (XT102 to XT108, XT203), that they were brought up to date (XT202), or who stands behind them (XT501 to
XT503).

A rule of your own is one Python file of the same form, named for its code and name (`own13_unlucky.py`): a docstring,
`SEVERITY`, `EXAMPLES`, and `check(quantity)` or `check(event)` that yields messages and the facts they rest on. A rule
that cannot be loaded, or fails while it runs, stops the run with exit code 2 and is named with file and line: findings
without those of one rule would pass for all of them.

| code | name | severity | what it says |
|---|---|---|---|
"""


def render_page(rule: Rule) -> str:
    """One rule's section, in Markdown."""
    examples = "\n".join(_example(example) for example in rule.examples)
    return f"## {rule.code} {rule.name} ({rule.severity})\n\n{rule.page.strip()}\n\n**Examples**\n\n{examples}"


def render_code(kind: Code) -> str:
    """The section of a kind of finding that no rule makes, in Markdown."""
    told = f"**What it says.** {kind.says}\n\n**When it is silent.** {kind.silent}"
    return f"## {kind.code} {kind.name} ({kind.severity})\n\n{told}\n"


def render_pages(rules: Iterable[Rule]) -> str:
    """The page of all rules, in Markdown."""
    listed = list(rules)
    rows = "".join(f"| [{r.code}](#{_anchor(r)}) | {r.name} | {r.severity} | {r.summary} |\n" for r in listed)
    return _INTRODUCTION + rows + "".join(f"\n{render_page(rule)}" for rule in listed)


def _anchor(rule: Rule) -> str:
    return f"{rule.code} {rule.name} {rule.severity}".lower().replace(" ", "-")


def _example(example: Example) -> str:
    told = "".join(f"- {source}: {' / '.join(text.split(chr(10) * 2))}\n" for source, text in example.reports.items())
    said = f"`{example.message}`" if example.message else "nothing"
    return f"{told}\n  says {said}\n"
