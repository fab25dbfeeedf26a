"""The "one" of a kind that nobody counts: "with | one blow", "the | one next door", "| one lot is 32 shares"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.numbers.counting import ends, trap_words
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, word_class
from crosstally.facts.words.tokens import Tokens

_DENIED = 8  # tokens from "not" to "for one second"
_NOT = frozenset({"not", "never", "nobody", "n't", "n’t", "nothing", "without"})
_HAD = frozenset({"had", "called", "ran", "dubbed", "put", "said", "wrote", "read", "asked", "screamed", "reported"})
_TOLD = frozenset({"it", "him", "her", "them", "that", "the", "a", "an", ":", '"', "“", "'", "‘"})
_SAME = frozenset({"is", "equals", "holds", "contains", "weighs", "has"})


def counts_no_kind(tokens: Tokens, i: int) -> bool:
    """Whether "one" at token `i` only goes with its noun: how, whose, which or what something of its kind is."""
    told = (_is_manner, _is_pointed_out, _is_who_tells, _is_who_counts, _is_defined, _is_moment)
    return any(is_so(tokens, i) for is_so in told)


def _is_manner(tokens: Tokens, i: int) -> bool:
    """Whether it is how something is done: "with | one stroke", "in | one gulp"."""
    noun = i + 1 + (word_class(tokens.at(i + 1)) == "j")
    is_led = tokens.at(i - 1) in {"with", "in", "at", "by"}
    return is_led and tokens.at(noun) in trap_words("kinds") and tokens.at(noun + 1) != "of"


def _is_pointed_out(tokens: Tokens, i: int) -> bool:
    """Whether "the one" takes up a noun by where it is: "the | one next door", "the | one in Orvane", no "one in 5"."""
    behind = tokens.at(i + 1)
    is_placed = behind in trap_words("numbered", "before") - {"of", "to", "into", "with", "for"} or behind == "next"
    return tokens.at(i - 1) == "the" and is_placed and not tokens.is_number(i + 2)


def _is_who_tells(tokens: Tokens, i: int) -> bool:
    """Whether a paper or a sign says something: "| one tabloid had it", "| one banner read:"."""
    noun = i + 1 + (word_class(tokens.at(i + 1)) == "j")
    return (
        tokens.at(noun) in trap_words("kinds", "papers")
        and tokens.at(noun + 1) in _HAD
        and (tokens.at(noun + 2) in _TOLD or ends(tokens, noun + 2))
    )


def _is_who_counts(tokens: Tokens, i: int) -> bool:
    """Whether somebody's count or words are told: "by the count of | one clerk", "in the words of | one nurse"."""
    is_account = tokens.at(i - 1) == "of" and tokens.at(i - 2) in trap_words("one", "accounts") | trap_words(
        "kinds", "accounts"
    )
    return is_account and tokens.at(i - 3) == "the" and tokens.at(i - 4) in {"by", "in", "from", "on"}


def _is_defined(tokens: Tokens, i: int) -> bool:
    """Whether it is told how much one of a measure is: "| One lot is 32 shares", "| one crate holds 12 bottles"."""
    noun, verb = tokens.at(i + 1), tokens.at(i + 2)
    opens = i == 0 or tokens.kinds[i - 1] == "mark" or tokens.at(i - 1) in {"and", "where", "as"}
    is_measure = noun in trap_words("kinds", "measures") and not is_plural(noun) and not counts_people(noun)
    return opens and is_measure and verb in _SAME and tokens.is_number(i + 3)


def _is_moment(tokens: Tokens, i: int) -> bool:
    """Whether something did not happen "for one second"."""
    is_short = tokens.at(i - 1) in {"for", "in"} and tokens.at(i + 1) in {"second", "minute", "moment", "instant"}
    return is_short and not _denying().isdisjoint(tokens.lower[max(0, i - _DENIED) : i - 1])


@cache
def _denying() -> frozenset[str]:
    return _NOT | {word for word in link_words("auxiliaries") if word.endswith("n't")}
