"""Another count of what a figure before counts, the noun left out: "police counted 30 marchers, the unions | 120".

Such a figure is bare, ends its clause, and stands where only a count can: behind what somebody says or counts, behind
"put it at", or behind somebody's name alone (gapping).
"""

from __future__ import annotations

from crosstally.facts.numbers.counting import ends
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.gapping import ENDS
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens

_GIVING = frozenset({"at", "to", "as", "is", "was"})  # before a count that is given anew
_GIVEN = frozenset({"at", "as", "of"})  # before a count that several give
_VOICE = 4  # words that name somebody
_PARTICIPLES = frozenset("dn")  # classes of verbs
_BEING = link_words("be") | link_words("having")
_OPENING = 3  # tokens up to a whole that opens a sentence: "Of its current | 900 workers"
_THESE = frozenset({"these", "those", "them"})
_JOINTS = frozenset({",", "and", "then"})
_TURNS = frozenset({",", ";", "while", "whereas", "but", "and", "though", "although"})
_PUTS = frozenset({"put", "puts"})
_SAYS = frozenset({"said", "says", "say"})
_ACCORDING = ["according", "to"]


def takes_up_count(tokens: Tokens, before: Figure, figure: Figure, *, is_again: bool = False) -> bool:
    """Whether a bare figure is another count of what the one before it in the sentence counts.

    Args:
        tokens: The sentence.
        before: The figure before it.
        figure: The figure.
        is_again: Whether the one before is such a count itself.
    """
    if figure.noun is not None or figure.unit is not None or before.unit is not None:
        return False
    return (
        _is_of_number(tokens, before.stop + 1, figure)
        or _is_of_another_voice(tokens, before, figure, is_again=is_again)
        or _is_said_anew(tokens, before, figure)
        or _is_of_another_account(tokens, before, figure)
    )


def takes_up_earlier(tokens: Tokens, figure: Figure) -> bool:
    """Whether the first figure of a sentence is another count of what was counted last: "Police put it at | 30"."""
    if figure.noun is not None or figure.unit is not None:
        return False
    if _is_put(tokens, figure):
        return True
    is_told = _is_of_number(tokens, 0, figure) or _is_told_alone(tokens, figure)
    return tokens.at(figure.stop) in ENDS and is_told


def is_of_these(tokens: Tokens, figure: Figure) -> bool:
    """Whether a bare figure counts some of those counted last: "Of these, | six | were women and | two | children"."""
    is_bare = figure.noun is None and figure.unit is None and not figure.partitive
    is_said = tokens.at(figure.stop) in link_words("be") | {"remain", "remained"}
    return is_bare and is_said and tokens.lower[:1] == ["of"] and tokens.at(1) in _THESE and tokens.at(2) == ","


