"""Traps: numbers that are no quantities - years, labels, addresses, calibres, scores, idioms."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.numbers.codes import (
    is_coordinate,
    is_day,
    is_decade_or_code,
    is_listed_stock,
    is_note,
    is_serial,
    is_station,
    is_stroke_code,
    is_subsection,
    is_title,
    is_variant,
    is_version,
    is_video,
)
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.hours import is_clock, is_hour, is_open_hours, is_time_of_day, is_told_hour
from crosstally.facts.numbers.labels import (
    is_address,
    is_calibre,
    is_cited,
    is_definite,
    is_labelled,
    is_model,
    is_worded_label,
)
from crosstally.facts.numbers.names import is_capital, is_corps, is_named
from crosstally.facts.numbers.numbered import is_numbered
from crosstally.facts.numbers.numerals import LARGEST, Numeral, read_numeral
from crosstally.facts.numbers.ranges import is_tied_to
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.numbers.years import is_year
from crosstally.facts.words.changes import changes_before, is_changed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, stop_words, word_class, word_classes
from crosstally.facts.words.tokens import DASHES, STROKES, Tokens

_JOINED = 5  # tokens from "both" to the "and" that it goes with
_TIMES = frozenset({"x", "×"})
_APART = frozenset({"from", "by", "between", "in", "since"})  # before a number that "to" sets against no other
_LIST = 3  # digits of the number of a list
_COPULAS = frozenset({"is", "was", "be", "became", "becomes"})
_GAMES = 5  # tokens from a record to the games that it is of: "22-39 | in five seasons"
_PLAYED = 4  # words from a verb to the score that it leads to: "lost | the second set | 3-6"


@cache
def _idioms() -> dict[str, list[tuple[list[str], int]]]:
    """Idioms by each of their words: the words, and which of them it is."""
    found: dict[str, list[tuple[list[str], int]]] = {}
    for phrase in load("traps")["idioms"]["phrases"]:
        words = phrase.replace("-", " - ").replace("/", " / ").split()
        for place, word in enumerate(words):
            found.setdefault(word, []).append((words, place))
    return found


def trap_of(tokens: Tokens, numeral: Numeral, *, measured: bool) -> str | None:
    """What a number that is no quantity is, in a word: "year", "label", "score"; None where it may be one."""
    i, stop = numeral.first, numeral.stop
    if numeral.high > LARGEST:
        return "number"
    if counted_of_parent(tokens, i) is not None:
        return None  # "a mother-of- | 13"
    if _is_idiom(tokens, i) or is_hour(tokens, i, stop) or is_told_hour(tokens, numeral):
        return "idiom" if _is_idiom(tokens, i) else "time"
    if tokens.lower[i] == "one" and stop == i + 1:
        is_pronoun = _is_some_day(tokens, i) if measured else _is_pronoun(tokens, i)
        return "pronoun" if is_pronoun else None
    if (measured and is_title(tokens, stop)) or is_named(tokens, numeral):
        return "name"
    return _spelled(tokens, numeral) if not numeral.digits else _in_digits(tokens, numeral, measured=measured)


def _spelled(tokens: Tokens, numeral: Numeral) -> str | None:
    i = numeral.first
    if (against := _against(tokens, i, numeral.stop)) is not None:
        return "ratio" if against == 1 else "score"
    if tokens.at(numeral.stop) == "-" and tokens.at(numeral.stop + 1) in trap_words("tied"):
        return "name of a kind"  # "a six- | figure salary", "two four- | thousanders"
    if _is_known_pair(tokens, numeral) or (tokens.lower[i] == "both" and _only_joins(tokens, i + 1)):
        return "known pair"
    if _is_worded_score(tokens, numeral):
        return "score"
    return "label" if is_worded_label(tokens, i, numeral.stop) else "name" if is_capital(tokens, i) else None


def _in_digits(tokens: Tokens, numeral: Numeral, *, measured: bool) -> str | None:
    i, stop = numeral.first, numeral.stop
    if not measured and _is_dialled(tokens, i, stop):
        return "telephone number"
    written = next((reason for reason, is_so in _WRITTEN if is_so(tokens, numeral)), None)
    if written is not None:
        return written
    if tokens.lower[stop : stop + 3] == ["-", "for", "-"] or tokens.lower[i - 3 : i] == ["-", "for", "-"]:
        return "ratio"  # "went 3-|for-4"
    if is_coordinate(tokens, i, stop if not measured else unit_behind(tokens, stop)[1]):
        return "coordinate"
    return _measuring(tokens, i, stop) if measured else _naming(tokens, numeral)


def _measuring(tokens: Tokens, i: int, stop: int) -> str | None:
    """What a number names with what looks like a unit behind it."""
    if is_clock(tokens, i, stop):
        return "time"
    if tokens.at(stop) == "=" and tokens.words[i] == "1":
        return "rate of exchange"
    is_lettered = tokens.touches(stop) and len(tokens.words[stop]) == 1 and tokens.words[stop].isupper()
    if is_lettered and is_labelled(tokens, i):
        return "label"  # "Seat 14C"
    if is_variant(tokens, stop):
        return "name"
    if tokens.at(stop + 1) == "confidence":  # "95% | confidence interval"
        return "level of confidence"
    return "decade or code" if is_video(tokens, i, stop) else None


def _naming(tokens: Tokens, numeral: Numeral) -> str | None:
    """What a number without a unit names."""
    return next((reason for reason, is_so in _NAMES if is_so(tokens, numeral)), None)


_NAMES: tuple[tuple[str, Callable[[Tokens, Numeral], bool]], ...] = (
    ("label", lambda tokens, one: is_labelled(tokens, one.first) or is_subsection(tokens, one.first)),
    ("label", lambda tokens, one: is_cited(tokens, one.first, one.stop) or is_numbered(tokens, one)),
    ("code", lambda tokens, one: is_stroke_code(tokens, one) or is_serial(tokens, one.first, one.stop)),
    ("code", lambda tokens, one: is_listed_stock(tokens, one.first, one.stop)),
    ("code", lambda tokens, one: is_station(tokens, one.stop)),
    ("footnote", lambda tokens, one: is_note(tokens, one.first, one.stop)),
    ("time", lambda tokens, one: is_time_of_day(tokens, one.first, one.stop)),
    ("time", lambda tokens, one: is_open_hours(tokens, one.first)),
    ("decade or code", lambda tokens, one: is_decade_or_code(tokens, one.stop)),
    ("name", lambda tokens, one: is_definite(tokens, one.first, one.stop)),
    ("name", is_corps),
    ("name", is_model),
    ("name", lambda tokens, one: is_version(tokens, one.first, one.stop) or is_variant(tokens, one.stop)),
    ("address", lambda tokens, one: is_address(tokens, one.stop)),
    ("date", lambda tokens, one: is_day(tokens, one.first, one.stop)),
    ("year", is_year),
)  # the surest first


_WRITTEN: tuple[tuple[str, Callable[[Tokens, Numeral], bool]], ...] = (
    ("number of a list or a score", lambda tokens, one: _is_enumeration(tokens, one.first, one.stop)),
    ("telephone number", lambda tokens, one: _is_grouped(tokens, one.first, one.stop)),
    ("size", lambda tokens, one: _is_size(tokens, one.first, one.stop)),
    ("calibre", is_calibre),
    ("score", lambda tokens, one: _is_score(tokens, one.first, one.stop)),
    ("score", lambda tokens, one: _against(tokens, one.first, one.stop) is not None),
)  # the surest first


def _is_dialled(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is called, and nobody that a verb is said of: "call | 101", "dial | 911", not "| 112 | fled"."""
    is_called = tokens.at(i - 1) in trap_words("telephone", "verbs") and tokens.words[i].isdigit()
    if is_called and (ends(tokens, stop) or tokens.at(stop) in stop_words()):
        return True
    if tokens.words[i] not in trap_words("emergency") or counts(tokens, stop) or hedge_before(tokens, i) is not None:
        return False
    is_told_of = tokens.at(stop) in {"have", "are"} or word_class(tokens.at(stop)) in {"d", "n"}
    return not is_told_of and changes_before(tokens, i) is None


