"""Victims in a noun phrase: how many persons it stands for when no numeral counts them, and by what it counts them."""

from __future__ import annotations

from crosstally.facts.context.gazetteer import is_known, kind_of
from crosstally.facts.fact import CountedBy
from crosstally.facts.intervals import Interval, exactly
from crosstally.facts.normal.capitals import acronyms
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numerals import is_numeral
from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.gathered import is_name
from crosstally.facts.victims.words import BODIES, is_thing, together, words
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import NounPhrase
from crosstally.facts.words.nouns import counts_people, is_contraction, is_plural, singles, singular, things, word_class
from crosstally.facts.words.tokens import Tokens

_SEVERAL = Interval(None, 2.0, None, bound="vague")
_ONE = frozenset({"a", "an", "another", "one"})
_THE = frozenset({"the", "this", "that"})
_OWNERS = link_words("possessives")
_SUMS = frozenset({"number", "total", "tally", "count"})
_PRONOUNS = {word: exactly(1.0) for word in ("him", "he", "she")} | dict.fromkeys(("them", "they"), _SEVERAL)


def is_person(tokens: Tokens, phrase: Chunk, *, known: bool) -> bool:
    """Whether a noun phrase can stand for people: its head names no thing; where only known nouns will do, people."""
    figure = phrase.figure
    is_measured = figure is not None and figure.unit is not None and not figure.age
    if is_measured or _is_of_things(tokens, phrase) or _is_ratio(tokens, phrase):
        return False
    if phrase.head < 0:
        whole = figure.noun if figure is not None and figure.partitive else None  # "two | of the five inmates"
        are_people = whole is not None and counts_people(singular(tokens.lower[whole.head]))
        return not known or are_people or phrase.determiner in _PRONOUNS
    head = tokens.lower[phrase.head]
    if singular(head) in words("things") or _is_house(tokens, phrase) or is_contraction(head):
        return False
    if head in BODIES or head in together():
        return True
    if is_name(tokens, phrase):
        return not (known or _is_listed_place(tokens, phrase))
    return counts_people(singular(head)) or (not known and not is_thing(head))


