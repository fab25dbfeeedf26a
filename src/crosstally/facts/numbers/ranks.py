"""Ordinals that are figures: which of a series something is, and the place that somebody took.

"This was the | fifth such raid", "on the | third floor", "finished | fourth". A run of days is a time: "the | sixth
straight night". Other ordinals name or tell apart ("the Third Ward", "the second car"), and "the first" says little of
how many there were.
"""

from __future__ import annotations

from functools import cache

from crosstally.facts.intervals import exactly
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.spelled import RANK_IN_DIGITS, cardinals, ordinals, value_of
from crosstally.facts.numbers.units import Unit, surfaces
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import NounPhrase, noun_phrase
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class
from crosstally.facts.words.superlatives import is_superlative
from crosstally.facts.words.tokens import APOSTROPHES, Tokens

_BEING = frozenset({"that", "it", "he", "she", "this", "there", "what", "who", "here"})  # before "'s": who is so
_RANK = Unit("rank", "rank", None)
_OWNERS = link_words("possessives") | {"'s"}
_REACH = 6  # tokens back to the verb of "is the city's | third"
_ORDER = 5  # tokens on to the noun of "third | in the league table"
_AGAIN = 2  # "for the second time" says no more than that
_FOR = 3  # tokens from "for" to what is ranked: "for | the 13th | time"
_HISTORY = 6  # tokens from "in" to "history"
_TENS = 10


def read_ranks(tokens: Tokens) -> list[Figure]:
    """The ranks that a sentence tells, and the runs of days whose last is told by its ordinal."""
    found: list[Figure] = []
    known = ordinals()
    if known.keys().isdisjoint(tokens.lower) and "name" not in tokens.kinds:
        return found
    for i, word in enumerate(tokens.lower):
        rank = _ordinal(tokens, i) if word in known or tokens.kinds[i] == "name" else None
        if rank is not None and rank[0] > 1 and (figure := _figure(tokens, *rank, i + 1)) is not None:
            found.append(figure)
    return found


