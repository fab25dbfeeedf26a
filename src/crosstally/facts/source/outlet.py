"""The outlet that a pasted page names above its story: "The Harbour Courier", alone beside a date or a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosstally.facts.context.gazetteer import is_known
from crosstally.facts.lexicon import load

_BYLINE = re.compile(r"[Bb][Yy] [A-Z]|(?i:published|posted|updated)\b")
_NAME = re.compile(r"[A-Z][\w'’&.-]*(?: (?:(?:of|the|and|for|de|la) )*[A-Z][\w'’&.-]*){1,3}")
_ARTICLE = re.compile(r"The(?: [A-Z][\w'’&.-]*){1,3}")
_SIGNED = re.compile(r"[Bb][Yy] [^\W\d][^,|\d]{2,60}, (?P<name>[^,|\d]{3,40}?)\s*(?:\||\Z)")
_PAIR = 2  # words
_BETWEEN = " \t,;:|·•()–—-"


def outlet(lines: Sequence[str], dated: Sequence[Sequence[str] | None]) -> str | None:
    """The outlet that the lines above a story name; None where none does, or two do.

    Args:
        lines: The first lines of a text, down to its story.
        dated: Of each, what stands beside the dates that it holds, part by part; None where it holds none.
    """
    names = {*_beside(dated), *filter(is_outlet, _alone(lines, dated))} or {*_longer(dated), *_signed(lines)}
    return names.pop() if len(names) == 1 else None


def _beside(dated: Sequence[Sequence[str] | None]) -> Iterator[str]:
    """The outlets that stand beside a date on its line, where a name with its article is one: "The Clarion, 15 May"."""
    for part in (part.strip(_BETWEEN) for beside in dated for part in beside or ()):
        if is_outlet(part) or (_ARTICLE.fullmatch(part) and not is_known(part)):
            yield part


def _longer(dated: Sequence[Sequence[str] | None]) -> Iterator[str]:
    """The names too long for a person or a place that alone stand beside a date: "Sunday Herald of Orvane, 15 May"."""
    for beside in dated:
        name = beside[0].strip(_BETWEEN) if beside and len(beside) == 1 else ""
        if _NAME.fullmatch(name) and len(name.split()) > _PAIR and not is_known(name) and not _BYLINE.match(name):
            yield name


def _signed(lines: Sequence[str]) -> Iterator[str]:
    """The outlets that stand behind who wrote for them: "By Ana Ruiz, | Sel Noticias | , and no role."""
    for found in filter(None, map(_SIGNED.match, lines)):
        name = found["name"]
        is_named = _NAME.fullmatch(name) and not is_known(name) and name.split()[-1].lower() not in _words("roles")
        if is_named:
            yield name


def _alone(lines: Sequence[str], dated: Sequence[Sequence[str] | None]) -> Iterator[str]:
    """The lines beside those that hold a date or a byline."""
    for k, line in enumerate(lines):
        around = [j for j in (k - 1, k + 1) if 0 <= j < len(lines)]
        if dated[k] is None and any(dated[j] is not None or _BYLINE.match(lines[j]) for j in around):
            yield line.strip(_BETWEEN)


def is_outlet(name: str) -> bool:
    """Whether some words are the name of a paper, a station or an agency."""
    if not _NAME.fullmatch(name) or _BYLINE.match(name):
        return False
    words = name.lower().removeprefix("the ").split()
    is_pair = len(words) == _PAIR and words[-1] in _words("last_of_two")
    return is_pair or words[-1] in _words("last") or words[0] in _words("first")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("outlets")[key])