def counts_some_of(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a bare figure counts some, or more, of what the one before it counts.

    "Of its 900 workers, | 12 | stayed", "of which | 12 | stayed", "four scenes are lost; | two more | are damaged",
    "118 deputies out of | 186 | present", "two officers were fired and | four | suspended".
    """
    if figure.noun is not None or figure.unit is not None or figure.age or before.unit is not None:
        return False
    led = tokens.lower[max(0, figure.first - 2) : figure.first]
    is_led = led in (["of", "which"], ["of", "whom"], ["out", "of"])
    is_more = tokens.at(figure.stop) == "more" and tokens.at(figure.stop + 1) != "than"
    return is_led or is_more or _follows_whole(tokens, before, figure) or _is_beside(tokens, before, figure)


def _follows_whole(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a sentence opens with the whole: "Of the 208 miners who went down, | three | said so"."""
    opening, i = tokens.lower[: before.first], figure.first - 1
    while word_class(tokens.at(i)) in {"r", "j"}:  # ", | just | 12"
        i -= 1
    is_next = tokens.at(i) == "," and "," not in tokens.lower[before.stop : i]
    return is_next and opening[:1] == ["of"] and len(opening) <= _OPENING


def _is_beside(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether two participles tell what befell some and others: "two officers were fired and | four | suspended"."""
    between = tokens.lower[before.stop : figure.first]
    befell = between[:-1] if between[-1:] in (["and"], [","]) else []
    is_passive = bool(befell) and befell[0] in link_words("auxiliaries") and word_class(befell[-1]) in _PARTICIPLES
    return is_passive and word_class(tokens.at(figure.stop)) in _PARTICIPLES and tokens.at(figure.stop) not in _BEING


def adds_to(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether a bare figure counts more of those before it, the verb left out: "six died in May, another | four".

    What joins it to them has no verb of its own: not "six died, and police look for | four | more".
    """
    more = figure.stop + (tokens.at(figure.stop) == "more")
    if figure.noun is not None or (more == figure.stop and tokens.at(figure.first - 1) != "another"):
        return False
    if not ends(tokens, more) and tokens.at(more) not in link_words("aside"):
        return False
    between = tokens.lower[before.stop : figure.first]
    joint = max((k for k, word in enumerate(between) if word in _JOINTS), default=None)
    return joint is not None and all(word_class(word) in {"", "j", "r"} for word in between[joint:])


def _is_told_alone(tokens: Tokens, figure: Figure) -> bool:
    """Whether a sentence opens with who counts and what: "The union | claims | 45,000."."""
    voice = figure.first - 1
    is_short = 0 < voice <= _VOICE and set(tokens.kinds[:voice]) == {"word"}
    return is_short and tokens.at(voice) in link_words("counting") | _SAYS and not figure.age


def _is_of_number(tokens: Tokens, start: int, figure: Figure) -> bool:
    """Whether the words from `start` on give a number that is known: "police put | the number at 45,000"."""
    if tokens.at(figure.first - 1) not in _GIVING:
        return False
    counts = [
        k
        for k in range(start, figure.first - 1)
        if tokens.at(k) in link_words("count_nouns")
        and not link_words("known").isdisjoint(tokens.lower[max(0, k - 2) : k])  # "the | peak | figure"
    ]
    return any(tokens.at(k + 1) != "of" for k in counts)


def _is_put(tokens: Tokens, figure: Figure) -> bool:
    it = figure.first - 2
    return tokens.lower[max(0, it) : figure.first] == ["it", "at"] and tokens.at(it - 1) in _PUTS


def _is_of_another_voice(tokens: Tokens, before: Figure, figure: Figure, *, is_again: bool) -> bool:
    """Whether a bare figure is what somebody else says, the verb left out: "police counted 30, | the unions | 120"."""
    begin, end = before.stop + 1, figure.first
    giving = tokens.at(before.first - 1)
    is_of_owners = giving in link_words("owning") and tokens.words[end - 1].istitle()  # "won 84 seats and Unity | 55"
    if tokens.at(begin - 1) not in ({",", "and"} if is_again or is_of_owners else {","}) or not begin < end:
        return False
    if giving in _GIVEN and tokens.at(end - 1) == giving:
        end -= 1  # "put it at 30, the unions | at | 120"
    elif not is_again and giving not in link_words("counting") | link_words("owning"):
        return False
    voice = tokens.lower[begin:end]
    is_short = 0 < len(voice) <= _VOICE and set(tokens.kinds[begin:end]) == {"word"}
    is_named = is_short and all(word_class(word) in {"", "j"} or word == "the" for word in voice)
    return is_named and tokens.at(figure.stop) in {*ENDS, ",", *({"and"} if giving in link_words("owning") else ())}


def _is_said_anew(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether somebody else is said to count them: "80 came, the guild said, but the mill | counted | 30"."""
    between = tokens.lower[before.stop : figure.number]  # "police | estimated | 30"
    is_end = tokens.at(figure.stop) in ENDS or tokens.lower[figure.stop : figure.stop + 2] == ["at", "the"]
    if not is_end or _TURNS.isdisjoint(between[:-2]):
        return False
    giving = between[-1]
    if giving == "of":
        return between[-2] in link_words("speaking")
    return giving in link_words("counting") | _SAYS or _is_put(tokens, figure)


def _is_of_another_account(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Whether each of two figures is of an account: "80 came according to the guild, | 30 | according to the mill"."""
    behind = figure.stop + (tokens.at(figure.stop) == ",")
    if tokens.lower[behind : behind + 2] != _ACCORDING:
        return False
    return before.stop <= (named := _place(tokens, _ACCORDING, before.stop)) < figure.first and named >= 0


def _place(tokens: Tokens, words: list[str], start: int) -> int:
    """Where words stand from `start` on; -1 if they do not."""
    last = len(tokens.lower) - len(words)
    return next((k for k in range(start, last + 1) if tokens.lower[k : k + len(words)] == words), -1)
