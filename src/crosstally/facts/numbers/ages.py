"""Ages that no unit names: "Mapahai, 35, said", "John Doe (43)", "aged 18 to 34", "under the age of eight"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from crosstally.facts.context.gazetteer import is_known
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.named_ages import is_named_age
from crosstally.facts.numbers.units import Unit, surfaces
from crosstally.facts.words.links import link_words
from crosstally.facts.words.nouns import counts_people, is_plural, singular, things, word_class
from crosstally.facts.words.tokens import DASHES, Tokens

_OLDEST = 115
_YOUNG = frozenset(
    {"son", "daughter", "grandson", "granddaughter", "nephew", "niece", "baby", "toddler", "youngest", "eldest"}
)
_AGED = _YOUNG | {"man", "woman", "boy", "girl", "child", "youth", "lad", "teenager"}  # "a man of | 44"
_ARTICLES = frozenset({"a", "an", "the", "another"})
_DESCRIBED = 4  # tokens that may stand between an article and its noun, and the article: "a grey-bearded"
_CLOSING = frozenset(
    {",", ".", ";", ":", "-", "–", "—", "and", "who", "of", "from", "was", "is", "a", "whose", ""}
)  # behind an age beside a name
_OWNERS = frozenset({"my", "our", "his", "her", "their", "your", "whose", "'s"})
_BEING = frozenset({"is", "was", "be"})
_SHORT = frozenset({"'s", "’s"})
_TURNING = frozenset({"turned", "turns", "turning"})
_AUXILIARIES = _BEING | _TURNING | {"will", "would", "had", "has"}
ADVERBS = frozenset(
    {"only", "just", "now", "then", "barely", "still", "also", "already"}
)  # before an age: "is | only | 24"
_BELIEVED = frozenset({"believed", "thought", "said", "reported", "to"})  # "is | believed to | be 24"
_DYING = frozenset({"die", "died", "dies", "dead"})
_DYING_REACH = 5  # tokens from "died" to the age: "died | on March 5 at | 88"
_LAST_HOUR = 24
_NAMES = range(2, 4)  # words of a name that stands alone on its line
_PLACING = frozenset({"in", "at", "near", "of", "from", "outside", "around", "to"})
_SUFFIXES = frozenset({"jr", "sr"})  # "Bo Rusk Jr., | 77, was"
_ABBREVIATED = frozenset({"yo", "y.o", "y.o."})
_ENDING = _ABBREVIATED | {"old"}
_PEOPLE = frozenset(
    {"children", "kids", "infants", "babies", "pupils", "people", "those", "adults", "men", "women", "them", "whom"}
    | {"anyone", "anybody", "everyone", "everybody", "nobody"}
)
_CUES = frozenset({"age", "aged", "ages", "aging", "ageing"})
_SPANS = frozenset({"year", "month", "week", "day"})
_OLDER = frozenset({"older", "younger"})
_COMPARING = _OLDER | {"under"}  # "the 16 and | under | group"
_JOINING = frozenset({",", "and", "or", "to", "-", "–", "not", "but"})  # ages of one list


def read_ages(tokens: Tokens, figures: Sequence[Figure]) -> None:
    """Marks the figures of a sentence that are somebody's age, and gives them their unit."""
    for k, figure in enumerate(figures):
        unit = _read_age(tokens, figure, figures[k - 1] if k else None)
        if unit is not None:
            figure.unit, figure.age, figure.noun = unit, True, None
            if figure.hedge is not None and not _OLDER.isdisjoint(tokens.lower[figure.after : figure.stop]):
                figure.stop = max(figure.after, figure.hedge.stop)
    for figure, following in reversed(list(pairwise(figures))):
        if following.age and not figure.age and _is_listed_span(tokens, figure, following):
            figure.age = True
            if figure.stop == figure.number + 1 and tokens.at(figure.stop) == ",":
                figure.unit = surfaces()["year"]  # "Ana Vell, | 22, | and 11-month-old Bo"


def _read_age(tokens: Tokens, figure: Figure, before: Figure | None) -> Unit | None:
    """The unit of a number that is somebody's age; None where it is no age, or is told to be one by its unit."""
    if figure.unit is not None:
        is_told = figure.noun is None and figure.unit.name in _SPANS
        return figure.unit if is_told and (_cued(tokens, figure) or _is_listed(tokens, figure, before)) else None
    is_age = _is_compared(tokens, figure) or _is_told(tokens, figure, before)
    return surfaces()["year"] if is_age else None


