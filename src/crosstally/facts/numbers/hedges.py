"""Hedges: the words around a number that say whether it is a floor, a ceiling, a guess or exact."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from crosstally.facts.intervals import FLOORS, Bound, Interval, exactly
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numeral import Numeral, without_dust
from crosstally.facts.numbers.numerals import number_words, read_numeral
from crosstally.facts.numbers.units import surfaces
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import OWNERS, counts_people, singular, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_CEILINGS = frozenset({"at_most", "less_than"})
_TURNED: dict[Bound, Bound] = {"more_than": "at_most", "less_than": "at_least"}
_SPAN = 2  # tokens from a number to what it is over: "over 40 | career games"
_ARTICLES = link_words("articles")
_CARRIED = 6  # tokens from "bring" to where it brings something: "bringing the whole toll | up to 14"
_BEFALLEN = 6  # tokens from what befalls somebody to "over"
_AFFAIR = 5  # tokens behind "over" and the next word, in which an affair is looked for: "over | a $6m insurance | scam"
_RANGING = frozenset({"to", "-", "–", "—", "up", "and"})
_FROM = 4  # tokens from "from" to "up to": "from 8 GB | up to 64 GB"
_SAID = frozenset({"", "d", "z", "g", "n"})  # nouns and verbs
_DAYS = frozenset({"day", "night", "week", "hour"})  # in which nobody's age is told


class Hedge(NamedTuple):
    """One hedge where it stands.

    Attributes:
        bound: What it makes of the number.
        below: Share of the number by which the truth may lie under it ("about": 0.1).
        above: Share by which it may lie over it.
        first: Index of its first token.
        stop: Index one past its last token.
    """

    bound: Bound
    below: float
    above: float
    first: int
    stop: int


_Entry = tuple[list[str], Bound, float, float]


@cache
def _entries(place: str) -> dict[str, list[_Entry]]:
    """Hedges that stand "before" a number (by their last word) or "after" it (by their first), longest first."""
    found: dict[str, list[_Entry]] = {}
    for hedge in load("hedges")["hedge"]:
        spread = hedge.get("spread", 0.0)
        for phrase in hedge[place]:
            words = phrase.split()
            found.setdefault(words[-1 if place == "before" else 0], []).append(
                (words, hedge["bound"], spread or hedge.get("below", 0.0), spread)
            )
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def hedge_before(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge that ends right before token `i`."""
    for words, bound, below, above in _entries("before").get(tokens.at(i - 1), ()):
        first = i - len(words)
        if first >= 0 and tokens.lower[first:i] == words and _hedges(tokens, words, first):
            return _negated(tokens, Hedge(bound, below, above, first, i))
    return None


def _negated(tokens: Tokens, hedge: Hedge) -> Hedge:
    """A hedge, turned round by a word of negation before it or its verb: "| no | higher than 48 percent".

    The verb stays outside: "would not serve | more than 40 years".
    """
    if hedge.bound not in _TURNED:
        return hedge
    if tokens.at(hedge.first - 1) in _negations("words"):
        return hedge._replace(bound=_TURNED[hedge.bound], first=hedge.first - 1)
    is_verb = word_class(tokens.at(hedge.first - 1)) in {"", "b"}
    is_of_verb = is_verb and tokens.at(hedge.first - 2) in _negations("of_verbs")
    return hedge._replace(bound=_TURNED[hedge.bound]) if is_of_verb else hedge


@cache
def _negations(kind: str) -> frozenset[str]:
    """What negates right before a hedge ("words"), or before a verb in front of it ("of_verbs")."""
    return frozenset(load("hedges")["negation"][kind]) | frozenset(load("classes")["not"]["words"])


