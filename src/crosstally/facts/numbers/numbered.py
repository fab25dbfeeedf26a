"""Numbers that tell one of a kind from the others, by where they stand: "cell 12", "Checkpoint 3 was shut".

A number that counts stands before its noun, so that one right behind a bare singular noun names it. "Witness 40 spoke".
"""

from __future__ import annotations

import re

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import ONE_OF_A_KIND, counts, ends, month_openers, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import is_numeral
from crosstally.facts.words.calendar import days_and_months
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, singular, stop_words, things, word_class
from crosstally.facts.words.tokenize import heads_clause
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import quantity_nouns

_MAY = frozenset({"may", "might", "could", "will", "would", "can"})
_LIKELY = (["likely", "to"], ["expected", "to"], ["feared", "to"], ["set", "to"])
_LONGEST = 3  # words of a compound such as "product code"
_SHORTEST = 3  # letters of a noun that is sure to be one
_CUP = 5  # tokens that name the cup: "the last 16 | of the Vell Cup"
_JOINTS = frozenset({"to", "or", "and", "-", "–"})
_LISTING = frozenset({",", "and"})
_DRAWN = frozenset({"drawn", "picked", "called"})
_VERBS = frozenset("bdz")
_PLACED = frozenset({"at", "in", "inside", "from"})
_BEHIND_VERB = link_words("personal") | {"it", "them", "us", "you", "a", "the", "around", "up"}
_MARK_DIGITS = 3
_ENDS = frozenset({"top", "bottom"})
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.][0-5]\d")
_MAKE = re.compile(r"\d{1,4}(?:\.\d)?")


