"""Persons: whose an age is that goes back to somebody named before: "the 28-year-old", "she is 28"."""

from __future__ import annotations

import re

from crosstally.facts.context.names import full_names

_BEFORE = 250  # code points before its sentence in which somebody is named: a sentence or two
_AGAIN = re.compile(r"The $|\b(?:[Hh]e|[Ss]he) (?:is|was|turned)(?: (?:only|just|then|now))? $")
_SHORTEST = 3  # letters of a name, as of those that touch an age


def whose(text: str, begin: int, at: int) -> tuple[str, ...]:
    """The words of the name of the person to whom an age goes back, in the alphabet's order; none where it does not.

    Args:
        text: A text.
        begin: Where the sentence of the age begins; whoever is named last before it is meant.
        at: Where the age begins.
    """
    if not _AGAIN.search(text, begin, at):
        return ()
    *_, last = "", *full_names(text, max(0, begin - _BEFORE), begin)
    return tuple(sorted(word for word in last.split() if len(word) >= _SHORTEST))
