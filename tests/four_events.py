"""Reports of four invented events, and how events are told apart in tests."""

from __future__ import annotations

from datetime import UTC, datetime

from crosstally.facts.document import Document


def report(doc_id: str, published: str | None, title: str, text: str) -> Document:
    date = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return Document(doc_id, text, f"{doc_id} gazette", title, date)


# Two shootings in one town in one month, a quake, and a strike that is told of without dates.
CAFE = [
    report(
        "cafe-1",
        "2031-05-04",
        "Two shot outside cafe in Quillport",
        "QUILLPORT — Two men were shot outside the Lantern Cafe on Tanner Street in Quillport on "
        "Saturday night, police said. Officers found Orrin Maddle, 24, and Tobin Sleet, 31, in the car "
        "park.",
    ),
    report(
        "cafe-2",
        "2031-05-05",
        "Men wounded at Lantern Cafe named",
        "Police in Quillport have named the men wounded outside the Lantern Cafe on Saturday as Orrin "
        "Maddle, 24, and Tobin Sleet, 31. Detective Wanda Crick asked witnesses from Tanner Street to "
        "come forward.",
    ),
    report(
        "cafe-3",
        "2031-06-20",
        "Man charged over Tanner Street shooting",
        "A man was charged on Friday with shooting Orrin Maddle and Tobin Sleet outside the Lantern "
        "Cafe in Quillport on May 3. Detective Wanda Crick said he had been hiding in Osterby.",
    ),
]


DEPOT = [
    report(
        "depot-1",
        "2031-05-17",
        "Woman shot at bus depot in Quillport",
        "QUILLPORT — A woman was shot at the Millrace bus depot in Quillport on Friday evening, police "
        "said. Ilse Varrow, 46, a driver on the Fennel Lane route, was hit in the arm.",
    ),
    report(
        "depot-2",
        "2031-05-18",
        "Driver recovering after Millrace depot shooting",
        "Bus driver Ilse Varrow, 46, was recovering on Sunday after she was shot at the Millrace depot "
        "in Quillport on Friday. The Fennel Lane route stays closed, police said.",
    ),
]


QUAKE = [
    report(
        "quake-1",
        "2031-05-10",
        "Quake shakes Mount Sorrel valley",
        "An earthquake of magnitude 5.8 shook the Mount Sorrel valley at dawn on Saturday and killed 12 "
        "people in the village of Pellam, the seismological office in Tarn said.",
    ),
    report(
        "quake-2",
        "2031-05-11",
        "Pellam digs through the rubble",
        "Rescuers dug through the rubble of Pellam on Sunday, a day after an earthquake of magnitude "
        "5.8 killed 14 people in the Mount Sorrel valley. The seismological office in Tarn counted 30 "
        "aftershocks.",
    ),
]


STRIKE = [
    report(
        "strike-1",
        None,
        "Dockers walk out at Brennick",
        "Some 900 dockers walked out at the port of Brennick after talks between the Halyard union and "
        "the Corvane line broke down. Halyard leader Maud Essery said the strike would go on.",
    ),
    report(
        "strike-2",
        None,
        "Corvane line calls the Brennick strike unlawful",
        "The Corvane line said the strike of 900 dockers at Brennick broke the law. Maud Essery of the "
        "Halyard union said talks could be resumed.",
    ),
]


ALL = [*CAFE, *DEPOT, *QUAKE, *STRIKE]


def together(events: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(d for d in events if events[d] == event) for event in events.values()}


def ids(*events: list[Document]) -> set[frozenset[str]]:
    return {frozenset(document.doc_id for document in event) for event in events}
