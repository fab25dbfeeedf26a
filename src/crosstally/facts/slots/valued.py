"""What a bare number is the number of, where a verb or preposition gives it: "users rose to | 3 million |".

So does "of" behind a plural ("orders of | 3 million |"), "the number of" before or behind ("brought to | 49 | the
number of banks"), and a change of what was counted just before ("3 million orders, up from | 2 million |").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure, counted_noun
from crosstally.facts.slots.leading import head_of, phrases_in
from crosstally.facts.slots.letters import letters_of
from crosstally.facts.words.changes import directions
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.noun_phrases import noun_phrase
from crosstally.facts.words.nouns import counts_people, is_plural, singular
from crosstally.facts.words.tokens import Tokens

_GIVEN = frozenset("vrmo#td.")  # letters between what is numbered and its number: "users | had in May risen to"
_GIVING = frozenset({"to", "by", "from", "between", "at"})
_NUMBER_OF = ["the", "number", "of"]
_CHANGING = frozenset({",", "(", "which", "is", "are", "was", "were", "up", "down", "from", "by"})


def valued_of(tokens: Tokens, figures: Sequence[Figure], measures: Sequence[Measure | None]) -> list[str | None]:
    """The noun, in the singular, of what each bare figure of a sentence is the number of; None where nothing tells."""
    found: list[str | None] = []
    for k, figure in enumerate(figures):
        is_open = measures[k] is None and _is_bare(figure)
        found.append(_numbered(tokens, figure) or _again(tokens, figures, found) if is_open else None)
    return found


def _is_bare(figure: Figure) -> bool:
    is_count = figure.unit is None and figure.noun is None and figure.counted_by == "numeral" and not figure.age
    is_free = not (figure.per or figure.partitive or figure.hyphen or figure.left_out)
    least = figure.interval.low if figure.interval.low is not None else figure.interval.high
    return is_count and is_free and least is not None and least == int(least)


def _numbered(tokens: Tokens, figure: Figure) -> str | None:
    """What a figure is the number of by the words around it."""
    before = tokens.at(figure.first - 1)
    if before == "to" and tokens.lower[figure.stop : figure.stop + 3] == _NUMBER_OF:
        noun = noun_phrase(tokens, figure.stop + 3, plural=True)
        return None if noun is None else singular(tokens.lower[noun.head])
    if before == "of":
        return _countable(tokens, figure.first - 2)
    is_given = before in _GIVING or before in link_words("be") or _is_reached(before)
    return _given(tokens, figure.first) if is_given else None


def _given(tokens: Tokens, i: int) -> str | None:
    """What a verb gives the number at token `i` to: "users in May | rose | to", "raise the number of users | from".

    A number of things needs no verb beside it, and may be of whatever stands in the plural.
    """
    phrases, link = phrases_in(letters_of(tokens, 0, i, ""), 0)
    if not phrases or not _GIVEN.issuperset(link):
        return None
    k = head_of(phrases, len(phrases) - 1)
    head = phrases[k].stop - 1
    if tokens.at(head) in link_words("count_nouns") and tokens.at(head + 1) == "of" and k + 1 < len(phrases):
        last = phrases[k + 1].stop - 1
        return singular(tokens.lower[last]) if is_plural(tokens.lower[last]) else None
    verbs = [word for word, letter in zip(tokens.lower[phrases[-1].stop : i], link, strict=False) if letter == "v"]
    is_moved = any(word in directions("before") or _is_reached(word) for word in verbs)
    return _countable(tokens, head) if is_moved else None


def _is_reached(word: str) -> bool:
    return word in load("phrases")["reaching"]


def _again(tokens: Tokens, figures: Sequence[Figure], found: Sequence[str | None]) -> str | None:
    """What the figure before counts, where the next one says how that changed: "3 million orders, up | 2,000 |"."""
    k = len(found)
    if not k or figures[k - 1].unit is not None:
        return None
    before = found[k - 1] or counted_noun(tokens, figures[k - 1])
    between = tokens.lower[figures[k - 1].stop : figures[k].first]
    return before if _CHANGING.issuperset(between) and not {"up", "down"}.isdisjoint(between) else None


def _countable(tokens: Tokens, i: int) -> str | None:
    """The plural at token `i` in the singular, if it is of people or of things that are numbered."""
    if i < 0 or tokens.kinds[i] != "word" or not is_plural(tokens.lower[i]):
        return None
    noun = singular(tokens.lower[i])
    return noun if counts_people(noun) or tokens.lower[i] in _things() else None


@cache
def _things() -> frozenset[str]:
    return frozenset(load("phrases")["numbered"])
