"""The lines of a page that are furniture rather than report: bylines, buttons, copyright notices, lists of links."""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.lexicon import load

_PROSE = re.compile(r"[.!?…][\"'”’)]*[ \t\r]*$", re.MULTILINE)
_LINE = re.compile(r"\s*([^\n]+)")
_LONGEST = 160  # characters of a link; a longer line tells something
_LONGEST_LABEL = 90
_WORD = re.compile(r"[a-z]+(?:[.'’-][a-z]+)*")
_MOST = 12  # links of a list


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(entry['pattern'] for entry in load('furniture')['opening'])})")


@cache
def _holding() -> list[tuple[str, re.Pattern[str]]]:
    """Patterns by the cues without which they match nothing: a plain search tells most lines apart."""
    entries = load("furniture")["holding"]
    return [(cue, re.compile(entry["pattern"])) for entry in entries for cue in entry["cues"]]


@cache
def _heading() -> re.Pattern[str]:
    headings = "|".join(entry["pattern"] for entry in load("furniture")["heading"])
    return re.compile(rf"^[^\w\n]*(?:{headings})[ \t]*:?[^\w\n]*$", re.MULTILINE)


def is_furniture(line: str) -> bool:
    """Whether a line is page furniture (a byline, a copyright notice, a comment form) and yields no facts."""
    if _opening().match(line) or _tells_of_page(line):
        return True
    small = line.lower()
    return any(cue in small and pattern.search(line) for cue, pattern in _holding())


def _tells_of_page(line: str) -> bool:
    """Whether a short line holds a number, and no words but those of a page's own parts: "Gallery (12 photos)"."""
    ends_prose = line[:1].islower() and line.rstrip().endswith(".")  # the last line of a paragraph that was wrapped
    if ends_prose or len(line) > _LONGEST_LABEL or not any(map(str.isdigit, line)):
        return False
    words = set(_WORD.findall(line.lower()))
    return any(not words.isdisjoint(parts) and words <= allowed for parts, allowed in _vocabularies())


@cache
def _vocabularies() -> list[tuple[frozenset[str], frozenset[str]]]:
    """By what a line may tell of, the words one of which it holds, and all that it may hold."""
    kinds = load("furniture")["label"]
    return [(frozenset(kind["parts"]), frozenset([*kind["parts"], *kind["beside"]])) for kind in kinds]


def link_lists(text: str) -> list[tuple[int, int]]:
    """Where the links to other stories stand that a heading of its own announces: "Related stories", "Read next:".

    A list ends at the first line that is prose: a sentence with its full stop, or longer than a headline. What stands
    above all prose is no such heading: "Latest news" may be the section of the page, with its headline below.

    Returns:
        Spans in code points, in order, without their headings.
    """
    lists: list[tuple[int, int]] = []
    story = _PROSE.search(text)
    for heading in _heading().finditer(text, story.end()) if story else ():
        end = begin = heading.end()
        for _ in range(_MOST):
            line = _LINE.match(text, end)
            if line is None or len(line[1]) > _LONGEST or _PROSE.search(line[1]):
                break
            end = line.end()
        if end > begin:
            lists.append((begin, end))
    return lists


def is_within(at: int, lists: list[tuple[int, int]]) -> bool:
    """Whether a place of a text stands in one of its lists of links."""
    return any(begin <= at < end for begin, end in lists)
