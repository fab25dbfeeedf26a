"""What a list of persons holds so far, and whether its next phrase is one more, or somebody who is only named again.

A description and a name side by side are one person ("a clerk, Ana Vell, was"); two of a kind are two ("a clerk and a
cook", "Ana Vell and Bo Rusk"). Names behind a plural are those it counts ("two clerks, Ana Vell and Bo Rusk").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosstally.facts.numbers.counting import ONE_OF_A_KIND
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.words import together
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, singles, singular, things, word_class
from crosstally.facts.words.tokens import Tokens

_OLDEST = 120  # years
_MANY = frozenset({"are", "were", "have"})  # said of more than one
_OWNERS = link_words("personal") | {"'s"}


class Member(NamedTuple):
    """One phrase of a list.

    Attributes:
        phrase: The noun phrase.
        is_part: Whether it is one of those before it: "including | a clerk".
    """

    phrase: Chunk
    is_part: bool


class Gathered:
    """What was gathered of a list that is read from left to right."""

    def __init__(self, tokens: Tokens, chunks: Sequence[Chunk], end: int, *, subject: bool) -> None:
        """Take the chunks of a sentence, and where the list ends in them."""
        self.tokens, self.chunks, self.end, self.is_subject = tokens, chunks, end, subject
        self.found: list[Member] = []
        self.is_joined = True  # whether the next phrase is joined to those before
        self.is_placed = False  # whether something stands between it and them: "a man | in the market"
        self.is_again = False  # whether the phrase before only told of somebody again
        self.are_parts = False  # whether those that follow are parts
        self.is_coordinated = False  # whether "and" joins one more
        self.is_shared = False  # whether what opens the list is said of each in it: "his wife, | son and daughter"
        self.named = 0  # how many of those that a number counts were named behind it

    def is_one_again(self, chunk: Chunk, mark: str) -> bool:
        """Whether a phrase is one of those before it, or no person at all (a place, an age)."""
        figure = chunk.figure
        if figure is not None and (figure.age or figure.unit is not None) and not chunk.determiner and chunk.head < 0:
            return True
        if not self.found:
            return False
        if self.is_placed and not self.is_known(chunk) and not (mark == "and" and self._is_second_name(chunk)):
            return True  # "26 pirates with six rifles, | 12 magazines"
        if figure is not None and mark == "comma" and self._is_set_behind(chunk, figure):
            return True  # "Ana Vell, | 40, ...", "a clerk, | one of six brothers, ..."
        if mark == "comma" and self.tokens.lower[chunk.first] == "both":
            return True  # "Ana Vell and Bo Rusk, | both clerks"
        return self._names_again(chunk, mark)

    def _is_set_behind(self, chunk: Chunk, figure: Figure) -> bool:
        """Whether a number says how old somebody is, or whom he is one of."""
        if chunk.head >= 0:
            return False
        before = self.found[-1].phrase
        is_one = figure.partitive and figure.interval.value == 1 and before.figure is None and not self.is_many(before)
        is_age = figure.noun is None and (figure.interval.value or _OLDEST) < _OLDEST
        return is_age or is_one

    def _is_second_name(self, chunk: Chunk) -> bool:
        """Whether a verb of several makes two names two persons: "Ana Vell of Orvane and | Bo Rusk of Tarn | were"."""
        verb = self.chunks[self.end] if self.is_subject and self.end < len(self.chunks) else None
        are_many = verb is not None and not verb.auxiliaries.isdisjoint(_MANY)
        return are_many and len(self.found) == 1 and self.is_name(chunk) and self.is_name(self.found[0].phrase)

    def shares_name(self, k: int) -> bool:
        """Whether two roles are one person's, who is named behind them: "a baker and | mayor, Bo Rusk"."""
        chunk = self.chunks[k]
        is_role = chunk.figure is None and not chunk.determiner and not self.is_name(chunk) and not self.is_many(chunk)
        behind = self.chunks[k + 2] if self.kind(k + 1) == "comma" and self.kind(k + 2) == "noun" else None
        return bool(self.found) and is_role and behind is not None and self.is_name(behind)

    def _names_again(self, chunk: Chunk, mark: str) -> bool:
        """Whether a phrase names or describes those before it."""
        before = self.found[-1].phrase
        name, named = self.is_name(chunk), self.is_name(before)
        if mark == "and" and (self._lends_noun(before, chunk) or self._shares_number(before, chunk)):
            return True
        counts = [member.phrase.figure for member in self.found if member.phrase.figure is not None]
        if self._are_together(before) and chunk.figure is None:
            return mark != "and" or self.is_again  # not "the couple | and their son"
        if chunk.figure is None and 0 < self.named < sum(figure.interval.value or 0 for figure in counts):
            return True  # "three clerks, Ana Vell, Bo Rusk | and a cook"
        is_many = self.is_many(before) and not (named and mark == "and")  # "Bo Orvens | and Ana Vell"
        if name and (is_many or any((figure.interval.value or 2) > 1 for figure in counts)):
            return True  # "two clerks, | Ana Vell and Bo Rusk"
        if chunk.figure is None and not chunk.determiner and not name and not self.is_many(chunk):
            self.is_shared = self.is_shared or self._shares_opening()
            is_again = mark != "and" or self.is_again or self.is_of_one()
            return is_again and not self.is_shared  # "a clerk, | son of"; "a cook | and waiter was"
        return mark != "and" and chunk.figure is None and name != named  # "a clerk, | Ana Vell"; "Ana Vell, | a clerk"

    def _shares_opening(self) -> bool:
        """Whether three or more nouns have one word before them, or in a headline none, and are as many persons.

        They are somebody's ("his wife, son and daughter"), or men and women, or the verb says it ("a father, son and
        cook | were").
        """
        k = self.chunks.index(self.found[0].phrase)
        heads = [self.chunks[k].head]
        while (behind := self._next_bare(k)) is not None:
            k = behind
            heads.append(self.chunks[k].head)
        nouns = [singular(self.tokens.lower[head]) for head in heads if head >= 0]
        if len(set(nouns)) <= 2 or len(nouns) < len(heads):  # noqa: PLR2004 - two may be one: "a husband and father"
            return False
        verb = self.chunks[k + 1].auxiliaries if self.is_subject and self.kind(k + 1) == "verb" else frozenset()
        if not verb.isdisjoint(ONE_OF_A_KIND):
            return False
        first = self.found[0].phrase
        opening = {first.determiner, *self.tokens.lower[first.first : first.head]}
        is_owned = not opening.isdisjoint(_OWNERS) or (self.tokens.headline and not first.determiner)
        are_others = is_owned and singles("kin").issuperset(nouns)
        are_mixed = not any(singles(kind).isdisjoint(nouns) for kind in ("men", "women"))
        return are_others or are_mixed or not verb.isdisjoint(_MANY)

    def _next_bare(self, k: int) -> int | None:
        """The noun for a person that is joined to the one at chunk `k`, with no word of its own before it."""
        j = k + 1
        while self.kind(j) in {"and", "comma"}:
            j += 1
        if j == k + 1 or j >= self.end or self.kind(j) != "noun":
            return None
        chunk = self.chunks[j]
        is_bare = chunk.figure is None and not chunk.determiner and not self.is_many(chunk) and not self.is_name(chunk)
        return j if is_bare and self.is_known(chunk) else None

    def is_of_one(self) -> bool:
        """Whether the verb that the list is the subject of is said of one: "| was hurt"."""
        verb = self.chunks[self.end] if self.is_subject and self.end < len(self.chunks) else None
        return verb is not None and not ONE_OF_A_KIND.isdisjoint(verb.auxiliaries)

    def is_known(self, chunk: Chunk) -> bool:
        """Whether a phrase is sure to count people: by its noun, or for want of one."""
        return chunk.head < 0 or counts_people(singular(self.tokens.lower[chunk.head]))

    def _lends_noun(self, before: Chunk, chunk: Chunk) -> bool:
        """Whether a plural counts for the name that is numbered before it: "15 Alder and | Vell militants"."""
        figure = before.figure
        if (
            figure is None
            or figure.interval.value == 1
            or chunk.figure is not None
            or chunk.determiner
            or before.head < 0
        ):
            return False
        return not is_plural(self.tokens.lower[before.head]) and self.is_many(chunk)

    def _shares_number(self, before: Chunk, chunk: Chunk) -> bool:
        """Whether a bare plural is counted in one with the one right before it: "12 soldiers and | civilians"."""
        figure = before.figure
        is_counted = figure is not None and not figure.age and figure.unit is None and before.head >= 0
        is_bare = not chunk.determiner and self.is_many(chunk) and self.is_known(chunk)
        return is_counted and is_bare and self.tokens.lower[before.stop : chunk.first] == ["and"]

    def _are_together(self, chunk: Chunk) -> bool:
        return chunk.head >= 0 and chunk.figure is None and self.tokens.lower[chunk.head] in together()

    def is_many(self, chunk: Chunk) -> bool:
        """Whether a phrase is a plural without a number."""
        return chunk.head >= 0 and chunk.figure is None and is_plural(self.tokens.lower[chunk.head])

    def is_name(self, chunk: Chunk) -> bool:
        """Whether a phrase is a name."""
        return is_name(self.tokens, chunk)

    def kind(self, k: int) -> str:
        """The kind of chunk `k`; "" where there is none."""
        return self.chunks[k].kind if 0 <= k < len(self.chunks) else ""


def is_name(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a noun phrase is a name: capitals, no determiner, no figure, no plural."""
    if chunk.figure is not None or chunk.determiner or chunk.head < 0 or tokens.headline:
        return False
    one = singular(tokens.lower[chunk.head])
    opens = chunk.head == 0 and (counts_people(one) or (is_plural(tokens.lower[0]) and not _is_joined(tokens, one)))
    return tokens.words[chunk.head][0].isupper() and not opens


def _is_joined(tokens: Tokens, one: str) -> bool:
    """Whether an unknown word that opens a sentence is joined to a surname: "| Orvens | and Vell were"."""
    behind = "".join(tokens.words[2:3])
    is_surname = tokens.at(1) == "and" and behind.istitle() and not is_plural(behind.lower())
    is_unknown = one not in things() and word_class(one) == ""
    return is_surname and is_unknown and (tokens.at(3) in link_words("auxiliaries") or word_class(tokens.at(3)) == "d")
