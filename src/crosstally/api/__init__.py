"""crosstally in Python: read documents, extract facts, check them, write tables. Nothing here prints or exits."""

from crosstally.api.checking import check, examine
from crosstally.api.corpora import check_corpus
from crosstally.api.holding import audit, verify, vet
from crosstally.api.keeping import decide, write
from crosstally.api.reading import Counts, extract, facts_of, fetch, skipped, tabulate
from crosstally.facts.source.reading import read
from crosstally.results import Tables
from crosstally.run.reading import Reading

__all__ = [
    "Counts",
    "Reading",
    "Tables",
    "audit",
    "check",
    "check_corpus",
    "decide",
    "examine",
    "extract",
    "facts_of",
    "fetch",
    "read",
    "skipped",
    "tabulate",
    "verify",
    "vet",
    "write",
]
