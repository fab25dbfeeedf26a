"""Noun phrases: a determiner or figure, what may stand before a head, and the head; brackets and titles inside."""

from __future__ import annotations

import re
from typing import Literal

from crosstally.facts.numbers.figure import Figure, describes
from crosstally.facts.numbers.names import is_capital
from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.sentence import QUOTES, Sentence, closed_classes
from crosstally.facts.victims.words import words
from crosstally.facts.words.calendar import time_words, weekdays
from crosstally.facts.words.noun_phrases import is_abbreviated, is_everybody
from crosstally.facts.words.nouns import compound_at, is_acronym, is_plural, word_class
from crosstally.facts.words.tokens import Tokens

Place = Literal["head", "modifier", "aside"]
_BEFORE_THE = frozenset({"all", "both", "such", "many"})
_TIES = frozenset({"-", "–", "/", "&", "."})
_DATE = re.compile(r"(?:.*[A-Za-z].* )?(?:19|20)\d\d")
_LONGEST_SMALL = 3  # letters of a word that has a capital in no name: "And", "The"


def noun_at(sentence: Sentence, i: int) -> Chunk | None:
    """The noun phrase that begins at token `i`; None where none does."""
    if _is_dated(sentence, i):
        return Chunk("noun", i, i + 1)
    phrase = _phrase_at(sentence, i)
    return None if phrase is not None and _is_bare(sentence, phrase) else phrase


def _is_bare(sentence: Sentence, phrase: Chunk) -> bool:
    """Whether an adjective that opens a sentence only says when or where: "| Early | on Monday a guard was killed"."""
    is_word = phrase.first == 0 and phrase.stop == 1 and phrase.head < 0 and phrase.figure is None
    return is_word and not phrase.determiner and sentence.tokens.at(1) in words("prepositions")


def _phrase_at(sentence: Sentence, i: int) -> Chunk | None:
    tokens, figure = sentence.tokens, _counting(sentence, i)
    if figure is None and tokens.lower[i] in words("pronouns"):
        return Chunk("noun", i, i + 1, determiner=tokens.lower[i])
    k, determiner = _opening(sentence, i, figure)
    head = -1
    if figure is not None and figure.unit is not None and not figure.age:
        return Chunk("noun", i, figure.stop, -1, figure)
    end = len(tokens)
    while k < end:
        inner = sentence.figures.get(k) if k > i else None
        if inner is not None:
            goes_on = head < 0 and figure is None and determiner
            if not (goes_on or (inner.age and (head < 0 or inner.hedge is None))):
                break  # "a boy | under the age of 12"
            figure = figure if inner.age else inner
            k = inner.stop if inner.age or inner.unit is not None else inner.after
            continue
        counts = head < 0 and (
            figure is not None or determiner == "another" or tokens.at(k - 1) in words("others")  # "a third | died"
        )
        is_tied = tokens.at(k - 1) == "-" and tokens.touches(k)  # "two self- | styled | generals"
        is_over = (counts and not is_tied and _is_said_of(sentence, k)) or _ends_time(sentence, head, k)
        is_over = is_over or (head < 0 and determiner != "" and _is_done_by(sentence, k))
        place = None if is_over else _place(sentence, k, head, opened=k > i)
        if place is None:
            break
        head = k if place == "head" else head
        k = sentence.past_aside(k) if place == "aside" else k + 1
    if k == i:
        return None
    head = _past_compound(sentence, head)
    is_deed = (tokens.at(k) == "of" or _is_done_by(sentence, k)) and sentence.word_class(k - 1) == "g"
    if head < 0 and determiner and (is_deed or tokens.at(k - 1) in words("dead") | words("wounded")):
        head = k - 1  # "the fatal | beating | of", "the | dead"
    return Chunk("noun", i, k if figure is None else _past_figure(tokens, k, head, figure), head, figure, determiner)


