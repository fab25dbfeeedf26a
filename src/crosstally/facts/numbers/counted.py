"""What a number counts: "12 | people |", "dozens of | homes |", "two | of them |", "three | of his friends |"."""

from __future__ import annotations

from functools import cache

from crosstally.facts.lexicon import load
from crosstally.facts.numbers.amounts import hyphen_at, unit_behind
from crosstally.facts.numbers.children import counted_of_parent
from crosstally.facts.numbers.counting import measured_noun, trap_words
from crosstally.facts.numbers.figure import Figure, is_untied
from crosstally.facts.numbers.foretold import without_teller
from crosstally.facts.numbers.money import paid_in
from crosstally.facts.numbers.shares import is_fraction
from crosstally.facts.numbers.spelled import cardinals
from crosstally.facts.numbers.units import Unit, surfaces
from crosstally.facts.words.links import link_words
from crosstally.facts.words.noun_phrases import NounPhrase, noun_phrase, with_everybody
from crosstally.facts.words.nouns import OWNERS, is_plural, singular, word_class
from crosstally.facts.words.superlatives import is_superlative
from crosstally.facts.words.tokens import Tokens

_TIMES = frozenset({"twice", "thrice"})
_HEDGE = 3  # tokens of a hedge before the whole of a part: "of | more than | 40"


def read_noun(tokens: Tokens, figure: Figure) -> None:
    """Reads what a number counts: "12 people", "four-door", "dozens of homes", "two of them", times by "twice"."""
    if tokens.lower[figure.number] in _TIMES:
        figure.noun = NounPhrase(figure.number, figure.number + 1, figure.number)
        return
    of = figure.stop + hyphen_at(tokens, figure.stop)
    if of > figure.stop and tokens.at(of) == "of":
        figure.partitive = tokens.at(of + 1) == "-"  # "was 9|-of-14 from the field"
        return
    i = of + (tokens.at(of) == "of" and (figure.interval.bound == "vague" or is_fraction(figure)))
    unit, stop = unit_behind(tokens, i) if i > of else (None, i)  # "dozens of | miles", "millions of | pounds"
    if unit is not None:
        figure.unit, figure.stop = paid_in(tokens, figure.number, unit, stop, figure.interval.low or 0.0), stop
        figure.after = figure.stop
        return
    i = _past_number(tokens, i)
    noun = without_teller(tokens, figure.number, noun_phrase(tokens, i, plural=figure.interval.value != 1))
    figure.noun = measured_noun(tokens, figure.number, noun)
    if figure.noun is not None and (spell := _spell(tokens, figure.noun)) is not None:
        figure.unit, figure.stop, figure.noun = spell, figure.noun.stop, None
        figure.after = figure.stop
    elif figure.noun is not None and (
        _is_sustained(tokens, figure.noun) or _counts_nothing(tokens, figure, figure.noun)
    ):
        figure.noun = None
    elif figure.noun is not None:
        figure.noun = with_everybody(tokens, figure.noun)
        figure.stop = figure.noun.stop
        figure.hyphen = figure.hyphen or is_untied(tokens, figure)
    elif tokens.at(of) == "of":
        _read_partitive(tokens, figure, of)


def _past_number(tokens: Tokens, i: int) -> int:
    """Past what a number of its own says of what one counts: "200 | 155mm | shells", "three | .303 | rifles".

    So does one that a hyphen ties to them: "six | 3|-pointers".
    """
    if not tokens.is_number(i):
        return i
    if tokens.at(i + 1) == "-" and tokens.touches(i + 1) and tokens.touches(i + 2) and is_plural(tokens.at(i + 2)):
        return i + 2
    arms = i + 1 + (tokens.at(i + 1) == "mm")
    is_bore = arms > i + 1 or tokens.words[i].startswith(".")
    return arms if is_bore and tokens.at(arms) in trap_words("calibre") else i


def _spell(tokens: Tokens, noun: NounPhrase) -> Unit | None:
    """The unit of a time that is described before it is named: "29 | remarkable minutes", "three | long years".

    Superlatives tell some of many: "10 | hottest years" are counted.
    """
    unit = surfaces().get(tokens.at(noun.head))
    describing = tokens.lower[noun.first : noun.head]
    is_described = all(word_class(word) == "j" and not is_superlative(word) for word in describing)
    is_time = unit is not None and unit.dimension == "time" and noun.first < noun.head
    return unit if is_time and is_described else None


