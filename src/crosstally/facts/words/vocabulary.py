"""Vocabulary as a pattern: words that share their beginnings share the steps that tell them from other words."""

from __future__ import annotations

import re
from collections.abc import Iterable


class _Node(dict[str, "_Node"]):
    """What may follow a beginning, by its next letter; `ends` where the beginning is a word itself."""

    ends = False
    ends_word = False  # the same, where no letter follows


def any_of(words: Iterable[str], *, whole: Iterable[str] = ()) -> str:
    r"""A pattern that matches any of the words, the longest that fits; spaces are kept as they are.

    Args:
        words: What matches wherever it stands, be it the beginning of a longer word.
        whole: What matches only where a word ends behind it.

    >>> any_of(["ten", "tens", "six"])
    '(?:six|ten(?:s)?)'
    >>> any_of(["kill"], whole=["killer", "ten"])
    '(?:kill(?:er\\b)?|ten\\b)'
    """
    root = _Node()
    for word in words:
        _end_of(root, word).ends = True
    for word in whole:
        _end_of(root, word).ends_word = True
    return _pattern(root)


def _end_of(root: _Node, word: str) -> _Node:
    node = root
    for letter in word:
        node = node.setdefault(letter, _Node())
    return node


def in_any_case(words: Iterable[str]) -> set[str]:
    """The words in small letters, with a capital and in capitals."""
    return {form for word in words for form in (word, word.capitalize(), word.upper())}


def _pattern(node: _Node) -> str:
    branches = [re.escape(letter) + _pattern(rest) for letter, rest in sorted(node.items())]
    if node.ends_word and not node.ends:
        branches.append(r"\b")
    if not branches:
        return ""
    if len(branches) == 1 and not node.ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if node.ends else ''}"
