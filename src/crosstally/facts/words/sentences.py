"""Sentences with exact offsets.

A boundary is a full stop, question or exclamation mark that is followed by white space and something a sentence can
begin with, or a line break that ends a paragraph. Full stops after abbreviations and initials are none. What goes on
for pages without one (a table, a list of names) is cut, so that the work on a sentence is bounded.
"""

from __future__ import annotations

import re
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.furniture import is_furniture

_BREAK = re.compile(
    r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9À-Þ$£€])|\n[ \t]*(?:\n\s*)?"
    r"|(?<=[a-z][a-z])[.!?][\"”]?(?=[\"“]?[A-Z][a-z]+[ ,])"  # "two men died.Witnesses said": a page without its breaks
)
_BEFORE_STOP = re.compile(r"(?:[A-Za-z]\.)*[\w-]+$")
_LABELLED = re.compile(r"\W*\w[\w ]{0,40}:[ \t]*\d[\d.,]*\W*")  # a line of its own: "Posts: 212"
_INITIAL = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")
_BYLINE = re.compile(r"B[Yy] [A-Z][\w'’-]+(?: [A-Z][\w.'’-]*)+[^.\n]{0,40}(?:\n|\Z)")
_ENTRY = re.compile(r"[\w.-]+: ")
_TERMINAL = ".!?…:;\"”’'»)"
_LONGEST_ABBREVIATION = 24
_LONGEST = 2000  # code points; of 70,000 sentences of news, one is longer
_SEAMS = ("\n", "; ", ", ", " ")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a text, in order, without the white space around them."""
    wrapped = max((len(line.rstrip()) for line in text.split("\n")), default=0) <= 100  # noqa: PLR2004 - hard-wrapped prose keeps to 80 or so
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _BREAK.finditer(text):
        end = match.start() if match[0][0] == "\n" else match.end()
        if match[0][0] == "\n":
            if "\n" not in match[0][1:] and _goes_on(text, begin, match.start(), match.end(), wrapped=wrapped):
                continue
        elif match[0] == "." and is_abbreviated(text, begin, match.start()):
            continue
        _keep(text, begin, end, spans)
        begin = match.end()
    _keep(text, begin, len(text), spans)
    return spans


def _keep(text: str, begin: int, end: int, spans: list[tuple[int, int]]) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > _LONGEST:
        seam = _seam(text, begin)
        _keep(text, begin, seam, spans)
        begin = seam
        while text[begin].isspace():
            begin += 1
    if begin < end:
        spans.append((begin, end))


def _seam(text: str, begin: int) -> int:
    """Where what is too long for a sentence is cut: at a line, a clause, a space, else between words, else anywhere."""
    least, most = begin + _LONGEST // 2, begin + _LONGEST
    for mark in _SEAMS:
        if (found := text.rfind(mark, least, most)) > 0:
            return found + len(mark)
    return next((at for at in range(most, least, -1) if not (text[at].isalnum() and text[at - 1].isalnum())), most)


def _goes_on(text: str, begin: int, stop: int, after: int, *, wrapped: bool) -> bool:
    """Whether the sentence goes on behind one line break: the next line is in small letters, or the text is wrapped.

    It does not behind a line of furniture or a label with its number, nor where somebody's entry begins ("chossboy:
    Anyone know more?") or the line that says who wrote what stands below ("By Ana Vell, Foreign Editor").
    """
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if after >= len(text) or stop <= begin:
        return False
    if text[after].islower():
        is_label = _LABELLED.fullmatch(text, max(begin, text.rfind("\n", 0, stop) + 1), stop) is not None
        return not (is_label or _ENTRY.match(text, after) or is_furniture(text[begin:stop]))
    line = stop - max(text.rfind("\n", 0, stop) + 1, 0)
    is_full = line > 60  # noqa: PLR2004 - a shorter line was ended
    return wrapped and is_full and text[stop - 1] not in _TERMINAL and not _BYLINE.match(text, after)


def is_abbreviated(text: str, begin: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial."""
    low = max(begin, stop - _LONGEST_ABBREVIATION)
    last = text[max(low, text.rfind(" ", low, stop) + 1) : stop]
    if not last.isalpha():  # few words need a pattern
        found = _BEFORE_STOP.search(text, low, stop)
        last = found[0] if found else ""
    return last.lower() in _abbreviations() or (_INITIAL.fullmatch(last) is not None and last != "I")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.rstrip(".").lower() for word in load("abbreviations")["before_names"])