def is_numbered(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number in digits stands right behind a bare singular noun, which no number that counts does.

    Not so behind a noun for what is measured or counted ("toll 12"), nor where the number opens a clause of its own
    ("in hospital 3 remain").
    """
    i, stop = numeral.first, numeral.stop
    if stop != i + 1 or i == 0 or not tokens.words[i].isdigit() or not _names(tokens, i - 1) or counts(tokens, stop):
        return False
    noun = tokens.lower[i - 1]
    if noun in trap_words("numbered", "never") or (noun in quantity_nouns() and noun != "number"):
        return False
    if tokens.at(stop) in _JOINTS and tokens.is_number(stop + 1) and _is_counted(tokens, stop + 2):
        return False  # "waves 10 | to 40 centimetres high"
    first = next((k for k in range(i - 2, i - 2 - _LONGEST, -1) if k < 0 or not _names(tokens, k)), 0)
    if first < 0 or tokens.kinds[first] in {"mark", "sign"}:
        return _is_known(tokens, i - 1) or tokens.at(stop) in ONE_OF_A_KIND
    if heads_clause(tokens, stop) or word_class(tokens.at(stop)) in _VERBS:
        return False
    before = tokens.lower[first]
    is_joined = before in {"and", "or"} and _is_known(tokens, i - 1)  # "gate B12 and gate | 7"
    return is_joined or before in trap_words("numbered", "before") or word_class(before) in {"d", "g"}


def is_made(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number behind a name tells what make things are of: "Vanda 7 | users", "the Orvan 100|-listed group".

    Behind a verb of giving it counts what the name was given: "told Orvane | 12 customers".
    """
    i, stop = numeral.first, numeral.stop
    is_tied = tokens.at(stop) == "-" and tokens.touches(stop) and tokens.touches(stop + 1)
    noun = tokens.at(stop + is_tied)
    is_one = "." in tokens.words[i] and f"{noun}s" in trap_words("made")  # "the Vanda 7.1 | tablet"
    if (noun not in trap_words("made") and not is_one) or not _MAKE.fullmatch(tokens.words[i]) or stop != i + 1:
        return False
    first = i
    while first > 0 and tokens.kinds[first - 1] == "word" and not tokens.words[first - 1].islower():
        first -= 1
    name = tokens.lower[i - 1]
    is_word = name in stop_words() or name in trap_words("numbered", "never") or name in days_and_months()
    is_name = first < i and not is_word and (word_class(name) == "" or tokens.kinds[i - 2 : i - 1] == ["word"])
    is_given = tokens.at(first - 1) in trap_words("made", "given") or _is_placed(tokens, i - 1)
    return is_name and not is_given and not tokens.headline and hedge_before(tokens, i) is None


def _is_placed(tokens: Tokens, i: int) -> bool:
    """Whether the clause opens with where or when, the name at `i` in it: "in the town of | Orvane 12 users fled"."""
    first = next((k + 1 for k in range(i - 1, -1, -1) if tokens.kinds[k] == "mark"), 0)
    return first < i and tokens.lower[first] in month_openers()


def is_drawn(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is one of several that a draw named: "the winning numbers were 4, | 8 and 15", "numbers: 4, 8".

    So is the one of a kind with a name: "the Starball number was | 15".
    """
    first, last = i, i
    while (before := _listed(tokens, first, -1)) is not None:
        first = before
    while (behind := _listed(tokens, last, 1)) is not None:
        last = behind
    if _is_counted(tokens, last + 1) or stop != i + 1:
        return False
    k = first - 1 - (tokens.at(first - 1) == ":")
    if first < last:
        while tokens.at(k) in link_words("be") | _DRAWN:
            k -= 1
        return tokens.at(k) == "numbers"
    is_told = tokens.at(k) in {"of", "was", "is", ":"} and tokens.at(k - 1) == "number"
    return is_told and k > 1 and tokens.words[k - 2].istitle() and tokens.lower[k - 2] not in stop_words()


def _listed(tokens: Tokens, i: int, step: int) -> int | None:
    """The next number of a list from the one at token `i` on: "4|, 8|, and 15", "04 | 08 | 15"; None where none is."""
    k = i + step
    while tokens.at(k) in _LISTING and abs(k - i) <= len(_LISTING):
        k += step
    return k if k >= 0 and tokens.is_number(k) else None


def is_stage(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number names a stage of a cup: "the round of | 16", "reached the last | four"."""
    if tokens.lower[i] not in trap_words("stage", "sizes"):
        return False
    if tokens.at(i - 1) == "-" and tokens.at(i - 2) == "last":
        return True  # "won their last-|eight matches"
    if counts(tokens, stop):
        return False
    is_reached = tokens.lower[max(0, i - 2) : i] == ["the", "last"] and tokens.at(i - 3) in trap_words(
        "stage", "reached"
    )
    if is_reached and (ends(tokens, stop) or _is_of_one(tokens, stop)):
        return True
    behind = tokens.lower[stop : stop + (_CUP if tokens.at(stop) == "of" else 2)]
    is_round = tokens.lower[max(0, i - 2) : i] == ["round", "of"]
    return is_round or (tokens.at(i - 1) == "last" and not trap_words("stage").isdisjoint(behind))


def _is_of_one(tokens: Tokens, i: int) -> bool:
    """Whether what has such a stage stands at token `i`: "reached the last 16 | of a cup"."""
    return tokens.at(i) == "of" and tokens.at(i + 1) in link_words("indefinite")


def is_mark(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is where on a field, or over what course: "ran to a stop at the | 20", "won in the | 100."."""
    is_small = tokens.words[i].isdigit() and len(tokens.words[i]) <= _MARK_DIGITS
    is_tied = tokens.at(stop) == "-" and tokens.touches(stop)  # "in the | 32|-strong squad"
    is_placed = tokens.at(i - 1) == "the" and tokens.at(i - 2) in _PLACED
    return is_small and is_placed and ends(tokens, stop) and not is_tied


def is_line(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number tells one line of buses or trams from others, or one train or race by its time.

    "A bus on the | 64 | line", "the | 5.15 | train", "the | 3.40 | at Orvane", not "the 5.15 metres".
    """
    if tokens.at(i - 1) != "the":
        return False
    if _CLOCK.fullmatch(tokens.words[i]):
        is_at = tokens.at(stop) == "at" and "".join(tokens.words[stop + 1 : stop + 2]).istitle()
        return is_at or tokens.at(stop) in trap_words("line", "timed")
    return tokens.words[i].isdigit() and tokens.at(stop) in trap_words("line")


def does_something(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number with "the" is one of a make, by its verb: "the | 560 | gets around", not "the 12 suspects"."""
    is_model = tokens.at(i - 1) == "the" and tokens.words[i].isdigit() and len(tokens.words[i]) > 1
    is_verb = word_class(tokens.at(stop)) == "z" and tokens.at(stop + 1) in _BEHIND_VERB
    return is_model and is_verb and not counts_people(singular(tokens.at(stop)))


def is_top(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number says how far down, or up, a list goes: "the top | 100", "a top-| six team", "the bottom | 3"."""
    back = i - 1 - (tokens.at(i - 1) == "-")
    if tokens.at(back - 1) in _MAY or tokens.lower[max(0, back - 2) : back] in _LIKELY:
        return False  # "the toll could | top | 40"
    if tokens.at(back) not in _ENDS:
        return False
    if _is_within(tokens, back):
        return True
    return not counts(tokens, stop) and not is_plural(tokens.at(stop + 1))


def _is_within(tokens: Tokens, top: int) -> bool:
    """Whether something is told to be on a list that "top" at token `top` opens: "among the | top 20 makers".

    So is the list that a headline tells of: "Top 10 gifts".
    """
    owner = tokens.lower[max(0, top - 1) : top]
    before = tokens.at(top - 2)
    if owner == ["'s"] and tokens.words[top - 2].istitle():
        before = tokens.at(top - 3)  # "a manager in England's | top four divisions"
    is_part = before == "of" and is_numeral(tokens, top - 3)
    is_listed = owner in (["the"], ["'s"]) and (is_part or before in {"among", "in", "into", "within", "outside"})
    return is_listed or (tokens.headline and top == 0)


def _names(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` may be a bare noun, or a part of one, that a number tells from others."""
    word = tokens.lower[i]
    return (
        tokens.kinds[i] == "word"
        and len(word) >= _SHORTEST
        and word_class(word) == ""
        and not is_plural(word)
        and (i == 0 or tokens.words[i].islower())
        and word not in stop_words()
        and word not in link_words("be")
    )


def _is_counted(tokens: Tokens, i: int) -> bool:
    return counts(tokens, i) or unit_behind(tokens, i)[0] is not None


def _is_known(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is a noun beyond doubt."""
    return tokens.lower[i] in things() or counts_people(tokens.lower[i])
