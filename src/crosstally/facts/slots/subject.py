"""Subject: the words a figure is about, beyond the noun it counts.

The words before a figure are cut into noun phrases and what links them, one letter a word. The phrase with a verb right
behind it leads the clause; another stands beside the figure, before or behind: "the firm posted a | loss | of $3m",
"20% | of its revenue".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.rates import past_brackets
from crosstally.facts.slots.leading import (
    ASIDE,
    MOST_TOKENS,
    RUN,
    Phrase,
    Span,
    leader_of,
    length_of,
    nearest,
    phrases_in,
    whole_of,
)
from crosstally.facts.slots.letters import SURE, codes, letters_of
from crosstally.facts.slots.set_off import set_off
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.tokens import Tokens

_REACH = 48  # tokens before a figure in which its subject is sought
_AGES = 8  # tokens from the comma before "aged" to the last of several ages

_VERB = re.compile(r"[vm]")
_PLACED = re.compile(r"od*$")
_OWNED_BY = ("of", "in", "for", "at", "from", "on")
_POSSESSIVE = frozenset({"'", "’", "'s", "’s"})
_SHARE_OF = ("of", "in", "for", "from", "off")
_WENT_TO = ("on", "in", "for", "to", "by")
_PRICE_OF = ("of", "for", "off")


def subjects_of(tokens: Tokens, figures: Sequence[Figure]) -> list[str | None]:
    """What each figure of a sentence is about; None where nothing tells."""
    letters = letters_of(tokens, 0, max((figure.first for figure in figures), default=0), "")
    for figure in figures:
        for part, letter in _parts(tokens, figure, letters):
            letters = letters[: part.start] + letter * len(part) + letters[part.stop :]
    asides = set_off(tokens, letters)
    return [_subject_of(tokens, figure, _without(asides, letters[: figure.first])) for figure in figures]


def _without(asides: Sequence[range], letters: str) -> str:
    """The letters before a figure, without those of what was set off and is closed."""
    for aside in asides:
        if aside.stop <= len(letters):
            letters = letters[: aside.start] + ASIDE * len(aside) + letters[aside.stop :]
    return letters


def _parts(tokens: Tokens, figure: Figure, letters: str) -> Iterator[tuple[range, str]]:
    """Tokens of a figure with the letter that the figure gives them: a rate is no phrase, who is of an age is."""
    number = range(figure.hedge.stop if figure.hedge is not None else figure.first, figure.number)
    if figure.unit is not None and figure.unit.dimension == "currency":
        yield number, "#"  # "a profit of | EUR | 5 million"
    if figure.noun is not None and not figure.is_adverb:
        for k in range(figure.noun.first, min(figure.noun.stop, len(letters))):
            if codes().get(tokens.lower[k]) == "b":
                yield range(k, k + 1), "n"  # "166 | call | centres"
        if figure.hyphen and figure.unit is None and figure.noun.head == figure.noun.first:
            yield range(figure.noun.first, figure.noun.stop), "j"  # "a five-|speed| manual"
    if figure.per is not None:
        yield range(figure.after, figure.stop), "#"  # "9 cents | a litre | and"
    if figure.age and letters[number.start - 1 : number.start] in {"", "d", "#"} and _is_led(tokens, figure.stop):
        yield range(figure.number, figure.stop), "n"  # "a | 30-year-old | could"


def _subject_of(tokens: Tokens, figure: Figure, letters: str) -> str | None:
    """The phrase beside a figure, the phrase that leads its clause; None when neither is there.

    Args:
        tokens: The sentence.
        figure: One of its figures.
        letters: One letter for each token before it.
    """
    first = max(0, figure.first - _REACH)
    phrases, link = phrases_in(letters[first:], first)
    if phrases and figure.age and _is_set_off_at(tokens, figure.first, phrases[-1].stop):
        return _text_of(tokens, [whole_of(phrases, len(phrases) - 1)])
    read = _of_count if figure.unit is None and figure.noun is not None else _of_measure
    spans = [part for part in read(tokens, figure, phrases, link) if part is not None]
    if len(spans) > 1 and spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]:
        del spans[0]
    return _text_of(tokens, spans)


def _text_of(tokens: Tokens, spans: Sequence[Span]) -> str | None:
    return ", ".join(tokens.text[tokens.starts[first] : tokens.ends[stop - 1]] for first, stop in spans) or None


def _of_count(tokens: Tokens, figure: Figure, phrases: list[Phrase], link: str) -> list[Span | None]:
    """What counted things belong to: "12 players | in the squad", "a poll | of 900 firms", "the firm | hired 12"."""
    beside, before = _compounded(figure), tokens.at(figure.first - 1)
    if beside is None and link == "o" and before == "of":
        beside = nearest(phrases)
    beside = beside or _complement(tokens, figure.stop, _OWNED_BY)
    if beside is None and link in {"o", "g"}:
        beside = _holder(phrases, before)
    elif beside is None and _is_owned(tokens, phrases, link):
        beside = whole_of(phrases, len(phrases) - 1)
    if _is_led(tokens, figure.stop):
        return [beside]  # "12 people | were hired": they lead their clause themselves
    leading = leader_of(phrases, link)
    has_verb = _VERB.search(link) or any(_VERB.search(phrase.link) for phrase in phrases)
    return [beside, leading] if beside or leading or has_verb else [nearest(phrases)]


def _holder(phrases: list[Phrase], preposition: str) -> Span | None:
    """What holds things: "a depot | with 85 vans", "a pact | covering 12 ports", not "stood in a yard | with"."""
    is_held = preposition == "with" and bool(phrases) and not _PLACED.search(phrases[-1].link)
    is_held = is_held or preposition in load("phrases")["holding"]
    return whole_of(phrases, len(phrases) - 1) if phrases and is_held else None


def _is_owned(tokens: Tokens, phrases: list[Phrase], link: str) -> bool:
    """Whether an owner stands right before a figure: "the tablet's | 10-inch screen", "the fund's | 64 holdings"."""
    is_last = bool(phrases) and not link and tokens.at(phrases[-1].stop - 1) in _POSSESSIVE
    return is_last and phrases[-1].stop - phrases[-1].first > 1  # "there | 's | three people"


def _is_led(tokens: Tokens, i: int) -> bool:
    """Whether a verb at token `i` is said of what stands before it: "12 men | were hired", "12 clerks | left the"."""
    code = codes().get(tokens.at(i), "")
    return code in {"v", "z", "m"} or (code == "e" and codes().get(tokens.at(i + 1)) == "d")


def _of_measure(tokens: Tokens, figure: Figure, phrases: list[Phrase], link: str) -> list[Span | None]:
    """What is measured: "five-litre | engine", "20% | of its revenue", "a loss | of $3m", "the firm | lost $3m"."""
    leading = leader_of(phrases, link)
    if tokens.at(figure.first - 1) == "that" and codes().get(tokens.at(figure.stop)) in {"v", "m"}:
        return []  # "they reckon that | 40% | will be exported"
    if phrases and link == "o" and not figure.age and tokens.at(figure.first - 1) in {"to", "by"}:
        return [nearest(phrases), leading]  # "lift | output | to 2 million tonnes of copper"
    if _is_owned(tokens, phrases, link) and (thing := _modified(tokens, figure)) is not None:
        return [thing, whole_of(phrases, len(phrases) - 1)]
    if figure.age and tokens.at(figure.number - 1) in {"a", "an", "the"} and _is_led(tokens, figure.stop):
        return []  # "one pays 2%, and a | 30-year-old | pays"
    if phrases and link in {"", "."}:  # "Dow | +0.2% Nasdaq +0.8%", "12 players | over the age of 21"
        return [whole_of(phrases, len(phrases) - 1) if figure.age else nearest(phrases), leading]
    is_share = figure.unit is None or figure.unit.name == "percentage"
    is_price = (
        figure.unit is not None and figure.unit.dimension == "currency" and link[:1] != "o"
    )  # no "fine of $3m for"
    prepositions = _SHARE_OF if is_share else _PRICE_OF if is_price else ("of",)
    beside = _modified(tokens, figure) or _complement(tokens, figure.stop, prepositions)
    if is_price and beside is None:
        beside = _of_money(tokens, past_brackets(tokens, figure.stop))
    if is_price and beside is None and leading is None and not is_changed(tokens, figure.first):
        beside = _complement(tokens, figure.stop, ("from",))  # "it got $3m | from the state", and did not fall
    if beside is None and (leading is None or not _VERB.search(link)):
        beside = nearest(phrases)
    return [beside] if beside is not None and _is_compared(tokens, figure.first) else [beside, leading]


def _of_money(tokens: Tokens, i: int) -> Span | None:
    """What money is in or what it went to, behind a sum that ends at token `i`: "$3m | in gifts", "spent on | roads".

    A time, a place by name and what is known beforehand say where or when: "$3m | in the capital".
    """
    if tokens.at(i) in load("phrases")["spent"]:
        i += 1 + (codes().get(tokens.at(i + 1)) == "r")
        return _complement(tokens, i, _WENT_TO)
    behind = "".join(tokens.words[i + 1 : i + 2])
    is_kind = behind.islower() and codes().get(behind, "n") in {"n", "j"}
    return _complement(tokens, i, ("in",)) if is_kind else None


def _is_set_off_at(tokens: Tokens, i: int, comma: int) -> bool:
    """Whether "aged" behind a comma says of the phrase before it how old it is: "two girls|, aged | 12 | and 15"."""
    return tokens.at(comma) == "," and tokens.at(comma + 1) == "aged" and i - comma <= _AGES


def _is_compared(tokens: Tokens, i: int) -> bool:
    """Whether a figure at token `i` is what another is compared with: "drivers earn £44,000, against | £31,000 for"."""
    before = tokens.at(i - 1)
    return before in {"against", "versus", "vs"} or (before in {"with", "to"} and tokens.at(i - 2) == "compared")


def _modified(tokens: Tokens, figure: Figure) -> Span | None:
    """The noun phrase right behind the unit: "five-litre | engine"."""
    if figure.noun is not None:
        return figure.noun.first, figure.noun.stop
    return _run(tokens, past_brackets(tokens, figure.stop), "")


def _compounded(figure: Figure) -> Span | None:
    """What a compound says something of: "four-door | sedan"."""
    noun = figure.noun
    return (noun.first + 1, noun.stop) if figure.hyphen and noun is not None and noun.head > noun.first else None


def _complement(tokens: Tokens, i: int, prepositions: tuple[str, ...]) -> Span | None:
    """The noun phrase behind a preposition right behind the figure, other figures and determiners left out."""
    i = past_brackets(tokens, i)
    worth = i + (tokens.at(i) in _POSSESSIVE)
    if tokens.lower[worth : worth + 2] == ["worth", "of"]:  # "12 million dollars' | worth of cocaine"
        i = worth + 1
    elif tokens.at(i) not in prepositions:
        return None
    i += 1
    while codes().get(tokens.at(i)) == "d" or (i < len(tokens) and tokens.kinds[i] in {"number", "sign"}):
        i += 1
    return _run(tokens, i, "j")


def _run(tokens: Tokens, first: int, letter: str) -> Span | None:
    """The noun phrase that begins at `first`, behind a token with that letter; None where there is none."""
    letters = letters_of(tokens, first, min(len(tokens), first + MOST_TOKENS), letter)
    if letters[:1] in SURE:
        return None
    run = RUN.match(letters)
    length = length_of(run[0]) if run else 0
    return (first, first + length) if length else None