def _is_listed_place(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a name is of a place that goes on from another: "suspects in France and | Switzerland | were held"."""
    name = " ".join(tokens.words[phrase.first : phrase.stop])
    return tokens.at(phrase.first - 1) in {",", "and"} and is_known(name) and kind_of(name) in {"country", "state"}


def _is_house(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a name is of a house or a body, or short for none: "Vell & Tarn | Center", "17:00 | BST"."""
    written = tokens.words[phrase.head]
    if tokens.headline or phrase.determiner in _ONE:
        return False
    is_named = written.istitle() and any(tokens.words[k].istitle() for k in range(phrase.first, phrase.head))
    return written in acronyms() or (is_named and singular(tokens.lower[phrase.head]) in words("houses"))


def _is_of_things(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a bare number is a part of things: "two | of the 11 paintings"."""
    if phrase.head >= 0 or phrase.figure is None or phrase.figure.noun is None:
        return False
    whole = singular(tokens.lower[phrase.figure.noun.head])
    return whole in things() and not counts_people(whole)


def victim_of(tokens: Tokens, phrase: Chunk) -> Figure | None:
    """The figure that a noun phrase without a numeral stands for; None for what cannot be counted."""
    interval = _count(tokens, phrase)
    if interval is None:
        return None
    by: CountedBy = "name" if is_name(tokens, phrase) else "numeral" if phrase.determiner == "one" else "article"
    noun, stop = None, _before_aside(tokens, phrase)
    if phrase.head >= 0:
        noun = NounPhrase(min(phrase.head, phrase.first + bool(phrase.determiner)), stop, phrase.head)
    return Figure(
        phrase.first,
        stop,
        phrase.first,
        phrase.first + 1,
        interval,
        noun=noun,
        word=True,
        partitive=phrase.determiner == "one" and tokens.at(phrase.stop) == "of",
        counted_by=by,
        definite=phrase.determiner in _THE or by == "name",
        pronoun=phrase.determiner in _PRONOUNS or _is_anaphor(tokens, phrase) or _is_own_body(tokens, phrase),
    )


def _before_aside(tokens: Tokens, phrase: Chunk) -> int:
    """Where a phrase ends without what is said in brackets behind it: "Ana Vell | (45)"."""
    if tokens.at(phrase.stop - 1) != ")":
        return phrase.stop
    return next((k for k in range(phrase.stop - 1, phrase.first, -1) if tokens.lower[k] == "("), phrase.stop)


def _is_anaphor(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a phrase only points back: "the victims", "all victims"."""
    return phrase.determiner in {"the", "all"} and phrase.head >= 0 and tokens.lower[phrase.head] in words("anaphors")


def _is_own_body(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a phrase is the body of somebody told of: "her body", "their bodies"."""
    return phrase.determiner in _OWNERS and phrase.head >= 0 and singular(tokens.lower[phrase.head]) in BODIES


def _is_ratio(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a phrase is of a share: "| one patient | in five"."""
    is_one_in = tokens.lower[phrase.first] == "one" and tokens.at(phrase.stop) == "in"
    return is_one_in and is_numeral(tokens, phrase.stop + 1)


def _is_sized(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether it is told how many a phrase is of: "the number of | soldiers | killed", "| a family | of four"."""
    i, stop = phrase.first, phrase.stop
    is_summed = tokens.at(i - 1) == "of" and tokens.at(i - 2) in _SUMS and tokens.at(i - 3) == "the"
    is_of_number = tokens.at(stop) == "of" and is_numeral(tokens, stop + 1)
    return is_summed or (is_of_number and phrase.head >= 0 and tokens.lower[phrase.head] in words("collectives"))


def _count(tokens: Tokens, phrase: Chunk) -> Interval | None:
    """How many persons a phrase stands for; None where a numeral says it, or nothing does."""
    if phrase.determiner in _PRONOUNS:
        return _PRONOUNS[phrase.determiner]
    is_numbered = phrase.figure is not None and not phrase.figure.age
    is_share = tokens.lower[phrase.stop - 1] in words("shares") and tokens.at(phrase.stop) == "of"
    if is_numbered or is_share or _is_sized(tokens, phrase) or phrase.determiner in {"no", "any"}:
        return None
    number = _together(tokens, phrase) if phrase.head >= 0 else None
    if number is not None:
        return exactly(number)
    if phrase.head >= 0 and tokens.lower[phrase.head] in BODIES:
        return exactly(1.0)
    if _are_several(tokens, phrase):
        return _SEVERAL
    return exactly(1.0) if _is_one(tokens, phrase) else None


def _together(tokens: Tokens, phrase: Chunk) -> float | None:
    """How many people a phrase is in one word: "a couple", "twin brothers", "a trio of | robbers"."""
    head = tokens.lower[phrase.head]
    if is_plural(head) and not singles("twins").isdisjoint(tokens.lower[phrase.first : phrase.head]):
        return 2.0
    if tokens.at(phrase.first - 1) == "of" and counts_people(singular(head)):
        head = tokens.at(phrase.first - 2)
    return together().get(head)


def _are_several(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a phrase is a plural, or a noun for several in one; "a personnel" is one all the same."""
    if phrase.head < 0 or is_name(tokens, phrase) or _is_name_of_age(tokens, phrase):
        return False
    head = tokens.lower[phrase.head]
    one = singular(head)
    if head == "other":
        return False
    if phrase.determiner in _ONE:
        return one in words("collectives")
    if _ends_in_name(tokens, phrase):
        return False
    return is_plural(head) or one in singles("no_person") or one in words("collectives")


def _is_name_of_age(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a name ends a phrase that an age is part of: "Ana Tarrens, | 23"."""
    is_aged = phrase.figure is not None and phrase.figure.age and phrase.head < phrase.figure.first
    return is_aged and tokens.words[phrase.head].istitle() and phrase.head > phrase.first


def _ends_in_name(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a noun stands before a name: "the baker | Bo Rusks", not "the Alders"."""
    inside = range(phrase.first + bool(phrase.determiner), phrase.head)
    return _is_named(tokens, phrase) and any(
        tokens.words[i].islower() and word_class(tokens.lower[i]) in {"", "j"} for i in inside
    )


def _is_named(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether the head of a phrase has the capital of a name."""
    return phrase.head >= 0 and tokens.words[phrase.head][0].isupper() and not tokens.headline


def _is_one(tokens: Tokens, phrase: Chunk) -> bool:
    """Whether a phrase is one person: by its article, as somebody's kin, by a name, or by a noun that needs no more."""
    head = tokens.lower[phrase.head] if phrase.head >= 0 else ""
    if phrase.determiner in _OWNERS:
        is_kin = not singles("kin").isdisjoint(tokens.lower[phrase.first : phrase.stop])  # "her husband | Bo"
        inside = tokens.words[phrase.first + 1 : phrase.head]
        role = next((word for word in reversed(inside) if word.islower()), "") if _is_named(tokens, phrase) else head
        return is_kin or (counts_people(role) and role not in singles("attackers"))  # "his aide | Bo Rusk"
    if phrase.determiner in _THE:
        return bool(head) or tokens.at(phrase.stop - 1) == "other"
    if phrase.determiner in _ONE or is_name(tokens, phrase):
        return True
    if phrase.determiner:
        return False
    return counts_people(head) if head else phrase.figure is not None  # "mayor Bo Rusk", "a 10-year-old"
