"""What brackets or a pair of dashes set off from its sentence, so that no figure behind it is about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosstally.facts.words.tokens import DASHES, Tokens

_GOES_ON = re.compile(r"r*[vm]")  # the clause that a pair of dashes broke into


def set_off(tokens: Tokens, letters: str) -> list[range]:
    """The tokens between brackets and between dashes, with these.

    "Shares of Orvane |(ORV)| rose", "its wines |- among them a port -| are sold", where the clause goes on with its
    verb behind them.

    Args:
        tokens: The sentence.
        letters: One letter for each of its first tokens, as far as the last figure.
    """
    marks = [i for i in range(len(letters)) if tokens.kinds[i] == "mark"]
    return [*_in_brackets(tokens, marks), *_between_dashes(tokens, letters, marks)] if len(marks) > 1 else []


def _in_brackets(tokens: Tokens, marks: Sequence[int]) -> Iterator[range]:
    opened: list[int] = []
    for i in marks:
        if tokens.words[i] == "(":
            opened.append(i)
        elif tokens.words[i] == ")" and opened:
            yield range(opened.pop(), i + 1)


def _between_dashes(tokens: Tokens, letters: str, marks: Sequence[int]) -> Iterator[range]:
    opened: int | None = None
    for i in marks:
        if not _is_dash(tokens, i):
            continue
        if opened is not None and _GOES_ON.match(letters, i + 1):
            yield range(opened, i + 1)
            opened = None
        elif letters[i - 1 : i] in {"n", ")", "-"}:
            opened = i


def _is_dash(tokens: Tokens, i: int) -> bool:
    """Whether a stroke is a dash and no hyphen: a long one, one with white space around it, the last of two."""
    if tokens.words[i] not in DASHES:
        return False
    is_second = tokens.at(i - 1) == "-" and tokens.touches(i)
    return tokens.words[i] == "—" or is_second or not (tokens.touches(i) or tokens.touches(i + 1))
