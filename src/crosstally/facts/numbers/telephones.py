"""Numbers that are called, or that messages go to: "call 101", "text TIP to 27463", "1800 666 111"."""

from __future__ import annotations

from crosstally.facts.numbers.counting import counts, ends, trap_words
from crosstally.facts.numbers.hedges import hedge_before
from crosstally.facts.words.changes import changes_before
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_SHORT_CODE = range(4, 7)  # digits of a number for messages
_AREA = range(3, 7)  # digits of the code of an area, its zero among them
_MESSAGE = 14  # tokens from "text" to that number


def is_dialled(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a number is called, and nobody that a verb is said of: "call | 101", "dial | 911", not "| 112 | fled"."""
    is_called = tokens.at(i - 1) in trap_words("telephone", "verbs") and tokens.words[i].isdigit()
    if is_called and (ends(tokens, stop) or tokens.at(stop) in stop_words()):
        return True
    if _is_texted(tokens, i) and not counts(tokens, stop):
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
