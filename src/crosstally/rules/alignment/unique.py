"""Claims that are each the one such figure of its document: the slots alone say that they answer one question."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from crosstally.facts.base_forms import base_forms
from crosstally.facts.needs import OF_A_PERSON, is_general, phrases_of, recurs
from crosstally.rules.alignment.identity import SAME_NOUN
from crosstally.rules.alignment.leading import are_of_two
from crosstally.rules.alignment.levels import SLOTS
from crosstally.rules.comparison.era import era_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.setting import Setting
    from crosstally.rules.alignment.terms import Terms

_SIZES = frozenset({"length", "area", "volume", "mass", "speed"})
"""Dimensions of which a thing mostly has one size, unlike its times, shares and prices."""

_OFTEN = frozenset({"time", "season"})  # count how often or how long, of whatever is told


class Unique:
    """Of which claims their documents give no other that excludes them."""

    def __init__(self, told: Mapping[tuple[str, Hashable], Sequence[Claim]], setting: Setting) -> None:
        """Take all claims of an event, by document and dimension, and what they are held against."""
        self._told = told
        self._setting = setting

    def are_answers(self, a: Claim, b: Claim, *, exclude: bool) -> bool:
        """Whether each is the one such figure of its document.

        So are two tolls of people, of which an event has but one, that lead their documents, two ages, or numbers of
        children, of a person who is named in full or is the one of a role ("the gunman"), two lengths of what went on,
        and two sizes of one thing: "the fire burnt 900 hectares", "a fire of 1,400 hectares".

        Args:
            a: A claim.
            b: A claim of another document.
            exclude: Whether their figures exclude each other; then so are the only two figures of a measure, the only
                two numbers of things of one noun, and the only two rates.
        """
        leading = _is_same_toll(a, b) and self._leads(a) and self._leads(b)
        if leading or self._are_of_one(a, b) or self._are_sizes(a, b):
            return True
        are_only = exclude and (self._are_of_measure(a, b) or self._are_of_things(a, b) or self._are_rates(a, b))
        is_elsewhere = are_only and SLOTS["place"](a, b, self._setting)[1] == "two places"
        return are_only and not is_elsewhere and not _are_of_two_subjects(a, b)

    def _are_of_one(self, a: Claim, b: Claim) -> bool:
        """Whether both are of one person, by two names or a role, or of one thing that went on, and no others are."""
        measure = a.fact.measure
        if measure != b.fact.measure or measure not in {*OF_A_PERSON, "duration"}:
            return False
        if a.is_named and b.is_named and measure in OF_A_PERSON:
            return len(a.anchor & b.anchor) > 1
        is_one = a.anchor == b.anchor != frozenset() or (measure in OF_A_PERSON and _is_of_role(a, b))
        return is_one and self._give_one(a, b, lambda c, d: c.anchor == d.anchor)

    def _are_sizes(self, a: Claim, b: Claim) -> bool:
        """Whether both measure a thing by a noun of their subjects, of which their documents give no other size."""
        is_of_one_time = era_of(a.fact) == era_of(b.fact)  # not the fire of another year
        if a.fact.dimension not in _SIZES or a.fact.measure != b.fact.measure or not is_of_one_time:
            return False
        named = a.subject & b.subject - a.names - b.names - a.persons - b.persons - a.anchor - b.anchor
        return any(self._give_one(a, b, partial(_names, noun)) for noun in named)

    def _are_of_measure(self, a: Claim, b: Claim) -> bool:
        """Whether each is the only whole of a measure that its document gives.

        Some word around them must be one ("50 people gathered in a house", "hundreds crammed into a school"), but of
        what befell people: an event that arrested 63 and one that arrested 91 need no other word to be one.
        """
        is_told_so = is_general(a.fact.measure) or recurs(a.fact.measure) or a.fact.measure in OF_A_PERSON
        if is_told_so or not (_is_same_toll(a, b) and a.is_whole and b.is_whole):
            return False
        befell_people = a.toll is not None and a.toll.of == "people" and a.toll.moves
        shares_word = befell_people or bool(a.around & b.around or a.subject & b.subject)
        return shares_word and self._give_one(a, b, lambda c, d: c.fact.measure == d.fact.measure and c.is_whole)

    def _are_of_things(self, a: Claim, b: Claim) -> bool:
        """Whether each is the only number of things of its noun that its document gives: "14 cars", "22 vintage cars".

        "One gate" is often just a gate, and "five times" or "16 seasons" tell how often or how long, of whatever it is.
        """
        counts = a.fact.dimension == "count" and not a.is_of_people and a.fact.counted not in _OFTEN
        if not (counts and a.is_whole and b.is_whole) or 1.0 in {a.fact.interval.value, b.fact.interval.value}:
            return False
        is_one_noun = a.fact.measure == b.fact.measure and SLOTS["counted"](a, b, self._setting) in SAME_NOUN
        return is_one_noun and self._give_one(a, b, lambda c, d: c.kind == d.kind)

    def _are_rates(self, a: Claim, b: Claim) -> bool:
        """Whether each is the only rate of its kind that its document gives: "paid 5,000 a week"."""
        is_rate = a.fact.per is not None and a.fact.per == b.fact.per
        return is_rate and self._give_one(a, b, lambda c, d: c.fact.per == d.fact.per)

    def _give_one(self, a: Claim, b: Claim, are_alike: Callable[[Claim, Claim], bool]) -> bool:
        """Whether the documents of two claims give no figure like them that excludes them."""
        return all(
            claim.interval.meets(other.interval)
            for claim in (a, b)
            for other in self._told[claim.fact.document.doc_id, claim.dimension]
            if are_alike(other, claim) and other.is_of_event_of(claim)
        )

    def _leads(self, claim: Claim) -> bool:
        """Whether it is the largest such whole of its document's headline and lede that its speaker gives."""
        if not claim.is_single_toll:
            return False
        told = self._told[claim.fact.document.doc_id, claim.dimension]
        lows = [
            other.low
            for other in told
            if other.is_whole and other.is_prominent and _is_same_toll(other, claim) and not are_of_two(other, claim)
        ]
        return claim.is_whole and claim.is_prominent and claim.low == max(lows)


