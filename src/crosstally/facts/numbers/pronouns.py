"""Pronouns: "one" and "both" that count nothing but take up, or join, what is told beside them."""

from __future__ import annotations

from crosstally.facts.context.speech import verbs_of_speech
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.gapping import is_of_more
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import VERBS, counts_people, is_plural, stop_words, word_class, word_classes
from crosstally.facts.words.tokens import DASHES, Tokens
from crosstally.facts.words.triggers import triggers_by_word

_ACCOUNT = 5  # tokens from "one" to the account, or to the other
_SUBJECT = 5  # tokens of the subject before "both"
_JOINED = 5  # tokens from "both" to the "and" that it goes with
_SUPPOSING = frozenset({"if", "when", "whenever", "unless"})
_SO = frozenset({"is", "has", "does"})  # what is always so of any one
_DAYTIMES = frozenset({"day", "morning", "evening", "night", "afternoon"})
_COPULAS = frozenset({"is", "was", "be", "became", "becomes"})
_SUBJECTS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "the", "this", "these", "all", "everyone", "my", "our"}
)
_COUNTED_FROM = frozenset(
    {"later", "earlier", "before", "after", "old", "of", "in", "a", "each", "every", "per", "ago"}
)


def is_pronoun(tokens: Tokens, i: int) -> bool:
    """Whether "one" at token `i` counts nothing: "he was | one of the five", "no | one saw it", "one more reason"."""
    if any(told(tokens, i) for told in _PHRASES):
        return True
    if tokens.at(i + 1) == "-" or is_of_more(tokens, i) or _opens_clause(tokens, i) or _is_part(tokens, i):
        return False
    if tokens.at(i + 2) in {"'s", "’s"} and counts_people(tokens.at(i + 1)):
        return tokens.at(i + 3) not in trap_words("one", "remains")  # "one | man's house", not "one | man's body"
    if tokens.at(i - 1) in trap_words("one", "before") and not counts(tokens, i + 1) and tokens.at(i - 2) != "at":
        return (
            tokens.at(i - 1) not in {"the", "a", "or", "than", "other"}
            or word_classes().get(tokens.at(i + 1), "") in {"r", "d", "z"}
            or ends(tokens, i + 1)
            or tokens.at(i + 1) == "thing"
        )
    is_some_time = tokens.at(i + 2) in _DAYTIMES and tokens.kinds[i + 1] == "word"  # "| one sunny morning"
    return tokens.at(i + 1) in trap_words("one", "after") or is_some_time or _has_verb(tokens, i)


def _is_one_of_those(tokens: Tokens, i: int) -> bool:
    """Whether somebody is "one" of those told of, or it is one more: "was | one of five", "| one more reason"."""
    is_more = tokens.at(i + 1) == "more" and tokens.at(i + 2) in trap_words("one", "after")
    return is_more or (tokens.at(i - 1) in _COPULAS and tokens.at(i + 1) == "of")


def _is_same(tokens: Tokens, i: int) -> bool:
    """Whether "one" says that they belong together: "five from | one family"."""
    return tokens.at(i - 1) in {"from", "of"} and tokens.at(i + 1) in trap_words("one", "groups")


def _is_account(tokens: Tokens, i: int) -> bool:
    """Whether "one" is an account among others: "by | one count", "by | one official estimate"."""
    return tokens.at(i - 1) == "by" and not trap_words("one", "accounts").isdisjoint(tokens.lower[i + 1 : i + _ACCOUNT])


def _is_first_of_two(tokens: Tokens, i: int) -> bool:
    """Whether something goes from one to the next: "from | one device to another"."""
    behind = tokens.lower[i + 1 : i + _ACCOUNT]
    to = behind.index("to") + i + 1 if "to" in behind else None
    is_next = to is not None and (tokens.at(to + 1) == "another" or tokens.lower[to + 1 : to + 3] == ["the", "next"])
    return is_next and tokens.at(i + 1) not in {"to", "of"}


def _is_any(tokens: Tokens, i: int) -> bool:
    """Whether "one" is any of a kind, of which something is only supposed: "when | one is killed", "if | one fails"."""
    verb = tokens.at(i + 1)
    return tokens.at(i - 1) in _SUPPOSING and (verb in _SO or (is_plural(verb) and verb.endswith("s")))


def _has_verb(tokens: Tokens, i: int) -> bool:
    """Whether "one" does something, since no singular noun ends so: "one | imagines that", not "one | sports club"."""
    verb = tokens.at(i + 1)
    return is_plural(verb) and verb.endswith("s") and tokens.at(i + 2) in stop_words() and tokens.at(i + 2) != "and"