def _is_told(tokens: Tokens, figure: Figure, before: Figure | None) -> bool:
    """Whether the words around a number say that it is an age."""
    if figure.noun is not None and _is_human(figure) and _goes_on(tokens, figure):
        figure.noun, figure.stop = None, figure.after
    if _has_noun(figure) or tokens.lower[figure.number] == "both":
        return False
    if _under_age(tokens, figure, before):
        return True
    if not _is_human(figure):
        return False
    listed = _is_listed(tokens, figure, before) and not _opens_clause(tokens, figure)
    if _cued(tokens, figure) or listed or _said_in_words(tokens, figure):
        return True
    is_beside = any(told(tokens, figure) for told in (_are_two, _beside_name, _said_of_person, _at_an_age))
    is_set_off = figure.word and tokens.at(figure.first - 1) == "," and tokens.at(figure.stop) in {",", "."}
    of_kin = is_set_off and _is_kin(tokens, figure.first - 2)  # "whose daughter Ana, | two, | slept"
    return figure.noun is None and (of_kin or (is_beside and not figure.word))


def _is_compared(tokens: Tokens, figure: Figure) -> bool:
    """Whether it is told who is older or younger: "anyone | 17 or younger | must leave"."""
    hedge = figure.hedge
    is_so = hedge is not None and not _OLDER.isdisjoint(tokens.lower[hedge.first : hedge.stop])
    return is_so and _is_human(figure)


def _has_noun(figure: Figure) -> bool:
    """Whether a noun stands behind a figure; one of the list that it is in may stand before it."""
    return figure.noun is not None and figure.noun.first >= figure.first


def _is_listed(tokens: Tokens, figure: Figure, before: Figure | None) -> bool:
    """Whether only what joins a list stands between an age and a number: "17 | and 18", "24, | not 25"."""
    return before is not None and before.age and _JOINING.issuperset(tokens.lower[before.stop : figure.first])


def _is_listed_span(tokens: Tokens, figure: Figure, age: Figure) -> bool:
    """Whether a time joined to an age behind it is one: "20- | and 23-year-old", "3 months | to 10 years old".

    A comma joins only those that have one unit: not "for | 5 years, | 19-year-old".
    """
    between = tokens.lower[figure.stop : age.first]
    is_span = figure.unit is not None and figure.unit.name in _SPANS and figure.noun is None
    is_joined = bool(between) and between[-1] in {"and", "or", "to", "-", "–"} and _JOINING.issuperset(between[:-1])
    return is_span and (is_joined or (between == [","] and figure.stop == figure.number + 1))


def _opens_clause(tokens: Tokens, figure: Figure) -> bool:
    """Whether a number behind an age begins a clause of its own: "a girl aged nine, and | 37 | were hurt"."""
    is_set_off = tokens.lower[max(0, figure.first - 2) : figure.first] == [",", "and"]
    return is_set_off and tokens.at(figure.stop) in link_words("auxiliaries")


def _goes_on(tokens: Tokens, figure: Figure) -> bool:
    """Whether what stands behind a number goes on with a clause that its age began: "under the age of | 16 | need"."""
    cue = tokens.lower[max(0, figure.number - 2) : figure.number]
    return cue == ["age", "of"] or cue[-1:] == ["aged"]


