"""Who is told to be of an age: the words and names around a bare number that say so."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numerals import is_numeral
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, singular
from crosstally.facts.words.tokens import Tokens

YOUNG = frozenset(
    {"son", "daughter", "grandson", "granddaughter", "nephew", "niece", "baby", "toddler", "youngest", "eldest"}
)
_AGED = YOUNG | {"man", "woman", "boy", "girl", "child", "youth", "lad", "teenager"}  # "a man of | 44"
FIRST_AND_LAST = frozenset({"youngest", "eldest", "oldest"})
ARTICLES = link_words("articles") | {"another"}
_DESCRIBED = 4  # tokens that may stand between an article and its noun, and the article: "a grey-bearded"
_OWNERS = link_words("personal") | {"my", "our", "your", "whose", "'s"}
BEING = frozenset({"is", "was", "be", "am"})
ARE = frozenset({"are", "were"})
_ENDS = frozenset({",", ".", ";", ""})
_BORN = frozenset({"born", "in"})
_SHORT = frozenset({"'s", "’s"})  # "he | 's 17"
_I_AM = frozenset({"i'm", "i’m"})
TURNING = frozenset({"turned", "turns", "turning"})
_LATELY = frozenset({"last", "this", "next", "earlier", "recently", "today", "yesterday", "tomorrow", "during"})
_TITLES = [[title, "."] for title in ("mr", "mrs", "ms", "dr", "prof", "rev")]  # "Ms. | Vell | was 44"
_TELLING = BEING | TURNING | _I_AM
_AUXILIARIES = BEING | TURNING | {"will", "would", "had", "has"}
ADVERBS = frozenset(
    {"only", "just", "now", "then", "barely", "still", "also", "already"}
)  # before an age: "is | only | 24"
_BELIEVED = frozenset({"believed", "thought", "said", "reported", "to"})  # "is | believed to | be 24"
_PLACING = frozenset({"in", "at", "near", "of", "from", "outside", "around", "to"})


def is_aged(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is somebody of an age: "a man of | 44", "a grey-bearded Englishman of | 61"."""
    if tokens.at(i) in _AGED:
        is_of_several = tokens.at(i) in FIRST_AND_LAST and tokens.at(i - 1) == "the"  # "the youngest of | nine"
        return tokens.at(i - 1) in ARTICLES and not is_of_several
    return tokens.at(i).endswith(("man", "woman")) and not ARTICLES.isdisjoint(tokens.lower[max(0, i - _DESCRIBED) : i])


def said_of_person(tokens: Tokens, figure: Figure) -> bool:
    """ "He will be 35.", "she turned 40 in May", "The witness, Ana Vell, was only | 24", "she lived to be | 91"."""
    verb = before_adverbs(tokens, figure.first)
    if tokens.lower[max(0, verb - 2) : verb + 1] == ["lived", "to", "be"]:
        return figure.noun is None
    is_guess = figure.hedge is None or figure.hedge.bound == "about"
    is_short = tokens.at(verb) in _SHORT and tokens.at(verb - 1) in {"he", "she"}
    if not (tokens.at(verb) in _TELLING or is_short) or not is_guess:
        return False
    i = verb - is_short
    while tokens.at(i) in _AUXILIARIES | ADVERBS | _BELIEVED:
        i -= 1
    i -= tokens.at(i) == "," and tokens.at(i + 1) in _BELIEVED  # "a man, | believed to be 19,"
    after = tokens.at(figure.stop)
    i = _before_relative(tokens, i)
    if after in {"", ".", ",", ";", "when", "and"} and _is_somebody(tokens, i):
        return True  # "Ana Vell was | 24, not 25"
    if after == "when" and tokens.at(figure.stop + 1) in {"he", "she"} and tokens.words[i][:1].isupper():
        return True  # "Vell was only | 38 | when she died"
    if after in _ENDS and tokens.at(verb - 1) == "and" and _BORN.issubset(tokens.lower[max(0, verb - 5) : verb]):
        return True  # "Vell was born in 1995 and was | 19"
    is_turned = tokens.at(verb) in TURNING and tokens.at(i) != "it"
    return (is_turned or tokens.at(i) in {"he", "she", "who", "i"} or tokens.at(verb) in _I_AM) and (
        after in {"", ".", ",", ";", "when", "by", "and", "in", "at", "on", "years", "but", *_LATELY}
    )


