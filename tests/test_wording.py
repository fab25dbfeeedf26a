"""What a quantity is called in a message."""

import pytest
from told import told

from crosstally.rules.engine import check_facts
from crosstally.rules.wording import heading


@pytest.mark.parametrize(
    ("measure", "fields", "expected"),
    [
        ("percent", {"unit": "percentage", "dimension": "ratio", "subject": "premium"}, "percent (premium)"),
        ("percent", {"unit": "percentage", "dimension": "ratio"}, "percent"),
        ("share_price", {"unit": "dollar", "dimension": "currency", "per": "share"}, "share price"),
        ("money", {"unit": "dollar", "dimension": "currency", "per": "week"}, "money per week"),
        ("killed", {"counted": "soldier", "group": "soldier"}, "killed (soldier)"),
        ("duration", {"unit": "minute", "dimension": "time", "anchor": "shaking"}, "duration (shaking)"),
        (
            "duration",
            {"unit": "minute", "dimension": "time", "anchor": "ambulance arrival"},
            "duration (arrival of ambulance)",
        ),
    ],
)
def test_a_heading_says_what_is_measured(measure: str, fields: dict[str, str], expected: str) -> None:
    report = check_facts([told("A", "28", 28, measure, **fields)])
    (event,) = report.events()
    assert [expected] == [heading(quantity) for quantity in event.quantities]