def _hedges(tokens: Tokens, words: list[str], first: int) -> bool:
    """Whether words that begin at token `first` are a hedge there: "rose | past 200", not "handed | over 200".

    They are none tied to a word before them ("a follow-| up to 12 attacks"), nor "up to" behind a verb of change.
    """
    if tokens.at(first - 1) == "-" and tokens.touches(first):
        return False
    phrase = " ".join(words)
    if phrase == "over" and _is_span(tokens, first + 1):
        return not _is_through(tokens, first)
    if (phrase == "up to" and _is_from(tokens, first)) or (phrase == "over" and _is_because(tokens, first)):
        return False
    if phrase in load("hedges")["priced"]["phrases"] and not _is_price(tokens, first + len(words)):
        return False
    if _carried().get(phrase, frozenset()) & set(tokens.lower[max(0, first - _CARRIED) : first - 1]):
        return False
    never, only = _behind("not_behind").get(phrase), _behind("only_behind").get(phrase)
    before = tokens.at(first - 1)
    return (only is None or before in only) and (never is None or before not in never)


def is_comparison(tokens: Tokens, hedge: Hedge) -> bool:
    """Whether "more than" or its like compares with an earlier time: "5% | more than | a year ago", "lower than"."""
    before, then = tokens.at(hedge.first - 1), tokens.at(hedge.stop + 2)
    if then not in {"earlier", "ago", "before"} or tokens.at(hedge.stop - 1) != "than":
        return False
    is_amount = before in surfaces() or before in {"%", "pc", "times"} or before.isdigit()
    return is_amount or tokens.at(hedge.first) in {"higher", "lower", "fewer", "greater", "stronger"}


def _is_span(tokens: Tokens, i: int) -> bool:
    """Whether a span of time, or of play behind a noun, begins at `i`: "over | two days", "goals over | 40 games"."""
    numeral = read_numeral(tokens, i) if i < len(tokens) else None
    if numeral is None:
        return False
    spans = (singular(word) for word in tokens.lower[numeral.stop : numeral.stop + _SPAN])
    is_play = i > 1 and word_class(tokens.at(i - 2)) == "" and not _legs().isdisjoint(spans)
    return is_play or singular(tokens.at(numeral.stop)) in load("rates")["periods"]


def _is_through(tokens: Tokens, i: int) -> bool:
    """Whether "over" at token `i` is the time through which something goes on: "spread | over two days".

    It is none behind a verb that says how long ("took | over two days"), nor behind any other word that is no noun and
    no verb: "for | over two days", nor before what came then: "emerged | over two weeks after". Behind a number or a
    bracket that is closed it is one: "stole £300 | over two years". At the beginning, "of" and a comma tell: "Over two
    days of talks, they".
    """
    before = tokens.at(i - 1)
    if i == 0:
        return "of" in tokens.lower[:_CARRIED] and "," in tokens.words
    if any(word in tokens.lower[i + 2 : i + 5] for word in ("old", "ago", "later", "earlier", "after")):
        return False
    if tokens.kinds[i - 1] == "number" or before == ")":
        return True
    if tokens.kinds[i - 1] not in {"word", "sign"} or before in _lasting() | stop_words():
        return False
    if counts_people(singular(before)):
        return singular(tokens.at(i + 2)) in _DAYS  # "killed 12 people | over three days", not "people | over 60 years"
    return word_class(before) in _SAID or (word_class(before) == "b" and _is_had(tokens, i - 1))


def _is_had(tokens: Tokens, i: int) -> bool:
    """Whether the word at `i`, which may be a verb, is a noun by what stands before it: "a 7% | raise over years"."""
    has_owner = tokens.at(i - 1) in _ARTICLES | OWNERS or tokens.kinds[i - 1] in {"number", "sign"}
    return has_owner or word_class(tokens.at(i - 1)) == "j"


def _is_price(tokens: Tokens, i: int) -> bool:
    """Whether a sum in digits stands at token `i` that begins no range: "from | £20", not "from | £20 to £80"."""
    is_money = tokens.kinds[i : i + 1] in ([], ["sign"])
    return is_money and _RANGING.isdisjoint(tokens.lower[i + 1 : i + _FROM])