def _past_figure(tokens: Tokens, k: int, head: int, figure: Figure) -> int:
    """Where a phrase with a figure ends that goes on to token `k` by its words: behind all that the figure counts."""
    if figure.noun is not None and is_everybody(tokens, figure.noun):
        return max(k, figure.noun.stop)
    return k if head >= 0 else max(k, figure.stop if figure.noun is None else figure.after)


def _past_compound(sentence: Sentence, head: int) -> int:
    """The head of words tied by a preposition, which is the first of them: "a | sister-in-law", "a | passer-by"."""
    tokens = sentence.tokens
    if head > 1 and compound_at(tokens, head - 2) is not None:
        return head - 2
    is_tied = head > 3 and tokens.at(head - 1) == tokens.at(head - 3) == "-" and tokens.touches(head)  # noqa: PLR2004
    return head - 4 if is_tied and tokens.at(head - 2) in words("prepositions") else head


def _ends_time(sentence: Sentence, head: int, k: int) -> bool:
    """Whether a name begins right behind a noun of time: "in the | evening | Ana Vell was killed".

    So does a day behind any other noun: "beat a clerk to | death | Friday".
    """
    tokens = sentence.tokens
    if not 0 <= head == k - 1:
        return False
    if tokens.lower[head] not in time_words():
        return tokens.lower[k] in words("days") or tokens.lower[k] in weekdays()
    return tokens.words[k].istitle() and tokens.lower[k] not in time_words() and word_class(tokens.lower[k]) == ""


def _is_dated(sentence: Sentence, i: int) -> bool:
    """Whether the date at token `i` stands right before a name: "on | 3 May 2013 | Ana Vell was killed"."""
    tokens = sentence.tokens
    is_date = tokens.kinds[i] != "word" and i not in sentence.figures and _DATE.fullmatch(tokens.words[i])
    behind = "".join(tokens.words[i + 1 : i + 2])
    return bool(is_date) and behind.istitle() and word_class(behind.lower()) == ""


def _counting(sentence: Sentence, i: int) -> Figure | None:
    """The figure that opens a phrase, but for one that is tied to its own noun: "| two-time | winner Ana Vell"."""
    figure = sentence.figures.get(i)
    is_tied = figure is not None and figure.unit is None and sentence.tokens.at(figure.after) == "-"
    return None if is_tied and figure is not None and describes(sentence.tokens, figure) else figure


def _past_description(sentence: Sentence, k: int) -> int:
    """Where to read on behind a number that only describes: "a | five-time | champion", "a | 12-year | veteran"."""
    figure = sentence.figures.get(k)
    if figure is None or not describes(sentence.tokens, figure):
        return k
    return figure.after + 2 * (figure.unit is None)


def _opening(sentence: Sentence, i: int, figure: Figure | None) -> tuple[int, str]:
    """Where to read on behind what opens a phrase at token `i`, and its determiner."""
    tokens = sentence.tokens
    if figure is not None:
        k = figure.stop if figure.unit is not None else figure.after
        counts = figure.noun is not None and figure.unit is None and not figure.partitive
        return (max(k, figure.noun.first) if counts and figure.noun is not None else k), ""
    word = tokens.lower[i]
    if word not in words("determiners") or (word == "one" and is_capital(tokens, i)):
        return _past_description(sentence, i), ""  # "| two-time | winner Ana Vell died", "Regional | One"
    if word == "no" and tokens.at(i + 1) == "one":
        return _past_description(sentence, i + 2), word
    if word in _BEFORE_THE and tokens.at(i + 1) in words("determiners"):
        return _past_description(sentence, i + 2), tokens.lower[i + 1]  # "all | the persons"
    return _past_description(sentence, i + 1), word


def _is_done_by(sentence: Sentence, k: int) -> bool:
    """Whether a verb at token `k` is of a deed before it, whom it befell behind: "the fighting | killed 12"."""
    return k in sentence.verbs and k + 1 in sentence.figures and sentence.word_class(k - 1) == "g"