def ends_age(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is the last of an age: "35-year- | old | deputy", "29 y/ | o | man"."""
    return tokens.lower[i] in _ENDING or tokens.lower[max(0, i - 2) : i + 1] == ["y", "/", "o"]


def _under_age(tokens: Tokens, figure: Figure, before: Figure | None) -> bool:
    """ "children | under five", "nine of the dead were | under 18": a hedge of comparison right behind people."""
    hedge = figure.hedge
    between = figure.interval.bound == "range" and tokens.at(figure.first - 1) == "between"
    if between and counts_people(singular(tokens.at(figure.first - 2))) and is_plural(tokens.at(figure.first - 2)):
        return _is_human(figure)  # "two boys | between 14 and 18"
    if figure.interval.bound == "range" and _is_age_group(tokens, figure):
        return _is_human(figure)
    if hedge is None or tokens.at(hedge.stop - 1) not in {"under", "over", "below", "above"}:
        return False
    some = before is not None and before.partitive and _is_human(figure)
    is_one = _is_aged(tokens, hedge.first - 1) and _is_human(figure)  # "a boy | under 12"
    return (
        is_one
        or tokens.at(hedge.first - 1) in _PEOPLE
        or (some and tokens.at(hedge.first - 1) in {"was", "were", "is", "are"})
    )


def _is_age_group(tokens: Tokens, figure: Figure) -> bool:
    """Whether two numbers with a dash stand right behind those of that age: "adults | 18-49"."""
    people = tokens.at(figure.first - 1)
    is_dashed = not DASHES.isdisjoint(tokens.lower[figure.first : figure.stop])
    return is_dashed and is_plural(people) and counts_people(singular(people))


def _is_human(figure: Figure) -> bool:
    high = figure.interval.high if figure.interval.value is None else figure.interval.value
    return high is not None and 0 < high <= _OLDEST and high == int(high)


def _cued(tokens: Tokens, figure: Figure) -> bool:
    """Whether a word of age stands before a number: "ages, | 20 and 31", or behind: "the | 16 | and under"."""
    if is_named_age(tokens, figure.first):
        return True
    return any(_is_cued_at(tokens, i, figure) for i in {figure.first, figure.number})


def _is_cued_at(tokens: Tokens, i: int, figure: Figure) -> bool:
    return (
        tokens.at(i - 1) in _CUES
        or (tokens.at(i - 1) in {"of", ",", "between", "from"} and tokens.at(i - 2) in _CUES)
        or (tokens.at(i - 1) == "of" and _is_aged(tokens, i - 2))
        or (tokens.lower[max(0, i - 2) : i] == [",", "both"] and tokens.at(figure.stop) in _CLOSING)
        or (
            figure.unit is None and tokens.at(figure.stop) in {"and", "or"} and tokens.at(figure.stop + 1) in _COMPARING
        )
    )


def _is_aged(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is somebody of an age: "a man of | 44", "a grey-bearded Englishman of | 61"."""
    if tokens.at(i) in _AGED:
        return tokens.at(i - 1) in _ARTICLES
    return tokens.at(i).endswith(("man", "woman")) and not _ARTICLES.isdisjoint(
        tokens.lower[max(0, i - _DESCRIBED) : i]
    )


def _said_of_person(tokens: Tokens, figure: Figure) -> bool:
    """ "He will be 35.", "she turned 40 in May", "The witness, Ana Vell, was only | 24"."""
    verb = _before_adverbs(tokens, figure.first)
    is_guess = figure.hedge is None or figure.hedge.bound == "about"
    is_short = tokens.at(verb) in _SHORT and tokens.at(verb - 1) in {"he", "she"}  # "he | 's 17"
    if not (tokens.at(verb) in _BEING | _TURNING or is_short) or not is_guess:
        return False
    i = verb - is_short
    while tokens.at(i) in _AUXILIARIES | ADVERBS | _BELIEVED:
        i -= 1
    i -= tokens.at(i) == "," and tokens.at(i + 1) in _BELIEVED  # "a man, | believed to be 19,"
    after = tokens.at(figure.stop)
    i = _before_relative(tokens, i)
    if after in {"", ".", ",", ";", "when", "and"} and _is_somebody(tokens, i):
        return True  # "Ana Vell was | 24, not 25"
    is_turned = tokens.at(verb) in _TURNING and tokens.at(i) != "it"
    return (is_turned or tokens.at(i) in {"he", "she", "who"}) and (
        after in {"", ".", ",", ";", "when", "by", "and", "in", "at", "on", "years", "but"}
    )


def _is_somebody(tokens: Tokens, i: int) -> bool:
    """Whether one person ends at token `i`: a full name, a comma behind it, one of a kind, or somebody's kin."""
    is_named = _is_full_name(tokens, i - (tokens.at(i) == ","))
    is_told = tokens.at(i - 1) in _ARTICLES | {"one"} and _is_one_person(tokens.at(i))
    is_told = is_told or (tokens.at(i - 1) == "the" and tokens.at(i) in {"youngest", "eldest", "oldest"})
    return is_named or is_told or _is_kin(tokens, i)


def _is_kin(tokens: Tokens, i: int) -> bool:
    """Whether somebody's kin, with or without a name, end at token `i`: "their son Aksel", "my youngest"."""
    first = i - (tokens.at(i - 1) in _kin() and tokens.words[i].istitle())
    return tokens.at(first) in _kin() and tokens.at(first - 1) in _OWNERS


@cache
def _kin() -> frozenset[str]:
    return frozenset(load("singles")["kin"]) | _YOUNG


@cache
def _is_one_person(word: str) -> bool:
    """Whether a noun is of one person, not of a crew or a crowd."""
    is_one = word not in load("singles")["no_person"] and word not in load("victims")["collectives"]
    return is_one and counts_people(word) and not is_plural(word)


def _said_in_words(tokens: Tokens, figure: Figure) -> bool:
    """ "She was | thirty-four | and had turned", "The girl was | eight."; not "he was one of"."""
    is_several = (figure.interval.value or 0) > 1
    return figure.word and is_several and figure.hedge is None and _said_of_person(tokens, figure)


def _before_relative(tokens: Tokens, i: int) -> int:
    """The token before a clause between commas that ends at `i`: "The gunman, | whose name is not known, | was 47"."""
    if tokens.at(i) != ",":
        return i
    comma = next((k for k in range(i - 1, 0, -1) if tokens.at(k) == ","), 0)
    return comma - 1 if comma and tokens.at(comma + 1) in {"who", "whose"} else i


def _at_an_age(tokens: Tokens, figure: Figure) -> bool:
    """ "Bo Rusk died at | 57.", and above the hours of a day "At | 57, | Bo Rusk rules the town"."""
    i, stop = _before_adverbs(tokens, figure.first), figure.stop
    if figure.hedge is not None or tokens.at(i) != "at":
        return False
    high = figure.interval.high
    if tokens.at(i - 1) in _DYING:
        return tokens.at(stop) in {"", ".", ",", ";"}
    if _dies_before(tokens, i) and high is not None and high > _LAST_HOUR:
        return tokens.at(stop) in {"", ".", ",", ";", "at", "in", "after", "of"}  # "died on 5 March at | 88"
    is_named = tokens.at(stop) == "," and (tokens.at(stop + 1) in {"he", "she"} or (_is_full_name(tokens, stop + 2)))
    return i == 0 and is_named and high is not None and high > _LAST_HOUR


def _dies_before(tokens: Tokens, i: int) -> bool:
    """Whether somebody is told to have died before token `i`, nothing but when or where between."""
    k = i - 1
    while k > i - _DYING_REACH and tokens.lower[k] not in _DYING and tokens.kinds[k] != "mark":
        k -= 1
    return tokens.at(k) in _DYING


def _before_adverbs(tokens: Tokens, i: int) -> int:
    """The token before the one at `i`, adverbs passed over: "is | only | 24"."""
    i -= 1
    while tokens.at(i) in ADVERBS:
        i -= 1
    return i


def _is_full_name(tokens: Tokens, last: int) -> bool:
    """Whether two words with a capital, neither a plural, end at token `last`, and say no place: "in | Port Ellis"."""
    pair = range(last - 1, last + 1)
    return (
        0 < last < len(tokens)
        and not tokens.headline
        and all(tokens.kinds[k] == "word" and tokens.words[k].istitle() for k in pair)
        and not _is_placed(tokens, last)
    )


def _is_placed(tokens: Tokens, last: int) -> bool:
    """Whether a preposition of place stands before the words with a capital that end at token `last`."""
    while last >= 0 and tokens.words[last][0].isupper():
        last -= 1
    return tokens.at(last) in _PLACING


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
    if word in _kin():
        return True
    return counts_people(word) or (counts_people(singular(word)) and tokens.at(i - 1) in {"the", "both", "two"})


def _are_two(tokens: Tokens, figure: Figure) -> bool:
    """Whether two ages are set off behind people: "his half-brothers, | 17 | and 22, were held"."""
    i, stop = figure.first, figure.stop
    is_closed = tokens.kinds[stop + 1 : stop + 2] == ["number"] and tokens.at(stop + 2) in {",", ".", ";", ""}
    behind_people = (
        tokens.at(i - 1) == "," and is_plural(tokens.at(i - 2)) and counts_people(singular(tokens.at(i - 2)))
    )
    return tokens.at(stop) == "and" and is_closed and behind_people


def _beside_name(tokens: Tokens, figure: Figure) -> bool:
    """Behind a capitalised word and a comma or bracket, before another comma or bracket."""
    i, stop = _before_adverbs(tokens, figure.first) + 1, figure.stop
    mark, after = tokens.at(i - 1), tokens.at(stop)
    k = i - 3 if tokens.at(i - 2) == "." and tokens.at(i - 3) in _SUFFIXES else i - 2
    if k < 0 or figure.hedge is not None:
        return False
    if tokens.headline and after != ",":
        is_last = mark == "," and stop == len(tokens) and _is_person(tokens, k)  # "Fire kills boy, | 3"
        return is_last or (mark in {"(", ","} and _is_entry(tokens, i - 1, stop))
    if i < figure.first and _is_placed(tokens, k):
        return False  # "the toll in Port Ellis, now | 24, rose"
    if tokens.kinds[k] != "word" or not (tokens.words[k][0].isupper() or _is_person(tokens, k)):
        return False
    if mark == ",":
        return after in _CLOSING and tokens.kinds[figure.first] == "number"
    return mark == "(" and after == ")"
