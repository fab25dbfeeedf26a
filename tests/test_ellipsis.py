from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire destroyed 40 homes, the mayor said, but the insurer counted 52.", ("destroyed", "home")),
        ("The union said 4,000 workers had walked out, while the company spoke of 1,500.", ("count", "worker")),
        ("According to the guild, 80,000 attended the rally; the police said 30,000.", ("attending", None)),
        ("The march drew 800 people, according to the guild, and 300 according to police.", ("attending", "person")),
        ("The guild said 100,000 people marched; police put the number at 35,000.", ("attending", "person")),
        ("The guild said 100,000 people marched. Police put it at 35,000.", ("attending", "person")),
        ("Rescuers counted 12 dead. The ministry put the figure at 14.", ("killed", None)),
        ("The march drew 800 people. The Echo says 300.", ("attending", "person")),
        ("Some 900 nurses left work. The guild claims 4,500!", ("count", "nurse")),
        ("The mill has 900 workers, the brewery 450.", ("employees", "worker")),
        (
            "The hall holds 900 guests, but the fire destroyed 12 homes and the mill, the mayor said.",
            ("destroyed", "home"),
        ),
        ("Six people died on Monday, another four on Tuesday.", ("killed", None)),
        ("Divers found two bodies in May, then three more in June.", ("killed", "body")),
        ("The flood destroyed 12 homes on Monday, and on Friday six more.", ("destroyed", "home")),
        ("Six people died, and police are looking for four more.", ("count", None)),
        ("Six people died, one more than in May.", ("count", None)),
        ("Unity has 84 seats, the Alliance 55, the Greens nine.", ("seats", "seat")),
        ("Unity won 84 seats, Alliance 55 and Greens 9.", ("seats", "seat")),
        ("Some 76 people died. Of these, 68 were on the island and eight were in town.", ("killed", "person")),
        ("The Front said 900 people marched, while police estimated 240 at the peak.", ("attending", "person")),
        ("The Front said 900 people marched, while police put the peak figure at 240.", ("attending", "person")),
        ("Some 90 cases and 17 deaths were told. Of these, 38 were mild.", ("infected", "case")),
        ("Some 90 cases and 17 deaths were told. Of these, 8 were mild.", ("count", None)),
        ("Some 24 people died, of whom 7 were from Orvane and 17 were from Velt.", ("killed", None)),
        ("A new poll has Unity on 44, the Alliance 33.", ("count", None)),
        ("The board received 186 complaints, of which 31 were upheld.", ("count", "complaint")),
        ("The choir lost four books; two more are wet.", ("count", "book")),
        ("Of its 6,200 workers, just 1,950 stayed.", ("count", "worker")),
        ("Of the 208 oarsmen who went out, three told me.", ("count", "oarsman")),
        ("It was backed by 118 deputies out of 186 present.", ("count", "deputy")),
        ("Two soldiers were killed and eight wounded.", ("injured", "soldier")),
        ("Two mills had been fined and four shut.", ("count", "mill")),
        ("Thirty-nine homes are gone, 211 have had water in them.", ("count", "home")),
        ("The magnitude-6.7 quake struck and 250 were hurt.", ("injured", None)),
        ("He denied three counts of theft and nine of fraud.", ("count", "count")),
        ("He met three members of the club and two of the guests.", ("count", "guest")),
        ("In Orvane 12 boats sank, and 14, he said, were hit.", ("count", None)),
        # names, and no counts
        ("Vanda has 2 phones, the Vanda 7 and the Vanda 9.", ("count", "phone")),
        ("The club has 84 members, the Alliance 55 is a road.", ("count", "member")),
        # what is said of another thing, or goes on behind the number
        ("The firm employs 4,000 people, and said 1,500 would go.", ("count", None)),
        ("The fire destroyed 40 homes, and the village has 52.", ("count", None)),
        ("Police said 12 people were hurt. The hospital put the bill at 15.", ("count", None)),
        ("The fire destroyed 300 homes. The insurer put it at 15 million euros.", ("money", None)),
        ("She scored 12 goals. Her rival had 15.", ("count", None)),
    ],
)
def test_what_the_last_figure_counts(text: str, expected: tuple[str, str | None]) -> None:
    last = extract_facts(Document("a", text, "The Example"))[-1]
    assert expected == (last.measure, last.counted)


def test_shares_in_a_poll_behind_names() -> None:
    facts = extract_facts(Document("a", "A new poll has Unity on 44, the Alliance 33, Greens 14.", "The Example"))
    assert [44.0, 33.0, 14.0] == [fact.interval.value for fact in facts]


def test_makes_behind_what_something_runs_on() -> None:
    facts = extract_facts(Document("a", "It still runs on 44 pads, the Vanda 7 and the Vanda 9.", "The Example"))
    assert ["44 pads"] == [fact.quote for fact in facts]