def _is_idiom(tokens: Tokens, i: int) -> bool:
    return any(
        i >= place and tokens.lower[i - place : i - place + len(words)] == words
        for words, place in _idioms().get(tokens.lower[i], ())
    )


def _is_pronoun(tokens: Tokens, i: int) -> bool:
    if tokens.at(i - 1) in _COPULAS and tokens.at(i + 1) == "of":
        return True  # "he was | one of the five who died"
    if tokens.at(i + 1) == "more" and tokens.at(i + 2) in trap_words("one", "after"):
        return True  # "| one more reason"
    if tokens.at(i + 1) == "-" or _opens_clause(tokens, i) or _is_part(tokens, i):
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
    return tokens.at(i + 1) in trap_words("one", "after") or _has_verb(tokens, i)


def _has_verb(tokens: Tokens, i: int) -> bool:
    """Whether "one" does something, since no singular noun ends so: "one | imagines that", not "one | sports club"."""
    verb = tokens.at(i + 1)
    return is_plural(verb) and verb.endswith("s") and tokens.at(i + 2) in stop_words() and tokens.at(i + 2) != "and"


def _is_some_day(tokens: Tokens, i: int) -> bool:
    """Whether "one day" is some day: "One day it rained", "shot a crow | one day.", not "it took | one day"."""
    if tokens.at(i + 1) != "day":
        return False
    before = tokens.at(i - 1)
    if before in {"", "then"} or tokens.kinds[i - 1] in {"mark", "sign"}:
        return True
    return word_class(before) == "" and before.isalpha() and before not in stop_words() and ends(tokens, i + 2)


