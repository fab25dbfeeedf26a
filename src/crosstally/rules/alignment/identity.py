"""What two claims are figures of: the slots of the event, the measure, the nouns, the names and the words around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.facts.fact import AFTERSHOCK
from crosstally.facts.needs import OF_A_PERSON, is_general, one_by_any_of
from crosstally.rules.alignment.groups import exclude
from crosstally.rules.alignment.kinds import Relation, is_of_several, names_thing, relate_kinds
from crosstally.rules.alignment.setting import DIFFERENT, SAME, UNKNOWN
from crosstally.rules.alignment.terms import words_of
from crosstally.rules.toll import is_of_people

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from crosstally.rules.alignment.claim import Claim
    from crosstally.rules.alignment.setting import Compare, Level, Setting
    from crosstally.rules.alignment.terms import Weights

_ANYBODY = {"person", "other"}  # nouns that tell nothing of whom they count
_FOUND = {"body", "corpse"}  # of the dead, those found so far
_ALIVE = {"survivor"}


def _about(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.about, b.fact.about
    if one == other == AFTERSHOCK:
        return UNKNOWN, "two other events"
    if one == other:
        return SAME, "another event, the same" if one else "the event"
    if one is None or other is None:
        if a.era is not None and a.era == b.era:  # "in 2018" and "last year"
            return SAME, "of one year or month"
        return UNKNOWN, "one is of another event"
    return (
        (UNKNOWN, "two other events")
        if set(one.split()).isdisjoint(other.split())
        else (SAME, "another event, the same")
    )


def _measure(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.measure, b.fact.measure
    if one == other:
        is_toll = a.toll is not None and a.toll.single
        return SAME, "a toll of the event" if is_toll else "both general" if is_general(one) else "the same"
    if is_general(one) or is_general(other):
        is_another = other in a.beside or one in b.beside
        return (DIFFERENT, "its report gives another") if is_another else (SAME, "one is general")
    both_single = a.toll is not None and b.toll is not None and a.toll.single and b.toll.single
    return (DIFFERENT, "two tolls of the event") if both_single else (UNKNOWN, "two measures")


def _counted(a: Claim, b: Claim, _: Setting) -> Level:
    one, other = a.fact.counted, b.fact.counted
    if a.fact.dimension != "count":
        return SAME, "nothing named"
    is_toll = is_of_people(a.fact.measure) and a.fact.measure == b.fact.measure
    if one == other:
        if one in _ANYBODY:
            return SAME, "both people"
        return (SAME, "the same noun") if one else (SAME if is_toll else UNKNOWN, "nothing named")
    if is_toll and _is_whole_of(a, b):
        return DIFFERENT, "a whole and one of several told side by side"
    return _two_nouns(a, b, is_toll=is_toll)


def _two_nouns(a: Claim, b: Claim, *, is_toll: bool) -> Level:  # noqa: PLR0911 - a level each
    one, other = a.fact.counted, b.fact.counted
    if a.fact.measure == b.fact.measure and {one, other} <= one_by_any_of(a.fact.measure):
        return SAME, "nouns for one thing"
    if one is None or other is None:
        if _counts_people_by_measure(a, b) or _counts_people_by_measure(b, a):
            return DIFFERENT, "people and things"
        return SAME if is_toll else UNKNOWN, "one names nothing"
    if (one in _FOUND) != (other in _FOUND):
        are_apart = one in _ALIVE or other in _ALIVE
        return (DIFFERENT, "the living and the dead") if are_apart else (UNKNOWN, "bodies found, and the dead")
    match relate_kinds(a.kind, b.kind):
        case Relation.SAME:
            return SAME, "nouns for one thing"
        case Relation.WITHIN:  # workers are the people of whom is told, lorries some of the vehicles
            return SAME if a.is_of_people else UNKNOWN, "one may hold the other"
        case Relation.ALIKE:
            return SAME if is_toll else UNKNOWN, "two kinds of people"
    are_alike = a.is_of_people == b.is_of_people  # else the nouns alone: "seven | fire | engines", arrests over a fire
    said = (a.words, b.words) if are_alike else (words_of(one), words_of(other))
    if (said[0] & b.around) or (said[1] & a.around):
        return UNKNOWN, "the other's noun beside it"
    return (UNKNOWN, "two nouns") if are_alike else (DIFFERENT, "people and things")


def _is_whole_of(a: Claim, b: Claim) -> bool:
    """Whether one of two figures is of people of any kind, and the other of one of several told side by side."""
    return a.is_addend != b.is_addend and (a.counts_anybody or b.counts_anybody)


def _counts_people_by_measure(a: Claim, b: Claim) -> bool:
    """Whether the measure of one counts people, and the noun of the other names a thing."""
    return is_of_people(a.fact.measure) and b.fact.counted is not None and not b.is_of_people


def likenesses(a: Claim, b: Claim, setting: Setting) -> dict[str, float]:
    """How alike two claims are in the slots of words, 0 to 1."""
    return {slot: likeness(a, b, setting.weights) for slot, likeness in _LIKENESS.items()}


def _mentioned(a: Claim, b: Claim, weights: Weights) -> float:
    """How far the subject of the one stands around the other."""
    return max(weights.contained(a.subject, b.around), weights.contained(b.subject, a.around))


_LIKENESS: Mapping[str, Callable[[Claim, Claim, Weights], float]] = {
    "subject": lambda a, b, weights: weights.contained(a.subject, b.subject),
    "mentioned": _mentioned,
    "quote": lambda a, b, weights: weights.cosine(a.words, b.words),
    "around": lambda a, b, weights: weights.cosine(a.around, b.around),
}


def _words(slot: str) -> Compare:
    likeness = _LIKENESS[slot]

    def compare(a: Claim, b: Claim, setting: Setting) -> Level:
        if not a.around or not b.around:
            return UNKNOWN, "nothing is said around one"
        return UNKNOWN, setting.alike(slot, likeness(a, b, setting.weights))

    return compare


def _subject(a: Claim, b: Claim, setting: Setting) -> Level:
    if not a.subject or not b.subject:
        return UNKNOWN, "one names none"
    is_same = a.subject <= b.subject or b.subject <= a.subject
    return (SAME if is_same else UNKNOWN), _words("subject")(a, b, setting)[1]


def _person(a: Claim, b: Claim, _: Setting) -> Level:
    """Whose it is: a sentence, a fine, a score; a toll of people and an age are told of others than those who lead."""
    is_theirs = a.toll is None and b.toll is None and "age" not in {a.fact.measure, b.fact.measure}
    if not is_theirs or not a.persons or not b.persons:
        return SAME, "one names none"
    return (UNKNOWN, "two persons") if a.persons.isdisjoint(b.persons) else (SAME, "the same")


def _group(a: Claim, b: Claim, _: Setting) -> Level:
    if a.groups == b.groups:
        return SAME, "the same" if a.groups else "none named"
    if not a.groups or not b.groups:
        return UNKNOWN, "one names none"
    if exclude(a.groups - b.groups, b.groups - a.groups):
        return DIFFERENT, "two groups"
    return UNKNOWN, "one may hold the other"


def _names(a: Claim, b: Claim, _: Setting) -> Level:
    return _shared(a.names, b.names)


def _anchor(a: Claim, b: Claim, _: Setting) -> Level:
    """Whose it is, or from where: of one family, one name is the same. Who is not named may be whom the event names."""
    is_age, is_persons = a.fact.measure == "age", a.fact.measure in OF_A_PERSON
    if not a.anchor and not b.anchor:
        return UNKNOWN, "none named"
    if is_age and ((_is_of_thing(a) and b.is_named) or (_is_of_thing(b) and a.is_named)):
        return DIFFERENT, "a person and a thing"
    if not a.anchor or not b.anchor or (is_age and a.is_named != b.is_named):
        may_be_named = is_age and (a.is_named or b.is_named) and not (_are_of_two_roles(a, b) or _is_of_many(a, b))
        return SAME if may_be_named else UNKNOWN, "one names none"
    if a.anchor <= b.anchor or b.anchor <= a.anchor:
        return SAME, "the same"
    if shared := a.anchor & b.anchor:
        return SAME if is_persons and len(shared) > 1 else UNKNOWN, "one name of several"
    are_named = all(claim.fact.anchor != (claim.fact.anchor or "").lower() for claim in (a, b))
    is_place = are_named and not is_persons  # a person has many names; "the town" may be the one that is named
    return (DIFFERENT if is_place else UNKNOWN), "others"


def _are_of_two_roles(a: Claim, b: Claim) -> bool:
    """Whether two ages are told of an actor and of a fisherman."""
    return None not in {a.fact.counted, b.fact.counted} and a.fact.counted != b.fact.counted


def _is_of_thing(age: Claim) -> bool:
    """Whether an age is that of no person: "the 40-year-old ferry"."""
    return age.fact.counted is not None and names_thing(age.fact.counted)


def _is_of_many(*claims: Claim) -> bool:
    """Whether an age is told of several, and so of none who is named: "adults aged between 45 and 75"."""
    told_of = (claim.fact.subject for claim in claims if not claim.is_named)
    return any(subject is not None and is_of_several(subject) for subject in told_of)


def _shared(a: Collection[str], b: Collection[str]) -> Level:
    if not a or not b:
        return UNKNOWN, "none named" if not a and not b else "one names none"
    return (UNKNOWN, "others") if set(a).isdisjoint(b) else (SAME, "one of both")


IDENTITY: Mapping[str, Compare] = {
    "about": _about,
    "measure": _measure,
    "counted": _counted,
    "subject": _subject,
    "person": _person,
    "mentioned": _words("mentioned"),
    "quote": _words("quote"),
    "around": _words("around"),
    "group": _group,
    "names": _names,
    "anchor": _anchor,
}
"""By its name, what compares two claims in such a slot."""

SAME_NOUN = frozenset({(SAME, "the same noun"), (SAME, "nouns for one thing")})
"""What is said of two claims on things of one name."""
