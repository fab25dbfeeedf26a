"""Scores: numbers that tell how a game, a set or a vote went, by themselves no quantities: "lost 3-6", "94 to 88"."""

from __future__ import annotations

from crosstally.facts.numbers.amounts import unit_behind
from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.numbers.numerals import read_numeral
from crosstally.facts.numbers.ranges import is_tied_to
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.words.changes import is_changed
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, singular
from crosstally.facts.words.tokens import DASHES, STROKES, Tokens

_APART = frozenset({"from", "by", "between", "in", "since"})  # before a number that "to" sets against no other
_WICKETS = 10
_BEHIND_BOWLING = frozenset({"as", "and", "in", "for", "to", "from"})
_GAMES = 5  # tokens from a record to the games that it is of: "22-39 | in five seasons"
_OWNERS = link_words("possessives")
_POINTS = 3  # digits of one half of a result
_MOVED = 5  # tokens from a verb to the games behind its "to": "dropped | the Comets to | 3-9"
_PLAYED = 4  # words from a verb to the score that it leads to: "lost | the second set | 3-6"


def is_score(tokens: Tokens, i: int, stop: int) -> bool:
    """ "2-0", "lost 3-6": two numbers with a dash, the second not the larger unless a loser's comes first."""
    if _is_level(tokens, i, stop) or is_spaced(tokens, i, stop) or _is_line(tokens, i, stop):
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
    before = tokens.lower[max(0, i - _PLAYED) : i]
    is_told = (not trap_words("score").isdisjoint(before) or _is_set(tokens, i)) and ends(tokens, stop + 2)
    is_told = is_told or "score" in before or _is_bowled(tokens, i, stop + 2) or _is_between_sides(tokens, i, stop)
    return is_told or _is_in_row(tokens, i) or _is_record(tokens, i, stop + 2)


