"""Scope: whether a figure is a whole, or a part of a larger figure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from crosstally.facts.fact import Scope
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.by_place import are_by_place, is_of_one_alone, stands_behind_place
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.lists import LISTED
from crosstally.facts.numbers.series import listed_by_day, parts_in_all
from crosstally.facts.roles.among import is_among, is_whole_of_some, names_casualties, opens_with_whole
from crosstally.facts.words.changes import changes_before
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.superlatives import tells_some
from crosstally.facts.words.tokens import Tokens

_REST = frozenset({"other", "remaining"})  # "the other | four are stable"
_CLAUSE_OPENERS = frozenset({"", ",", "and", "that", "said", "says"})
_OPENERS = frozenset({"-", "–", "—", "(", ":"})
_APART = _OPENERS | {","}
_LEAVING = frozenset({"injured", "arrested", "displaced"})
_REMAINING = frozenset({"still", "remain", "remains", "remained"})
_STILL = 3  # tokens from a figure to such a word
_REACH = 5  # tokens between "including" and a figure: "including a teacher and | three children"


@cache
def _before() -> dict[str, list[list[str]]]:
    """Phrases before a part, by their last word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in load("scope")["before"]:
        found.setdefault(phrase.split()[-1], []).append(phrase.split())
    return found


@cache
def _after() -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in map(str.split, load("scope")["after"]))


def scopes_of(tokens: Tokens, figures: list[Figure], measures: list[Measure | None]) -> list[Scope]:
    """The scopes of the figures of a sentence."""
    scopes: list[Scope] = []
    told: set[int] = set()
    for k, measure in enumerate(measures):
        grows = measure is not None and measure.counts == "people" and _is_growth(tokens, figures[k])
        is_other = k > 0 and None not in (measure, measures[k - 1]) and measure is not measures[k - 1]
        is_told = measure is not None and id(measure) in told
        scope = _scope(tokens, figures, k, [] if is_other else scopes, told_before=is_told)
        if measure is not None and measure.is_inclusive and _counts_others(tokens, figures[k]):
            scope = "part"  # "killed one man and shot | four others": the man was shot, too
        is_some = (
            _is_rest(tokens, figures[k], measure)
            or stands_behind_place(tokens, figures[k])
            or is_of_one_alone(tokens, figures[k])
            or (measure is None and _is_told_by_size(tokens, figures[k]))
        )
        scopes.append("part" if grows or is_some else scope)
        told.add(id(measure))
    _weigh_pairs(tokens, figures, measures, scopes)
    for some in (_in_all, _shares, _growths, _listed_with_rest, _beside_share):
        for k in some(tokens, figures, measures):
            scopes[k] = "part"
    return scopes


def _weigh_pairs(tokens: Tokens, figures: list[Figure], measures: list[Measure | None], scopes: list[Scope]) -> None:
    """Sets the scopes that two figures side by side give each other."""
    for k, (measure, following) in enumerate(pairwise(measures)):
        is_some = figures[k + 1].partitive  # "99 people in Orvane, | 85 of them | in Velt"
        if measure is following and not is_some and are_by_place(tokens, figures[k], figures[k + 1]):
            scopes[k] = scopes[k + 1] = "part"
    for k, (one, other) in enumerate(pairwise(figures)):
        if is_among(tokens, one, other):
            scopes[k], scopes[k + 1] = "part", "total"
        elif k == 0 and opens_with_whole(tokens, one, other):
            scopes[0], scopes[1] = "total", "part"
    for k in listed_by_day(tokens, figures):
        scopes[k] = "total"  # "stood at 12 on Friday and | 15 | on Saturday"


