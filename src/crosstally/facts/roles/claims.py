"""Claims: which of the figures read say something of the world, and which only sound like it."""

from __future__ import annotations

from crosstally.facts.context.speech import verbs_of_speech, words
from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.numbers.counting import ONE_OF_A_KIND, trap_words
from crosstally.facts.numbers.figure import Figure, counted_noun
from crosstally.facts.numbers.gapping import is_of_more
from crosstally.facts.numbers.numerals import is_numeral
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class
from crosstally.facts.words.tokens import Tokens

_FEW = 10
_CROWD = "attending"
_CLOSING = frozenset({",", '"', "”", "'", "’"})
_PICKING = frozenset({"one", "both"})
_COMPARED = frozenset({"more", "fewer", "less"})
_FEWER = frozenset({"few", "couple"})
_BEING = frozenset({"is", "was", "are", "were", "'s", "’s", "'re", "’re"})
_BEING_SHORT = frozenset({"it's", "that's"})
_TOLD_OF = frozenset({"it", "that", "this", "we", "they", "he", "she", "you", "these", "those"})
_DEFINITE = frozenset({"the", "this"})
_OPENING = frozenset({"that", "but", "because", "when", "while", "as", "how"})
_MORE = frozenset({"other", "more", "further", "additional"})
_ASIDES = frozenset({",", "who", "whose"})
_SAID = frozenset({"that", "it", "he", "she", "they", "we", "i"})
_ASIDE = 12  # tokens from somebody to what he does: "one source | close to the talks | told"
_SMALL_WORDS = frozenset({"several", "a", "few", "handful"})  # "several shops", "a few words"


def is_claim(tokens: Tokens, figure: Figure, measure: Measure | None) -> bool:
    """Whether a figure is a claim: "several shops" and "said one man" are none, "several dead" and "two more" are."""
    first = tokens.lower[figure.number]
    if measure is not None and measure.counts is not None:
        if _is_one(tokens, figure) and figure.noun is not None and _speaks(tokens, figure, figure.stop):
            return False  # "| one injured guest | said that"
        is_named = counted_noun(tokens, figure) is not None or not figure.word
        is_many = (figure.interval.low or 0) >= _FEW  # "hundreds | marched", and not "the two | attended a school"
        return measure.name != _CROWD or is_named or is_many
    if _is_small(tokens, figure) or (_is_one(tokens, figure) and _is_mere_one(tokens, figure)):
        return False
    if figure.unit is not None or figure.noun is not None or figure.hedge is not None or figure.partitive:
        return True
    is_more = tokens.at(figure.number + 1) in _COMPARED  # "one | more than in May"
    is_more = is_more or is_of_more(tokens, figure.number) or counted_of_parent(tokens, figure.first) is not None
    return not figure.word or first not in _PICKING or is_more  # "two friends, | one | a cook", "| both | sang"