def _is_bowled(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether numbers at [i, stop) are wickets and the runs they cost: "took | 5-41", "figures of | 4-42"."""
    told = i - 1 - (tokens.at(i - 1) == "of")
    is_told = tokens.at(told) in trap_words("score", "bowling")
    return is_told and int(tokens.words[i]) <= _WICKETS and (ends(tokens, stop) or tokens.at(stop) in _BEHIND_BOWLING)


def is_spaced(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether blanks stand around the dash of a result: "won | 7 - 1 at home", "Orvane | 1 - 7 Tessel", "a 3 - 0 loss".

    What ascends is a range, but for one that a verb, a noun or two names tell to be a result.
    """
    pair = tokens.kinds[i : stop + 2] == ["number", "mark", "number"] and tokens.at(stop) in DASHES
    halves = (tokens.words[i], tokens.words[stop + 1]) if pair else ("", "")
    is_apart = pair and not (tokens.touches(stop) or tokens.touches(stop + 1))
    if not is_apart or not all(half.isdigit() and len(half) <= _POINTS for half in halves):
        return False
    behind = stop + 2
    if counts(tokens, behind) or unit_behind(tokens, behind)[0] is not None:
        return False
    before = tokens.lower[max(0, i - _PLAYED) : i]
    is_played = not trap_words("score").isdisjoint(before) or tokens.at(behind) in trap_words("score", "results")
    is_bare = halves[1] == "0" or ends(tokens, behind) or tokens.at(behind) in trap_words("score", "behind")
    is_between = _is_team(tokens, i - 1) and _is_team(tokens, behind)
    return is_played or is_between or (is_bare and i > 0 and int(halves[1]) < int(halves[0]))


def _is_line(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether two numbers with a dash, three digits at most, are all that stands in a line: "1-7"."""
    halves = tokens.words[i] + "".join(tokens.words[stop + 1 : stop + 2])
    is_whole = i == 0 and stop + 2 == len(tokens) and tokens.at(stop) in DASHES
    return is_whole and halves.isdigit() and len(halves) <= _POINTS


def _is_between_sides(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a result stands between the names of two teams: "Orvane | 2-3 | Tarn City"."""
    is_small = len(tokens.words[i] + tokens.words[stop + 1]) <= _POINTS
    return is_small and _is_team(tokens, i - 1) and _is_side(tokens, stop + 2)


def _is_side(tokens: Tokens, i: int) -> bool:
    """Whether names at token `i` end the sentence, and nothing in them is what numbers count."""
    behind = range(i, len(tokens) - (tokens.at(len(tokens) - 1) in {".", "!"}))
    return bool(behind) and all(_is_team(tokens, k) and not _may_count(tokens, k) for k in behind)


def _may_count(tokens: Tokens, i: int) -> bool:
    return counts(tokens, i) or (is_plural(tokens.lower[i]) and counts_people(singular(tokens.lower[i])))


def _is_team(tokens: Tokens, i: int) -> bool:
    """Whether a word with a capital, or a tag of one, stands at token `i`."""
    return 0 <= i < len(tokens) and tokens.words[i].lstrip("#")[:1].isupper()


def is_worded_score(tokens: Tokens, numeral: Numeral) -> bool:
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
    is_parted = tokens.at(i - 1) in {"(", ","} and tokens.at(i - 3) in STROKES and tokens.kinds[i - 2] == "number"
    is_whole = tokens.at(stop) == "(" and tokens.at(stop + 2) in STROKES and tokens.kinds[stop + 1] == "number"
    if (is_parted and (tokens.at(i - 1) == "(" or tokens.at(i - 5) == "(")) or is_whole:
        return True  # "was 22-39 | (11-29 in the league)", "the Comets (9-14, | 3-8 away)"
    if tokens.at(i - 1) == "(" and tokens.at(stop) == ")" and i > 1:
        return tokens.words[i - 2].istitle() and not tokens.headline  # "the Comets (5-6)"
    if _is_led_to(tokens, i, stop):
        return True
    is_team = tokens.at(i - 1) in trap_words("score", "went") or tokens.at(i - 1) in {"(", "including"}
    behind = tokens.lower[stop : stop + _GAMES]
    is_of_year = tokens.is_number(stop + 1) or tokens.at(stop + 1) in _OWNERS  # "in his first"
    return is_team and behind[:1] == ["in"] and (is_of_year or not games.isdisjoint(behind))


def _is_led_to(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a verb leads to games won and lost: "went | 4-8", "fell to | 1-6", "is | 2-9" of a season told of."""
    if counts(tokens, stop) or unit_behind(tokens, stop)[0] is not None or tokens.at(stop) in {"-", "or", "to"}:
        return False
    before = tokens.at(i - 1)
    moved = before == "to" and not trap_words("score", "moved").isdisjoint(tokens.lower[max(0, i - _MOVED) : i])
    stands = before == "at" and tokens.at(i - 2) in trap_words("score", "going")
    if before in trap_words("score", "going") or moved or stands:
        return True  # "dropped the Comets to | 3-9", "sit at | 3-9"
    told = trap_words("score", "told") | trap_words("score", "games")
    is_said = before in trap_words("score", "went") or before in {"and", "at"}  # "fell to 1-6 this season and | 3-28"
    return is_said and not told.isdisjoint(tokens.lower)


def _is_level(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether both sides have as much: "tied at | 20", "14 | -all"."""
    is_at = tokens.at(i - 1) == "at" and tokens.at(i - 2) in trap_words("score", "level") and not counts(tokens, stop)
    return is_at or (tokens.at(stop) in STROKES and tokens.at(stop + 1) == "all" and tokens.touches(stop + 1))


def _is_set(tokens: Tokens, i: int) -> bool:
    """Whether a result is one of several: "won 6-4, | 3-6, 7-5"."""
    before, behind = tokens.at(i - 1) == "," and _is_result(tokens, i - 4), tokens.at(i + 3) == ","
    return before or (behind and _is_result(tokens, i + 4))


def _is_in_row(tokens: Tokens, i: int) -> bool:
    """Whether a result stands right beside another: "won 6-4 | 3-6 | 7-5"."""
    return _is_result(tokens, i - 3) or _is_result(tokens, i + 3)


def _is_result(tokens: Tokens, i: int) -> bool:
    """Whether two numbers with a dash begin at token `i`: "| 6-4"."""
    return i >= 0 and tokens.kinds[i : i + 3] == ["number", "mark", "number"] and tokens.at(i + 1) in STROKES


def against(tokens: Tokens, i: int, stop: int) -> float | None:
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
