"""The pipeline: a document in, its facts out, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from crosstally.facts.context.speaker import find_attributions
from crosstally.facts.document import Document
from crosstally.facts.fact import Fact, Scope, Section
from crosstally.facts.filling import Read, Report, facts_of
from crosstally.facts.normal.reading import in_normal_form
from crosstally.facts.numbers.ages import ends_age, read_ages
from crosstally.facts.numbers.decades import read_decades
from crosstally.facts.numbers.figure import Figure, counted_noun
from crosstally.facts.numbers.figures import read_figures
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.numbers.ranks import read_ranks
from crosstally.facts.numbers.scan import sentences_with_figures
from crosstally.facts.numbers.scored import read_scored
from crosstally.facts.numbers.shares import read_points
from crosstally.facts.numbers.singles import read_suicides
from crosstally.facts.numbers.sizes import read_sizes
from crosstally.facts.numbers.spelled import denominators, ordinals
from crosstally.facts.numbers.zero import is_of_all, read_zeros, tells_of_another
from crosstally.facts.roles.captions import captions_in, heads_columns, is_inside, is_sum, row_label
from crosstally.facts.roles.claims import is_claim
from crosstally.facts.roles.ellipsis import is_of_these, takes_up_earlier
from crosstally.facts.roles.fitting import default_measure
from crosstally.facts.roles.frames import framed
from crosstally.facts.roles.measures import assign_measures
from crosstally.facts.roles.scope import scopes_of
from crosstally.facts.roles.wholes import barred_of_each
from crosstally.facts.slots.about import Events
from crosstally.facts.slots.as_of import Counting
from crosstally.facts.slots.dollars import in_own_dollars
from crosstally.facts.slots.reference import with_reference
from crosstally.facts.victims.discourse import Discourse, counts_others
from crosstally.facts.victims.listed import in_one
from crosstally.facts.victims.reactions import EARLIER, is_reacted_to
from crosstally.facts.victims.victims import Reading, Victim, read_victims, with_victims
from crosstally.facts.words.entries import entries_of
from crosstally.facts.words.furniture import is_furniture, is_within, link_lists
from crosstally.facts.words.hits import find_triggers, without_alternatives
from crosstally.facts.words.language import ENGLISH, language_of
from crosstally.facts.words.makes import makes_in
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.sentences import sentence_spans
from crosstally.facts.words.table_rows import is_table_row
from crosstally.facts.words.tokenize import tokenize
from crosstally.facts.words.tokens import Tokens

_TOTAL: Scope = "total"
_PART: Scope = "part"
_OPENING = 2  # sentences in which a report says what it tells of
_MARCH = r"march \d|(?:(?<=\d )|(?<=\bin )|(?<=since )|(?<=last ))march\b"  # "on 3 March" tells of no march
_WORD = re.compile(rf"\b(?!{_MARCH})[a-z]+(?:-[a-z]+)*")


def extract_facts(document: Document) -> list[Fact]:
    """Every figure of a document, title first, then the body; numbers that are no quantities are left out.

    A document in another language than English has none: its words are not read with English grammar.
    """
    if language_of(document.text) != ENGLISH:
        return []
    return in_normal_form(document, _extract)


def _extract(document: Document) -> list[Fact]:
    """The same of a document whose texts are in normal form."""
    facts: list[Fact] = []
    events = Events(document.published)
    if document.title:
        facts.extend(_section_facts(document, "title", document.title, events))
    facts.extend(_section_facts(document, "body", document.text, events))
    return in_own_dollars(list(with_reference(facts)))


def _section_facts(document: Document, section: Section, text: str, events: Events) -> Iterator[Fact]:
    spans = sentence_spans(text)
    field: frozenset[str] | None = None
    events.open_text(text, spans)
    report: Report | None = None
    told = Discourse(text)
    links = link_lists(text)
    makes = makes_in(document.text)
    for k in sentences_with_figures(text, spans):
        start, end = spans[k]
        if is_within(start, links) or is_furniture(text[start:end]) or is_table_row(text[start:end]):
            continue
        tokens = tokenize(text[start:end])
        tokens.makes = makes
        field = _opening(document, text, spans) if field is None else field
        found = _read(tokens, told, field, opens=k == 0)
        if not found:
            continue
        if report is None:
            said = find_attributions(text, spans)
            report = Report(document, section, text, said, events, entries_of(text), Counting(text))
        yield from facts_of(report, k, start, tokens, found)


def _opening(document: Document, text: str, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The words of a report's title and first sentences, in small letters, which say what it tells of."""
    first = text[: spans[:_OPENING][-1][1]] if spans else ""
    return frozenset(_WORD.findall(f"{document.title or ''} {first}".lower()))