def _only_joins(tokens: Tokens, i: int) -> bool:
    """Whether "both" before token `i` counts nobody: it joins two, or tells more of them (", both | with doubts")."""
    word = tokens.at(i)
    is_aside = tokens.at(i - 2) == "," and word in trap_words("numbered", "before") - {"of"}
    return is_aside or word_class(word) == "r" or word.endswith("ly") or _joins_two(tokens, i)


def _joins_two(tokens: Tokens, i: int) -> bool:
    """Whether "both" before token `i` only joins what "and" joins: "both | Oler and Vane were held", not "both men".

    Numbers may be joined, too: "both | the 13- and the 15-inch model", "both | 2.0 and 3.0".
    """
    for k in range(i, min(i + _JOINED, len(tokens))):
        if tokens.lower[k] == "and":
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
    return taken_up or (whole < len(tokens) and (tokens.kinds[whole] == "number" or tokens.at(whole) in cardinals()))


def _opens_clause(tokens: Tokens, i: int) -> bool:
    """Whether "one" counts what a clause is about: "said that | one bomb fell", not "that | one sank"."""
    after = tokens.at(i + 1)
    is_noun = word_class(after) == "" and after.isalpha() and after not in trap_words("one", "after")
    return tokens.at(i - 1) == "that" and i > 1 and is_noun