def _scope(tokens: Tokens, figures: list[Figure], k: int, before: list[Scope], *, told_before: bool) -> Scope:
    """The scope of the k-th figure, by those before it and by whether its measure was told of before.

    Args:
        tokens: The sentence.
        figures: Its figures.
        k: Which of them.
        before: The scopes of those before it; none where the one before tells of something else.
        told_before: Whether its measure was told of before.
    """
    figure = figures[k]
    is_joined = k > 0 and tokens.lower[figures[k - 1].stop : figure.first] in LISTED
    if (figure.partitive and not (is_joined and _is_of_many(tokens, figure))) or (
        tokens.at(figure.stop),
        tokens.at(figure.stop + 1),
    ) in _after():
        return "part"
    is_introduced = _introduced(tokens, figure, figures[k - 1].stop if k else 0)
    if (is_introduced and not is_whole_of_some(tokens, figure)) or tokens.at(figure.first - 1) in _REST:
        return "part"
    bare = figure.noun is None and figure.unit is None
    if k == 0:  # "Of the wounded, | two"
        return "part" if bare and tokens.lower[:2] == ["of", "the"] and tokens.at(figure.first - 1) == "," else "total"
    again, mark = told_before and bare and not _is_on_top(tokens), tokens.at(figure.first - 1)
    if again and (mark == "," or tokens.lower[figure.number] == "both"):
        return "part"  # "31 were hurt, | eight seriously", "fired at two clerks, hurting | both"
    listed = (again and mark == "and") or tokens.lower[figures[k - 1].stop : figure.first] in LISTED
    if listed and before[-1:] == ["part"]:
        return "part"  # "including two cooks | and | three children"
    is_of_whole = _follows_whole(tokens, figures[0], figure) or _follows_whole(tokens, figures[k - 1], figure)
    return "part" if is_of_whole or (told_before and _counts_others(tokens, figure)) else "total"


def _is_on_top(tokens: Tokens) -> bool:
    """Whether a sentence opens with a whole that what follows comes on top of: "Besides the 12 dead, four died"."""
    return any(tokens.lower[: phrase.count(" ") + 1] == phrase.split() for phrase in load("scope")["besides"])


def _is_of_many(tokens: Tokens, figure: Figure) -> bool:
    """Whether a part is of people whom no number counts: "a priest and | three of the faithful | were killed"."""
    i = figure.stop + (tokens.at(figure.stop) == "of")
    return tokens.at(i) == "the" and tokens.kinds[i + 1 : i + 2] == ["word"] and tokens.at(figure.stop) == "of"


def _follows_whole(tokens: Tokens, whole: Figure, figure: Figure) -> bool:
    """Whether a clause opens with the whole of a figure: "Of the | 12 dead, three", "said that of | 40, nine"."""
    i = whole.first - 1 - (tokens.at(whole.first - 1) == "the")
    opens = tokens.at(i) == "of" and tokens.at(i - 1) in _CLAUSE_OPENERS
    return opens and (i == 0 or tokens.at(figure.first - 1) == ",")


def _shares(tokens: Tokens, figures: list[Figure], measures: list[Measure | None]) -> Iterator[int]:
    """The figures that a whole before them is the sum of: "seven climbers - | five men and | two women - died"."""
    for k in range(len(figures) - 2):
        measure, rest = measures[k], figures[k].interval.value
        is_apart = tokens.at(figures[k].stop) in _APART or tokens.at(figures[k].stop + 1) == "("  # "14 killed | ("
        if measure is None or measure.counts != "people" or not rest or not is_apart:
            continue
        for j in range(k + 1, len(figures)):
            value = figures[j].interval.value
            if measures[j] is not measure or value is None or not _stands_beside(tokens, figures[j - 1], figures[j]):
                break
            rest -= value
            is_closed = tokens.at(figures[k].stop) == tokens.at(figures[j].stop) == ","
            is_closed = is_closed or tokens.at(figures[k].stop + 1) == "("
            if rest == 0 and j > k + 1 and (is_closed or _is_taken_apart(tokens, figures[k])):
                yield from range(k + 1, j + 1)


def _in_all(tokens: Tokens, figures: list[Figure], measures: list[Measure | None]) -> Iterator[int]:
    """The bare figures that make up the whole before them: "12 died: | seven | in homes and | five | outside"."""
    for k, measure in enumerate(measures):
        if measure is not None and measure.counts == "people":
            yield from (j for j in parts_in_all(tokens, figures, k) if measures[j] is measure)


def _is_taken_apart(tokens: Tokens, figure: Figure) -> bool:
    """Whether a dash, colon or bracket stands behind a figure, or a comma behind people of no kind."""
    mark = tokens.at(figure.stop)
    general = figure.noun is not None and tokens.lower[figure.noun.head] in {"people", "persons", "victims"}
    return mark in _OPENERS or (mark == "," and general)


