"""Text in the cells of a CSV file: what a spreadsheet would run as a formula is guarded, and read back as it was.

https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re

_GUARD = "'"
_STARTS = frozenset("'=@＝＠＋－+-\t\r\n")  # the wide ones are formulas in some languages
# A sign before a plain figure ("-5 °C", "+12 percent") starts no formula: without brackets and bars nothing is called.
_FORMULA = re.compile(r"'*(?:[=@＝＠＋－\t\r\n]|[+-](?!\d[\w.,:%° ]*\Z))")


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: one more apostrophe in front of what would be one."""
    return _GUARD + text if text[:1] in _STARTS and _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made a cell of."""
    return cell[1:] if cell[:1] == _GUARD and _FORMULA.match(cell[1:]) else cell
