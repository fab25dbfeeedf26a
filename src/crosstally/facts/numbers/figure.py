"""A figure where it stands: token positions, interval, unit, noun and rate."""

from __future__ import annotations

from dataclasses import dataclass

from crosstally.facts.fact import CountedBy, Trend
from crosstally.facts.intervals import Interval
from crosstally.facts.numbers.hedges import Hedge
from crosstally.facts.numbers.units import Unit
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import NounPhrase, is_everybody
from crosstally.facts.words.nouns import OWNERS, counts_people, is_plural, singular, things, word_class
from crosstally.facts.words.tokens import DASHES, Tokens

_WHOLE = 4  # tokens from a part to the whole that it is of: "nine of the port's | 41 cranes"

_DEFINITE = OWNERS - {"them"}
_FINITE = frozenset("dz")  # classes of verbs in the past and the present
_WHOLE_OPENERS = link_words("known") | {"those", "these", "'s", "’s"}


@dataclass(slots=True)
class Figure:
    """One figure in a sentence; positions are token indexes.

    Attributes:
        first: Its first token, the hedge included.
        stop: One past its last token, noun and rate included.
        number: The first token of its first numeral.
        after: One past its numeral and unit: where the noun phrase begins.
        interval: The figure.
        hedge: The hedge, if there is one.
        unit: The unit of measurement; None for counted things.
        noun: The noun phrase behind it.
        per: What it is a rate per.
        age: Whether it is an age: "33-year-old".
        hyphen: Whether it modifies its noun: "30-day ceasefire".
        word: Whether the numeral is written in words.
        partitive: Whether it is said to be of a known whole: "two of them".
        counted_by: By what it counts: a numeral, or, without one, an article, a name or a list of these.
        definite: Whether, without a numeral, it tells of somebody known or named: "the guard", "Ana Vell".
        pronoun: Whether it is a pronoun: "him".
        left_out: What it counts, in the singular, where its noun is left out: "I counted 30 men, the unions | 120".
        members: Of a list of persons without a numeral, each of them: "| a farmer | and | his brother |".
        trend: The direction of the change that it ends, where the start stands before it: "rose from 12 to | 15".
    """

    first: int
    stop: int
    number: int
    after: int
    interval: Interval
    hedge: Hedge | None = None
    unit: Unit | None = None
    noun: NounPhrase | None = None
    per: str | None = None
    age: bool = False
    hyphen: bool = False
    word: bool = False
    partitive: bool = False
    trend: Trend | None = None
    counted_by: CountedBy = "numeral"
    definite: bool = False
    pronoun: bool = False
    left_out: str | None = None
    members: tuple[Figure, ...] = ()

    @property
    def is_adverb(self) -> bool:
        """Whether one word tells how often, so that it is no noun phrase: "twice"."""
        return self.counted_by == "numeral" and self.noun is not None and self.noun.first == self.number


def counted_noun(tokens: Tokens, figure: Figure) -> str | None:
    """The head noun of what it counts, in the singular, also where it is left out."""
    if figure.noun is None:
        return figure.left_out
    return "person" if is_everybody(tokens, figure.noun) else singular(tokens.lower[figure.noun.head])


def counts_more(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare figure counts those that come on top: "two | more died", not "two more than", "two or more"."""
    return (
        figure.noun is None
        and figure.unit is None
        and tokens.at(figure.stop) == "more"
        and tokens.at(figure.stop + 1) != "than"
    )


def is_part_of(tokens: Tokens, part: Figure, whole: Figure) -> bool:
    """Whether two figures stand as in "nine | of the | 41 people"."""
    return part.partitive and tokens.at(part.stop) == "of" and whole.first - part.stop <= _WHOLE


def is_share_of(tokens: Tokens, share: Figure, whole: Figure) -> bool:
    """Whether two figures stand as in "two thirds | of the | 41 people", "half | of the port's | 40 cranes".

    Not so in "half of the show took | 40 minutes".
    """
    is_share = share.unit is not None and share.unit.name == "percentage" and tokens.at(share.stop) == "of"
    between = tokens.lower[share.stop + 1 : whole.first]
    is_told_of = any(word_class(word) in _FINITE for word in between)
    ends = [*between[:1], *between[-1:]]
    return is_share and len(between) < _WHOLE and not is_told_of and not _WHOLE_OPENERS.isdisjoint(ends)


def describes(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is tied to a noun that it does not count itself: "a five-time champion", "a 12-year veteran".

    One tied to people counts them: "a seven-member gang", "a 12-man patrol".
    """
    is_dashed = tokens.at(figure.after) in DASHES
    if figure.unit is not None:
        return figure.hyphen and figure.noun is not None and not figure.age
    if figure.age or figure.noun is None or not (is_dashed or figure.hyphen):
        return False
    tied = tokens.at(figure.after + is_dashed)
    return not (is_plural(tied) or counts_people(tied) or tied == "strong")


def is_untied(tokens: Tokens, figure: Figure) -> bool:
    """Whether a number describes one thing, its hyphen left out: "an | eight core processor", "a | 4 bolt lock".

    The article tells, else two common nouns in the singular behind more than one, or one behind a determiner ("the | 12
    nation | bloc").
    """
    noun, value = figure.noun, figure.interval.value
    if noun is None or noun.first == noun.head or value is None or value <= 1 or tokens.headline:
        return False
    first, head = tokens.lower[noun.first], tokens.lower[noun.head]
    if word_class(first) or not tokens.words[noun.first].islower():
        return False
    if any(map(is_plural, tokens.lower[noun.first : noun.stop])):
        return False
    before = tokens.at(figure.number - 1)
    is_common = tokens.words[noun.head].islower() and (before in link_words("indefinite") or {first, head} <= things())
    return before in _DEFINITE or is_common
