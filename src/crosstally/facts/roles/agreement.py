"""Whether the verb behind a figure is said of it, or of whom its phrase is part of: "a man with | two sons | died"."""

from __future__ import annotations

from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.numbers.counting import ONE_OF_A_KIND
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.spelled import ordinals
from crosstally.facts.roles.predicates import FINITE, RELATIVES
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class, word_classes
from crosstally.facts.words.tokens import Tokens

_REACH = 16  # tokens from a figure to its verb, or back to where its list begins
_VERBS = frozenset({"d", "n", "r", "z"})  # classes of words that a verb may have, adverbs before it
_SAID_OF_MANY = frozenset({"are", "were", "have", "be"})
_OF_ALL = link_words("possessives") | {"the", "these", "those", "only"}
_TIES = frozenset({"to", "with", "from", "by"})
_CHOSEN = frozenset({"one", "last", "only", "another", *ordinals()})  # of many: "the third of | five children"


def disagrees(tokens: Tokens, figure: Figure) -> bool:
    """Whether the verb behind a figure is not said of it: "a man with three dogs | was | shot", "talks with six"."""
    if any(is_so(tokens, figure) for is_so in (_is_occasion, _is_in_relative, _is_chosen_from, _is_apposed, _is_agent)):
        return True
    if figure.noun is None or figure.unit is not None or _is_held_in(tokens, figure.first):
        return False  # "a group of | 12 people was held"
    is_told = word_class(tokens.at(figure.stop)) == "n"  # "one of the | five people | killed in May was a cook"
    if is_told or figure.interval.value == 1 or not is_plural(tokens.lower[figure.noun.head]):
        return False
    for word in tokens.lower[figure.stop : figure.stop + _REACH]:
        if word in ONE_OF_A_KIND:
            return True
        is_verb = word in link_words("auxiliaries") and word != "in"
        if is_verb or word in link_words("clause_starts") or word_classes().get(word) == "d":
            return False
    return False


def _is_held_in(tokens: Tokens, i: int) -> bool:
    """Whether a figure at token `i` tells how many something is, not whose somebody is: "the leader of | 300 clerks".

    "A group of | 12 people was held", not "a guard at the home of | two sisters was hurt".
    """
    if tokens.at(i - 1) != "of":
        return False
    one = tokens.at(i - 2)
    if counts_people(one) and one not in link_words("groups"):
        return False
    k = i - 3
    while tokens.at(k) in link_words("determiners") or word_class(tokens.at(k)) == "j":
        k -= 1
    is_of_one = tokens.at(k) == "of" and counts_people(tokens.at(k - 1))  # "the leader of a gang of | 12 thieves"
    return not is_of_one and tokens.at(k) not in link_words("aside")


def _list_start(tokens: Tokens, i: int) -> int:
    """Where the list begins that a figure at token `i` ends: "a man with | two wives and | dozens | of children"."""
    begin = i
    while begin > 0 and i - begin < _REACH and _may_be_listed(tokens, begin - 1):
        begin -= 1
    return begin if {"and", "or"} & set(tokens.lower[begin:i]) else i


def _may_be_listed(tokens: Tokens, i: int) -> bool:
    word = tokens.lower[i]
    if tokens.kinds[i] == "number" or word in {",", "and", "or"} or word in link_words("determiners"):
        return True
    is_noun = tokens.kinds[i] == "word" and word_class(word) in {"", "j"}
    return is_noun and word != "of" and word not in link_words("aside")


def _is_in_relative(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is the object of a clause inside the subject: "the couple, who have | nine sons |, were".

    So it is behind "with" or "of" with those whose they are: "a man with | two wives | was", "mother of | two sons |".
    """
    end = figure.stop + (tokens.at(figure.stop) == ",")
    finite = tokens.at(end)
    if finite not in FINITE and word_class(finite) not in {"d", "z"}:
        return False
    begin = _list_start(tokens, figure.first)
    if tokens.at(begin - 1) == "with" and begin > 1:
        return _is_somebody(tokens, begin - 2)
    if counted_of_parent(tokens, begin) is not None or _is_of_participle(tokens, begin):
        return True
    return _is_object(tokens, begin, finite)


def _is_of_participle(tokens: Tokens, begin: int) -> bool:
    """Whether a list at token `begin` only says what people do: "five clerks belonging to | one family | died"."""
    is_tied = tokens.at(begin - 1) in _TIES and word_class(tokens.at(begin - 2)) in {"g", "n"}
    return is_tied and begin > 2 and counts_people(singular(tokens.at(begin - 3)))  # noqa: PLR2004


def _is_object(tokens: Tokens, begin: int, finite: str) -> bool:
    """Whether the verb before a list at token `begin` belongs to a clause inside the subject of a finite verb behind.

    "A man who has | two sons | died", "a man accused of killing | two clerks | died", not "to find | four men | were".
    """
    verb, agrees = begin - 1, finite in _SAID_OF_MANY
    if word_class(tokens.at(verb)) == "g":
        return tokens.at(verb - 1) in {"of", "for"} and not agrees
    while word_class(tokens.at(verb)) in _VERBS or tokens.at(verb) in link_words("having"):
        verb -= 1
    if verb == begin - 1:
        return word_class(tokens.at(verb)) == "b" and tokens.at(verb - 1) == "to" and not agrees
    if tokens.at(verb) == "to":
        return not agrees  # "believed to have poisoned | four guests | died"
    return tokens.at(verb) in RELATIVES and (tokens.at(verb - 1) == "," or _is_somebody(tokens, verb - 1))


def _is_somebody(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` names people: a noun for them, or a name."""
    return counts_people(singular(tokens.at(i))) or (not tokens.headline and tokens.words[i][0].isupper())


def _is_chosen_from(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure only tells whom somebody is one of: "the eldest of | six sons", "one of the | five nuns"."""
    i = figure.first - 1 - (tokens.at(figure.first - 1) in _OF_ALL)
    one = tokens.at(i - 1)
    if word_class(tokens.at(figure.stop)) == "n":
        return False  # "one of the | five nuns | killed"
    return tokens.at(i) == "of" and (one in _CHOSEN or (one.endswith("est") and word_class(one) in {"", "j"}))


def _is_apposed(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure only says who somebody is: "the suspect, | one | of six brothers, died"."""
    if figure.noun is None or not figure.partitive or figure.interval.value != 1:
        return False
    return tokens.at(figure.first - 1) == tokens.at(figure.noun.stop) == ","


def _is_agent(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure only did what a noun or participle before it names: "in raids by | 200 officers | 12 men"."""
    is_told = tokens.at(figure.stop) in RELATIVES or word_class(tokens.at(figure.stop)) == "n"
    begin = _list_start(tokens, figure.first)
    return tokens.at(begin - 1) == "by" and not is_told and not is_changed(tokens, figure.first)


def _is_occasion(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure takes part in what the clause is about: "talks with | six rebels"."""
    i = figure.first
    i -= tokens.at(i - 1) in {"the", "all", "those", "these"}
    return tokens.at(i - 1) in link_words("taking_part") and tokens.at(i - 2) in link_words("occasions")
