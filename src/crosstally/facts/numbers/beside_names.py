"""Ages that stand beside whose they are: "Ana Vell, | 34 |, was", "a cook (| 34 |) was", "Fire kills boy, | 3"."""

from __future__ import annotations

from crosstally.facts.context.gazetteer import is_known
from crosstally.facts.numbers.aged import ARE, ARTICLES, before_adverbs, is_placed, kin
from crosstally.facts.numbers.by_place import is_one_of_places
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.words.calendar import weekdays
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, singular, things, word_class
from crosstally.facts.words.tokens import Tokens

CLOSING = frozenset(
    {",", ".", ";", ":", "-", "–", "—", "and", "who", "of", "from", "was", "is", "a", "whose", ""}
)  # behind an age beside a name
_DOING = frozenset("dzn")  # classes of verbs with a subject
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must"}) | link_words("having")
_DESCRIBED = 5  # tokens from a noun back to its article: "the Paper Boats | babe"
_NAMES = range(2, 4)  # words of a name that stands alone on its line
_SUFFIXES = frozenset({"jr", "sr"})  # "Bo Rusk Jr., | 77, was"


def beside_name(tokens: Tokens, figure: Figure) -> bool:
    """Behind a capitalised word and a comma or bracket, before another comma or bracket."""
    i, stop = before_adverbs(tokens, figure.first) + 1, figure.stop
    mark, after = tokens.at(i - 1), tokens.at(stop)
    k = i - 3 if tokens.at(i - 2) == "." and tokens.at(i - 3) in _SUFFIXES else i - 2
    if k < 0 or figure.hedge is not None:
        return False
    if tokens.headline and after != ",":
        is_last = mark == "," and stop == len(tokens) and _is_person(tokens, k)  # "Fire kills boy, | 3"
        return is_last or (mark in {"(", ","} and _is_entry(tokens, i - 1, stop))
    if tokens.at(k) == ")" and mark == "," and (opened := _bracket(tokens, k)):
        k = opened - 1  # "Ana Vell (Orvane), | 38"
    says = after == "," and word_class(tokens.at(stop + 1)) == "d"  # "Gallant, | 52 |, said"
    opening = {"r"} if says else {"r", "j"}
    opens = k == 0 and word_class(tokens.lower[k]) in opening  # "Later, | 41 of the wounded died", "Overall, | 14"
    is_span = figure.unit is not None and figure.unit.name != "year"  # "Rusk, ten years, and Vell" tells of terms
    is_worded = figure.word and is_span and mark == "," and not is_placed(tokens, k)
    is_number = tokens.lower[k] in weekdays() or not (
        tokens.words[figure.number].isdigit() or is_worded
    )  # "Sunday (| 16 |)", "(4.0)"
    if opens or is_number or (i < figure.first and is_placed(tokens, k)):
        return False  # "the toll in Port Ellis, now | 24, rose"
    is_somebody = tokens.words[k][0].isupper() or _is_person(tokens, k) or _is_who(tokens, k, stop)
    if tokens.kinds[k] != "word" or not is_somebody:
        return False
    if mark == ",":
        return after in CLOSING and (tokens.kinds[figure.first] == "number" or is_worded)
    return mark == "(" and after == ")" and not is_one_of_places(tokens, k)


def _bracket(tokens: Tokens, k: int) -> int:
    """The token that opens the bracket closed at `k` around a name; 0 where none does."""
    opened = next((i for i in range(k - 1, max(0, k - _DESCRIBED), -1) if tokens.at(i) == "("), 0)
    return opened if all(tokens.words[i].istitle() for i in range(opened + 1, k)) else 0


def _is_entry(tokens: Tokens, mark: int, stop: int) -> bool:
    """Whether a name and an age are all of a line: "- Vanda Rusk (67)", "Bo T. Rusk, 14", not "Sports News (67)"."""
    end = stop + (tokens.at(stop) == ")")
    is_closed = end == len(tokens) and (tokens.at(mark) == "(") == (end > stop)
    names = [k for k in range(mark) if tokens.kinds[k] == "word" and len(tokens.words[k]) > 1]
    if not is_closed or len(names) not in _NAMES:
        return False
    given = tokens.lower[names[0]]
    is_common = word_class(given) != "" or is_plural(given) or any(tokens.lower[k] in things() for k in names)
    return names[-1] == mark - 1 and not is_common and not is_known(tokens.words[names[0]])


def _is_person(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is a person, or several that are known: "the women, | 31 and 28"."""
    word = tokens.lower[i]
    if word in kin():
        return True
    return counts_people(word) or (counts_people(singular(word)) and tokens.at(i - 1) in {"the", "both", "two"})


def _is_who(tokens: Tokens, k: int, stop: int) -> bool:
    """Whether one thing at token `k` is somebody, as a clause behind it says: "The middleweight, | 26 |, who | ran"."""
    is_one = not is_plural(tokens.lower[k]) and tokens.at(k) not in things()
    does = tokens.at(stop + 1) in _MODALS or word_class(tokens.at(stop + 1)) in _DOING
    is_told_so = tokens.at(stop) == "," and (tokens.at(stop + 1) in {"who", "whose"} or does)
    return is_one and is_told_so and tokens.at(stop + 2) not in ARE and _opens_with(tokens, k)


def _opens_with(tokens: Tokens, k: int) -> bool:
    """Whether the noun at token `k` opens a clause with its article, and what describes it: "The ex-hod | carrier"."""
    first = k - 1
    while first > k - _DESCRIBED and word_class(tokens.at(first)) in {"", "j"} and tokens.at(first) not in ARTICLES:
        first -= 1
    return tokens.at(first) in ARTICLES and tokens.kinds[max(0, first - 1) : first] in ([], ["mark"])
