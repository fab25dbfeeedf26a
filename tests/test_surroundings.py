from __future__ import annotations

from told import told

from crosstally.rules.alignment.surroundings import Surroundings

FALL = told("a", "200 feet", 200, "distance", unit="foot", dimension="length", text="He fell 200 feet down a gully.")
SLIP = told(
    "b", "200 metres", 200, "distance", unit="metre", dimension="length", text="He fell 200 metres down the gully."
)
ROAD = told(
    "c", "200 metres", 200, "distance", unit="metre", dimension="length", text="A new road of 200 metres is planned."
)


def test_like_words_are_like() -> None:
    around = Surroundings([FALL, SLIP, ROAD])
    assert around.likeness(FALL, SLIP) > 0.5 > around.likeness(FALL, ROAD)
    assert around.likeness(FALL, SLIP) == around.likeness(SLIP, FALL)


def test_another_day_sets_apart() -> None:
    sunday, monday = (
        told(source, "200 feet", 200, "distance", unit="foot", dimension="length", event_time=day, text=FALL.sentence)
        for source, day in (("a", "2024-05-05"), ("b", "2024-05-06"))
    )
    assert 0.0 == Surroundings([sunday, monday]).likeness(sunday, monday)