def _is_of_role(a: Claim, b: Claim) -> bool:
    """Whether one is of somebody named, who is what the other is of: "Alan Vell, the driver, 56", "the driver, 52"."""
    if a.is_named == b.is_named or not a.anchor or not b.anchor:
        return False
    named, other = (a, b) if a.is_named else (b, a)
    return other.anchor <= named.subject


def _is_same_toll(a: Claim, b: Claim) -> bool:
    one, other = a.fact, b.fact
    return (one.measure, one.about, one.per, one.increment, a.groups) == (
        other.measure,
        other.about,
        other.per,
        other.increment,
        b.groups,
    )


def _are_of_two_subjects(a: Claim, b: Claim) -> bool:
    """Whether they are told of two things, and not only by two words for what is measured: "profit", "surplus"."""
    one, other = _things(a), _things(b)
    are_named = bool(one and other) and one.isdisjoint(other)
    return are_named and (one.isdisjoint(b.around) or other.isdisjoint(a.around))


def _things(claim: Claim) -> Terms:
    """The words of a subject but for those by which its measure is told, unless they are names: "the Greens won"."""
    names = " ".join(word for word in (claim.fact.subject or "").split() if word[0].isupper())
    return claim.subject - (_words_of(claim.fact.measure) - base_forms(names))


@cache
def _words_of(measure: str) -> Terms:
    """The words, in base form, by which a measure is told."""
    return frozenset().union(*map(base_forms, phrases_of(measure)))


def _names(noun: str, claim: Claim, _: Claim) -> bool:
    return noun in claim.subject
