"""Tolls of the entries of a live page, each as of its own hour."""

from __future__ import annotations

import crosstally

PAGE = """Quake in Orvane - latest

Last updated: March 4, 2026 21:05 UTC

21.05 GMT
Ministry: 41 dead
The ministry says 41 people were killed in the quake.

17.30 GMT
Toll at 36
The governor says 36 people were killed in the quake.
"""


def test_a_later_entry_brings_a_toll_up_to_date() -> None:
    page = {"text": PAGE, "source": "Live", "published": "2026-03-04T21:05Z", "event": "a"}
    paper = {"text": "The quake in Orvane killed 41 people.", "source": "Mail", "published": "2026-03-04T19:40Z"}
    tabloid = {"text": "The quake in Orvane killed 200 people.", "source": "Blare", "published": "2026-03-04T19:50Z"}
    report = crosstally.check([page, paper | {"event": "a"}, tabloid | {"event": "a"}])
    findings = report.findings
    (message,) = findings[findings.rule == "XT101"].message
    assert "killed: 41 (Mail, Live) against 200 (Blare)" == message
