"""Status: whether a figure is asserted, denied, only possible, planned or expected."""

from __future__ import annotations

from typing import cast

from crosstally.facts.context.speech import verbs_of_speech
from crosstally.facts.cues.engine import Cues, Hit
from crosstally.facts.cues.looked_back import befallen_behind
from crosstally.facts.fact import Status
from crosstally.facts.lexicon import load
from crosstally.facts.numbers.numerals import number_words
from crosstally.facts.words.links import link_words
from crosstally.facts.words.measure import Measure
from crosstally.facts.words.nouns import word_class
from crosstally.facts.words.tokens import Tokens
from crosstally.facts.words.triggers import triggers_by_word

_OPENINGS = frozenset({"that", "which", "who", "whom", "as", "than"})
_ASIDE = 6  # tokens from such a word to the plan
_NOBODY = 4  # tokens of "not a single one"
_CORRECTED = 20  # tokens between a figure and the "but" behind which another is told
_CLOSING = 8  # tokens of a clause that says whose forecast it is, and of those up to it
_APART = frozenset({"and", "or", ",", "after", "before", "when"})
_DECIDED = 5  # tokens from "approved" to what was: "approved | the city's new"
_PREDICATE = 4  # tokens behind a figure that tell of it
_PAST = frozenset({"was", "were", "had"})
_AHEAD = frozenset({"planned", "expected"})
_NEITHER = frozenset({"neither", "nor", "not"})
_GRANTED = link_words("personal") | {"the", "these", "those"}


def status_of(tokens: Tokens, cues: Cues, first: int, stop: int, measure: Measure | None) -> Status:
    """The status of the figure at tokens [first, stop): by the nearest cue before it, else by one behind it.

    What is only counted and definite is taken for granted, whatever may become of it: "may close the | 40 shops".

    Args:
        tokens: The sentence.
        cues: Its cues.
        first: The figure's first token.
        stop: One past its last.
        measure: What it measures.
    """
    befalls = measure is not None and not measure.stands
    if _is_of_none(tokens, first) or _is_corrected(tokens, first, stop):
        return "denied"
    if not befalls and _is_granted(tokens, first):
        return "asserted"
    hits = list(cues.all_of("status", first, stop))
    if measure is not None and measure.name == "votes":
        hits = [hit for hit in hits if not _is_voted_on(tokens, hit, first)]
    if hits and measure is not None:
        hits = _without_later(tokens, hits, first, stop, measure)
    for k, hit in enumerate(hits):
        is_ahead = hit.cue.value in _AHEAD and hit.stop <= first
        if not (is_ahead and (_is_aside(tokens, hit.stop - 1) or _is_of_occasion(tokens, hit.first, first, stop))):
            if hit.stop <= first and _is_denied(tokens, hit, hits[k + 1 :]):
                return "denied"
            is_foreseen = tokens.lower[hit.first] == "will" and (
                any(one.cue.value == "expected" for one in hits[k + 1 :]) or _is_forecast(tokens, stop)
            )
            return "expected" if is_foreseen else cast("Status", hit.cue.value)  # "predicts that it | will | reach 3"
    return "asserted"


def _without_later(tokens: Tokens, hits: list[Hit], first: int, stop: int, measure: Measure) -> list[Hit]:
    """The cues of a figure, but for those on what is to come where it is told what has become of those it counts.

    So "the | 12 people | killed will be buried", "will meet the families of the | 12 people | killed", where that is
    what it measures: not "the | 12 people | trapped may be dead".
    """
    befallen, are_known = befallen_behind(tokens, first, stop)
    if not befallen or all(trigger.measure is not measure for trigger in triggers_by_word()[befallen].get("", ())):
        return hits
    ends = (hit for hit in hits if "deed" in hit.cue.stops and (are_known or hit.first >= stop))
    later = set(map(id, ends))
    return [hit for hit in hits if id(hit) not in later]


