"""Who says what: names and roles, and the words of the report that they vouch for.

Read are "X said ...", "..., X said", "..., said X", "according to X", "X: ..." and "...: X" in headlines, and
quotations, also those that go on over several sentences. Where nothing names a speaker there is none: a report speaks
for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

from crosstally.facts.context.attribution import Attribution, innermost
from crosstally.facts.context.names import FullNames, is_body, is_person, is_role, person_or_role
from crosstally.facts.context.quotation import quotations
from crosstally.facts.context.saying import goes_on, introduces, is_said, resumed, tells_how, words_before, words_behind
from crosstally.facts.context.speech import Saying, sayings_in
from crosstally.facts.context.speech_subject import has_auxiliary, is_clause, subject_before, subject_behind

_HITS = 12  # verbs of speech read in one sentence
_CELL = re.compile(r": [^:;.]{1,60}: ")  # behind the label of a row
_OTHER_VERB = re.compile(
    r"\s*((?:[Hh]e|[Ss]he|[Tt]hey)|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}) (?:\w+ly )?[a-z]+(?:ed|s)\b"
)
_INTRODUCED = re.compile(r"(?:[A-Z][\w’'.-]+ ?){1,6}")
_TO = frozenset({"told", "tells"})  # verbs that a listener stands behind, and nobody who speaks
_SHORT_ROLE = 3  # words of a role behind a headline
_SHORT_QUOTATION = 20  # code points: shorter ones are words held at arm's length


def find_attributions(text: str, sentences: Sequence[tuple[int, int]]) -> list[Attribution]:
    """Who says what in a text, in order, no two spans overlapping.

    Args:
        text: The text.
        sentences: Spans of its sentences, in order.
    """
    reader = _Reader(text, sentences)
    reader.read()
    return innermost(reader.claims)


class _Reader:
    """Reads one text from the beginning to the end and remembers who spoke last."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.sentences = sentences
        self.claims: list[Attribution] = []
        self.quotations = quotations(text)
        self.claimed: set[int] = set()  # quotations, by the offset they begin at
        self.turns: list[tuple[int, str]] = []  # index of a sentence and who speaks in it
        self.index = 0  # of the sentence that is read
        self.individual: str | None = None
        self.group: str | None = None

    @cached_property
    def names(self) -> FullNames:
        return FullNames(self.text)

    def read(self) -> None:
        hits = list(sayings_in(self.text))
        at = 0
        for index, (begin, end) in enumerate(self.sentences):
            while at < len(hits) and hits[at].start < begin:
                at += 1
            self.index, first, spoken = index, at, False
            while at < len(hits) and hits[at].end <= end:
                if at - first < _HITS:
                    spoken |= self._hit(begin, end, hits[at])
                at += 1
            if not spoken and ":" in self.text[begin:end]:
                self._headline(begin, end)
        for quotation in self.quotations:
            if quotation[0] not in self.claimed:
                self._bare_quotation(*quotation)

    def _hit(self, begin: int, end: int, hit: Saying) -> bool:
        if hit.word.lower() == "according to":
            speaker = self._according(begin, end, hit)
        elif hit.word == "adding" or (goes_on(self.text, begin, hit.start) and self._spoke()):
            return self._adding(end, hit)
        elif is_said(self.text, hit, end):
            speaker = self._said_subject(begin, end, hit) or self._subject_said(begin, end, hit)
        else:
            speaker = None
        if speaker is None:
            return False
        self.turns.append((self.index, speaker))
        if is_body(speaker):
            self.group = speaker
        else:
            self.individual = speaker
        return True

    def _subject_said(self, begin: int, end: int, verb: Saying) -> str | None:
        """ "X said ...", "..., X said"."""
        subject = subject_before(self.text, begin, verb.start)
        if subject is not None and has_auxiliary(subject[1]):
            subject = None  # "it is the first | announced"
        speaker = self._named(subject[1], begin, subject[0]) if subject else None
        if speaker is None and goes_on(self.text, begin, verb.start):
            subject, speaker = (verb.start, ""), self._sentence_subject(begin, verb.start)
        if subject is None or speaker is None:
            return None
        start, known = subject[0], len(self.claims)
        self._claim_said(begin, end, verb, start, speaker)
        self._claim_quotations(verb.end, end, speaker)
        return speaker if len(self.claims) > known else None  # "one death | confirmed.": nothing is said

    def _claim_said(self, begin: int, end: int, verb: Saying, start: int, speaker: str) -> None:
        """Claim what stands before the subject at `start`, or behind its verb, or both."""
        text, after = self.text, words_behind(self.text, verb, end, speaker)
        sure = introduces(text, verb.end, end)
        quotation = self._quotation_before(begin, start)
        if quotation is not None:
            self._claim(min(begin, quotation[0]), start, speaker)
            after = after if sure else None
        elif self._spoke() and after is not None:
            pass  # "police estimated 22,800, | organisers claimed | 130,000"
        elif (
            words_before(text, begin, start)
            and not sure
            and (after is None or verb.word in _TO or tells_how(text, after))
        ):
            self._claim(begin, start, speaker)
            after = resumed(text, verb.end, end)
        if after is not None:
            self._claim(after, end, speaker)

    def _said_subject(self, begin: int, end: int, verb: Saying) -> str | None:
        """ "...", said X."""
        if verb.word in _TO:
            return None  # "..., | told Reuters"
        quotation = self._quotation_before(begin, verb.start)
        if quotation is None and not words_before(self.text, begin, verb.start):
            return None
        phrase = subject_behind(self.text, verb.end, end)
        if phrase is None or is_clause(phrase):
            return None
        speaker = self._named(phrase, begin, begin)
        if speaker is None:
            return None
        self._claim(min(begin, quotation[0]) if quotation else begin, verb.start, speaker)
        self._claim_quotations(verb.end, end, speaker)
        return speaker

    def _according(self, begin: int, end: int, hit: Saying) -> str | None:
        """ "According to X, ...", "..., according to X"."""
        phrase = subject_behind(self.text, hit.end, end)
        speaker = self._named(phrase.rstrip("."), begin, begin) if phrase else None
        if speaker is None or phrase is None:
            return None
        behind = self.text.find(phrase, hit.end) + len(phrase)
        left = self.text[begin : hit.start].rstrip(" ,—–-")
        joined = left.lower().rsplit(" ", 1)[-1] in {"", "and", "but", "while"}
        if not joined:
            self._claim(begin, hit.start, speaker)
        if joined or self.text.startswith((", and ", ", but ", ", with "), behind):
            self._claim(min(behind + 1 + self.text.startswith(",", behind), end), end, speaker)
        return speaker

    def _adding(self, end: int, hit: Saying) -> bool:
        """ "..., adding that ...", "denied it and said ..." by who spoke in the same sentence."""
        if not self._spoke():
            return False
        self._claim(hit.end, end, self.turns[-1][1])
        return True

    def _spoke(self) -> bool:
        """Whether somebody spoke in this sentence before."""
        return bool(self.turns) and self.turns[-1][0] == self.index

    def _quotation_before(self, begin: int, start: int) -> tuple[int, int] | None:
        """The quotation that ends right before `start`, in the sentence that begins at `begin`."""
        i = bisect_right(self.quotations, start, key=itemgetter(1)) - 1
        if i < 0 or self.quotations[i][1] <= begin or self.text[self.quotations[i][1] : start].strip(" ,.—–-"):
            return None
        return self.quotations[i]

    def _claim_quotations(self, low: int, high: int, speaker: str) -> None:
        """Give the quotations that begin in the rest of the sentence to the speaker, to their ends."""
        i = bisect_right(self.quotations, low, key=itemgetter(0))
        for start, end in self.quotations[i : i + _HITS]:
            if start >= high:
                break
            self._claim(start, end, speaker)

    def _claim(self, start: int, end: int, speaker: str) -> None:
        if start < end:
            self.claims.append(Attribution(start, end, speaker))
            i = bisect_right(self.quotations, start - 1, key=itemgetter(0))
            self.claimed.update(begin for begin, _ in self.quotations[i : i + _HITS] if begin < end)

    def _named(self, phrase: str, begin: int, start: int) -> str | None:
        """The speaker a phrase names, a pronoun by whoever it stands for."""
        match phrase.lower().split()[-1:]:
            case ["he"] | ["she"]:
                before = self.sentences[self.index - 1] if self.index else (0, 0)
                return self._sentence_subject(begin, start) or self._sentence_subject(*before) or self.individual
            case ["they"]:
                return self.group
        speaker = person_or_role(phrase)
        return None if speaker is None else self.names.resolve(speaker)

    def _sentence_subject(self, begin: int, start: int) -> str | None:
        """The person whose name opens this sentence, before "he said"."""
        opening = _INTRODUCED.match(self.text, begin, start)
        if opening is None:
            return None
        name = person_or_role(opening[0])
        full = self.names.resolve(name) if name else None
        return full if full and is_person(full) and " " in full else None

    def _headline(self, begin: int, end: int) -> None:
        """ "Police: 12 dead", "12 dead: police", but no row of a table: "Police: 2024: $398m; 2025: $412m"."""
        sentence = self.text[begin:end]
        left, right = sentence.split(":", 1)[0], sentence.rsplit(":", 1)[1]
        if _CELL.match(sentence, len(left)):
            return
        speaker = person_or_role(left)
        if speaker is not None and sentence[len(left) :].startswith(": "):
            speaker = self.names.resolve(speaker)
            if is_role(speaker) or (is_person(speaker) and speaker != person_or_role(left)):
                self._claim(begin + len(left) + 1, end, speaker)
                self.turns.append((self.index, speaker))
                return
        speaker = person_or_role(right)
        if speaker is not None and is_role(speaker) and len(right.split()) <= _SHORT_ROLE:
            self._claim(begin, end - len(right) - 1, speaker)

    def _bare_quotation(self, start: int, end: int) -> None:
        """A quotation without a verb of speech: "...," he snapped; or one that goes on from the sentence before."""
        other = _OTHER_VERB.match(self.text, end) if self.text[end - 2 : end - 1] in {",", "!", "?", "."} else None
        index = bisect_right(self.sentences, start, key=itemgetter(0)) - 1
        turn = self.turns[bisect_right(self.turns, index, key=itemgetter(0)) - 1] if self.turns else None
        speaker = None
        if other:
            pronoun = other[1].lower() in {"he", "she", "they"}
            speaker = (
                (turn[1] if turn and turn[0] <= index else None) if pronoun else self._named(other[1], start, start)
            )
        elif index >= 0 and (end - start > _SHORT_QUOTATION or end >= self.sentences[index][1]):
            before = self.text[self.sentences[index][0] : start].rstrip()
            if before.endswith(":"):
                speaker = self._sentence_subject(self.sentences[index][0], start)
            elif not before and turn and 0 <= index - turn[0] <= 1:
                speaker = turn[1]
        if speaker is not None:
            self._claim(start, end, speaker)
            self.turns.insert(bisect_right(self.turns, index, key=itemgetter(0)), (index, speaker))
