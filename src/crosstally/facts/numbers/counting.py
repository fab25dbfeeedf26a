"""What stands around a number: something that it counts, or the end of its clause."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import measures
from crosstally.facts.words.noun_phrases import NounPhrase
from crosstally.facts.words.nouns import is_plural, word_classes
from crosstally.facts.words.tokens import Tokens

ONE_OF_A_KIND = frozenset({"is", "was", "has"})
"""Said of one thing, so of none that a number above one counts."""


_KNOWN = frozenset({"them", "us", "ours", "theirs", "those", "these"})


@cache
def trap_words(family: str, key: str = "words") -> frozenset[str]:
    """A list of ``lexicon/traps.toml``."""
    return frozenset(load("traps")[family][key])


@cache
def month_openers() -> frozenset[str]:
    """Words that open a phrase of a month or a day."""
    return frozenset(load("times")["month"]["opening"])


def counts(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i`, behind a number, is something that numbers count."""
    if tokens.at(i + 1) == "-" and tokens.at(i + 2) in {"on", "off", "up"} and tokens.touches(i + 2):
        return False  # "the Orvane 3 | hands-on"
    if is_plural(tokens.at(i)):
        return word_classes().get(tokens.at(i)) != "z"
    is_of_known = tokens.at(i) == "of" and tokens.at(i + 1) in _KNOWN  # "at Orvane | 12 of them | drowned"
    return is_of_known or tokens.at(i) in link_words("counted")


def ends(tokens: Tokens, i: int) -> bool:
    """Whether a mark, or nothing, stands at token `i`."""
    return i >= len(tokens) or tokens.kinds[i] in {"mark", "sign"}


def measured_noun(tokens: Tokens, i: int, noun: NounPhrase | None) -> NounPhrase | None:
    """The noun of the number at token `i`: no verb on -s goes on that of a quake's strength, "6.2 | quake | hits"."""
    if noun is None or "." not in tokens.words[i]:
        return noun
    if tokens.lower[i - 1 : i] == ["magnitude"]:
        return None  # "a magnitude | 7.8 | rupture"
    quakes = (k for k in range(noun.first, noun.head) if tokens.lower[k] in measures()["magnitude"].nouns)
    return next((NounPhrase(noun.first, k + 1, k) for k in quakes), noun)
