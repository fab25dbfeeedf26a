"""What a text has told before: who comes on top of those, and who is only named again."""

from __future__ import annotations

import re
from functools import cached_property

from crosstally.facts.fact import Increment, Scope
from crosstally.facts.intervals import exactly
from crosstally.facts.numbers.figure import Figure, counts_more
from crosstally.facts.victims.words import words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import counts_people, is_plural, singular, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_NAMED = re.compile(
    r"\b([A-Z][a-z]+)(?: [A-Z]\.)?[ -](?=([A-Z][a-z]+)(?:, \d\d?\b|,? (?:was|is|has)\b))"
)  # of one person
_OF_A_LAND = ("ian", "ish", "ese", "aqi", "eli", "ican")  # "| Syrian | Kurds"
_DEFINITE = frozenset({"the", "these", "those"})
_WHOLE = 3  # tokens of a whole such as "of the wounded"


class Discourse:
    """The victims of one text, from its first sentence on.

    Attributes:
        before: By measure, what was told in the sentences before.
        latest: How many were last told of together, whatever befell them; None where nobody was, in the sentence
            before or this one.
        others: By measure, the figures of others than those before, which a later sentence may tell again.
        counted: What was counted last, with what it measures; None before anything was.
        counts: The figures of the last sentence that counted: what they count, what they measure, and their highest.
        wholes: By measure, the first count of them, which later sentences may take apart.
        parts: By measure, how many of a whole were told of one by one since.
        has_part: The measures of those that this sentence tells of.
    """

    def __init__(self, text: str = "") -> None:
        """Nobody is told of yet.

        Args:
            text: The text.
        """
        self.text = text
        self.before: set[str] = set()
        self.now: set[str] = set()
        self.latest: float | None = None
        self.others: set[tuple[str, float | None]] = set()
        self.counted: tuple[str | None, Measure | None] | None = None
        self.counts: list[tuple[str | None, Measure | None, float]] = []
        self.wholes: dict[str, float] = {}
        self.parts: dict[str, float] = {}
        self.has_part: set[str] = set()

    def whole_of(self, figure: Figure) -> tuple[str | None, Measure | None] | None:
        """What "of these" goes back to: what was counted last that is no smaller; None where that is not one thing."""
        least = figure.interval.low or 0.0
        held = [(noun, measure) for noun, measure, most in self.counts if least <= most]
        return held[0] if len({measure and measure.name for _, measure in held}) == 1 else None

    def next_sentence(self) -> None:
        """Say that a sentence ends."""
        if not self.now:
            self.latest = None
        self.before |= self.now
        self.now, self.has_part = set(), set()

    def has_told(self, name: str) -> bool:
        """Whether a sentence before tells of somebody whom this befell."""
        return name in self.before

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The words with a capital that stand behind a given name in the text, where they are told to be one person."""
        return frozenset(name for given, name in _NAMED.findall(self.text) if _may_be_given(given))

    def named_alone(self, tokens: Tokens, figure: Figure) -> None:
        """Makes one person of what looks like a plural and is the surname of somebody named in full: "Tarrens died"."""
        written = tokens.words[figure.first]
        is_alone = figure.counted_by == "article" and figure.stop == figure.first + 1 and not tokens.headline
        is_noun = counts_people(singular(written))
        if is_alone and is_plural(written.lower()) and not is_noun and written in self._surnames:
            figure.interval, figure.counted_by, figure.definite = exactly(1.0), "name", True

    def is_known(self, tokens: Tokens, figure: Figure, measure: Measure) -> bool:
        """Whether a phrase stands for nobody new.

        A pronoun does not where those of its measure were told of, or "they" are unknown, nor does a definite plural:
        "seven inmates were killed. | The slain inmates | were ...". Nobody knows "how | many children".
        """
        if not figure.pronoun:
            are_many = figure.counted_by == "article" and figure.interval.value is None
            is_definite = tokens.at(figure.first) in _DEFINITE and measure.name in self.before | self.now
            return are_many and (is_definite or tokens.at(figure.first - 1) == "how")
        if measure.name in self.before | self.now:
            return True
        if self.latest is None:
            return figure.interval.value is None  # "they" are told of nowhere; "he" is one, whoever he is
        if figure.interval.value is None:
            figure.interval = exactly(self.latest)
        return False

    def place(
        self, tokens: Tokens, figure: Figure, measure: Measure, scope: Scope, *, is_added: bool
    ) -> tuple[Scope, Increment]:
        """The scope of a victim, and whether it comes on top of those told before.

        Args:
            tokens: The sentence.
            figure: The victim.
            measure: What befell it.
            scope: Its scope by its own sentence.
            is_added: Whether its verb says that it comes on top.
        """
        is_told, value = measure.name in self.before, figure.interval.value
        behind = tokens.lower[figure.stop : figure.stop + _WHOLE]
        if measure.name == "killed" and behind[:1] == ["of"] and not words("wounded").isdisjoint(behind):
            scope, is_added = "total", True  # "two | of the wounded died"
        increment: Increment = "total"
        is_beside = bool(self.now) and measure.name not in self.now  # "26 dead and another | 41 missing": not the dead
        are_more = is_added or (counts_others(tokens, figure) and not is_beside)
        if are_more and self._are_of_whole(measure.name, value):
            scope = "part"
        elif (is_told or measure.name in self.now) and are_more:
            is_again = figure.counted_by == "numeral" and (measure.name, value) in self.others
            increment = "total" if is_again else "new"
        elif is_told and figure.counted_by != "numeral" and figure.definite:
            scope = "part"
        if counts_others(tokens, figure):
            self.others.add((measure.name, value))
        self._take_apart(figure, measure.name, scope)
        self.now.add(measure.name)
        self.latest = value or self.latest
        return scope, increment

    def _are_of_whole(self, name: str, value: float | None) -> bool:
        """Whether others are the rest of a whole with those told of: "six were held ... two ... | four others"."""
        whole, told = self.wholes.get(name), self.parts.get(name)
        if whole is None or told is None or value is None:
            return False
        return told + value == whole or (told + value < whole and name in self.has_part)

    def _take_apart(self, figure: Figure, name: str, scope: Scope) -> None:
        """Notes a whole, or those of it of whom a later sentence tells."""
        value = figure.interval.value
        if value is None:
            return
        if name not in self.before:
            if figure.counted_by == "numeral" and scope == "total" and value > 1:
                self.wholes.setdefault(name, value)
        elif value < self.wholes.get(name, 0):
            self._add_part(name, value)

    def tell_part(self, figure: Figure, measure: Measure) -> None:
        """Notes those of a whole whom its own sentence tells of: "six rebels, including | two women"."""
        if figure.interval.value is not None:
            self._add_part(measure.name, figure.interval.value)

    def _add_part(self, name: str, value: float) -> None:
        self.parts[name] = self.parts.get(name, 0) + value
        self.has_part.add(name)


def _may_be_given(name: str) -> bool:
    """Whether a word with a capital may be somebody's given name: not "The" or "Syrian", before "Kurds"."""
    word = name.lower()
    return word_class(word) == "" and word not in stop_words() and not word.endswith(_OF_A_LAND)


def counts_others(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure counts others than those before it: "another", "two others", "two | more", "a third man".

    "More than 12" counts nobody else.
    """
    if counts_more(tokens, figure):
        return True
    first = figure.first if figure.hedge is None else max(figure.first, figure.hedge.stop)
    span = tokens.lower[first : figure.stop]
    before = tokens.at(figure.first - 1)
    return not words("others").isdisjoint(span[:4] + span[-1:]) or before in {"other", "another"}