def _ordinal(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The rank that ends with token `i`, and where it begins: "third", "17th", "twenty-first"; None where none does."""
    word = tokens.lower[i]
    if (digits := RANK_IN_DIGITS.fullmatch(word)) is not None:
        return int(value_of(digits[1])), i
    if word not in ordinals():
        return None
    if tokens.at(i - 1) != "-" or not tokens.touches(i):
        return ordinals()[word], i
    tens = cardinals().get(tokens.at(i - 2), 0)  # and not "two-| thirds"
    return (tens + ordinals()[word], i - 2) if tens % _TENS == 0 < tens and ordinals()[word] < _TENS else None


def _figure(tokens: Tokens, rank: int, i: int, stop: int) -> Figure | None:
    """The figure of the ordinal at tokens [i, stop), if it is one."""
    noun = _tied_noun(tokens, stop) or _noun(tokens, stop)
    unit = _RANK
    if (end := _run(tokens, i, stop)) is not None:
        unit, noun = surfaces()[load("ranks")["runs"][tokens.lower[end - 1]]], None
    elif (end := _place(tokens, i, stop)) is not None or (end := _bare(tokens, i, stop)) is not None:
        noun = None
    elif (end := _by_size(tokens, i, stop)) is None:
        if noun is None or not (_is_counted_always(tokens, rank, noun) or _is_of_series(tokens, i, noun)):
            return None
        end = noun.stop
    return Figure(i, end, i, end if noun is None else noun.first, exactly(float(rank)), unit=unit, noun=noun, word=True)


def _tied_noun(tokens: Tokens, stop: int) -> NounPhrase | None:
    """The noun that a hyphen ties to its rank: "the third-| floor | office"."""
    is_tied = tokens.at(stop) == "-" and tokens.at(stop + 1) in _words("always", "tied")
    return NounPhrase(stop + 1, stop + 2, stop + 1) if is_tied else None


def _noun(tokens: Tokens, stop: int) -> NounPhrase | None:
    """What is ranked: a noun in the singular, which is no name and has no number inside."""
    noun = noun_phrase(tokens, stop, plural=False)
    if noun is None or tokens.at(stop) == "-":
        return None
    inside = range(noun.first, noun.stop)
    is_name = not tokens.headline and any(tokens.words[k][0].isupper() for k in inside)
    is_plain = not (is_name and not _is_to_do(tokens, noun.stop)) and all(tokens.kinds[k] != "number" for k in inside)
    is_named = _is_named(tokens, noun) and not _is_in_row(tokens, noun.stop)
    is_of_size = is_superlative(tokens.lower[noun.first])  # "Orvane's second | largest | city"
    return None if not is_plain or is_named or is_of_size or is_plural(tokens.lower[noun.head]) else noun


def _is_named(tokens: Tokens, noun: NounPhrase) -> bool:
    """Whether its ordinal names a thing, tells a part of it or is a phrase with it: "the second | half", "| shift"."""
    first, head = tokens.lower[noun.first], tokens.lower[noun.head]
    named = _words("named", "nouns")
    is_person = head == "person" and _is_to_do(tokens, noun.stop)  # "the second | person | to die"
    return (first in named or head in named | _words("named", "heads")) and not is_person


def _is_to_do(tokens: Tokens, i: int) -> bool:
    """Whether words at token `i` say what the last of a series did: "the second climber | to fall"."""
    return (
        tokens.at(i) == "to" and word_class(tokens.at(i + 1)) in {"b", ""} and tokens.kinds[i + 1 : i + 2] == ["word"]
    )


def _bare(tokens: Tokens, i: int, stop: int) -> int | None:
    """Where an ordinal ends whose noun is left out: "its | fourth | since 1945", "only the | third | to win"."""
    is_to_do = tokens.at(stop) == "to" and word_class(tokens.at(stop + 1)) == "b"
    is_of_one = tokens.at(i - 1) == "the" or _is_owned(tokens, i)
    return stop if is_of_one and (is_to_do or _is_over(tokens, stop)) else None


def _by_size(tokens: Tokens, i: int, stop: int) -> int | None:
    """Where what is ranked by its size ends: "is the | third biggest raid", ", the world's | sixth-largest mine".

    It must be said of something: "in Orvane's second largest city" only names that.
    """
    sized = stop + (tokens.at(stop) == "-" and tokens.touches(stop))
    if not is_superlative(tokens.at(sized)) or not (_is_said_of(tokens, i) or _is_named_so(tokens, i)):
        return None
    noun = noun_phrase(tokens, sized + 1, plural=False)
    return sized + 1 if noun is None else noun.stop


def _is_said_of(tokens: Tokens, i: int) -> bool:
    """Whether an ordinal opens what is added to a name: "Tarn Deep, the world's | sixth-largest mine"."""
    k = i - 3 - (tokens.at(i - 3) == "the")
    return tokens.at(i - 1) == "'s" and k > 0 and tokens.at(k) in {",", "once", "as"}


def _is_owned(tokens: Tokens, i: int) -> bool:
    """Whether it is told before token `i` whose something is: "his | second", "the actress' | second", no "that's"."""
    before, owner = tokens.at(i - 1), tokens.at(i - 2)
    if before in APOSTROPHES:
        return owner.endswith("s") and tokens.touches(i - 1) and not tokens.touches(i)
    return before in _OWNERS and (before != "'s" or owner not in _BEING)


def _is_counted_always(tokens: Tokens, rank: int, noun: NounPhrase) -> bool:
    """Whether the ordinal of a noun always counts: "the | third floor", "a | fourth straight win".

    So does how often, from the third time on: "for the | 13th time".
    """
    is_straight = tokens.lower[noun.first] in _words("always", "straight") or _is_in_row(tokens, noun.stop)
    is_time = (
        rank > _AGAIN
        and tokens.lower[noun.head] == "time"
        and "for" in tokens.lower[max(0, noun.first - _FOR) : noun.first]
    )
    return is_straight or is_time or tokens.lower[noun.head] in _words("always", "nouns")


def _run(tokens: Tokens, i: int, stop: int) -> int | None:
    """Where a run of days ends of which the ordinal at `i` tells the last: "the | sixth straight day | since"."""
    end = stop + (tokens.at(stop) in _words("always", "straight"))
    is_told = end > stop or tokens.at(end + 1) == "of" or _is_in_row(tokens, end + 1)
    is_run = tokens.at(end) in load("ranks")["runs"] and is_told
    return end + 1 if is_run and tokens.at(i - 1) in link_words("articles") | link_words("possessives") else None


def _is_in_row(tokens: Tokens, i: int) -> bool:
    """Whether words at token `i` say that what was ranked went on without a break: "a sixth month | running"."""
    return tokens.lower[i : i + 3] == ["in", "a", "row"] or (tokens.at(i) == "running" and tokens.at(i + 1) != "for")


def _is_of_series(tokens: Tokens, i: int, noun: NounPhrase) -> bool:
    """Whether words around a noun say which of a series it is, and do not only tell it from another told of before."""
    before, behind = tokens.at(i - 1), noun.stop
    is_owned, head = _is_owned(tokens, i), singular(tokens.lower[noun.head])
    is_event = not counts_people(head) or head in load("ranks")["events"]
    if not is_owned and before not in {"the", "only"}:
        is_told = head in load("ranks")["events"] if i == 0 else _is_over(tokens, behind)
        return is_event and is_told and before not in link_words("indefinite")  # "| Second death | as cases climb"
    if _is_to_do(tokens, behind):
        return True  # "the | second climber | to fall"
    is_series = tokens.lower[noun.first] == "such" or _is_over(tokens, behind) or _is_named_so(tokens, i)
    if not is_event:
        return _is_in_history(tokens, behind) and _is_named_so(tokens, i)  # "is the | second woman | in its history"
    return is_owned or is_series


def _is_over(tokens: Tokens, i: int) -> bool:
    """Whether words at token `i` say over what is counted: "| this year", "| in two days", "| of the season"."""
    word, behind = tokens.at(i), tokens.at(i + 1)
    if _is_in_history(tokens, i):
        return True
    if word == "in" and behind != "the":
        return behind in _words("over", "in")
    if word in {"in", "of"}:
        return behind in link_words("possessives") | {"the"} and tokens.at(i + 2) in _words("over", "times")
    return (word == "this" and behind in _words("over", "times")) or any(
        tokens.lower[i : i + 1 + phrase.count(" ")] == phrase.split() for phrase in _words("over", "phrases")
    )


def _is_in_history(tokens: Tokens, i: int) -> bool:
    """Whether what is counted is all of it so far: "the second woman | in state history", "in the club's history"."""
    return tokens.at(i) == "in" and "history" in tokens.lower[i + 1 : i + _HISTORY]


def _is_named_so(tokens: Tokens, i: int) -> bool:
    """Whether a verb before the determiner says which one it is: "this | was | the city's | third"."""
    is_owner = False
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        word = tokens.lower[k]
        if word in load("ranks")["naming"]:
            return True
        if word not in load("ranks")["between"] and word != "'s" and not is_owner:
            return False
        is_owner = (is_owner or word == "'s") and tokens.kinds[k] == "word" and word not in link_words("aside")
    return False


def _place(tokens: Tokens, i: int, stop: int) -> int | None:
    """Where the place ends that somebody took: "finished | third", "is | second in the table", "in | third place"."""
    if tokens.at(stop) in _words("placing", "nouns"):
        return stop + 1
    if tokens.at(stop) == "-":
        return stop + 2 if tokens.at(stop + 1) in _words("placing", "tied") else None
    closing = _words("placing", "closing") | link_words("aside")
    if stop < len(tokens) and tokens.kinds[stop] != "mark" and tokens.at(stop) not in closing:
        return None
    if tokens.at(i - 1) == "for" and tokens.at(i - 2) in _words("placing", "tied_for"):
        return stop
    k = i - 1
    while k > 0 and tokens.lower[k] in _words("placing", "between"):
        k -= 1
    orders = tokens.lower[stop + 1 : stop + _ORDER] if tokens.at(stop) in {"in", "on"} else []
    is_listed = tokens.at(i - 1) != "the" and not _words("placing", "orders").isdisjoint(orders)
    return stop if is_listed or tokens.at(k) in _words("placing", "verbs") else None


@cache
def _words(family: str, kind: str) -> frozenset[str]:
    """A class of words from ``lexicon/ranks.toml``."""
    return frozenset(load("ranks")[family][kind])