def _is_sustained(tokens: Tokens, noun: NounPhrase) -> bool:
    """Whether a noun is what those counted had to bear: "all three | suffered minor injuries"."""
    is_injury = singular(tokens.lower[noun.head]) in load("victims")["injuries"]
    return is_injury and tokens.lower[noun.first] in load("victims")["sustaining"]


def _counts_nothing(tokens: Tokens, figure: Figure, noun: NounPhrase) -> bool:
    """Whether what stands behind a number is no noun that it counts, but a verb: "nine | sought treatment".

    Behind one of children it is their parent.
    Behind one that is not whole it is a verb of any form ("6.8 | hits Orvane", "4.6 | rattled two towns") or a name
    ("5.1 | southern Orvania").
    """
    value, written = figure.interval.value, tokens.words
    if not is_plural(tokens.lower[noun.head]):
        if counted_of_parent(tokens, figure.first) is not None:
            return True  # "mother-of- | 13 | Ana Vell"
        if word_class(tokens.lower[noun.first]) == "d" and value != 1:
            return True
    if value is None or value == int(value) or tokens.headline:
        return False
    if noun.first == noun.head and "".join(written[noun.stop : noun.stop + 1]).istitle():
        return tokens.lower[noun.head] != "times"
    if word_class(tokens.lower[noun.first]) in {"d", "n"}:
        return True
    is_named = any(written[k].istitle() for k in range(noun.first, noun.stop))
    return is_named and not is_plural(tokens.lower[noun.head])


def _read_partitive(tokens: Tokens, figure: Figure, i: int) -> None:
    """Reads "two | of them", "three | of his closest friends": a part of a known whole."""
    if tokens.at(i + 1) in {"them", "whom", "which", "those", "these", "us"}:
        figure.stop = i + 2
        is_ours = tokens.at(i + 1) == "us" and figure.interval.value != 1
        figure.partitive = not is_ours  # "300 of us came": we were 300, and no part of more
        noun = noun_phrase(tokens, i + 2, plural=True)
        if noun is not None and is_plural(tokens.lower[noun.head]):  # "seven of them | children"
            figure.noun, figure.stop = noun, noun.stop
        elif is_ours:
            figure.left_out = "person"
    elif _numbers_whole(tokens, i + 1):
        figure.partitive = True
    elif (first := _past_owner(tokens, i + 1)) is not None:
        figure.noun = noun_phrase(tokens, first, plural=True)
        if figure.noun is not None and is_plural(tokens.lower[figure.noun.head]):
            figure.stop = figure.noun.stop
            figure.partitive = tokens.at(i + 1) == "the"
        else:
            figure.noun = None
            whole = word_class(tokens.at(i + 2)) in {"n", "j"} or is_fraction(figure)  # "of the wounded", "of the town"
            figure.partitive = tokens.at(i + 1) == "the" and whole


def _numbers_whole(tokens: Tokens, i: int) -> bool:
    """Whether the whole of a part at token `i` is counted: "two of | its ten batteries", "of | about 14 clinics"."""
    hedged = next((k for k in range(i, i + _HEDGE) if tokens.at(k) not in _hedging()), i)
    begins = {i, hedged, i + (tokens.at(i) in OWNERS), _past_genitive(tokens, i) or i}
    return any(k < len(tokens) and (tokens.kinds[k] == "number" or tokens.lower[k] in cardinals()) for k in begins)


@cache
def _hedging() -> frozenset[str]:
    return link_words("hedge_starts") | {"than", "least", "most", "to", "estimated"}


def _past_owner(tokens: Tokens, i: int) -> int | None:
    """Where the noun begins behind an owner: "his | friends", "the company's | lorries"; None where no owner stands."""
    if tokens.at(i) in OWNERS | {"my"}:
        return i + 1
    return _past_genitive(tokens, i)


def _past_genitive(tokens: Tokens, i: int) -> int | None:
    return next((k + 1 for k in range(i + 1, i + 4) if tokens.at(k) == "'s"), None)
