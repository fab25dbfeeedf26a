"""Skips: the numbers of a document that are no facts, each with what it is instead, so that none is dropped unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crosstally.facts.document import Document
from crosstally.facts.fact import Fact, Section
from crosstally.facts.normal.normal import Normal, normal
from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.numerals import number_words, read_numeral
from crosstally.facts.numbers.ranges import is_tied_to
from crosstally.facts.numbers.traps import trap_of
from crosstally.facts.words.furniture import is_furniture, is_within, link_lists
from crosstally.facts.words.language import ENGLISH, language_of
from crosstally.facts.words.links import link_words
from crosstally.facts.words.makes import makes_in
from crosstally.facts.words.sentences import sentence_spans
from crosstally.facts.words.table_rows import is_table_row
from crosstally.facts.words.tokenize import tokenize
from crosstally.facts.words.tokens import Tokens

_NAMES = {
    "label": re.compile(r"#\d+$"),
    "address of the web": re.compile(r"https?:|www\.|@|#"),
    "time": re.compile(r"\d[:.]\d\d(?![.\d])|[ap]\.?m\b|o['’]clock|\d{4} [A-Z]{3}|24/7", re.IGNORECASE),
    "telephone number": re.compile(r"\d{3}[ .-]\d{4}$|^\(\d{3}\)"),
    "code": re.compile(r"[A-Z]{2,}-\d+$"),
    "date": re.compile(
        r"[a-z]{3,}\W?\s?\d|\d[-./ ]?[a-z]{3,}|\d ?[/-] ?\d+ ?[/-] ?\d|\d\.\d+\.\d|9[/-]11", re.IGNORECASE
    ),
    "ordinal": re.compile(r"\d(?:st|nd|rd|th)$", re.IGNORECASE),
}
_ARTICLES = link_words("indefinite")  # "a hundred and one"
NO_CLAIM = "no claim"


class Skip(NamedTuple):
    """A number that is no fact.

    Attributes:
        section: Which text of its document it stands in.
        start: Its first code point there.
        end: One past its last.
        quote: The number as written.
        reason: What it is: "date", "year", "label", "furniture" ...; "no claim" where it counts nothing that is told.
    """

    section: Section
    start: int
    end: int
    quote: str
    reason: str


def skips_of(document: Document, facts: Iterable[Fact]) -> list[Skip]:
    """Every number of a document that stands in none of its facts, in the order of the texts.

    Args:
        document: The document.
        facts: Those read in it.
    """
    taken: dict[Section, list[tuple[int, int]]] = {"title": [], "body": []}
    for fact in facts:
        taken[fact.section].append((fact.start, fact.end))
    is_english = language_of(document.text) == ENGLISH
    texts: list[tuple[Section, str]] = [("title", document.title or ""), ("body", document.text)]
    makes = makes_in(normal(document.text).text)
    return [
        skip
        for section, text in texts
        for skip in _skips(section, normal(text), makes, is_english=is_english)
        if not any(start < skip.end and skip.start < end for start, end in taken[section])
    ]


def _skips(section: Section, text: Normal, makes: frozenset[tuple[str, str]], *, is_english: bool) -> Iterator[Skip]:
    links = link_lists(text.text)
    for begin, stop in sentence_spans(text.text):
        sentence = text.text[begin:stop]
        tokens = tokenize(sentence)
        tokens.makes = makes
        around = None if is_english else "other language"
        if around is None and (is_within(begin, links) or is_furniture(sentence)):
            around = "furniture"
        if around is None and is_table_row(sentence):
            around = "table"
        for first, last, reason in _numbers(tokens):
            start, end = text.span(begin + tokens.starts[first], begin + tokens.ends[last - 1])
            yield Skip(section, start, end, text.original[start:end], around or reason)


def _numbers(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """The numbers of a sentence: their first token, one past the last, and what each is."""
    done = 0
    for i, (kind, word) in enumerate(zip(tokens.kinds, tokens.words, strict=True)):
        if i < done:
            continue
        if kind == "name" and any(map(str.isdigit, word)):
            yield i, i + 1, next((name for name, pattern in _NAMES.items() if pattern.search(word)), "code")
        elif kind in {"number", "fraction"} or (kind == "word" and tokens.lower[i] in number_words() | _ARTICLES):
            numeral = read_numeral(tokens, i)
            if numeral is None and tokens.lower[i] in _ARTICLES:
                continue
            done = numeral.stop if numeral else i + 1
            if numeral or kind != "word":
                measured = unit_behind(tokens, done)[0] is not None
                trap = numeral and trap_of(tokens, numeral, measured=measured)
                if trap in {"score", "ratio"}:
                    halves = 2 + 2 * is_tied_to(tokens, done)  # "2 | -0", "three | to one", "3 | -to-1"
                    done = min(done + halves, len(tokens))
                yield i, done, trap or NO_CLAIM