def _is_said_of(sentence: Sentence, k: int) -> bool:
    """Whether a verb is said of those before it: "two | injured", "six | remain", not "two | injured guards"."""
    kind = sentence.word_class(k)
    is_sustained = sentence.tokens.lower[k] in words("sustaining")  # "three | suffered non-life threatening injuries"
    is_finite = is_sustained or (k in sentence.verbs and kind in {"d", "z"})
    is_finite = is_finite or (kind == "d" and not sentence.is_nominal(k + 1))  # "two | returned"
    return is_finite or (kind in {"n", "b"} and not sentence.is_nominal(k + 1))


def _place(sentence: Sentence, k: int, head: int, *, opened: bool) -> Place | None:
    """What the token at `k` is to a noun phrase whose head so far is the token `head`; None where it ends it."""
    tokens, word = sentence.tokens, sentence.tokens.lower[k]
    if word == "'s":
        return "modifier"
    if tokens.kinds[k] in {"mark", "sign"}:
        return _mark(sentence, k, head)
    if tokens.kinds[k] != "word":
        return "modifier" if opened or tokens.kinds[k] == "name" else None
    is_tied = tokens.at(k + 1) == "-" and tokens.touches(k + 1) and tokens.touches(k + 2)
    if is_tied or (tokens.at(k - 1) in {"-", "/"} and tokens.touches(k)):
        return "head" if not is_tied and word_class(word) in {"", "j"} else "modifier"
    return None if _ends(sentence, k, opened=opened) else _word(sentence, k, head, opened=opened)


def _word(sentence: Sentence, k: int, head: int, *, opened: bool) -> Place | None:
    """What a word of no closed class is to a noun phrase."""
    kind, is_named = sentence.word_class(k), sentence.is_named(k)
    if opened and sentence.tokens.lower[k] == "other" and sentence.is_nominal(k + 1):
        return "modifier"  # "two | other | wounded guards"
    if kind == "" or is_named:
        is_many = k - 1 in sentence.states or (head >= 0 and is_plural(sentence.tokens.lower[head]))
        acts = is_many and k in sentence.verbs and not is_named
        return None if acts else "head"  # "militants | behead", "the wounded | died"
    if kind == "g" and sentence.tokens.at(k - 1) == "life" and sentence.is_nominal(k + 1):
        return "modifier"  # "life | threatening | injuries"
    if head >= 0 or (kind == "d" and k in sentence.verbs and not sentence.is_nominal(k + 1)):
        return None  # "the wounded | died"
    if kind in {"j", "n", "g"} or (opened and (kind == "r" or sentence.is_nominal(k + 1))):
        return "modifier"
    return "head" if opened else None


def _ends(sentence: Sentence, k: int, *, opened: bool) -> bool:
    """Whether a noun phrase ends before token `k`: a state, an auxiliary, a word of a closed class."""
    word = sentence.tokens.lower[k]
    is_state = k in sentence.states and not sentence.is_nominal(sentence.states[k].stop)
    if is_state and opened and sentence.tokens.at(k - 1) not in words("determiners") - {"one", "another"}:
        return True  # "a guard | dead", not "the | dead"
    if is_acronym(sentence.tokens, k) or (sentence.is_named(k) and len(word) > _LONGEST_SMALL):
        return False
    return word in closed_classes() or sentence.is_auxiliary(k)


def _mark(sentence: Sentence, k: int, head: int) -> Place | None:
    tokens, word = sentence.tokens, sentence.tokens.lower[k]
    if word == "." and sentence.is_named(k + 1) and (len(tokens.lower[k - 1]) == 1 or is_abbreviated(tokens, k)):
        return "modifier"  # "W. Padd", "St. Orvane"
    if word in _TIES and tokens.touches(k) and tokens.touches(k + 1) and k + 1 < len(tokens):
        return "modifier"
    if word in QUOTES:
        return "modifier" if head < 0 or sentence.is_nominal(k + 1) else None
    return "aside" if sentence.past_aside(k) else None
