"""Arguments: which noun phrases of a sentence a word of casualty is said of, by how its clause is built.

passive, participle, intransitive: its subject     "a guard (of the mill) was later shot", "two hikers died"
active: its object                                  "killed a guard and two visitors"
state: its subject, or what was left in it          "was found dead", "leaving a guard dead"
noun: what follows "of"                             "led to the death of a guard", "the body of a man was found"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosstally.facts.victims.chunk import Chunk
from crosstally.facts.victims.died_there import DiedThere
from crosstally.facts.victims.doers import by_doer
from crosstally.facts.victims.gathered import Member
from crosstally.facts.victims.lists import PARTS, members_of
from crosstally.facts.victims.words import BODIES, is_thing, words
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure, measures
from crosstally.facts.words.triggers import intransitives, state_measures

_OWN = link_words("personal") | {"everything", "all"}


class Argument(NamedTuple):
    """A noun phrase that something is said of.

    Attributes:
        phrase: The noun phrase.
        measure: What befell it.
        is_part: Whether it is one of those counted beside it: "including | a guard".
        is_weak: Whether what is said of it is said of things, too.
        is_added: Whether it comes on top of others: "a guard was | also | killed".
    """

    phrase: Chunk
    measure: Measure
    is_part: bool
    is_weak: bool = False
    is_added: bool = False


class Arguments(DiedThere):
    """What the predicates of a sentence are said of."""

    def arguments(self) -> list[Argument]:
        """What the words of casualty are said of, in the order of the sentence."""
        found: list[Argument] = []
        ends = {verb: (measure, k) for k in range(len(self.chunks)) for verb, measure in self.brought_to(k)}
        for k, chunk in enumerate(self.chunks):
            if k in ends:
                measure, end = ends[k]
                if self.is_of_some(end):
                    found.extend(self._said_by(k, chunk))
                for one in self._brought(k, end):
                    joint = self.tokens.at(self.chunks[end].first - 1)
                    is_shared = joint in measure.shared
                    brought = by_doer(measure, joint, self.doer(k), self.noun(one.phrase)) if is_shared else measure
                    if brought is not None:
                        found.append(Argument(one.phrase, brought, one.is_part))
            else:
                found.extend(self._said_by(k, chunk))
        found = [one._replace(phrase=self.meant_by(one.phrase)) for one in self._without_bodies(found)]
        return sorted(found, key=lambda one: one.phrase.first)

    def _without_bodies(self, found: Sequence[Argument]) -> list[Argument]:
        """Leaves out whose body was found, where the body is told of: "the body of | Ana Vell, who was shot"."""
        bodies = [one.phrase for one in found if one.phrase.head >= 0 and self._is_body(one.phrase)]
        spans = [range(body.stop, max(body.stop + 1, self._told_until(body) + 1)) for body in bodies]
        return [
            one for one in found if one.phrase.figure is not None or not any(one.phrase.first in span for span in spans)
        ]

    def _told_until(self, body: Chunk) -> int:
        """The verb that says what became of a body: "the body of Ana Vell | was found"."""
        behind = self.chunks[self.chunks.index(body) :]
        return next((one.first for one in behind if one.kind == "verb" and one.has("be")), body.stop)

    def _is_body(self, chunk: Chunk) -> bool:
        return chunk.figure is None and self.tokens.lower[chunk.head] in BODIES

    def _said_by(self, k: int, chunk: Chunk) -> Iterator[Argument]:
        hit = chunk.hit
        if chunk.kind == "noun" and chunk.head >= 0:
            became = "killed" if self.is_deadly(chunk) else "injured"
            yield from (Argument(one.phrase, measures()[became], one.is_part) for one in self.hurt(k, chunk))
            for measure, members in self.named(k, chunk):
                yield from (Argument(one.phrase, measure, one.is_part) for one in members)
        elif hit is not None and hit.trigger.measure.counts == "people":
            measure, is_deed = hit.trigger.measure, hit.trigger.role == "deed"
            is_weak = (is_deed and not self._is_in_body(k)) or hit.trigger.phrase in measure.weak
            is_added = "also" in chunk.auxiliaries or self.tokens.at(chunk.first - 1) == "also"
            if is_deed and self.word(chunk) == "caught" and self.tokens.at(chunk.stop) in words("entangled"):
                return  # "caught | in the crossfire"
            goes_by_doer = is_deed or hit.trigger.phrase in measure.shared
            default: Measure | None = measure
            if is_deed and is_weak:
                default = state_measures().get(self.word(chunk)) if chunk.has("be") else None
            found = self._of_predicate(k, chunk)
            if (told := self.with_the_dead(k, found, measure)) is not measure:
                yield from (Argument(one.phrase, told, is_part=True) for one in found if told is not None)
                return
            doer = self.doer(k) if found and goes_by_doer else ""
            for one in (*found, *(self.told_behind(k, found) if found else ())):
                deed = hit.trigger.phrase
                said = by_doer(default, deed, doer, self.noun(one.phrase)) if goes_by_doer else measure
                is_by_doer = hit.stop > hit.first + 1 and doer != "" and said is not default  # "whisked away | Bo Rusk"
                if said is not None:
                    yield Argument(one.phrase, said, one.is_part, is_weak and not is_by_doer, is_added)

    def _is_in_body(self, k: int) -> bool:
        """Whether a deed is told to be in a part of the body: "was hit | in the arm"."""
        j = next((j for j in range(k + 1, len(self.chunks)) if self.kind(j) != "noun"), k)
        is_in = self.kind(j) == "preposition" and self.tokens.lower[self.chunks[j].first] == "in"
        return is_in and self.kind(j + 1) == "noun" and self.noun(self.chunks[j + 1]) in words("body_parts")

    def _of_predicate(self, k: int, chunk: Chunk) -> Sequence[Member]:
        if not self.is_asserted(k, chunk):
            return ()
        assert chunk.hit is not None  # noqa: S101 - the caller asks only for triggers
        role = chunk.hit.trigger.role
        if role == "state":
            if k == 0 and self.tokens.lower[chunk.first] in PARTS and self.kind(k + 1) == "verb":
                return [member._replace(is_part=True) for member in self.listed(k + 2)]  # "Among the dead | were"
            is_deed = chunk.kind == "verb" and not chunk.auxiliaries and chunk.hit.stop > chunk.head + 1
            return self._befallen(k) if is_deed else self._in_state(k, chunk)
        if role == "subject":
            is_weak = chunk.hit.trigger.phrase in chunk.hit.trigger.measure.weak
            has_object = self.kind(k + 1) == "noun" if is_weak else self._has_numbered_object(k)  # "gave up | hope"
            return () if has_object or self._runs_from_deed(k) else self.subject(k)
        return () if chunk.hit.trigger.nouns else self._befallen(k)

    def _runs_from_deed(self, k: int) -> bool:
        """Whether those who flee have done something before: "robbed a bank | and fled", not "left home | and fled"."""
        hit = self.chunks[k].hit
        if hit is None or hit.trigger.phrase != "flee" or self.kind(k - 1) != "and":
            return False
        deed = self._chained(k)
        if deed is None or self.chunks[deed].has("be"):
            return False
        is_left = self.tokens.lower[self.chunks[deed].head] in words("leaving") | words("abandoning")
        objects = self.objects(deed)
        return bool(objects) and not is_left and objects[0].phrase.determiner not in _OWN

    def _has_numbered_object(self, k: int) -> bool:
        """Whether a verb is said of things: "surrendered | two keys"."""
        figure = self.chunks[k + 1].figure if self.kind(k + 1) == "noun" else None
        return figure is not None and figure.unit is None

    def _befallen(self, k: int) -> Sequence[Member]:
        """Those whom the deed at chunk `k` befell: the subject of a passive or participle, else the objects."""
        chunk = self.chunks[k]
        if chunk.has("be") and not self.is_progressive(chunk):
            return self.subject(k)
        objects = self.objects(k)
        if (
            not objects
            and chunk.hit is not None
            and (chunk.hit.trigger.phrase, chunk.hit.trigger.measure.name) in intransitives()
        ):
            return () if self.is_sought(k) else self.subject(k)  # "a boy | drowned", "had drowned"
        if objects or chunk.auxiliaries or self.tokens.lower[chunk.head].endswith("ing"):
            return objects
        return self._before_participle(k) if self._may_be_participle(chunk) else ()

    def _may_be_participle(self, chunk: Chunk) -> bool:
        return chunk.hit is None or chunk.hit.trigger.participle or chunk.hit.trigger.role == "state"

    def _before_participle(self, k: int) -> Sequence[Member]:
        """The subject of a participle without an auxiliary: those left so, people right before it, else its clause's.

        "left two guards | wounded", "one of nine cooks | killed", "the cook of the inn | killed by a thief"
        """
        goes_on = self.kind(k + 1) in {"noun", "verb", "state"} and not self.is_apart(k, k + 1)
        if goes_on or self._is_called(k - 1) or self.is_sought(k):
            return ()  # "a professionally | executed | boarding"
        j = self.verb_before(k)
        if j is not None and self.tokens.lower[self.chunks[j].head] in words("leaving"):
            is_found = j == k - 1 and self.chunks[j].has("be")  # "a cook was found | shot to death"
            return self.subject(j) if is_found else members_of(self.tokens, self.chunks, j + 1, k, subject=True)
        if self.kind(k - 1) != "noun":
            return self.subject(k)
        if self.is_people(self.chunks[k - 1]):
            return members_of(self.tokens, self.chunks, self.first_listed(k - 1), k, subject=True)
        if self.tokens.at(self.chunks[k].stop) == "by":
            begin = k - 1 if self._may_befall_thing(k) else self.head_of_phrase(k - 1)
            return members_of(self.tokens, self.chunks, begin, k, subject=True)
        return self.subject(k)

    def _may_befall_thing(self, k: int) -> bool:
        """Whether the deed at chunk `k` is done to things, too, and one stands before it: "a mate of a ship | held"."""
        hit = self.chunks[k].hit
        return (
            hit is not None
            and hit.trigger.phrase in hit.trigger.measure.weak
            and is_thing(self.noun(self.chunks[k - 1]))
        )

    def _past_others_left(self, begin: int, k: int) -> int:
        """Where those begin who were left in the state at chunk `k`: "left many without power and | 12 | dead"."""
        joint = next((j for j in range(k - 1, begin, -1) if self.kind(j) == "and"), begin)
        words_before = (self.tokens.lower[one.first] for one in self.chunks[begin:joint] if one.kind == "preposition")
        return joint + 1 if "without" in words_before else begin

    def _is_called(self, k: int) -> bool:
        """Whether a phrase says who somebody is, and not whom something befell: "he is | the third guard | killed"."""
        verb = self.chunks[k - 1] if k > 0 else None
        is_copula = verb is not None and verb.kind == "verb" and self.tokens.lower[verb.head] in words("be")
        is_there = verb is not None and self.tokens.at(verb.first - 1) == "there"
        return is_copula and not is_there and self.kind(k) == "noun" and self.chunks[k].determiner == "the"

    def _brought(self, k: int, end: int) -> Sequence[Member]:
        """Those whom the verb at chunk `k` brought to what chunk `end` names: "hacked to death | a clerk"."""
        if self.is_of_some(end):
            return [Member(self.chunks[end - 2], is_part=True)]
        if self._is_way(k + 1):
            return self.subject(k)
        is_bare = self.chunks[end].stop == self.chunks[end].first + 1
        return self.listed(end + 1) if is_bare and self.kind(end + 1) == "noun" else self._befallen(k)

    def _is_way(self, k: int) -> bool:
        """Whether chunk `k` is how far somebody fell, and nobody: "fell | 200 metres | to their deaths"."""
        figure = self.chunks[k].figure if self.kind(k) == "noun" else None
        return figure is not None and figure.unit is not None and figure.unit.dimension == "length"

    def _is_told_of_next(self, k: int, verb: Chunk) -> bool:
        """Whether a state is that of the people behind it, the object of a verb: "mourns | slain | guards"."""
        following = self.chunks[k + 1] if self.kind(k + 1) == "noun" else None
        if following is None or following.first != self.chunks[k].stop or following.head < 0 or verb.has("be"):
            return False
        return not following.determiner and following.figure is None and self.is_people(following)

    def _in_state(self, k: int, chunk: Chunk) -> Sequence[Member]:
        """Those who are in a state, or were left in it: "was found | dead", "leaving a guard | dead"."""
        if chunk.kind == "verb":
            return self.subject(k)
        j = self.verb_before(k)
        if j is None:
            return self.subject(k) if self.kind(k - 1) == "noun" else ()
        verb = self.chunks[j]
        is_feared = self.kind(j - 1) == "comma" and self.tokens.lower[verb.head] in words("fearing")
        if not self.is_asserted(j, verb) or self.kind(k + 1) == "verb" or is_feared:
            return ()  # "seriously | wounding", "12 missing, feared | dead"
        if j == k - 1:
            return () if self._is_told_of_next(k, verb) else self.subject(j)
        if self.tokens.lower[verb.head] in words("leaving") | words("bringing"):
            return members_of(self.tokens, self.chunks, self._past_others_left(j + 1, k), k, subject=True)
        return self.subject(k) if verb.hit is not None and not verb.auxiliaries else ()
