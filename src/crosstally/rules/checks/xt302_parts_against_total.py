"""The parts of a toll do not add up to it.

**What it says.** A report has 12 people dead, "seven men, four women": that is 11. Or it has 12 dead, "including nine
women and five men": that is 14, and nobody is both.

**Why it matters.** One of the three figures is wrong, and the report itself holds the proof.

**When it is silent.**

- The list is not plainly complete. It is when it stands in the sentence of the total behind a colon, a dash or a
  bracket, has men and women, and goes on to the end of its clause, and nothing is said of others. A comma, "including"
  and "among them" leave it open: then only more parts than the whole are a finding.
- The parts are not told apart by age and sex ("two officers and three students"): one may be the other.
- A part, or the total, has a hedge: "at least 12".
- The sum is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.alignment.kinds import kind_of
from crosstally.rules.rule import Example, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosstally.facts.fact import Fact
    from crosstally.rules.event import Event

SEVERITY = "warning"

EXAMPLES = (
    Example(
        {"Plain Dealer of Ostrow": "The bus crash killed 12 people: seven men and four women."},
        'killed: 12 in all, "seven men" and "four women" make 11 (Plain Dealer of Ostrow)',
    ),
    Example(
        {"Plain Dealer of Ostrow": "The bus crash killed 12 people, including nine women and five men."},
        'killed: 12 in all, "nine women" and "five men" make 14 (Plain Dealer of Ostrow)',
    ),
    Example(
        {"Plain Dealer of Ostrow": "Twelve people died when the bus left the road - seven men and four women."},
        None,
    ),
    Example(
        {"Plain Dealer of Ostrow": "Twelve people were killed: seven men and four women."},
        'killed: 12 in all, "seven men" and "four women" make 11 (Plain Dealer of Ostrow)',
    ),
    Example({"Plain Dealer of Ostrow": "The bus crash killed 12 people, seven men and four women, on Friday."}, None),
    Example({"Plain Dealer of Ostrow": "The bus crash killed 12 people: seven men and five women."}, None),
    Example({"Plain Dealer of Ostrow": "The bus crash killed 12 people, including seven men and four women."}, None),
    Example({"Plain Dealer of Ostrow": "The bus crash killed 12 people: seven men, four women and a driver."}, None),
    Example({"Plain Dealer of Ostrow": "A boat with 60 people - 25 women and 30 children - sank."}, None),
    Example({"Plain Dealer of Ostrow": "Police freed 40 people: 12 women and 18 men; the rest were children."}, None),
    Example({"Plain Dealer of Ostrow": "The bus crash killed at least 12 people: seven men and four women."}, None),
    Example({"Plain Dealer of Ostrow": "The crash killed 12 people: two officers and three students."}, None),
    Example({"Plain Dealer of Ostrow": "The crash killed 12 people: seven men, four women and one unknown."}, None),
)

_LONGEST = 8  # parts of a list


def check(event: Event) -> Iterator[Remark]:
    """Yield a total with a list of parts behind it that makes another number."""
    for i, whole in enumerate(event.facts):
        if _is_exact_total(whole):
            parts, is_open = _list_behind(whole, event.facts[i + 1 : i + _LONGEST])
            made = sum(part.interval.value or 0.0 for part in parts)
            total = whole.interval.value or 0.0
            if len(parts) > 1 and (made > total or (made < total and not is_open)):
                listed = [f'"{part.quote}"' for part in parts]
                told = f"{', '.join(listed[:-1])} and {listed[-1]} make {made:,.10g}"
                yield f"{whole.measure}: {total:,.10g} in all, {told} ({whole.document.source})", (whole, *parts)


def _is_exact_total(fact: Fact) -> bool:
    kind = kind_of(fact.counted)
    is_exact = fact.interval.bound == "exact" and fact.scope == "total" and fact.status == "asserted"
    return is_exact and fact.per is None and kind is not None and kind.name == "person" and fact.trend is None


def _list_behind(whole: Fact, following: Sequence[Fact]) -> tuple[list[Fact], bool]:
    """The parts listed right behind a total, and whether the list is left open; none where others are among them."""
    parts = [fact for fact in following if fact.part_of == whole.fact_id]
    kinds = [kind_of(fact.counted) for fact in parts]
    if whole.parts is None or not all(map(_is_part, parts)) or len(set(kinds)) < len(kinds):
        return [], True
    has_both = {"man", "woman"} <= {kind.name for kind in kinds if kind}
    return parts, whole.parts == "open" or not has_both


def _is_part(fact: Fact) -> bool:
    """Whether it counts people of one age and sex, exactly."""
    kind = kind_of(fact.counted)
    return kind is not None and kind.apart == "age and sex" and fact.interval.bound == "exact" and fact.per is None