def _is_known_pair(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "the two sides", "both sides" only take up parties that the reader knows."""
    known = tokens.at(numeral.first - 1) == "the" and numeral.value == 2  # noqa: PLR2004 - a pair
    return (known or tokens.at(numeral.first) == "both") and any(
        tokens.at(k) in trap_words("pairs") for k in range(numeral.stop, numeral.stop + 3)
    )


def _is_score(tokens: Tokens, i: int, stop: int) -> bool:
    """ "2-0", "lost 3-6": two numbers with a dash, the second not the larger unless a loser's comes first."""
    if _is_level(tokens, i, stop):
        return True
    if (
        tokens.at(stop) not in STROKES
        or not (tokens.touches(stop) and tokens.touches(stop + 1))
        or tokens.kinds[stop + 1] != "number"
    ):
        return False
    second = tokens.words[stop + 1]
    if not (tokens.words[i].isdigit() and second.isdigit()):
        return False
    if tokens.words[i] == "0" and unit_behind(tokens, stop + 2)[0] is None and not counts(tokens, stop + 2):
        return True  # "0-11 in May"
    if int(second) <= int(tokens.words[i]):
        return len(tokens.words[i]) <= len(second) + 1 or not counts(tokens, stop + 2)
    lost = not trap_words("score").isdisjoint(tokens.lower[max(0, i - _PLAYED) : i])
    return _is_record(tokens, i, stop + 2) or ((lost or _is_set(tokens, i)) and ends(tokens, stop + 2))


def _is_worded_score(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a dash ties a number in words that is not larger to one: "won | three-two", "he is | six-three"."""
    i = numeral.stop
    if tokens.at(i) not in DASHES or not (tokens.touches(i) and tokens.touches(i + 1)):
        return False
    second = cardinals().get(tokens.at(i + 1))
    return second is not None and numeral.value is not None and second <= numeral.value


def _is_record(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether numbers at [i, stop) are games won and lost: "a 4-8 season", "a record of 4-8", "went 4-8 in play"."""
    records, games = trap_words("score", "records"), trap_words("score", "games")
    if tokens.at(stop) in records or tokens.at(stop) in {"against", "versus", "vs"}:
        return True
    if tokens.at(i - 2) in records and tokens.at(i - 1) == "of":
        return True
    is_parted = tokens.at(i - 1) == "(" and tokens.at(i - 3) in STROKES and tokens.kinds[i - 2] == "number"
    is_whole = tokens.at(stop) == "(" and tokens.at(stop + 2) in STROKES and tokens.kinds[stop + 1] == "number"
    if is_parted or is_whole:
        return True  # "was 22-39 | (11-29 in the league)"
    if tokens.at(i - 1) == "(" and tokens.at(stop) == ")" and i > 1:
        return tokens.words[i - 2].istitle() and not tokens.headline  # "the Comets (5-6)"
    is_team = tokens.at(i - 1) in trap_words("score", "went") or tokens.at(i - 1) in {"(", "including"}
    behind = tokens.lower[stop : stop + _GAMES]
    is_of_year = tokens.kinds[stop + 1 : stop + 2] == ["number"] or behind[1:2] in (
        ["his"],
        ["her"],
        ["its"],
        ["their"],
    )
    return is_team and behind[:1] == ["in"] and (is_of_year or not games.isdisjoint(behind))


def _is_level(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether both sides have as much: "tied at | 20", "14 | -all"."""
    is_at = tokens.at(i - 1) == "at" and tokens.at(i - 2) in trap_words("score", "level") and not counts(tokens, stop)
    return is_at or (tokens.at(stop) in STROKES and tokens.at(stop + 1) == "all" and tokens.touches(stop + 1))


def _is_set(tokens: Tokens, i: int) -> bool:
    """Whether a result is one of several: "won 6-4, | 3-6, 7-5"."""
    before = tokens.kinds[i - 4 : i - 1] == ["number", "mark", "number"] and tokens.at(i - 1) == ","
    behind = tokens.kinds[i + 4 : i + 7] == ["number", "mark", "number"] and tokens.at(i + 3) == ","
    return (before and tokens.at(i - 3) in STROKES) or (behind and tokens.at(i + 5) in STROKES)


def _against(tokens: Tokens, i: int, stop: int) -> float | None:
    """The lower half of a result or ratio behind its upper half: "won | 94 to 88", "three to one"; None where none is.

    Halves of a change ("from 94 to 88", "from 4,500 in 2002 to 1,300") and of a count ("cut 12 to 8 boats") are none.
    """
    tied = is_tied_to(tokens, stop)
    joint = stop + tied
    if tokens.at(joint) != "to" or (tokens.at(i - 1) in _APART and not _is_vote(tokens, i)):
        return None
    after = joint + 1 + tied
    first, second = read_numeral(tokens, i), read_numeral(tokens, after) if after < len(tokens) else None
    if first is None or second is None or first.value is None or second.value is None or first.magnitude > 1:
        return None
    is_bare = unit_behind(tokens, second.stop)[0] is None and not counts(tokens, second.stop)
    is_order = first.value >= second.value > 0 and first.value == int(first.value)
    return second.value if is_order and is_bare and not is_changed(tokens, i) else None


def _is_vote(tokens: Tokens, i: int) -> bool:
    """Whether "by" before a number tells how a vote went: "was carried by | 212 to 190"."""
    before = tokens.lower[max(0, i - _PLAYED) : i]
    return before[-1:] == ["by"] and not trap_words("score", "votes").isdisjoint(before)


def _is_grouped(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits stand in groups that no one number has: "1800 | 666 111", which is dialled."""
    beside = (tokens.words[k] for k in (i - 1, stop) if 0 <= k < len(tokens) and tokens.kinds[k] == "number")
    written = tokens.words[i]
    return any(" " in word or " " in written for word in beside) and "," not in written


def _is_size(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is a side of something, and no unit or noun tells of what: "2152 | x 1536"."""
    sides = [(i, stop + 1)] if tokens.at(stop) in _TIMES else [(i - 2, i)] if tokens.at(i - 1) in _TIMES else []
    return any(
        0 <= first
        and second < len(tokens)
        and tokens.kinds[first] == tokens.kinds[second] == "number"
        and unit_behind(tokens, second + 1)[0] is None
        and ends(tokens, second + 1)
        for first, second in sides
    )


def _is_enumeration(tokens: Tokens, i: int, stop: int) -> bool:
    """ "1)" and "2." before the words of a list, "3-1" between two teams, "5:2"."""
    if (
        tokens.at(stop) == ")"
        and tokens.touches(stop)
        and len(tokens.words[i]) <= _LIST
        and (i == 0 or tokens.at(i - 1) in {";", ",", ".", ":"} or tokens.kinds[i - 1] == "word")
    ):
        return i == 0 or (
            tokens.at(i - 1) not in {"(", "$"} and not any(w == "(" for w in tokens.words[max(0, i - 6) : i])
        )
    if i == 1 and tokens.at(0) == "(" and tokens.at(stop) == ")" and len(tokens) > stop + 1:
        return len(tokens.words[i]) <= 2  # noqa: PLR2004 - "(12) The rain stops"
    if i == 0 and tokens.at(stop) == "." and len(tokens.words[i]) <= 2 and len(tokens) != stop + 2:  # noqa: PLR2004 - "12."
        return True
    return tokens.at(stop) == ":" and tokens.touches(stop) and tokens.touches(stop + 1)
