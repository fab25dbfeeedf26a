"""Whose an age is: the name that touches it, else the person to whom its words go back."""

from __future__ import annotations

import pytest

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts


def ages(text: str) -> list[str | None]:
    """Whose the ages of a text are."""
    return [fact.anchor for fact in extract_facts(Document("a", text, "s")) if fact.measure == "age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, 34, fell.", "Ana Ruiz"),
        ("A 34-year-old teacher Ana Ruiz fell.", "Ana Ruiz"),
        ("Ana Ruiz, a 34-year-old nurse, fell.", "Ana Ruiz"),
        ("Ana Ruiz was a 34-year-old nurse.", "Ana Ruiz"),
        ("Ana Ruiz is 34 years old.", "Ana Ruiz"),
        ("Ana Ruiz, who was only 34, fell.", "Ana Ruiz"),
        ("Ana Ruiz, of Tarsk, who turned 34 on Monday, fell.", "Ana Ruiz"),
        ("Ana Ruiz, a nurse at Alder, 34, fell.", "Ana Ruiz"),
        ("The nurse, Ana Ruiz, is 34.", "Ana Ruiz"),
        ("Ruiz, now 34, fell.", "Ruiz"),
        ("Mayor Ruiz (34) fell.", "Ruiz"),
        ("Peter Ruiz, 34, fell.", "Peter Ruiz"),
        ("Victor Ruiz, 34, fell.", "Ruiz Victor"),
        ("Ana Ruiz has died aged 34.", "Ana Ruiz"),
        ("Ana Ruiz died at 34.", "Ana Ruiz"),
        ("At 34, Ana Ruiz is the oldest.", "Ana Ruiz"),
        ("Ana Ruiz said his mother died aged 34.", None),
        ("Ana Ruiz met a 34-year-old nurse.", None),
        ("The nurse of Tarsk, 34, fell.", None),
        ("Ana Ruiz fell. The 34-year-old nurse lives.", "Ana Ruiz"),
        ("Ana Ruiz met Ivo Vell. He was 34.", None),
        ("Ana Ruiz fell at Port Vell. She was 34.", "Ana Ruiz"),
        ("Ana Ruiz fell. But the 34-year-old was saved.", "Ana Ruiz"),
        ("Cpl Ana Ruiz fell. She was 34.", "Ana Ruiz"),
        ("Ana Ruiz fell. Ruiz was saved. She's 34.", "Ana Ruiz"),
        ("Ana Ruiz sued the club. It owes Ruiz a lot. She is 34.", "Ana Ruiz"),
        ("Ana Ruiz sued Ivo Vell. Vell owes Ruiz a lot. She is 34.", None),
        ("A nurse, 34, named locally as Ana Ruiz, fell.", "Ana Ruiz"),
        ("A nurse, 34, was identified by the police as Ana Ruiz.", "Ana Ruiz"),
        ("A nurse, 34, known for her song, met Ana Ruiz.", None),
        ("The gunman, 34, fled.", "gunman"),
        ("The gunman, who was not named, was 34.", "gunman"),
        ("Police held the driver, aged 34.", "driver"),
        ("The owner was a 34-year-old from Sel.", "owner"),
        ("A gunman, 34, fled.", None),
        ("The man, 34, fled.", None),
        ("The victim, a 34-year-old nurse, fell.", None),
        ("Ana Ruiz fell. The brave 34-year-old was saved.", "Ana Ruiz"),
        ("Ana Ruiz fell. They saved the 34-year-old nurse.", None),
        ("Ana Ruiz, who has died aged 34, fell.", "Ana Ruiz"),
        ("Ana Ruiz, who died near Port Ellis on 27 June, aged 34, sang.", "Ana Ruiz"),
        ("A 34-year-old prison cook, Ana Ruiz, fled.", "Ana Ruiz"),
        ("Police held a 34-year-old cook, Ana Ruiz of Sel.", "Ana Ruiz"),
        ("A 34-year-old cook, Ana Ruiz, and a boy fled.", None),
        ("Bo Rusk and Ana Ruiz, aged 34 to 48, fled.", None),
        ("BRAVE Ana Ruiz sang. The 34-year-old was saved.", "Ana Ruiz"),
        ("Ana Ruiz died on March 5 at 34.", "Ana Ruiz"),
        ("She died on 27 June, aged 34.", None),
        ("Ana Ruiz fell. SHE is only 34.", "Ana Ruiz"),
        ("Corporal Ana Ruiz, 34, fell.", "Ana Ruiz"),
        ("Ana Ruiz fell. A 34-year-old nurse fell too.", None),
        ("Judge Ana Ruiz spoke. The 34-year-old nurse lives.", "Ana Ruiz"),
        ("Police spoke in Lisbon. The 34-year-old nurse lives.", None),
        ("Two brothers from Tarsk, 34, fell.", None),
        ("A 34-year-old Greek nurse fell.", None),
        ("A 34-year-old nurse at the Alder hospital fell.", None),
    ],
)
def test_an_age_is_that_of_who_is_named_beside_it_or_before(text: str, expected: str | None) -> None:
    assert [expected] == ages(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, who was 34 at the time, fell.", [True]),
        ("Ana Ruiz, then 34, fell.", [True]),
        ("Ana Ruiz, 34, fell.", [False]),
        ("Ana Ruiz, now 34, fell.", [False]),
    ],
)
def test_an_age_of_another_time_no_longer_holds(text: str, expected: list[bool]) -> None:
    assert expected == [fact.superseded for fact in extract_facts(Document("a", text, "s")) if fact.measure == "age"]


def test_a_last_name_is_that_of_the_one_person_whom_its_report_names_in_full() -> None:
    assert ["Orrin Stadley"] == ages("Jurors convicted Orrin Stadley. Stadley, 54, wept.")
    assert ["Stadley"] == ages("Orrin Stadley and Heber Stadley came. Stadley, 54, wept.")


def test_an_age_that_is_one_now_is_no_other_than_the_one_before() -> None:
    facts = extract_facts(Document("report", "Bo Rusk, now 60, was convicted in June.", "The Ledger"))
    assert ["up"] == [fact.trend for fact in facts if fact.measure == "age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz had worked for Vanda Foods for 19 years.", "Ana Ruiz"),
        ("Police named Ana Mira Ruiz, 34, who had worked for Vanda Foods for 19 years.", "Ana Mira Ruiz"),
        ("Ana Ruiz fell. Ruiz, a 19-year veteran, lives.", "Ana Ruiz"),
        ("Ana Ruiz fell. She had worked at the mill for 19 years.", "Ana Ruiz"),
        ("Ana Ruiz met Ivo Vell. He had worked at the mill for 19 years.", None),
        ("The nurse had worked at the mill for 19 years.", None),
    ],
)
def test_who_has_worked_so_long(text: str, expected: str | None) -> None:
    facts = extract_facts(Document("a", text, "s"))
    assert [expected] == [fact.anchor for fact in facts if fact.measure == "service"]
