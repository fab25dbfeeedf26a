"""Numbers that are part of a proper name: "the Orvane Five", "the Group of 20", "44 Brigade", "7-Eleven", "Two Men"."""

from __future__ import annotations

from crosstally.facts.numbers.counting import counts, trap_words
from crosstally.facts.numbers.numeral import Numeral
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import counts_people, is_plural, singular, stop_words, word_class
from crosstally.facts.words.tokens import Tokens

_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
_BRACKETS = frozenset({"(", "["})
_LONGEST = 9  # tokens of a title between quotation marks
_JOINING = frozenset({"at", "of", "and", "&", "to", "the"})  # before the number that ends a title
_SMALL = 3  # letters of a word that keeps its small letters in a title
_MEMBERS = 1000  # "the Town of 12,000"
_SHIRT = 2  # digits on a shirt
_CORPS = 3  # words of the name of a corps: "16 | Air Assault Brigade"


def is_named(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the capitals around a number, in words or digits, make it a part of a name."""
    if tokens.headline:
        return False
    return any(told(tokens, numeral) for told in (_is_titled, _is_society, _is_tied, _is_particle))


def is_capital(tokens: Tokens, i: int) -> bool:
    """Whether a number in words is part of a name, by its capital amid a sentence: "the Orvane | Five were freed"."""
    if tokens.words[i].isupper() and tokens.at(i - 1) == "'s" and not tokens.headline:
        return tokens.at(i - 2) != "" and not tokens.text.isupper()  # "Orvania's | SIX and Tessel's exchange"
    has_capital = i > 0 and tokens.words[i].istitle() and not tokens.headline
    is_amid = has_capital and (tokens.kinds[i - 1] == "word" or tokens.lower[i - 1] == ",")
    if is_amid and tokens.words[i - 1].isupper() and len(tokens.words[i - 1]) > 1:
        return True  # "the VBC | One show"
    behind = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if not is_amid or not behind.isalpha():
        return is_amid
    if is_plural(behind.lower()):
        return behind.istitle() or tokens.lower[i] == "one"  # "at Four Corners", "Formula One drivers"
    is_noun = word_class(behind.lower()) in {"", "j"} and behind.lower() not in stop_words()
    return behind.istitle() == is_noun  # "Ten Point Coalition", no new sentence: "in Orvane Two people died"


def is_titled(tokens: Tokens, i: int) -> bool:
    """Whether quotation marks around a number hold a title, by its capitals: "Two and a Half Men", not "Two men".

    Its number may end it ("Bo at | 15"), or be all of it, amid a sentence: on the show "| 24".
    """
    before, behind = range(i - 1, max(-1, i - _LONGEST), -1), range(i + 1, min(len(tokens), i + _LONGEST))
    first = next((k for k in before if tokens.words[k] in _QUOTES and _opens(tokens, k)), None)
    if first is None:  # as nearly always
        return False
    last = next((k for k in behind if tokens.words[k] in _QUOTES and tokens.touches(k)), None)
    if last is None or any(tokens.words[k] in _QUOTES for k in range(first + 1, i)):
        return False
    inside = [k for k in range(first + 1, last) if tokens.kinds[k] != "mark"]
    words = [tokens.words[k] for k in inside if tokens.kinds[k] == "word" and k != i]
    if inside == [i]:
        is_between = tokens.words[i].istitle() and _are_titled(tokens, first - 1, last + 1)  # 'Bo "| Six |" Rusk'
        return is_between or (tokens.kinds[i] == "number" and first > 0 and _is_amid(tokens, first - 1))
    long = [word for word in words if len(word) > _SMALL]
    is_last = inside[-1] == i and bool(long) and tokens.lower[i - 1] in _JOINING
    return bool(words) and all(word.istitle() for word in long) and (is_last or words[-1].istitle())


def _opens(tokens: Tokens, k: int) -> bool:
    """Whether the quotation mark at token `k` may open a title, by the blank or bracket before it."""
    return k == 0 or not tokens.touches(k) or tokens.at(k - 1) in _BRACKETS


def _are_titled(tokens: Tokens, *places: int) -> bool:
    return all(0 < k < len(tokens) and tokens.words[k].istitle() for k in places)


def _is_amid(tokens: Tokens, i: int) -> bool:
    """Whether what a title may stand behind is at token `i`, and nothing that opens a speech."""
    return tokens.kinds[i] == "word" and word_class(tokens.lower[i]) in {"", "j"}


def is_corps(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is that of a body of troops: "44 | Brigade", "16 | Bihar regiment", not "3 Brigades"."""
    stop = numeral.stop
    if not numeral.digits or numeral.magnitude > 1:
        return False  # "1.7 million | Vanda Division cars"
    for k in range(stop, min(stop + _CORPS, len(tokens))):
        is_corps_noun = tokens.lower[k] in trap_words("corps")
        if not tokens.words[k].istitle() and not (is_corps_noun and k > stop):
            return False
        if is_corps_noun:
            behind = "".join(tokens.words[k + 1 : k + 2])
            return not (behind.istitle() and counts_people(singular(behind)))  # "12 Squadron | Leaders"
    return False


def is_shirt(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number in brackets is on the shirt of a player: "Orvane Comets guard Bo Rusk (| 42 |) drives".

    A team and a place in it stand before the name; "prison guard Bo Rusk (42)" is of that age.
    """
    i = numeral.first
    if tokens.at(i - 1) != "(" or tokens.at(numeral.stop) != ")" or len(tokens.words[i]) > _SHIRT:
        return False
    k = i - 2
    while k > 0 and tokens.kinds[k] == "word" and tokens.words[k][0].isupper():
        k -= 1
    is_player = 0 < k < i - 2 and tokens.words[k] in trap_words("shirt")
    team = k - 1 - (tokens.at(k - 1) in trap_words("shirt", "kinds"))
    return is_player and team >= 0 and tokens.words[team].istitle()


def _is_titled(tokens: Tokens, numeral: Numeral) -> bool:
    return is_titled(tokens, numeral.first)


def _is_particle(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether "ten" is the Dutch word before a surname: "Bo | ten Vell said", not "ten Tarnish boys"."""
    i = numeral.first
    if tokens.lower[i] != "ten" or numeral.stop != i + 1 or not "".join(tokens.words[i + 1 : i + 2]).istitle():
        return False
    phrase = noun_phrase(tokens, i + 1, plural=True)
    return phrase is not None and not is_plural(tokens.lower[phrase.head]) and word_class(tokens.at(i + 1)) == ""


def _is_society(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number tells how many a body was founded by: "the Group of | 20", "the Committee of | 100"."""
    i, noun = numeral.first, numeral.first - 2
    if tokens.at(i - 1) != "of" or noun < 1 or tokens.at(noun - 1) not in {"the", "a"}:
        return False
    is_noun = tokens.words[noun].istitle() and word_class(tokens.lower[noun]) == ""
    return is_noun and (numeral.value or _MEMBERS) < _MEMBERS and not counts(tokens, numeral.stop)


def _is_tied(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number is written into a name: "7|-Eleven", "the 49|ers", "P5+|1"."""
    i, stop = numeral.first, numeral.stop
    if tokens.at(i - 1) == "-" and tokens.words[i].istitle() and tokens.touches(i):
        return tokens.kinds[i - 2] == "number"
    if not numeral.digits or stop != i + 1:
        return False
    if tokens.at(i - 1) == "+" and tokens.touches(i) and tokens.touches(i - 1) and tokens.kinds[i - 2] == "name":
        return True
    if not tokens.touches(stop):
        return False
    behind = tokens.words[stop + 1] if stop + 1 < len(tokens) else ""
    is_joined = tokens.at(stop) == "-" and tokens.touches(stop + 1) and behind.istitle() and len(behind) > _SMALL
    return tokens.at(stop) == "ers" or (is_joined and not is_plural(behind.lower()))
