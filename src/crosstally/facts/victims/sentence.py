"""A sentence as victims are read from it: its tokens, figures and triggers, and what a word may be where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.victims.words import words
from crosstally.facts.words.nouns import VERBS, is_plural, people, singular, word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit

QUOTES = frozenset("'\"‘’“”`")
_LONGEST_ASIDE = 14  # tokens in brackets


@dataclass(slots=True)
class Sentence:
    """A sentence with what was read in it.

    Attributes:
        tokens: Its tokens.
        figures: Its figures by their first token.
        verbs: The triggers that are verbs, by their first token; the longest wins.
        states: The triggers that are states ("dead"), likewise.
    """

    tokens: Tokens
    figures: dict[int, Figure]
    verbs: dict[int, Hit]
    states: dict[int, Hit]

    def is_named(self, i: int) -> bool:
        """Whether the token at `i` has the capital of a name: neither at the beginning nor in a headline."""
        written = self.tokens.words
        return 0 < i < len(written) and written[i][0].isupper() and not self.tokens.headline

    def is_auxiliary(self, i: int) -> bool:
        """Whether an auxiliary stands at token `i`; May is a month."""
        word = self.tokens.at(i)
        return word in _auxiliaries() and not (word == "may" and self.tokens.words[i] == "May")

    def is_verb(self, i: int) -> bool:
        """Whether the token at `i` can be a verb."""
        return i in self.verbs or word_class(self.tokens.at(i)) in VERBS

    def is_base(self, i: int) -> bool:
        """Whether the token at `i` can be a verb behind "to"."""
        word = self.tokens.at(i)
        kind = word_class(word)
        return kind == "b" or word in {"be", "have"} or (i in self.verbs and kind not in {"g", "n"})

    def word_class(self, i: int) -> str:
        """The class of the token at `i`: a noun where it names people, a participle where it is a trigger."""
        word = self.tokens.at(i)
        kind = word_class(word)
        is_listed = kind in {"j", "b"} and singular(word) in people()
        if is_listed and (kind == "j" or not is_plural(self.tokens.at(i - 1))):
            return ""  # "a village | chief", "a drug | suspect"
        if kind == "" and i in self.verbs and word.endswith("ing"):
            return "g"  # "abducting", which is rare
        return "n" if kind == "j" and i in self.verbs and word.endswith(("ed", "t", "n")) else kind

    def is_nominal(self, i: int) -> bool:
        """Whether the token at `i` can go on a noun phrase that a participle opens: "suspected | militants"."""
        if i >= len(self.tokens.kinds) or i in self.figures or self.tokens.kinds[i] != "word":
            return False
        word = self.tokens.lower[i]
        return word_class(word) in {"", "j", "n"} and word not in closed_classes() and not self.is_auxiliary(i)

    def past_aside(self, i: int) -> int:
        """One past the bracket that closes a few tokens behind the one that opens at token `i`; 0 if none does."""
        if self.tokens.at(i) != "(":
            return 0
        ends = range(i + 1, min(len(self.tokens), i + _LONGEST_ASIDE))
        return next((k + 1 for k in ends if self.tokens.lower[k] == ")"), 0)


def sentence_of(tokens: Tokens, figures: Sequence[Figure], hits: Sequence[Hit]) -> Sentence:
    """A sentence with its figures and triggers."""
    clausal = [hit for hit in reversed(hits) if hit.trigger.role in {"object", "subject", "deed"}]
    verbs = {hit.first: hit for hit in clausal if hit.trigger.nouns}
    verbs |= {hit.first: hit for hit in clausal if not hit.trigger.nouns}  # "shot" anybody before "shot" rockets
    states = {
        hit.first: hit
        for hit in reversed(hits)
        if hit.trigger.role == "state"
        and not (hit.trigger.phrase == "dead" and tokens.at(hit.stop) in words("intensified"))
    }
    return Sentence(tokens, {figure.first: figure for figure in figures if not figure.is_adverb}, verbs, states)


@cache
def closed_classes() -> frozenset[str]:
    """Words that end a noun phrase before them."""
    kinds = ("determiners", "pronouns", "prepositions", "conjunctions", "subordinators", "relatives")
    return frozenset().union(*map(words, kinds))


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset().union(*map(words, ("be", "have", "modals", "do")))
