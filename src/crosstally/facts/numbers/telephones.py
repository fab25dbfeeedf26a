"""Numbers that are called, or that messages go to: "call 101", "text TIP to 27463", "1800 666 111"."""

from __future__ import annotations

from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.words.changes import changes_before
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_SHORT_CODE = range(4, 7)  # digits of a number for messages
_AREA = range(3, 7)  # digits of the code of an area, its zero among them
_MESSAGE = 14  # tokens from "text" to that number
_CALLED = 8  # tokens from "call" to the number of whom: "call the flood desk on"
_ASKING = frozenset({"can", "to", "should", "may", "must", "could", "please", "or", "and", "by", "you", "they", "we"})
_LEAST = 3  # digits of a number that is called
_MOST = 6


def is_dialled(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is called, and nobody that a verb is said of: "call | 101", "dial | 911", not "| 112 | fled"."""
    is_called = tokens.at(i - 1) in trap_words("telephone", "verbs") and tokens.words[i].isdigit()
    if is_called and (ends(tokens, stop) or tokens.at(stop) in stop_words()):
        return True
    if (_is_texted(tokens, i) or _is_line(tokens, i)) and not counts(tokens, stop):
        return True
    if _is_answered(tokens, i, stop) or _is_called_on(tokens, i, stop):
        return True
    is_tied = tokens.at(stop) == "-" and tokens.touches(stop)  # "a | 112|-page report"
    is_counted = is_tied or counts(tokens, stop) or hedge_before(tokens, i) is not None
    if tokens.words[i] not in trap_words("emergency") or is_counted:
        return False
    called = trap_words("telephone", "called")
    if tokens.at(i - 1) in called or (tokens.at(stop) in link_words("be") and tokens.at(stop + 1) in called):
        return True  # "who called | 911 | heard shots", "| 911 | was called"
    is_told_of = tokens.at(stop) in {"have", "are", "who"} or word_class(tokens.at(stop)) in {"d", "n"}
    return not is_told_of and changes_before(tokens, i) is None


def _is_texted(tokens: Tokens, i: int) -> bool:
    """Whether bare digits are where messages go to: "text TIP and what you know to | 27463", "to TIPS (| 84777)"."""
    to = i - 1 if tokens.at(i - 1) != "(" else i - 3
    is_code = tokens.words[i].isdigit() and len(tokens.words[i]) in _SHORT_CODE and tokens.at(to) == "to"
    return is_code and not trap_words("telephone", "texting").isdisjoint(tokens.lower[max(0, to - _MESSAGE) : to])


def _is_line(tokens: Tokens, i: int) -> bool:
    """Whether a few digits are those of a line told before them: "the hotline | 1348", "the help line is | 211"."""
    at = i - 1 - (tokens.at(i - 1) in link_words("be") | {":"})
    line = tokens.at(at)
    is_line = line in trap_words("telephone", "lines") or (
        line == "line" and tokens.at(at - 1) in trap_words("telephone", "helping")
    )
    return is_line and tokens.words[i].isdigit() and _LEAST <= len(tokens.words[i]) <= _MOST


def _is_answered(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits tell one line from others: "the 160 | helpdesk", "they jammed 999 | lines".

    A number that counts stands before no singular; lines "of" something are counted.
    """
    lines = tokens.words[i] in trap_words("emergency") and tokens.at(stop) == "lines" and tokens.at(stop + 1) != "of"
    is_desk = tokens.words[i].isdigit() and len(tokens.words[i]) >= _LEAST
    return lines or (is_desk and tokens.at(stop) in trap_words("telephone", "lines"))


def _is_called_on(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits behind "on" are where somebody is called: "call the desk on | 132 500", no "vote on 12 laws"."""
    first, last = _row(tokens, i, -1), _row(tokens, stop - 1, 1)
    digits = tokens.words[i].replace(" ", "")
    is_number = digits.isdigit() and (first < last or len(digits) >= _LEAST)
    is_bare = ends(tokens, last + 1) or tokens.at(last + 1) in stop_words()
    return is_number and is_bare and tokens.at(first - 1) in {"on", "at"} and _is_calling(tokens, first - 1)


def _is_calling(tokens: Tokens, joint: int) -> bool:
    """Whether somebody is called in the clause that goes on with "on" at token `joint`: "call the desk | on"."""
    for k in range(joint - 2, max(-1, joint - _CALLED), -1):
        if tokens.lower[k] in trap_words("telephone", "verbs"):
            is_asked = k == 0 or tokens.kinds[k - 1] == "mark" or tokens.lower[k - 1] in _ASKING
            is_verb = tokens.lower[k] != "ring" or is_asked  # no diamond "ring"
            return is_verb and tokens.at(k + 1) not in {"for", "off", "up"}
        if tokens.kinds[k] == "mark" and tokens.lower[k] not in {"-", "'"}:
            return False
    return False


def _row(tokens: Tokens, i: int, step: int) -> int:
    """The first or last of the digits that stand in a row with those at token `i`, nothing but blanks between."""
    while tokens.is_number(i + step) and tokens.words[i + step].replace(" ", "").isdigit():
        i += step
    return i


def is_tripled(tokens: Tokens, i: int) -> bool:
    """Whether "triple" before a digit says it three times: "call triple | zero", "triple-|0"; no "triple 12 boats"."""
    before = i - 1 - (tokens.at(i - 1) == "-" and tokens.touches(i))
    is_digit = len(tokens.words[i]) == 1 or tokens.at(i) in cardinals()
    return is_digit and tokens.at(before) == "triple" and not counts(tokens, i + 1)


def is_grouped(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether digits stand in groups that no one number has: "1800 | 666 111", which is dialled."""
    beside = (tokens.words[k] for k in (i - 1, stop) if 0 <= k < len(tokens) and tokens.kinds[k] == "number")
    written = tokens.words[i]
    if i > 0 and written.isdigit() and _is_area(tokens, i - 1):
        return True  # "01622 | 690690"
    return any(" " in word or " " in written for word in beside) and "," not in written


def _is_area(tokens: Tokens, i: int) -> bool:
    """Whether a token is the code of an area, which a number that is called begins with: "| 01622 | 690690"."""
    word = tokens.words[i]
    return tokens.kinds[i] == "number" and word.isdigit() and word[0] == "0" and len(word) in _AREA