def _is_one(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is a mere "one", and not "one hundred and sixty"."""
    return tokens.lower[figure.number] == "one" and figure.interval.value == 1


def _is_small(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is a few of something ("several shops", "several days"): too vague to be a claim.

    A few days or miles are one, and so are a couple.
    """
    if figure.unit is not None and _FEWER & set(tokens.lower[figure.number : figure.number + 2]):
        return False
    first, high = tokens.lower[figure.number], figure.interval.high
    couple = tokens.at(figure.number + 1) == "couple"
    vague = figure.interval.bound == "vague" and first in _SMALL_WORDS
    return figure.hedge is None and (couple or vague) and (high or _FEW) < _FEW


def _is_mere_one(tokens: Tokens, figure: Figure) -> bool:
    """Whether "one" only picks somebody out: "one of the two cooks sang", "said one man", "one 16-year-old"."""
    if tokens.is_number(figure.number + 1):
        return True
    is_narrator = _is_narrator(tokens, figure) or _is_doer(tokens, figure) or _is_what_something_is(tokens, figure)
    is_only = tokens.at(figure.first - 1) == "only" and is_numeral(tokens, figure.number + 2)  # "only | one of | four"
    is_some = (figure.partitive or tokens.at(figure.number + 1) == "of") and not is_only
    return is_narrator or (is_some and not is_of_more(tokens, figure.number))


def _is_what_something_is(tokens: Tokens, figure: Figure) -> bool:
    """Whether "one" with its noun only says what something is, or which: "it was | one mess", "the | one visit"."""
    is_plain = figure.noun is not None and figure.unit is None and figure.hedge is None and not figure.hyphen
    before = tokens.at(figure.first - 1)
    is_said = before in _BEING and tokens.at(figure.first - 2) in _TOLD_OF
    return is_plain and (is_said or before in _BEING_SHORT or before in _DEFINITE)


def _is_narrator(tokens: Tokens, figure: Figure) -> bool:
    """Whether "one man" is only somebody who speaks: "said one man", "one witness told", not "said one bomb fell"."""
    if figure.unit is not None:
        return False
    noun = figure.noun and singular(tokens.at(figure.noun.head))
    verb = _past_aside(tokens, figure.stop)
    if _speaks(tokens, figure, verb) or tokens.lower[max(0, figure.first - 2) : figure.first] == ["according", "to"]:
        return True
    is_quoted = tokens.at(figure.first - 2) in _CLOSING  # "... stealing our dreams," said | one leaflet
    if noun and not _is_somebody(noun) and not is_quoted:
        return False
    return not verbs_of_speech().isdisjoint((tokens.at(figure.first - 1), tokens.at(verb)))


def _is_doer(tokens: Tokens, figure: Figure) -> bool:
    """Whether "one" opens a clause about somebody who does something: "| one juror | slept", "one cook, | 26, ran".

    Who is one of several counts: "one guest sang and | two | slept".
    """
    noun, before, verb = figure.noun, tokens.at(figure.first - 1), figure.stop
    is_more = tokens.at(figure.number + 1) in _MORE  # "| one other guard | was away"
    if noun is None or figure.hedge is not None or figure.hyphen or figure.first != figure.number or is_more:
        return False
    word = tokens.at(noun.head)
    opens = figure.first == 0 or before in _OPENING or (tokens.kinds[figure.first - 1] == "mark" and before != ",")
    does = tokens.at(verb) in _ASIDES | ONE_OF_A_KIND | {"had"} or word_class(tokens.at(verb)) in {"d", "z"}
    beside = (k for k in range(verb, len(tokens)) if tokens.lower[k] in cardinals() or tokens.is_number(k))
    is_listed = any(tokens.at(k - 1) in {"and", "but", "while"} for k in beside)
    return counts_people(singular(word)) and not is_plural(word) and opens and does and not is_listed


def _speaks(tokens: Tokens, figure: Figure, verb: int) -> bool:
    """Whether whoever or whatever "one" counts says something: "one survey | found that", not "one bomb | found there".

    Who describes something speaks, too.
    """
    said = tokens.at(verb + 1)
    if tokens.at(verb) in verbs_of_speech() and (said in _SAID or said in link_words("determiners")):
        return True
    is_somebody = figure.noun is not None and _is_somebody(singular(tokens.at(figure.noun.head)))
    return is_somebody and tokens.at(verb) in trap_words("one", "telling")


def _is_somebody(noun: str) -> bool:
    """Whether a noun is of people, be it by office: "source"."""
    return counts_people(noun) or noun in words("role")


def _past_aside(tokens: Tokens, i: int) -> int:
    """The verb of speech behind what tells of its subject from token `i` on: "one official | here | said"; else `i`."""
    k = i + 2 * (tokens.at(i) == "who")  # "one resident | who lost two sons | said"
    if tokens.at(i) == ",":  # "one site, | run by exiles, | said"
        k = next((k + 1 for k in range(i + 1, min(i + _ASIDE, len(tokens))) if tokens.lower[k] == ","), i)
    for at in range(k, min(k + _ASIDE, len(tokens))):
        word = tokens.lower[at]
        if word in verbs_of_speech():
            return at
        is_verb = word not in link_words("having") and (word_class(word) in {"d", "z"} or word in link_words("be"))
        if is_verb or word in link_words("clause_starts") or tokens.kinds[at] == "mark":
            break
    return i
