"""Two sources give figures for one thing that exclude each other.

**What it says.** One report has 90 people injured, another over 100. Both speak of the same people, in the same
place, at the same time, and no number is 90 and over 100 at once. The finding holds every claim on the figure,
those that agree with one side too, so that it can be seen who stands where.

**Why it matters.** One of the two is wrong, or they do not speak of the same thing. Either should be known before a
figure is printed, mapped or entered into a data set.

**When it is silent.**

- The claims can both be true: "at least 12" and "15", "over 100" and "100", "dozens" and "15". A vague word is
  compared by its loosest published reading: "several" from 2, "dozens" from 12, "hundreds" from 100, "thousands"
  from 1,000.
- One is the other rounded to the precision it is written with, or converted: "612" and "about 600", "34 miles" and
  "55 km".
- The later report of a toll is the higher one: that is an update (XT202), unless both are as of one day, or the toll
  is of an event long before the reports.
- The figures are of a toll and one has no date: either may be the later count (XT109).
- The one is of a place, the other of several: "in India" and "in India, Nepal and Bangladesh".
- The lower figure is of a part, a district, a subgroup, another time; or a report gives both figures, by no slip.
- The two claims are made by one source (XT201).
- Years lie between the reports that tell two ages of a person; one without a date may be of either year.
- The one is of one person, the other of another, or the one is of some of several told side by side.
- One is of a time that rolls on, the other is not: "five in the past 24 hours" and "120 since Monday" (XT107).
- Both are right, by two definitions: the one counts the attackers in (XT105), or the missing (XT106).
- One is told as no longer true: "police initially said that 14 were killed" (XT202).

Why two figures may differ is told by further rules, of severity info, which accuse nobody: a zero has slipped (XT102),
a unit was swapped (XT103), the number is that of something else (XT104), one speaker was heard twice (XT108), or the
figure was out of date (XT203).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosstally.rules.comparison.comparison import may_replace
from crosstally.rules.comparison.disputes import disputing
from crosstally.rules.rule import Example, Remark
from crosstally.rules.tolls.definitions import contested
from crosstally.rules.wording import claims, heading, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosstally.rules.event import Event

SEVERITY = "error"

EXAMPLES = (
    Example(
        {
            "Harbour Mail, 2024-05-02": "The blast at the depot killed 12 people and injured over 100, police said.",
            "Evening Ledger, 2024-05-02": "Twelve people died and 90 were injured when the fuel depot blew up.",
            "Coast Radio, 2024-05-02": "At least 12 people were killed and 90 injured in the explosion at the depot.",
        },
        "injured: 90 (Coast Radio, Evening Ledger) against over 100 (Harbour Mail)",
    ),
    Example(
        {
            "Harbour Mail": "Dozens of people were injured when a tram left the rails on Bridge Street.",
            "Evening Ledger": "The tram accident on Bridge Street injured 15 people.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "About 600 people were evacuated from the valley.",
            "Evening Ledger": "Rescuers evacuated 612 people from the valley.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The mudslide killed 8 people.",
            "Evening Ledger, 2024-05-03": "The mudslide killed 11 people, officials said.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The mudslide killed 8 people.",
            "Evening Ledger, 2024-05-03": "The mudslide killed 14 people, officials said.",
            "Coast Radio, 2024-05-04": "The mudslide killed 11 people.",
        },
        "killed: 14 (Evening Ledger) against 11 (Coast Radio)",
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The mudslide had killed 8 people as of 1 May.",
            "Evening Ledger, 2024-05-03": "The mudslide had killed 11 people as of 1 May.",
        },
        "killed: 8 (Harbour Mail) against 11 (Evening Ledger)",
    ),
    Example(
        {
            "Harbour Mail": "Floods have killed 12 people in India, officials said.",
            "Evening Ledger": "Floods have killed 40 people in India, Nepal and Bangladesh, officials said.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "Twelve people were killed in the market, including the gunman.",
            "Evening Ledger": "The shooting in the market killed 11 people.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The flood killed 58 people.",
            "Evening Ledger": "The flood killed 41 people and left 17 missing.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "Bo Rusk, 41, was rescued on Tuesday after the depot caught fire.",
            "Evening Ledger, 2024-05-03": "Bo Rusk, 44, was named on Thursday as the man rescued from the depot.",
        },
        "age (Bo Rusk): 41 (Harbour Mail) against 44 (Evening Ledger)",
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "Bo Rusk, 41, was rescued on Tuesday after the depot caught fire.",
            "Evening Ledger, 2024-05-09": "Bo Rusk, who turned 42 on Sunday, was the man rescued from the depot.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "Bo Rusk, 41, was rescued on Tuesday after the depot caught fire.",
            "Evening Ledger": "Bo Rusk, 41, was named on Thursday as the man rescued from the depot.",
            "Coast Radio, 2026-05-02": "Bo Rusk, 43, who was rescued when the depot caught fire, has sued its owner.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The depot burned down. Its owner has offered $31 million for a new one.",
            "Evening Ledger, 2024-05-19": "The owner of the depot has raised the offer to $35 million.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "12 dead in mudslide. At least 12 people were killed by the mudslide.",
            "Evening Ledger, 2024-05-02": "The mudslide killed 15 people.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The mudslide killed 12 people.",
            "Evening Ledger, 2024-05-02": "The death toll of the mudslide has risen to 15.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "Ana Vell, 41, a mother of three, drowned when the ferry sank on Tuesday.",
            "Evening Ledger, 2024-05-03": "Vell, a mother of two, was on her way home when the ferry sank.",
        },
        "children (Ana Vell): 3 (Harbour Mail) against 2 (Evening Ledger)",
    ),
    Example(
        {
            "Harbour Mail": "A gunman killed three people at the depot. The gunman, who was not named, was 47.",
            "Evening Ledger": "Three people died at the depot. The gunman, 49, was found dead.",
        },
        "age (gunman): 49 (Evening Ledger) against 47 (Harbour Mail)",
    ),
    Example(
        {
            "Harbour Mail": "Bo Rusk, 41, and Ivo Marn, 34, came to court. Rusk was sentenced to 12 years in prison.",
            "Evening Ledger": "Ivo Marn was sentenced to 15 years in prison.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The crash killed one cyclist and injured three others.",
            "Evening Ledger": "The truck hit four cyclists and drove off.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail": "The blast killed the mayor and three aides.",
            "Evening Ledger": "The blast at the depot killed five people.",
        },
        None,
    ),
    Example(
        {
            "Harbour Mail, 2024-05-02": "The quake killed eight people. In 2003 a quake there killed 1,120 people.",
            "Evening Ledger, 2024-05-03": "The quake killed eight. In 2003, 1,210 people died in a quake there.",
        },
        "killed: 1,120 (Harbour Mail) against 1,210 (Evening Ledger)",
    ),
    Example(
        {
            "Harbour Mail": "Police initially said that 14 people were killed in the fire.",
            "Evening Ledger": "The fire killed 12 people.",
        },
        None,
    ),
)


def check(event: Event) -> Iterator[Remark]:
    """Yield the claims on a quantity when those of two sources exclude each other, and not by definition."""
    for quantity in event.quantities:
        if any(not may_replace(a, b) for a, b in contested(quantity, event)):
            disputed = disputing(quantity)
            held = {fact.fact_id for fact in disputed}
            others = [fact for fact in quantity.facts if fact.fact_id not in held]
            yield f"{heading(quantity)}: {' against '.join(map(claims, sides(disputed)))}", [*disputed, *others]
