"""Topics that a verb gives a figure to: "the toll rose to | 12", "the number of soldiers killed is | 12".

Any word that says what befell somebody makes a topic behind a word for a number ("the tally of those | rescued", "the
total | arrested"), before one ("those | held | numbered 12") and at the head of a clause ("Also | detained | were 12
men"), and so does any noun that is counted itself, in the plural ("| kidnappings | rose to 12").
"""

from __future__ import annotations

from functools import lru_cache

from crosstally.facts.numbers.figure import Figure
from crosstally.facts.roles.asides import is_aside
from crosstally.facts.roles.fitting import fits, takes
from crosstally.facts.words.calendar import time_words
from crosstally.facts.words.changes import is_changed, sums
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import VERBS, counts_people, is_plural, singular, stop_words, things, word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit, Trigger, noun_measures

_PERSONS = frozenset({"who", "whom", "whose"})  # "the death of a guard, | who | had 12 dogs"
_WHEN = frozenset({"when", "while", "where"})  # "sustained injuries | when | a squad of 50 came"
_REACH = 24  # tokens between a topic and its figure
_SAYING = frozenset({"said", "say", "says", "told", "tell", "tells"})  # and not "deaths | reported: 12"
_MERE = frozenset({"a", "in"})  # "a total of 12 rescued", "in total"
_GIVEN_ANEW = frozenset({"at", "to", "as", "is", "was", "from"})  # behind "was revised"
_OPENINGS = frozenset({"", ",", ";", ":", "—", "and", "but", "also", "still", "now", "those", "the", "them", "others"})
_DUTIES = frozenset({"tax", "team", "department"})  # of somebody's office: "the sales | tax | officer"
_REMEMBERED = 1 << 14  # plurals
_APPOSED = frozenset({"of", "to"})  # end a topic that stands right before its figure: "a city | of | 12,000"
_LONGEST = 6  # tokens of a topic such as "the number of people still missing"


