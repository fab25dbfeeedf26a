"""Vocabulary as a pattern: words that share their beginnings share the steps that tell them from other words."""

from __future__ import annotations

import re
from collections.abc import Iterable


class _Node(dict[str, "_Node"]):
    """What may follow a beginning, by its next letter; `ends` where the beginning is a word itself."""

    ends = False


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest that fits; spaces are kept as they are.

    >>> any_of(["ten", "tens", "six"])
    '(?:six|ten(?:s)?)'
    """
    root = _Node()
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, _Node())
        node.ends = True
    return _pattern(root)


def in_any_case(words: Iterable[str]) -> set[str]:
    """The words in small letters, with a capital and in capitals."""
    return {form for word in words for form in (word, word.capitalize(), word.upper())}


def _pattern(node: _Node) -> str:
    branches = [re.escape(letter) + (_pattern(rest) if rest else "") for letter, rest in sorted(node.items())]
    if len(branches) == 1 and not node.ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if node.ends else ''}"