def _read(tokens: Tokens, told: Discourse, field: Collection[str], *, opens: bool) -> list[Read]:
    """What a sentence counts and measures, persons without a numeral among it; bare words that count nothing dropped.

    Args:
        tokens: The sentence.
        told: The victims told of before.
        field: The words that its report opens with.
        opens: Whether it is the first of its text.
    """
    figures = read_figures(tokens)
    read_ages(tokens, figures)
    read_points(tokens, figures)
    read_scored(tokens, figures)
    read_sizes(tokens, figures)
    triggers = find_triggers(tokens)
    if not figures and heads_columns(tokens, triggers):
        return []
    captions = captions_in(tokens, triggers)
    told_of = without_alternatives(tokens, [hit for hit in triggers if not is_inside(hit, captions)])
    reading = read_victims(tokens, figures, told_of)
    zeros = [
        Read(figure, measure, _TOTAL if opens or not tells_of_another(tokens, figure) else _PART)
        for figure, measure in read_zeros(tokens, triggers)
        if not (measure.name == "injured" and told.has_told("injured") and is_of_all(tokens, figure))
    ]
    frames = framed(tokens, figures, field)
    measures = assign_measures(tokens, figures, told_of, frames, captions)
    _take_up(tokens, figures, measures, told)
    told_all = with_victims(figures, measures, reading, barred_of_each(tokens, figures, frames))
    victims = [victim for victim in told_all if not any(_denies(zero, victim) for zero in zeros)]
    alone = [Read(figure, measure, _TOTAL) for figure, measure in read_suicides(tokens)]
    alone += [Read(figure, None, _TOTAL) for figure in read_decades(tokens)]
    alone += [Read(figure, default_measure(figure), _TOTAL) for figure in read_ranks(tokens)]
    once: dict[tuple[int, int, str | None], Read] = {}
    for one in (*_placed(tokens, victims, told), *zeros, *alone):
        once.setdefault((one.figure.first, one.figure.stop, one.measure.name if one.measure else None), one)
    told.next_sentence()
    read = [_of_its_event(tokens, reading, one, field) for one in once.values()]
    if (row := row_label(tokens, captions)) is not None:
        read = [one._replace(row=row, scope=_TOTAL if is_sum(row) else _PART) for one in read]
    read = _in_lists(tokens, read)
    for one in read:
        one.figure.first = _quoted_from(tokens, one.figure)
    return sorted(read, key=lambda one: (one.figure.first, one.figure.stop))


def _take_up(tokens: Tokens, figures: Sequence[Figure], measures: list[Measure | None], told: Discourse) -> None:
    """Gives a bare figure what was counted last, where it counts that anew or some of it; notes what is counted."""
    for k, figure in enumerate(figures):
        if measures[k] is not None:
            continue
        if is_of_these(tokens, figure):
            figure.left_out, measures[k] = told.whole_of(figure) or (figure.left_out, None)
        elif k == 0 and told.counted and takes_up_earlier(tokens, figure):
            figure.left_out, measures[k] = told.counted
    counts: list[tuple[str | None, Measure | None, float]] = []
    for figure, measure in zip(figures, measures, strict=True):
        noun = counted_noun(tokens, figure)
        if figure.unit is None and (noun is not None or measure is not None):
            told.counted = noun, measure
        if figure.unit is None:
            counts.append((noun, measure, figure.interval.most))
    told.counts = counts or told.counts