def topic_before(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The topic that a verb or preposition before the figure gives a value to: "the toll in the city stood at 12"."""
    if _is_doer(tokens, figure):
        return None
    by_last = _plurals(tokens, figure) | _topics_in(tokens, hits)
    is_raised = tokens.at(figure.first - 1) == "to" and tokens.at(figure.first - 2) in link_words("raising")
    if is_raised and (raised := _raised(figure, by_last)):
        return raised
    return _fronted(tokens, figure, hits) or _given(tokens, figure, hits, by_last, starts)


def _given(
    tokens: Tokens, figure: Figure, hits: list[Hit], by_last: dict[int, Hit], starts: set[int]
) -> Measure | None:
    """The topic of a verb or preposition before a figure, the nearest first."""
    linked = word_class(tokens.lower[figure.first]) in VERBS  # "the toll had already | exceeded 200"
    is_said = linked  # by a verb, and not by a mere preposition
    i = figure.first - 1
    for step in range(_REACH):
        if linked and tokens.at(i) == ",":
            i = _before_aside(tokens, i)
        if i < 0 or (
            i in starts and step and not (_sizes_change(tokens, figure, i) or (linked and is_aside(tokens, i)))
        ):
            return None
        is_tied = tokens.at(i + 1) == "-" and tokens.touches(i + 1)  # "the toll-free number"
        is_tied = is_tied or (step > 0 and i + 1 in starts)  # "the toll in a town of | 4,000 | rose to 12"
        if i in by_last and not is_tied and not _sizes_aside(tokens, by_last[i].first):
            hit = by_last[i]
            if step and tokens.lower[i] in _APPOSED:
                i -= 1
                continue  # "the toll in the city | of | Orvane rose to 12"
            if tokens.at(i + 1) in _SAYING or not takes(tokens, figure, hit):
                return None  # "survivors | told police of | 50 on board", "the loss of | 12 million"
            close = hit.trigger.measure.counts == "numbers" or hit.trigger.role == "topic"
            is_listed = not link_words("listing").isdisjoint(tokens.lower[i : i + 2])  # "those killed | include | two"
            is_given = linked or (step == 0 and close) or is_listed
            return hit.trigger.measure if is_given else None
        word = tokens.lower[i]
        if linked and word in sums() and _is_known(tokens, i - 1) and tokens.at(i + 1) != "of":
            return _told_before(tokens, hits, i)
        is_apart = (tokens.kinds[i] == "mark" and word in {";", ":", "(", ")"} and step) or word in _PERSONS
        is_apart = is_apart or (not is_said and word in _WHEN)
        if is_apart or (not is_said and _is_of_other_subject(tokens, i)):
            return None
        gives = word in link_words("value_verbs")
        linked = linked or gives
        is_said = is_said or (gives and (word in link_words("be") or word_class(word) in VERBS))
        i -= 1
    return None


def _told_before(tokens: Tokens, hits: list[Hit], i: int) -> Measure | None:
    """What a sum at token `i` is of, by what was told before it; the verb that lifts it tells of nothing itself.

    So "four were killed, taking the | total | to 12", and not "they | took | the total to 12".
    """
    told = (hit for hit in reversed(hits) if hit.stop < i and tokens.lower[hit.first] not in link_words("raising"))
    return next((hit.trigger.measure for hit in told), None)


def _is_known(tokens: Tokens, i: int) -> bool:
    """Whether the word at token `i` says that a sum was told of: "| the | total", "this year|'s | total"."""
    is_of_time = tokens.at(i) in {"'s", "’s"} and tokens.at(i - 1) in time_words()
    return tokens.at(i) in link_words("known") or is_of_time


def _before_aside(tokens: Tokens, i: int) -> int:
    """The comma that opens what the one at token `i` ends: "the toll|, which includes eight children|, rose to 40"."""
    opening = (j for j in range(i - 1, max(i - _REACH, 0), -1) if tokens.lower[j] == ",")
    before = next(opening, i)
    return before if tokens.at(before + 1) in link_words("opens_aside") else i


def _sizes_aside(tokens: Tokens, i: int) -> bool:
    """Whether a topic is tied to a number beside another: "the toll of the 6.1-|magnitude quake rose"."""
    return tokens.at(i - 1) == "-" and tokens.touches(i) and tokens.kinds[i - 2] == "number" and is_aside(tokens, i - 2)


def _is_doer(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure counts those by whom something was done: "the arrests were made by | 12 officers".

    So do those who do something else, and who are looked at: "there were arrests as | 12 officers | moved in", "deaths
    fell in a trial of | 3,000 patients".
    """
    if tokens.at(figure.first - 1) == "of" and tokens.at(figure.first - 2) in link_words("studies"):
        return True
    is_some = tokens.at(figure.stop) == "of" and tokens.at(figure.stop + 1) in link_words("determiners")
    is_some = is_some and word_class(tokens.at(figure.first - 2)) != "n"  # "was given | as | 12 of the 40 aboard"
    if tokens.at(figure.first - 1) == "as" and (is_some or word_class(tokens.at(figure.stop)) == "d"):
        return True  # "the toll may rise, as | 12 | of the 40 injured are critical"
    if tokens.at(figure.first - 1) != "by" or is_changed(tokens, figure.first):
        return False
    return word_class(tokens.at(figure.first - 2)) in {"d", "n"}


def _fronted(tokens: Tokens, figure: Figure, hits: list[Hit]) -> Measure | None:
    """What the head of a clause says of its subject behind: "Also | arrested | were 12 men"."""
    be = figure.first - 1
    if figure.noun is None or tokens.at(be) not in link_words("be"):
        return None  # "The boys killed were | 12 and 14"
    said = (hit for hit in hits if hit.stop == be and (hit.trigger.role == "state" or hit.trigger.participle))
    return next((hit.trigger.measure for hit in said if tokens.at(hit.first - 1) in _OPENINGS), None)


def _sizes_change(tokens: Tokens, figure: Figure, i: int) -> bool:
    """Whether the figure at token `i` says by how much the other one changed: "rose | 4 percent to 3.2"."""
    return tokens.at(figure.first - 1) == "to" and is_changed(tokens, i)


def _topics_in(tokens: Tokens, hits: list[Hit]) -> dict[int, Hit]:
    """What a verb may give a value to, by its last token."""
    topics = _numbers_of(tokens, hits)
    topics |= {
        hit.stop - 1: hit for hit in hits if hit.trigger.role in {"topic", "noun"} and not _is_no_topic(tokens, hit)
    }
    return topics | {
        hit.stop - 1: hit for hit in hits if hit.trigger.measure.counts == "numbers" and hit.trigger.role == "object"
    }


def _is_of_other_subject(tokens: Tokens, i: int) -> bool:
    """Whether a verb at token `i` does something to what follows it: "the death of a boy | shocked | 300 pupils"."""
    word = tokens.lower[i]
    kind = word_class(word)
    if word in link_words("value_verbs") or word in link_words("auxiliaries"):
        return False
    if tokens.at(i - 1) in link_words("be") and tokens.at(i + 1) in _GIVEN_ANEW:
        return False  # "was downgraded | from 34 to 31"
    return kind == "d" or (kind in {"z", "n"} and tokens.at(i + 1) in link_words("determiners"))


def _is_no_topic(tokens: Tokens, hit: Hit) -> bool:
    """Whether a word of casualty is no topic, as it is said of somebody, or only describes a noun.

    "Two guards were | injured | when 40 came", "two others | injured", "the dead | boys", "the death | rate". Nor is
    what somebody is put to: "sentenced to | death | by a court".
    """
    last, behind = tokens.lower[hit.stop - 1], tokens.at(hit.stop)
    before = tokens.at(hit.first - 1)
    if hit.trigger.measure.dimension == "currency" and _names_office(tokens, hit.stop):
        return True
    if before == "to" and hit.trigger.role == "noun" and not is_plural(last):
        return True
    if word_class(last) == "n" and (before in link_words("be") or before == "others"):
        return True
    if (
        behind in link_words("count_nouns")
        or word_class(behind) not in {"", "j"}
        or tokens.kinds[hit.stop : hit.stop + 1] != ["word"]
    ):
        return False
    if tokens.lower[hit.first] == "the" and word_class(last) in {"j", "n"}:
        return counts_people(singular(behind)) or behind in link_words("rolls")
    is_other = behind in things() or counts_people(singular(behind))  # "homicide | detectives"
    return hit.trigger.role == "noun" and not is_plural(last) and is_other


def _names_office(tokens: Tokens, i: int) -> bool:
    """Whether money at token `i` only says what somebody deals with: "a revenue | inspector", "sales | tax clerks"."""
    one, two = singular(tokens.at(i)), singular(tokens.at(i + 1))
    who = two if one in _DUTIES else one
    return who not in stop_words() and counts_people(who)


def _plurals(tokens: Tokens, figure: Figure) -> dict[int, Hit]:
    """The plurals that are counted themselves and may have the figure: "| kidnappings | rose to 12"."""
    return {
        k: Hit(k, k + 1, trigger)
        for k, word in enumerate(tokens.lower)
        if (trigger := _counted(word)) is not None
        and fits(tokens, figure, trigger.measure)
        and (tokens.at(k + 1) != "of" or counts_people(singular(tokens.at(k + 2))))
    }  # "cases of | wine"


@lru_cache(maxsize=_REMEMBERED)
def _counted(word: str) -> Trigger | None:
    """What a plural that is counted itself is a topic of."""
    measure = noun_measures().get(singular(word)) if is_plural(word) else None
    return None if measure is None else Trigger((word,), measure, "topic", participle=False)


def _numbers_of(tokens: Tokens, hits: list[Hit]) -> dict[int, Hit]:
    """The predicates that make a topic, by their last token: "the number of soldiers | killed"."""
    if all(link_words(kind).isdisjoint(tokens.lower) for kind in ("count_nouns", "numbering", "listing")):
        return {}
    return {
        hit.stop - 1: hit._replace(trigger=hit.trigger._replace(role="topic"))
        for hit in hits
        if (hit.trigger.role in {"state", "subject"} or hit.trigger.participle) and _is_number_of(tokens, hit)
    }


def _is_number_of(tokens: Tokens, hit: Hit) -> bool:
    """Whether a predicate stands at a word for a number: "the number of soldiers | killed", "those | held | numbered".

    "A number of people" is no topic, and in "the number of dead in the | sinking" the last is an event.
    """
    if tokens.at(hit.stop) in link_words("numbering"):
        return True
    if tokens.at(hit.stop) in link_words("listing"):
        return tokens.at(hit.first - 1) == "those"  # "those | killed | included two guards"
    if tokens.at(hit.first - 1) == "the" and tokens.at(hit.first - 2) not in {"of", "for"}:
        return False
    counts = (i for i in range(max(0, hit.first - _LONGEST), hit.first) if tokens.lower[i] in link_words("count_nouns"))
    return any(
        tokens.at(i - 1) not in _MERE and (i + 1 == hit.first or tokens.at(i + 1) in {"of", "for"}) for i in counts
    )


def _raised(figure: Figure, topics: dict[int, Hit]) -> Measure | None:
    """The topic behind the figure that it reaches: "bringing to 31 | the number of dead"."""
    ends = (i for i in range(figure.stop, figure.stop + _LONGEST) if i in topics)
    return next((topics[i].trigger.measure for i in ends if topics[i].trigger.role == "topic"), None)
