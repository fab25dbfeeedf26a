"""Spans: what a stretch of time is the length of: "the | shaking | lasted 15 seconds", "a four-year | deal".

So is how long help took to come: "police arrived | six minutes | after the call".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from crosstally.facts.lexicon import load
from crosstally.facts.words.vocabulary import any_of

_BACK = 250  # code points before its sentence in which what "it" goes back to was told of
_BEHIND = 60  # code points behind a time that may say of what it is
_ARRIVAL = "arrival"
_CLAUSE = re.compile(r"[;:\u201c\"()\u2014]|\b(?:but|while|whereas|although)\b")


def lasting(text: str, begin: int, span: tuple[int, int]) -> tuple[str, ...]:
    """The kind of what a time is the length of, in words in the alphabet's order; none where the text does not say.

    Args:
        text: A text.
        begin: Where the sentence of the time begins.
        span: Where the time begins with its hedge, and one past the last character of its quote.
    """
    start, end = span
    low = max([begin, *(found.end() for found in _CLAUSE.finditer(text, begin, start))])
    before, quote, after = (text[i:j].lower() for i, j in ((low, start), (start, end), (end, end + _BEHIND)))
    told = text[max(0, begin - _BACK) : begin].lower()
    kind = _of_quote(quote, after) or _beside(before, after) or _of_verb(told, before)
    if kind is not None:
        return (kind,)
    helper = _who_came(before, after)
    return tuple(sorted((_ARRIVAL, helper))) if helper else ()


def _of_quote(quote: str, after: str) -> str | None:
    """The kind that the quote's own noun names: "an | 11-minute rampage"; "a | ten-minute drive | away" is none."""
    found = _pattern("{kind}$").search(quote) if "-" in quote else None
    return _kinds()[found[1]] if found and not _pattern("{away}").match(after) else None


def _beside(before: str, after: str) -> str | None:
    """The kind beside a time: "a debate of | 11 hours", "| three days | of talks", "delayed by | 36 minutes"."""
    for said in (_pattern("{said_before} {hedge}$").search(before), _pattern(" {said_behind}").match(after)):
        if said is not None:
            return _said()[said[1]]
    of_kind, behind = "{kind} of {hedge}$", "(?:['\u2019]?| of) {kind}(?!{away})"
    found = _pattern(of_kind).search(before) or _pattern(behind).match(after)
    return _kinds()[found[1]] if found else None


def _of_verb(told: str, before: str) -> str | None:
    """The kind of what a verb says has lasted for a time; "it" is the last that was told of."""
    verb = _pattern("{lasts} {hedge}$").search(before)
    subjects = list(_pattern("{subject}").finditer(before, 0, verb.start())) if verb else []
    if not subjects or _pattern("{part} of (?:the )?$").search(before, 0, subjects[-1].start()):
        return None
    subject = subjects[-1]
    if subject[1] in _kinds():
        return _kinds()[subject[1]]
    earlier = _pattern("{kind}").findall(told + before[: subject.start()])
    return _kinds()[earlier[-1]] if earlier else None


def _who_came(before: str, after: str) -> str | None:
    """Who came within a time: "police arrived | six minutes | later", "cops took | seven minutes | to reach it"."""
    if _pattern("{waits} {hedge}$").search(before):
        found = _pattern(" for (?:an? |the )?{helper}").match(after)
        return _helpers()[found[1]] if found else None
    took, came = (
        "{takes} (?:(?:an? |the )?{helper} )?{hedge}$",
        r"{comes}(?: [\w-]+){{0,3}},? (?:(?:within|after) )?{hedge}$",
    )
    has_taken = _pattern(took).search(before) and _pattern(" to {comes}").match(after)
    named = _pattern("{helper}").findall(before) if has_taken or _pattern(came).search(before) else []
    return _helpers()[named[-1]] if named else None


@cache
def _kinds() -> dict[str, str]:
    """By noun, the kind of what lasts."""
    return {noun: kind for kind, nouns in load("spans")["kind"].items() for noun in nouns}


@cache
def _said() -> dict[str, str]:
    """By words that tell of what a time is by themselves, its kind."""
    sides = (load("spans")["before"], load("spans")["behind"])
    return {words: kind for side in sides for kind, listed in side.items() for words in listed}


@cache
def _helpers() -> dict[str, str]:
    """By noun, who comes."""
    return {noun: who for who, nouns in load("spans")["helper"].items() for noun in nouns}


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """A pattern in which a name in braces stands for the words of that name: nouns in a group, all others in none."""
    spans = load("spans")
    words = {name: rf"\b{any_of(spans[name]['words'])}\b" for name in ("lasts", "takes", "waits", "comes", "part")}
    said = {f"said_{side}": chain.from_iterable(spans[side].values()) for side in ("before", "behind")}
    nouns = {**said, "kind": [*_kinds()], "helper": [*_helpers()], "subject": [*_kinds(), *spans["again"]["words"]]}
    return re.compile(
        written.replace(" ", r"\s").format(
            **words,
            **{name: rf"\b({any_of(listed)})\b" for name, listed in nouns.items()},
            hedge=rf"(?:{any_of(spans['hedge']['words'])}\s)*",
            away=rf"\s{any_of(spans['away']['words'])}\b",
        )
    )
