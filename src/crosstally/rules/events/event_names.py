"""Names of events that people can read: "2014-02-20-alturas", of day and place, or of the name used most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from crosstally.facts.document import Document
from crosstally.facts.terms import Term, days_of, first_place, terms_of

Read = tuple[Document, str]  # a report, and what is read of it

_GAP = re.compile(r"[\W_]+")


def name_of(documents: Sequence[Document], texts: Mapping[str, str] | None = None) -> str:
    """A name for an event, by its reports; another event may have the same.

    Args:
        documents: The reports.
        texts: What to read of each, by doc id; by default their texts.
    """
    read = [(document, texts[document.doc_id] if texts else document.text) for document in documents]
    places = Counter(place for document, text in read if (place := first_place(document.title, text)))
    day, where = _day(read), _most(places) or _telling(read)
    return _slug(" ".join(filter(None, (day, where)))) or _hash(documents)


def numbered(names: Iterable[str]) -> list[str]:
    """Names of events; those that would share one are numbered in the order given."""
    used = Counter[str]()
    found = []
    for name in names:
        used[name] += 1
        found.append(name if used[name] == 1 else f"{name}-{used[name]}")
    return found


def _day(read: Sequence[Read]) -> str:
    """The day that most reports name, of those before the last report; else when the first was published."""
    named = [(document.published, days_of(text, document.published)) for document, text in read]
    published = [at.date() if at else some[0] for at, some in named if at or some]
    days = Counter(day for _, some in named for day in some if day <= max(published, default=date.max))
    if days:
        return min(days, key=lambda day: (-days[day], day)).isoformat()
    return min(published).isoformat() if published else ""


def _telling(read: Sequence[Read]) -> str:
    """The name, else the word, that the reports use most."""
    shared = Counter[Term]()
    for document, text in read:
        shared.update(terms_of(document.title or "", text))
    names = Counter({word: n for (kind, word), n in shared.items() if kind == "name"})
    return _most(names or Counter({word: n for (kind, word), n in shared.items() if kind == "word"}))


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda key: (-counts[key], key), default="")


def _slug(words: str) -> str:
    return _GAP.sub("-", words.lower()).strip("-")


def _hash(documents: Sequence[Document]) -> str:
    first = min(document.doc_id for document in documents)
    return f"event-{blake2b(first.encode(), digest_size=4).hexdigest()}"
