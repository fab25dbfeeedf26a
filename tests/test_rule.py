from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

from crosstally.rules.rule import Rule, load_rules


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.code)
def test_what_is_read_of_a_file_is_what_the_module_says(rule: Rule) -> None:
    module = inspect.getmodule(rule.check)
    assert module
    assert (inspect.getdoc(module), module.SEVERITY) == (rule.page, rule.severity)
    assert [rule.takes] == list(inspect.signature(rule.check).parameters)


def test_a_list_of_rules_imports_none() -> None:
    code = """
        import sys
        from crosstally.rules.rule import load_rules
        load_rules()
        print([name for name in sys.modules if name.startswith("crosstally.rules.checks.")])
    """
    done = subprocess.run([sys.executable, "-c", inspect.cleandoc(code)], capture_output=True, text=True, check=True)
    assert "[]\n" == done.stdout
