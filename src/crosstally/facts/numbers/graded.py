"""Counts that share a noun, each behind a word for how sure it is: "31 | suspected | and 7 confirmed cases"."""

from __future__ import annotations

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.links import link_words
from crosstally.facts.words.tokens import Tokens

_JOINTS = (["and"], [","], [",", "and"], ["or"], ["plus"])


def carry_graded(tokens: Tokens, figure: Figure, following: Figure) -> None:
    """Gives a bare figure with a grade alone behind it the noun of the next: "40 | confirmed | and 12 probable cases".

    Args:
        tokens: The sentence.
        figure: The figure.
        following: The next one.
    """
    if figure.noun is not None or figure.unit is not None or following.noun is None or following.unit is not None:
        return
    is_graded = tokens.at(figure.stop) in link_words("grades") and tokens.at(following.after) in link_words("grades")
    if is_graded and tokens.lower[figure.stop + 1 : following.first] in _JOINTS:
        figure.noun = following.noun
        figure.stop += 1