def is_some_day(tokens: Tokens, i: int) -> bool:
    """Whether "one day" is some day: "One day it rained", "shot a crow | one day.", not "it took | one day"."""
    if tokens.at(i + 1) != "day":
        return False
    before = tokens.at(i - 1)
    if before in {"", "then"} or tokens.kinds[i - 1] in {"mark", "sign"}:
        return True
    if before in load("phrases")["classes"]["modal"]:
        return True  # "it could | one day | be sold"
    if _opens_some_day(tokens, i):
        return True
    return word_class(before) == "" and before.isalpha() and before not in stop_words() and ends(tokens, i + 2)


def _opens_some_day(tokens: Tokens, i: int) -> bool:
    """Whether "one day" begins what is told or hoped: "said | one day | her sons", "who | one day | hoped to".

    Not so in "said | one day | was lost", "who | one day | after the raid fled".
    """
    before, after = tokens.at(i - 1), tokens.at(i + 2)
    if after in _COUNTED_FROM or ends(tokens, i + 2):
        return False
    if before == "who":
        return True
    return (before == "that" or before in verbs_of_speech()) and after in link_words("personal") | _SUBJECTS


def only_joins(tokens: Tokens, i: int) -> bool:
    """Whether "both" before token `i` counts nobody: it joins two, or tells more of them (", both | with doubts")."""
    word = tokens.at(i)
    is_aside = tokens.at(i - 2) == "," and word in trap_words("numbered", "before") - {"of"}
    is_adverb = word_class(word) == "r" or word.endswith("ly")
    return is_aside or is_adverb or _floats(tokens, i) or _joins_two(tokens, i)


def _floats(tokens: Tokens, i: int) -> bool:
    """Whether "both" before token `i` stands between a subject that opens its clause and its verb, with an object.

    So "the firms both | sell toys", not "the men both | died", "left both | boats", and not what becomes of the two:
    "the pilots both | suffered burns".
    """
    verb, before = tokens.at(i), tokens.lower[max(0, i - 1 - _SUBJECT) : i - 1]
    marks = [k for k, word in enumerate(before) if not word[0].isalnum()]
    subject = before[marks[-1] + 1 :] if marks else before
    is_whole = bool(marks) or i - 1 <= _SUBJECT
    if not is_whole or not subject or not (is_plural(subject[-1]) or "and" in subject or subject == ["they"]):
        return False
    if any(word_class(word) in VERBS and word not in _SUBJECTS for word in subject):
        return False
    is_verb = word_class(verb) in {"b", "d"} or (word_class(verb) == "" and not is_plural(verb))
    is_told = verb in triggers_by_word() or verb in link_words("auxiliaries") or verb in link_words("be")
    return is_verb and verb.isalpha() and verb not in stop_words() and not is_told and not ends(tokens, i + 1)


def _joins_two(tokens: Tokens, i: int) -> bool:
    """Whether "both" before token `i` only joins what "and" joins: "both | Oler and Vane were held", not "both men".

    Numbers may be joined, too: "both | the 13- and the 15-inch model", "both | 2.0 and 3.0".
    """
    for k in range(i, min(i + _JOINED, len(tokens))):
        if tokens.lower[k] == "and" or tokens.lower[k : k + 3] == ["as", "well", "as"]:
            return k > i
        if (
            (tokens.kinds[k] not in {"word", "number", "name"} and tokens.lower[k] not in DASHES)
            or word_class(tokens.lower[k]) in {"d", "z"}
            or tokens.lower[k] in link_words("be")
        ):
            return False
    return False


def _is_part(tokens: Tokens, i: int) -> bool:
    """Whether "one" is a part of those told of: "five were shot, one of | whom died", "one of | the 41 was hurt"."""
    if tokens.at(i + 1) != "of" or tokens.at(i - 1) in trap_words("one", "before") | {"not", "single"}:
        return False  # "not a single | one of the 12"
    whole = i + 2 + (tokens.at(i + 2) in {"the", "these", "those"})
    taken_up = tokens.at(i + 2) in {"whom", "them"} and i > 0 and tokens.kinds[i - 1] == "mark"
    return taken_up or (tokens.is_number(whole) or tokens.at(whole) in cardinals())


def _opens_clause(tokens: Tokens, i: int) -> bool:
    """Whether "one" counts what a clause is about: "said that | one bomb fell", not "that | one sank"."""
    after = tokens.at(i + 1)
    is_noun = word_class(after) == "" and after.isalpha() and after not in trap_words("one", "after")
    return tokens.at(i - 1) == "that" and i > 1 and is_noun


_PHRASES = (_is_one_of_those, _is_any, _is_same, _is_account, _is_first_of_two)
