"""Coordinates of a place on earth: "37.2 degrees north", "34.05N, 118.24W", "10°14'N 123°48'E"."""

from __future__ import annotations

from crosstally.facts.words.tokens import Tokens

_AXES = ({"n", "s", "north", "south"}, {"e", "w", "east", "west"})
_POINTS = frozenset({"north", "south", "east", "west", "n", "s", "e", "w", "latitude", "longitude"})
_NEXT = 5  # tokens from one coordinate to the other
_ARC = frozenset({"'", "’", "′", '"', "”", "″"})


def is_coordinate(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is a coordinate of a place: "37.2 degrees | north", "34.05|N", "12.4 | north and 80.1".

    A direction in words must stand behind both: "12 | north" of somewhere is none.
    """
    if _is_arc(tokens, i):
        return True
    if tokens.at(stop) in _POINTS and tokens.lower[stop - 1] in {"degrees", "°", "degree"}:
        return True
    letter = tokens.at(i + 1)
    if letter not in _AXES[0] | _AXES[1] or not _is_axis(tokens, i + 1):
        return False
    other = _AXES[letter in _AXES[0]]
    near = range(max(1, i - _NEXT), min(len(tokens), i + _NEXT + 2))
    return any(_is_axis(tokens, k) and tokens.lower[k] in other and tokens.kinds[k - 1] == "number" for k in near)


def _is_arc(tokens: Tokens, i: int) -> bool:
    """Whether a number is of the degrees, minutes or seconds before a letter: "| 10|°|14|'N" of the equator."""
    degree = next((k for k in (i, i - 2, i - 4) if k >= 0 and tokens.at(k + 1) == "°"), None)
    if degree is None:
        return False
    end = degree + 2
    while tokens.is_number(end) and tokens.touches(end) and tokens.at(end + 1) in _ARC:
        end += 2
    letter = "".join(tokens.words[end : end + 1])
    return degree + 2 < end > i and letter.isupper() and letter.lower() in _AXES[0] | _AXES[1]


def _is_axis(tokens: Tokens, i: int) -> bool:
    """Whether a direction at token `i` is a letter in capitals, or a word behind a number with decimals."""
    return tokens.words[i].isupper() if len(tokens.words[i]) == 1 else "." in tokens.words[i - 1]
