"""What is said of a figure behind it: "12 | dead", "12 people | were killed"."""

from __future__ import annotations

from crosstally.facts.context.speech import verbs_of_speech
from crosstally.facts.numbers.figure import Figure
from crosstally.facts.numbers.numerals import is_numeral
from crosstally.facts.numbers.rates import periods
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import counts_people, is_plural, singular, word_class, word_classes
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import Hit

_REACH = 16  # tokens between a figure and its predicate
RELATIVES = frozenset({"that", "who", "whom"})
FINITE = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had"})
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})
_OTHERS = frozenset({"those", "many", "most", "some", "others"})  # of whom it is said: "12 fled, | many | arrested"
_PART = 5  # tokens of a number and its hedge: "more than | two thousand | of them"
_INDEFINITE = frozenset({"a", "an"})
_RELATIVE = 5  # tokens between the subject of such a clause and its verb: "she | 's accused of | gunning down"
_ALLEGED = frozenset({"'s", "'d", "of", "accused", "convicted", "guilty", "charged", "with", "had", "just"})
WHOLE_OPENINGS = (
    ["of", "the"],
    ["of"],
    ["among", "the"],
    ["out", "of", "the"],
    ["out", "of"],
)  # "Of the | 19 dead, five"


def predicate_behind(tokens: Tokens, i: int, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The trigger right behind a figure, which ends at `i`, adverbs between: "12 people were critically injured"."""
    if tokens.at(i) == "-" and tokens.touches(i):
        i += 1
    i += 2 * (tokens.lower[i : i + 2] == ["on", "board"])  # "all 16 | on board | died"
    i = _past_saying(tokens, i)
    for _ in range(_REACH):
        hit = _predicate_at(tokens, i, hits, starts)
        if hit is not None:
            return hit.trigger.measure
        word = tokens.at(i)
        if word not in link_words("auxiliaries") and word_classes().get(word) != "r" and not _joins_adverbs(tokens, i):
            return None
        i += 1
    return None


def _joins_adverbs(tokens: Tokens, i: int) -> bool:
    """Whether "and" at token `i` stands between two adverbs: "12 were badly | and | lightly hurt"."""
    beside = (word_classes().get(tokens.at(k)) for k in (i - 1, i + 1))
    return tokens.at(i) in {"and", "or"} and all(kind == "r" for kind in beside)


def predicate_far_behind(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """The predicate of a clause whose subject is the figure: "12 people in two villages north of the city died".

    A verb behind "and" has the subject of the verb before: "hit two cyclists | and fled".
    """
    if figure.unit is not None or figure.noun is None:
        return None
    i = figure.stop
    nested = 0
    for _ in range(_REACH):
        if i >= len(tokens):
            return None
        word, kind = tokens.lower[i], tokens.kinds[i]
        nested += (word == "(") - (word == ")")
        hit = _predicate_at(tokens, i, hits, starts)
        if hit is not None and not nested:
            behind_verb = hit.trigger.role == "subject" and tokens.at(i - 1) == "and"
            is_of_other = i - 1 in starts or tokens.at(i - 1) in _OTHERS or behind_verb or _describes_other(tokens, hit)
            return None if is_of_other else hit.trigger.measure  # "33 sat indoors and eleven | dead lay outside"
        opens = i in starts and (_opens_part(tokens, figure, i) or _opens_clause(tokens, figure, i))
        if opens or (kind == "mark" and word in {";", ":", ".", "—"}):
            return None
        opens = word in link_words("clause_starts") and not _is_reported(tokens, i)
        if opens or word in _SUBJECTS or _is_said(tokens, i) or _opens_another(tokens, i):
            return None
        i += 1
    return None


def deed_of_relative(tokens: Tokens, figure: Figure, hits: list[Hit], starts: set[int]) -> Measure | None:
    """What a relative clause without its relative says was done to a figure: "the seven | they killed"."""
    i = figure.stop
    if tokens.at(i) not in _SUBJECTS:
        return None
    for hit in hits:
        between = tokens.lower[i + 1 : hit.first]
        if hit.first <= i or hit.trigger.role != "object" or len(between) > _RELATIVE:
            continue
        is_done = tokens.at(hit.stop) not in {"him", "her", "them"} and not has_object(tokens, hit.stop, starts)
        passed = all(word in link_words("auxiliaries") or word in _ALLEGED for word in between)
        return hit.trigger.measure if is_done and passed else None
    return None


def _past_saying(tokens: Tokens, i: int) -> int:
    """Where a relative clause goes on behind who says so: "12 people that | city hall said | had been killed"."""
    first = i - (tokens.at(i - 1) == "whom")  # "27 of whom | it said | were held"
    if tokens.at(first) not in RELATIVES:
        return i
    for k in range(first + 1, min(i + _REACH, len(tokens))):
        if tokens.lower[k] in verbs_of_speech():
            return k + 1 if tokens.at(k + 1) in link_words("auxiliaries") else i
        if tokens.kinds[k] == "mark" or tokens.lower[k] in link_words("auxiliaries"):
            return i
    return i


def _is_said(tokens: Tokens, i: int) -> bool:
    """Whether the token at `i` is what a clause says of its subject: a finite verb, or one behind an auxiliary."""
    word = tokens.lower[i]
    kind = word_class(word)
    if word in link_words("auxiliaries") or _is_reported(tokens, i):
        return False
    if kind == "n" and tokens.at(i + 1) in _INDEFINITE and singular(tokens.at(i + 2)) not in periods():
        return True  # "two explosions | caused | a mine to collapse", not "two men hired | a week before"
    return kind in {"d", "z"} or (kind == "n" and tokens.at(i - 1) in FINITE)  # "12 guards have been | suspended"


def _is_reported(tokens: Tokens, i: int) -> bool:
    """Whether a verb of speech only says that more is told of its subject: "12 guards were | said | to be missing"."""
    return tokens.lower[i] in verbs_of_speech() and tokens.at(i - 1) in FINITE


def _opens_part(tokens: Tokens, whole: Figure, i: int) -> bool:
    """Whether the part of a whole begins at token `i`: "Of the 187 people on board, | 123 were rescued"."""
    return tokens.at(i - 1) == "," and tokens.lower[: whole.first] in WHOLE_OPENINGS


def _opens_another(tokens: Tokens, i: int) -> bool:
    """Whether what is said of others begins with the comma at token `i`: "12 people came | , and talks | were held"."""
    is_joined = tokens.lower[i : i + 2] == [",", "and"] and tokens.at(i + 3) in FINITE
    return is_joined and is_plural(tokens.at(i + 2)) and not counts_people(singular(tokens.at(i + 2)))


def _describes_other(tokens: Tokens, hit: Hit) -> bool:
    """Whether a participle describes one person right before it: "two cousins of the boy | killed | there spoke"."""
    one = tokens.at(hit.first - 1)
    return hit.trigger.participle and counts_people(one) and tokens.at(hit.first - 2) in link_words("describing")


def _opens_clause(tokens: Tokens, before: Figure, i: int) -> bool:
    """Whether a bare number at token `i` is the subject of a clause of its own: "served, and | one | was killed".

    So is a noun behind a comma, where something is told of the one before: "six were safe, | four men | were dead".
    """
    is_said_of = not FINITE.isdisjoint(tokens.lower[i + 1 : i + 2 + (tokens.at(i - 2) == ",")])
    if tokens.at(i - 1) == "and" and (is_said_of or _counts_some_of_them(tokens, i)):
        return True  # "the toll is five, and | 40 people are | held"
    if tokens.at(i - 1) != "," or FINITE.isdisjoint(tokens.lower[i + 2 : i + 4]):
        return False
    return not FINITE.isdisjoint(tokens.lower[before.stop : i])


def _counts_some_of_them(tokens: Tokens, i: int) -> bool:
    """Whether a figure at token `i` is of those told of before: "carried 500, and | some 200 of them | drowned"."""
    return ["of", "them"] in (tokens.lower[k : k + 2] for k in range(i + 1, i + _PART))


def _predicate_at(tokens: Tokens, i: int, hits: list[Hit], starts: set[int]) -> Hit | None:
    """The trigger at token `i` that can say something of a figure before it."""
    here = [hit for hit in hits if hit.first == i]
    if here and tokens.at(i - 1) in link_words("describing"):
        return None  # "the | slain guard's family"
    for hit in here:
        role = hit.trigger.role
        is_deed = role == "state" and (
            (hit.stop in starts and tokens.at(hit.stop - 1) != "dead") or _has_done(tokens, hit)
        )
        if (role in {"state", "subject"} and not is_deed) or (role == "topic" and _are_told(tokens, hit)):
            return hit
        if hit.trigger.participle and (is_passive(tokens, i) or not has_object(tokens, hit.stop, starts)):
            return hit
    return None


def _are_told(tokens: Tokens, hit: Hit) -> bool:
    """Whether a topic right behind a bare number says what befell those whom it counts: "the three | dead included"."""
    return is_numeral(tokens, hit.first - 1) and hit.stop > hit.first + 1 and word_class(tokens.at(hit.first)) == "j"


def _has_done(tokens: Tokens, hit: Hit) -> bool:
    """Whether what may be a state is a verb with its object: "soldiers | arrested | a man", "fans | held | signs"."""
    verb, thing = tokens.lower[hit.first], tokens.at(hit.stop)
    is_keeping = verb in link_words("keeping")
    is_bare = hit.stop == hit.first + 1 and (verb.endswith("ed") or is_keeping)
    if not is_bare or is_passive(tokens, hit.first):
        return False
    is_things = is_keeping and is_plural(thing) and tokens.words[hit.stop].islower() and word_class(thing) == ""
    return thing in link_words("determiners") or (is_things and singular(thing) not in periods())


def is_passive(tokens: Tokens, i: int) -> bool:
    """Whether a form of "be" stands before the participle at `i`, adverbs between; "are treating" is active."""
    if tokens.at(i).endswith("ing"):
        return False
    for back in range(1, 5):
        word = tokens.at(i - back)
        if word in link_words("be"):
            return True
        if word_classes().get(word) != "r" and word not in {"also", "been", "reportedly", "either"}:
            return False
    return False


def has_object(tokens: Tokens, i: int, starts: set[int]) -> bool:
    """Whether a noun phrase begins at token `i`, so that the verb before it is active."""
    i += tokens.at(i) == "away"  # "nine men snatched | away papers"
    word = tokens.at(i)
    if (i in starts and word != "within") or word in link_words("determiners"):  # "shot dead | within four hours"
        return tokens.kinds[i + 1 : i + 2] != ["sign"]  # "five held | over $10 million"
    return (
        i < len(tokens)
        and tokens.kinds[i] == "word"
        and word not in link_words("after_participle")
        and word_classes().get(word, "j") == "j"
    )
