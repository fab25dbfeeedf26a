"""Rows of tables and axes of charts that ended up among sentences, as they do in text taken out of PDF files.

What their numbers count stands in a header that no sentence holds, so they are passed over and named as skipped.
"""

from __future__ import annotations

import re

_CELL = re.compile(r"[^ \t|]+")
_NUMBER = re.compile(  # "140, 210" is a list
    r"[\d($£€+–—nN-](?<![^ \t|].)"  # what begins none is passed over by its class
    r"(?:(?:(?<=\d)\d*|(?<=[($£€+-])[($£€+-]*\d+)(?:[.,]\d+)*(?:%|\))?|(?<=[-–—])|(?<=[nN])/[aA])(?![^ \t|])"
)
_DATE = re.compile(  # an entry of a list may begin with its day: "12.12.2014 - 3 killed"
    r"\W*(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2}[ -]?[A-Z][a-z]{2,8}[ -]?\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})(?:\s*[-–—:|,]\s+|\s+(?=[A-Z]))"
)
_BULLET = re.compile(r"[-–—•*▪●]+[ \t]+")
_ALONE = re.compile(r"\d+(?:[.,]\d+)*")
_LEAST = 3  # numbers that a row of a table has; a sentence with as few words as that has fewer


def is_table_row(line: str) -> bool:
    """Whether a line has three numbers or more, and more of them than of words: "Aceh 120 340 22", "0 10 20 30".

    So is a number alone on its line: what it counts stands elsewhere. A dash before all else is a bullet and no cell.
    """
    if _ALONE.fullmatch(line):
        return True
    begin = bullet.end() if (bullet := _BULLET.match(line)) else 0
    begin = dated.end() if (dated := _DATE.match(line)) else begin
    told = line[begin:]
    numbers = len(_NUMBER.findall(told))
    return numbers >= _LEAST and 2 * numbers > len(_CELL.findall(told))