def _is_somebody(tokens: Tokens, i: int) -> bool:
    """Whether one person ends at token `i`: a full name, a comma behind it, one of a kind, or somebody's kin."""
    is_named = is_full_name(tokens, i - (tokens.at(i) == ","))
    is_told = tokens.at(i - 1) in ARTICLES | {"one"} | _OWNERS and _is_one_person(tokens.at(i))
    is_told = is_told or (tokens.lower[max(0, i - 2) : i] in _TITLES and tokens.words[i].istitle())
    is_told = is_told or (tokens.at(i - 1) == "the" and tokens.at(i) in FIRST_AND_LAST)
    return is_named or is_told or _is_kin(tokens, i)


def _is_kin(tokens: Tokens, i: int) -> bool:
    """Whether somebody's kin, with or without a name, end at token `i`: "their son Aksel", "my youngest"."""
    first = i - (tokens.at(i - 1) in kin() and tokens.words[i].istitle())
    return tokens.at(first) in kin() and tokens.at(first - 1) in _OWNERS


@cache
def kin() -> frozenset[str]:
    """What a relative is called: "brother", "daughter"."""
    return frozenset(load("singles")["kin"]) | YOUNG


@cache
def _is_one_person(word: str) -> bool:
    """Whether a noun is of one person, not of a crew or a crowd."""
    is_one = word not in load("singles")["no_person"] and word not in load("victims")["collectives"]
    return is_one and counts_people(word) and not is_plural(word)


def said_in_words(tokens: Tokens, figure: Figure) -> bool:
    """ "She was | thirty-four | and had turned", "The girl was | eight."; not "he was one of"."""
    is_several = (figure.interval.value or 0) > 1
    return figure.word and is_several and figure.hedge is None and said_of_person(tokens, figure)


def _before_relative(tokens: Tokens, i: int) -> int:
    """The token before what stands between commas and ends at `i`: "The gunman, | whose name is not known, | was 47".

    It is a clause, or says who that is: "Ana Vell, | a nurse from Orvane, | was 52".
    """
    if tokens.at(i) != ",":
        return i
    comma = next((k for k in range(i - 1, 0, -1) if tokens.at(k) == ","), 0)
    return comma - 1 if comma and tokens.at(comma + 1) in {"who", "whose", "also", *ARTICLES} else i


def before_adverbs(tokens: Tokens, i: int) -> int:
    """The token before the one at `i`, adverbs passed over: "is | only | 24"."""
    i -= 1
    while tokens.at(i) in ADVERBS:
        i -= 1
    return i


def is_full_name(tokens: Tokens, last: int) -> bool:
    """Whether two words with a capital, neither a plural, end at token `last`, and say no place: "in | Port Ellis"."""
    pair = range(last - 1, last + 1)
    return (
        0 < last < len(tokens)
        and not tokens.headline
        and all(tokens.kinds[k] == "word" and tokens.words[k].istitle() for k in pair)
        and not is_placed(tokens, last)
    )


def is_placed(tokens: Tokens, last: int) -> bool:
    """Whether a preposition of place stands before the words with a capital that end at token `last`."""
    while last >= 0 and tokens.words[last][0].isupper():
        last -= 1
    return tokens.at(last) in _PLACING


def are_of_several(tokens: Tokens, figure: Figure) -> bool:
    """Whether ages are listed behind people: "his half-brothers, | 17 | and 22, were held", "they are | 6 | and 8".

    Or both are of one age: "the suspects were both | 19".
    """
    i = before_adverbs(tokens, figure.first)
    are_both = tokens.at(i) == "both"
    i -= are_both
    is_said, mark = tokens.at(i) in ARE, tokens.at(i)
    i -= 1 + 2 * (is_said and tokens.at(i - 1) == "who")  # "the girls | , who are | six and eight"
    if not (is_said or mark == ",") or not (is_plural(tokens.at(i)) and counts_people(singular(tokens.at(i)))):
        return False
    return tokens.at(figure.stop) in _ENDS if are_both and is_said else _is_list_of_numbers(tokens, figure.stop)


def _is_list_of_numbers(tokens: Tokens, i: int) -> bool:
    """Whether further numbers are joined at token `i`, the last by "and", and end what is said: "17 | , 20 and 22."."""
    is_last = False
    while not is_last and tokens.at(i) in {",", "and"} and is_numeral(tokens, i + 1):
        is_last = tokens.at(i) == "and"
        i += 2
    return is_last and tokens.at(i) in _ENDS