def _stands_beside(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    return all(word in _OPENERS or word in {",", "and"} for word in tokens.lower[before.stop : figure.first])


def _growths(tokens: Tokens, figures: list[Figure], measures: list[Measure | None]) -> Iterator[int]:
    """The figures that a toll grew by to another: "found | three more, bringing the toll to five"."""
    for k, (measure, following) in enumerate(pairwise(measures)):
        if measure is None or measure is not following or measure.counts != "people":
            continue
        between = tokens.lower[figures[k].stop : figures[k + 1].first]
        if between[-1:] == ["to"] and not link_words("raising").isdisjoint(between):
            yield k  # but not "a million took to the streets, while police counted 240,000"


def _listed_with_rest(tokens: Tokens, figures: list[Figure], measures: list[Measure | None]) -> Iterator[int]:
    """The figures before "and" and some of many: "| seven women | and 10 children were among the dead"."""
    for k, (one, other) in enumerate(pairwise(figures)):
        is_listed = tokens.lower[one.stop : other.first] in LISTED and measures[k] is measures[k + 1]
        if is_listed and _is_rest(tokens, other, measures[k + 1]):
            yield k


def _beside_share(tokens: Tokens, figures: list[Figure], measures: list[Measure | None]) -> Iterator[int]:
    """The figures in brackets behind the share that they are of a whole: "49.8 percent (| 6,369,008 ballots |)"."""
    for k, (share, figure) in enumerate(pairwise(figures), start=1):
        is_share = share.unit is not None and share.unit.name == "percentage"
        measure = measures[k]
        is_toll = measure is not None and measure.counts == "people"
        if is_share and not is_toll and figure.unit is None and tokens.lower[share.stop : figure.first] == ["("]:
            yield k


def _is_told_by_size(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure counts some of many, which a word tells from the others: "two | biggest | unions"."""
    noun = figure.noun
    return noun is not None and any(map(tells_some, tokens.lower[figure.after : noun.head]))


def _is_rest(tokens: Tokens, figure: Figure, measure: Measure | None) -> bool:
    """Whether a figure counts some of many: "six people are | still in hospital", "two cooks were | among the dead"."""
    near = tokens.lower[figure.stop : figure.stop + _STILL]
    if measure is None or measure.counts != "people":
        return False
    i = figure.stop + near.index("among") if "among" in near else -1
    is_one_of = i >= 0 and (tokens.at(i + 1) in {"the", "those"} or names_casualties(tokens, i + 1))
    return is_one_of or (measure.name in _LEAVING and not _REMAINING.isdisjoint(near))


def _is_growth(tokens: Tokens, figure: Figure) -> bool:
    """Whether a toll grew by a figure, and so holds it, or stood at it before: "rose by | 12", "up from | 12"."""
    if tokens.at(figure.first - 1) == "from" and tokens.at(figure.first - 2) in {"up", "down"}:
        return True
    return tokens.at(figure.first - 1) == "by" and changes_before(tokens, figure.first) == "up"


def _introduced(tokens: Tokens, figure: Figure, floor: int) -> bool:
    """Whether a word such as "including" stands a few tokens before a figure, behind the figure before it."""
    for last in range(figure.first - 1, max(floor - 1, figure.first - _REACH) - 1, -1):
        for phrase in _before().get(tokens.at(last), ()):
            first = last - len(phrase) + 1
            if first >= max(0, floor - 1) and tokens.lower[first : last + 1] == phrase:
                between = tokens.lower[last + 1 : figure.first]
                verbs = {"d", "z"} if tokens.at(first - 1) in {"", ","} else {"d", "z", "n"}
                does = phrase[0] == "of" and any(word_class(word) in verbs for word in between)
                return not does and not _closes(between)  # "one of them fired | five shots"
    return False


def _closes(between: list[str]) -> bool:
    """Whether a list of parts is over before a figure: "including churches and mosques, | 8 bridges"."""
    return between[-1:] == [","] and "and" in between


@cache
def _others() -> frozenset[str]:
    return frozenset(load("scope")["others"])


def _counts_others(tokens: Tokens, figure: Figure) -> bool:
    others = _others()
    return not others.isdisjoint(tokens.lower[max(0, figure.number - 1) : figure.stop + 1])
