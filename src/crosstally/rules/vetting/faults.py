"""What may be wrong with one extracted figure: its words, its span, its number, its hedge, its unit, its sum."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from crosstally.facts.adapters.unit_words import unit_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosstally.facts.adapters.extraction import Extraction
    from crosstally.facts.adapters.figures_at import Read
    from crosstally.facts.adapters.spans import Placed
    from crosstally.facts.intervals import Bound, Interval

Kind = Literal["quote missing", "span off", "number changed", "hedge changed", "unit changed", "sum wrong"]

_DIRECTIONS: dict[Bound, str] = {
    "at_least": "from below",
    "more_than": "from below",
    "at_most": "from above",
    "less_than": "from above",
    "about": "about",
    "vague": "vague",
}


_EXACT = 1e-12


class Fault(NamedTuple):
    """Something wrong: of which kind, and how."""

    kind: Kind
    message: str


def faults_of(one: Extraction, placed: Placed | None, read: Sequence[Read]) -> Iterator[Fault]:
    """What is wrong with a figure.

    Args:
        one: The figure as it was extracted.
        placed: Where its quote stands; None where the text does not have it.
        read: The figures that are read there.
    """
    if placed is None:
        yield Fault("quote missing", f"the text does not say {one.quote!r:.80}")
    else:
        if placed.why:
            yield Fault("span off", placed.why)
        meant = _meant(one, read)
        if read and _has_number(one) and meant is None and not _is_composed(one, read):
            told = ", ".join(_figure(figure.interval) for figure in read)
            yield Fault("number changed", f"it says {claimed(one)}, and the text {told}")
        if meant is not None:
            yield from _hedge(one, meant)
            yield from _unit(one, meant)
    if one.parts and one.value is not None and not math.isclose(sum(one.parts), one.value, rel_tol=_EXACT):
        parts = " + ".join(f"{part:,.10g}" for part in one.parts)
        yield Fault("sum wrong", f"{parts} is {sum(one.parts):,.10g}, and not {one.value:,.10g}")


def _has_number(one: Extraction) -> bool:
    return one.value is not None or one.low is not None or one.high is not None


def _meant(one: Extraction, read: Sequence[Read]) -> Read | None:
    """The figure that an extraction means: the one that has its number; the only one where it gives none."""
    if not _has_number(one):
        return read[0] if len(read) == 1 else None
    return next((figure for figure in read if _is_same(one, figure.interval)), None)


def _is_same(one: Extraction, figure: Interval) -> bool:
    """Whether the number is the one of a figure, as it is or in the scale that the unit names: 1.2, "million USD"."""
    if one.value is None:
        ends = (one.low, figure.low), (one.high, figure.high)
        return all(
            said is None or (there is not None and math.isclose(said, there, rel_tol=_EXACT)) for said, there in ends
        )
    scale = unit_words(one.unit).scale
    wanted = [figure.value] if figure.value is not None else [figure.low, figure.high]
    return any(
        end is not None
        and (math.isclose(one.value, end, rel_tol=_EXACT) or math.isclose(one.value * scale, end, rel_tol=_EXACT))
        for end in wanted
    )


def _is_composed(one: Extraction, read: Sequence[Read]) -> bool:
    """Whether the number is that of all figures of the quote together: 68 inches of "5 feet 8 inches"."""
    unit = unit_words(one.unit).unit
    if one.value is None or unit is None or unit.factor is None or len(read) == 1:
        return False
    sizes = [
        figure.interval.value * figure.unit.factor
        for figure in read
        if figure.interval.value is not None
        and figure.unit
        and figure.unit.factor
        and figure.unit.dimension == unit.dimension
    ]
    return len(sizes) == len(read) and math.isclose(sum(sizes), one.value * unit.factor, rel_tol=_EXACT)


def _hedge(one: Extraction, read: Read) -> Iterator[Fault]:
    """A hedge of the text that is gone or has turned, or one that the text does not have."""
    if not one.tells_hedges or read.interval.bound == "range" or one.bound == "range":
        return
    there, said = _DIRECTIONS.get(read.interval.bound), _DIRECTIONS.get(one.bound) if one.bound else None
    is_kept = there == said or (said is None and not read.is_hedged_itself and there != "vague")
    if is_kept or (said and one.hedge and one.hedge.lower() in read.around.lower()):
        return
    if one.low is not None and one.high is not None and one.low != one.high and there in {"about", "vague"}:
        return
    words = (read.interval.bound.replace("_", " "), (one.bound or "exact").replace("_", " "))
    yield Fault("hedge changed", f"the text says {words[0]}, and it says {words[1]}")


def _unit(one: Extraction, read: Read) -> Iterator[Fault]:
    """A unit of the text that is gone or is another; of things counted, another thing."""
    said = unit_words(one.unit)
    if said.words and (said.words.lower() == read.measure or _is_written(said.words, read.around)):
        return
    if read.unit is not None:
        is_other = said.unit is None or said.unit.name != read.unit.name
        if is_other and (said.words or (one.tells_hedges and read.is_measured_itself)):
            yield Fault("unit changed", f"the text says {read.unit.name}, and it says {said.words or 'no unit'}")
    elif said.unit is not None and said.noun != read.noun and not (read.meant and read.meant.name == said.unit.name):
        yield Fault("unit changed", f"the text says {read.noun or 'no unit'}, and it says {said.words}")


def _is_written(words: str, text: str) -> bool:
    """Whether words stand in a text, and are not the inside of others there; a digit may touch them: "15C"."""
    return re.search(rf"(?<![^\W\d]){re.escape(words)}(?![^\W\d])", text, re.IGNORECASE) is not None


def claimed(one: Extraction) -> str:
    """The number of an extraction, or the ends of its range."""
    if one.value is not None:
        return f"{one.value:,.10g}"
    return " to ".join("nothing" if end is None else f"{end:,.10g}" for end in (one.low, one.high))


def _figure(figure: Interval) -> str:
    if figure.value is not None:
        return f"{figure.value:,.10g}"
    return " to ".join("any" if end is None else f"{end:,.10g}" for end in (figure.low, figure.high))
