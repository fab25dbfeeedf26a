"""What a verb before a figure does to it: "killed 12", "killing a guard and 12 visitors"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.fitting import fits, is_of_one, takes
from crosstally.facts.roles.predicates import has_object, is_passive
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class, word_classes
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit, Trigger, noun_measures, object_triggers

_REACH = 16  # tokens between a verb and its object
_ALSO_PREPOSITIONS = {("in",), ("on",)}
_ARTICLES = link_words("articles")
_GOVERNING = frozenset({"of", "to", "from", "for"})  # "claim the lives of | 12": the object is theirs

_AMOUNTS = frozenset({"well", "many", "much", "few", "little", "high", "low"})  # beside "as": "as many as"


def verb_before(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The active verb that the figure is an object of, first or later in a list: "killing a guard and 12 visitors"."""
    by_last = {hit.stop - 1: hit for hit in reversed(hits) if hit.trigger.role == "object"}  # the longest wins
    i = figure.first - 1
    is_aside = tokens.at(i) in link_words("aside") and i not in by_last  # "killed a guard in a clash with | 30 men"
    for _ in range(_REACH):
        if i < 0 or is_aside:
            return None
        if tokens.at(i + 1) == "of" and (named := noun_measures().get(singular(tokens.lower[i]))) is not None:
            is_meant = tokens.at(i - 1) != "attempted" and not is_of_one(tokens, i, figure)
            return named if is_meant and fits(tokens, figure, named) else None
        if i in by_last:
            hit = by_last[i]
            joined = tokens.at(hit.stop) in {",", "and", "or"} and hit.stop < figure.first
            apposed = hit.trigger.nouns and tokens.at(figure.first - 1) == ","  # "lost the grant, | 40 children in all"
            is_deed = tokens.at(hit.stop) == "of" and tokens.lower[hit.first].endswith("ing")  # "the | beheading | of"
            describes = not is_deed and tokens.at(hit.first - 1) in link_words("describing")  # "the | slain | guard's"
            is_of_other = joined or apposed or describes or is_passive(tokens, hit.first)
            return None if is_of_other else _active(tokens, hit, starts)
        is_of_other = _is_coordinate(tokens, i) or _has_own_object(tokens, i) or _is_next(tokens, i)
        if is_of_other or not _may_stand_before_object(tokens, i):
            return None
        i -= 1
    return None


def verb_around(tokens: Tokens, figure: Figure) -> Measure | None:
    """The verb whose words stand around its object: "| set | five buses | alight", "| laid | 40 men | off"."""
    for rest, by_form in _split_verbs().get(tokens.at(figure.stop), ()):
        stop = figure.stop + len(rest)
        places = rest in _ALSO_PREPOSITIONS and has_object(tokens, stop, set())  # "brings two | in | edge routers"
        if tuple(tokens.lower[figure.stop : stop]) == rest and not places:
            return _before_object(tokens, figure, by_form)
    return None


def _before_object(tokens: Tokens, figure: Figure, by_form: dict[str, list[Trigger]]) -> Measure | None:
    """What the first of some verbs before a figure says of it as its object."""
    i = figure.first - 1
    while i >= 0 and tokens.lower[i] not in by_form and _may_stand_before_object(tokens, i):
        i -= 1
    verbs = (Hit(i, i + 1, trigger) for trigger in by_form.get(tokens.at(i), ()))
    fitting = (hit for hit in verbs if takes(tokens, figure, hit) and fits(tokens, figure, hit.trigger.measure))
    return next((hit.trigger.measure for hit in fitting), None)


_Split = tuple[tuple[str, ...], dict[str, list[Trigger]]]


@cache
def _split_verbs() -> dict[str, list[_Split]]:
    """The verbs of several words that may stand around their object, by the words behind it and by their form."""
    found: dict[tuple[str, ...], dict[str, list[Trigger]]] = {}
    for trigger in object_triggers():
        verb, *rest = trigger.words
        if rest and rest[0] != "and" and not verb.endswith("ly") and rest[-1] not in _GOVERNING:
            found.setdefault(tuple(rest), {}).setdefault(verb, []).append(trigger)
    index: dict[str, list[_Split]] = {}
    for rest_words in sorted(found, key=len, reverse=True):
        index.setdefault(rest_words[0], []).append((rest_words, found[rest_words]))
    return index


def _active(tokens: Tokens, hit: Hit, starts: set[int]) -> Measure | None:
    """The measure of an active verb; None for a participle behind its own noun ("the 12 wounded, 3 ...")."""
    behind = (
        hit.stop in starts or has_object(tokens, hit.stop, starts) or tokens.at(hit.stop) in link_words("hedge_starts")
    )
    return hit.trigger.measure if behind or tokens.at(hit.stop) in {"to", "of"} else None


def stands_aside(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is of onlookers, or of those told of before it: "in front of | two cooks", "A and B, | both"."""
    i = figure.first - 1
    if tokens.at(i) == "of" and tokens.at(i - 2) == "in":
        return singular(tokens.at(i - 1)) not in noun_measures()  # "resulted in deaths of | two cooks"
    return tokens.at(i) == "," and tokens.lower[figure.number] == "both" and not figure.partitive


def _is_coordinate(tokens: Tokens, i: int) -> bool:
    """Whether a verb stands at token `i` that another goes on to: "killing a guard and | striking | 12".

    So does a participle that begins no noun phrase: "killed a guard and | tied | up his two sons".
    """
    if tokens.at(i - 1) not in {"and", "or", "then"} or i < 2:  # noqa: PLR2004 - a verb and its object before "and"
        return False
    behind = tokens.at(i + 1)
    has_object = behind in link_words("determiners") or behind in link_words("particles")
    return tokens.lower[i].endswith("ing") or (word_class(tokens.lower[i]) == "n" and has_object)


def _is_next(tokens: Tokens, i: int) -> bool:
    """Whether a comma and a word on -s, as headlines have verbs, begin another deed: "kills 9, | forces | 200 out".

    In a list of things more follow: "destroyed barns, | shops | and 12 cars".
    """
    word = tokens.lower[i]
    is_verb = word.endswith("s") and is_plural(word) and not counts_people(singular(word))
    return is_verb and tokens.at(i - 1) == "," and tokens.at(i + 1) not in {",", "and", "or", "&", "of"}


def _has_own_object(tokens: Tokens, i: int) -> bool:
    """Whether a verb at token `i` has the figure for its object: "the death of a boy | shocked | the 300 pupils"."""
    return word_class(tokens.lower[i]) == "n" and tokens.at(i + 1) in _ARTICLES


def _may_stand_before_object(tokens: Tokens, i: int) -> bool:
    word, kind = tokens.lower[i], tokens.kinds[i]
    if kind in {"number", "sign", "fraction"}:
        return True
    if kind == "mark":
        return word in {",", "-", "–", "(", ")"}
    if word == "as" and _AMOUNTS.isdisjoint({tokens.at(i - 1), tokens.at(i + 1)}):
        return False  # "arrest one | as | the two flee"
    if word in link_words("list_words") or word in link_words("determiners"):
        return True
    return (
        word_classes().get(word, "") in {"", "j", "r", "n"}
        and word not in link_words("auxiliaries")
        and word not in link_words("clause_starts")
    )