def _denies(zero: Read, victim: Victim) -> bool:
    """Whether a claim of zero is of those told of: "no children or | staff | were hurt", "not | one guard | fell"."""
    is_inside = zero.figure.first <= victim.figure.first and victim.figure.stop <= zero.figure.stop
    is_told = victim.figure.counted_by == "numeral" and victim.figure.interval.value != 1
    return is_inside and zero.measure is victim.measure and not is_told


def _of_its_event(tokens: Tokens, reading: Reading, one: Read, field: Collection[str]) -> Read:
    """What was read, with the event that it is of where that is not the report's own."""
    may_be = one.measure is not None and one.measure.alone
    is_earlier = may_be and is_reacted_to(tokens, reading.chunks, one.figure.first, field)
    return one._replace(about=EARLIER) if is_earlier else one


def _placed(tokens: Tokens, victims: Sequence[Victim], told: Discourse) -> Iterator[Read]:
    """The claims among the figures and victims of a sentence, each with its scope and what it comes on top of."""
    if not victims:
        return
    for victim in victims:
        told.named_alone(tokens, victim.figure)
    measures = [victim.measure for victim in victims]
    scopes = scopes_of(tokens, [victim.figure for victim in victims], measures)
    for (figure, measure, is_part, is_added), own in zip(victims, scopes, strict=True):
        if figure.counted_by == "numeral" and not is_claim(tokens, figure, measure):
            continue
        if figure.age:
            yield Read(figure, measure, _TOTAL)  # "among them a six-month-old baby"
        elif is_part or measure is None or measure.counts != "people":
            if is_part and measure is not None:
                told.tell_part(figure, measure)
            yield Read(figure, measure, _PART if is_part else own)
        elif not told.is_known(tokens, figure, measure):
            yield Read(figure, measure, *told.place(tokens, figure, measure, own, is_added=is_added))


def _in_lists(tokens: Tokens, read: Sequence[Read]) -> list[Read]:
    """What was read, persons without a numeral to whom the same befell counted in one where a list tells of them."""
    found: list[Read] = []
    latest: dict[tuple[object, ...], int] = {}  # by what those of one list share, where the latest of them stands
    for one in sorted(read, key=lambda one: one.figure.first):
        shared = (one.measure, one.about, one.row)
        before = latest.get(shared)
        whole = None if before is None else _list_of(tokens, found[before], one)
        if before is not None and whole is not None:
            found[before] = whole
        else:
            latest[shared] = len(found)
            found.append(one)
    return found


def _list_of(tokens: Tokens, before: Read, one: Read) -> Read | None:
    """Those before and one more of them, read as one list: "Vell and | another man"; None where they are none."""
    if before.scope != one.scope and not counts_others(tokens, one.figure):
        return None
    whole = in_one(tokens, before.figure, one.figure)
    return None if whole is None else before._replace(figure=whole)


def _quoted_from(tokens: Tokens, figure: Figure) -> int:
    """The token that a quote begins with: of a person whom no numeral counts, the one behind an age or a rank.

    "The 35-year-old | deputy", "A second | man": the numeral is quoted by the fact that it is, if it is one. A list
    begins as the first of it does.
    """
    if figure.members:
        return _quoted_from(tokens, figure.members[0])
    if figure.counted_by in {"numeral", "zero"}:
        return figure.first
    inside = range(figure.first, figure.stop - 1)
    numerals = [k for k in inside if tokens.kinds[k] in {"number", "name"} or tokens.lower[k] in number_words()]
    ranks = [k for k in inside if tokens.lower[k] in ordinals()]
    ages = [k for k in inside if ends_age(tokens, k) and numerals]
    first = max([figure.first, *(k + 1 for k in (*numerals, *ranks, *ages))])
    if tokens.at(first) == "-" and first + 2 < figure.stop and tokens.at(first - 1) not in denominators():
        first += 2  # "a five-time | champion"
    return first if tokens.kinds[first] == "word" else figure.first  # "killed | a 19-year-old"