def _is_because(tokens: Tokens, i: int) -> bool:
    """Whether "over" at token `i` is what something befalls somebody for: "jailed for 14 years | over a $6m scam"."""
    words = load("hedges")["because"]
    is_befallen = any(word in words["befallen"] for word in tokens.lower[max(0, i - _BEFALLEN) : i])
    return is_befallen and any(singular(word) in words["affairs"] for word in tokens.lower[i + 2 : i + 2 + _AFFAIR])


def _is_from(tokens: Tokens, i: int) -> bool:
    """Whether another number behind "from" ends at token `i`: "from $999 | up to $1,099" names both ends."""
    begins = [k for k in range(max(0, i - _FROM), i) if tokens.lower[k] == "from"]
    between = tokens.kinds[begins[-1] + 1 : i] if begins else []
    return "number" in between[:2] and "mark" not in between


@cache
def _lasting() -> frozenset[str]:
    return frozenset(load("hedges")["through"]["lasting"])


@cache
def _added() -> frozenset[str]:
    return frozenset(load("hedges")["added"]["plus"])


def _is_added(tokens: Tokens, i: int) -> bool:
    i += tokens.kinds[i : i + 1] == ["sign"]  # "£29m plus | £2m"
    is_numbered = tokens.is_number(i) or tokens.at(i) in number_words()  # "6 boxes plus | one router"
    return is_numbered or tokens.at(i) in _ARTICLES or tokens.at(i) in _added()


@cache
def _legs() -> frozenset[str]:
    return frozenset(load("hedges")["through"]["legs"])


@cache
def _carried() -> dict[str, frozenset[str]]:
    return {phrase: frozenset(verbs) for phrase, verbs in load("hedges")["carried"].items()}


@cache
def _behind(kind: str) -> dict[str, frozenset[str]]:
    return {word: frozenset(before) for word, before in load("hedges")[kind].items()}


def hedge_after(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge that begins at token `i`, one hyphen allowed: "20-plus"; none in "26 wives | and more than 9 cars"."""
    i += tokens.at(i) == "-" and tokens.touches(i)
    for words, bound, below, above in _entries("after").get(tokens.at(i), ()):
        stop = i + len(words)
        is_sum = words == ["plus"] and _is_added(tokens, stop)
        if tokens.lower[i:stop] == words and tokens.at(stop) != "than" and not is_sum:  # "20 jets | plus 10 options"
            return Hedge(bound, below, above, i, stop)
    return None


def hedged(numeral: Numeral, hedge: Hedge | None, *, spread: float | None = None) -> Interval:
    """The interval that a hedged number gives; the conventions are those of docs/conventions.md.

    Args:
        numeral: The number.
        hedge: The hedge; None for a bare number.
        spread: How far "about" reaches to each side, where that is no share of the number.
    """
    if numeral.value is None:
        return _hedged_vague(numeral.low, numeral.high, hedge)
    return exactly(numeral.value) if hedge is None else hedged_value(numeral.value, hedge, spread=spread)


def hedged_value(value: float, hedge: Hedge, *, spread: float | None = None) -> Interval:
    """The interval that a hedge makes of a number. What is less than nothing has no lower end: "below zero"."""
    if hedge.bound in FLOORS:
        return Interval(value, value, None, low_open=hedge.bound == "more_than", bound=hedge.bound)
    if hedge.bound in _CEILINGS:
        floor = 0.0 if value > 0 or (value == 0 and hedge.bound == "at_most") else None
        return Interval(value, floor, value, high_open=hedge.bound == "less_than", bound=hedge.bound)
    below, above = (abs(value) * hedge.below, abs(value) * hedge.above) if spread is None else (spread, spread)
    low, high = min(value, without_dust(value - below)), max(value, without_dust(value + above))
    return Interval(value, low, high, high_open=low < high == value, bound="about")


def _hedged_vague(low: float, high: float, hedge: Hedge | None) -> Interval:
    if hedge is not None and hedge.bound in FLOORS:
        return Interval(None, low, None, bound="vague")
    if hedge is not None and hedge.bound in _CEILINGS:
        return Interval(None, 0.0, high, bound="vague")
    return Interval(None, low, high, bound="vague")