def _is_voted_on(tokens: Tokens, hit: Hit, first: int) -> bool:
    """Whether a cue is the noun for what votes decided: "approved the | plan | by 149 votes"."""
    is_noun = hit.stop == hit.first + 1 and tokens.lower[hit.first] in {"plan", "proposal"}
    decided = load("traps")["ballot"]["deciding"]
    near = tokens.lower[max(0, hit.first - _DECIDED) : hit.first]
    is_apart = (
        hit.stop < first and tokens.lower[hit.stop] != "by" and not tokens.is_number(hit.stop)
    )  # "approved the plan | for 300 votes"
    return is_noun and not is_apart and not set(decided).isdisjoint(near)


def _is_granted(tokens: Tokens, first: int) -> bool:
    """Whether a figure is definite: "may close the | 40 shops", "may cut jobs at its | 40 shops"."""
    owner = tokens.at(first - 1)
    if tokens.lower[max(0, first - 3) : first - 1] == ["short", "of"]:
        return False  # "short of its | $10 million goal"
    if owner in link_words("possessives") and tokens.at(first - 2) in link_words("standing"):
        return True
    return owner in _GRANTED and tokens.at(first - 2) not in _NEITHER


def _is_denied(tokens: Tokens, hit: Hit, others: list[Hit]) -> bool:
    """Whether what may come about, by a cue, is denied right before it: "denied reports that it | would | cut 12"."""
    return any(
        one.cue.value == "denied" and one.stop <= hit.first and _APART.isdisjoint(tokens.lower[one.stop : hit.first])
        for one in others
    )


def _is_forecast(tokens: Tokens, stop: int) -> bool:
    """Whether a forecast is named at the end: "prices will fall by | 3 percent | this year, the bank forecast"."""
    lower = tokens.lower
    comma = next((i for i in range(stop, min(len(lower), stop + _CLOSING)) if lower[i] == ","), len(lower))
    end = next((i for i in range(comma + 1, len(lower)) if lower[i] in {",", ".", ";"}), len(lower))
    told = lower[comma:end]
    return len(told) <= _CLOSING and _OPENINGS.isdisjoint(told) and not link_words("forecasting").isdisjoint(told)


def _is_of_none(tokens: Tokens, first: int) -> bool:
    """Whether a figure is a whole of which nobody is meant: "none of the | four", "no passenger among the | 41"."""
    i = first - 1 - (tokens.at(first - 1) in {"the", "these", "those", "its", "their"})
    if tokens.at(i) not in {"of", "among", "from"}:
        return False
    nobody = tokens.lower[max(0, i - _NOBODY) : i]
    is_one = nobody[-1:] == ["one"] and "not" in nobody  # "not one of", "not a single one of"
    return nobody[-1:] in (["none"], ["neither"], ["nobody"]) or nobody[-2:-1] == ["no"] or is_one


def _is_corrected(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether another figure is told in its place: "not | 12 people | , as was said, but nine"."""
    if tokens.at(first - 1) != "not":
        return False
    rest = tokens.lower[stop : stop + _CORRECTED]
    at = rest.index("but") + 1 if "but" in rest else len(rest)
    return any(word[0].isdigit() or word in number_words() for word in rest[at : at + 2])


def _is_aside(tokens: Tokens, i: int) -> bool:
    """Whether a plan ends the clause it stands in: "a fire that nobody | expected | killed 12", "as expected, 12"."""
    behind = tokens.at(i + 1)
    if behind not in {",", "and"} and word_class(behind) != "d" and not behind.endswith("ed"):
        return False
    opening = next((k for k in range(i - 1, max(-1, i - 1 - _ASIDE), -1) if tokens.lower[k] in _OPENINGS), None)
    return opening is not None and tokens.at(opening - 1) not in verbs_of_speech()


def _is_of_occasion(tokens: Tokens, i: int, first: int, stop: int) -> bool:
    """Whether a plan is of an occasion, at which something was: "Before the | planned | visit, | 12 men | fled"."""
    between = tokens.lower[i:first]
    if tokens.at(i - 1) not in link_words("describing") or "," not in between:
        return False
    told = between[between.index(",") :] + tokens.lower[stop : stop + _PREDICATE]
    return any(word in _PAST or word_class(word) in {"d", "n"} for word in told)
