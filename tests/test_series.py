"""Numbered reports of one office that have no date: a series, of which the later updates the earlier."""

from crosstally.facts.document import Document
from crosstally.facts.extract import extract_facts
from crosstally.rules.engine import check_facts
from crosstally.rules.report import Report


def checked(*numbers: int | None, sources: str = "AAA") -> Report:
    """Reports with 12, 19 and 24 dead, of offices by letter, with these numbers."""
    documents = [
        Document(f"{k}", f"The flood in Orvane has killed {toll} people.", f"Office {source}", issue=number)
        for k, (number, toll, source) in enumerate(zip(numbers, (12, 19, 24), sources, strict=False))
    ]
    return check_facts([fact for document in documents for fact in extract_facts(document)], documents)


def test_the_last_of_a_series_is_the_best() -> None:
    (killed,) = (one for one in checked(1, 2, 3).quantities if one.measure == "killed")
    assert (24.0, 1) == (killed.best, killed.n_sources)


def test_the_order_is_that_of_the_numbers_and_not_of_the_files() -> None:
    (killed,) = (one for one in checked(3, 1, 2).quantities if one.measure == "killed")
    assert 12.0 == killed.best


def test_a_series_is_no_contradiction() -> None:
    assert [] == [one for one in checked(1, 2, 3).findings if one.severity in {"error", "warning"}]


def test_numbers_of_two_offices_order_nothing() -> None:
    assert ["XT109"] == [one.rule for one in checked(1, 2, sources="AB").findings if one.severity == "warning"]
