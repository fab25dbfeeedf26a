"""The noun phrases before a figure, cut by one letter a word, and which of them leads its clause."""

from __future__ import annotations

import re
from typing import NamedTuple

ASIDE = "_"  # the letter of what is set off, which links nothing
MOST_TOKENS = 8  # of a phrase, else its tail is left out
RUN = re.compile(r"[njt][njt-]*")
_WHEN = re.compile(r"(?<=n)j+t$")  # "shares | last year"
_LEADS = re.compile(r"(?:,o?w)?[^qcgai,]*[vm]")  # "exports | in 2018 rose"
_RELATIVE = re.compile(r",?o?w[^qc]*[vm]")  # "a firm | which makes | cranes"
_CONTACT = re.compile(r"[qg][^qcwa,]*")  # "the van | we sold | them", "shoppers | buying | shoes"
_WITHIN = re.compile(r"[^qcwa,vmg]*")  # goes on with the clause of the phrase before
_ACTED_ON = re.compile(r".*[vmg].*|.*od*")  # "asked | the firm", "in | a bid": they lead nothing
_SET_OFF = re.compile(r"o[^,v]*#,r*v")  # "a profit | of $3m, raised | by a tenth"
_LEADS_PAST_COMMA = re.compile(r"[^qcgai]*[vm]")  # "Orvane, a retailer | , rose"
_TIED = re.compile(
    r"o+d*(?:#+t?)?"
)  # "exports | to | China", "a fleet | of 88 | trucks", "the cost | of the four year | plan"
_JOINED = re.compile(r",?ad*")  # "France | and | Spain"
_OBJECT = re.compile(r".*[vig][d#.]*")  # "hit | a wall", "has a 9 | kWh pack"

Span = tuple[int, int]


class Phrase(NamedTuple):
    """A noun phrase before a figure: its first token, one past its last, and what links it to the phrase before."""

    first: int
    stop: int
    link: str


def phrases_in(letters: str, first: int) -> tuple[list[Phrase], str]:
    """The noun phrases among the tokens from `first` on, by their letters, and what stands behind the last.

    A time is no phrase but part of a link.
    """
    link, done = "", 0
    phrases: list[Phrase] = []
    for run in RUN.finditer(letters):
        link += letters[done : run.start()].replace(ASIDE, "")
        done = run.end()
        length = length_of(run[0])
        if not length and "t" not in run[0] and link.endswith("d") and letters[done : done + 1] in {"o", "m", "v"}:
            length = len(run[0])  # "the average | of"
        if length:
            phrases.append(Phrase(first + run.start(), first + run.start() + length, link))
            link = ""
        else:
            link += "t"
    return phrases, link + letters[done:].replace(ASIDE, "")


def length_of(run: str) -> int:
    """How much of a run is a phrase: up to its last noun; nothing when it says when."""
    run = _WHEN.sub("", run)
    last = run.rfind("n")
    return last + 1 if last > run.rfind("t") else 0


def leader_of(phrases: list[Phrase], link: str) -> Span | None:
    """The phrase with a verb right behind it, with those it hangs on: "exports to China | fell"."""
    for k in range(len(phrases) - 1, -1, -1):
        if _LEADS.match(link):
            return whole_of(phrases, _led_up_to(phrases, k))
        if _LEADS_PAST_COMMA.match(link):
            head = next((j for j in range(k, 0, -1) if phrases[j].link.startswith(",")), 0)
            if _SET_OFF.match(link) and (not head or (head == k and phrases[k].link.startswith(",a"))):
                return whole_of(phrases, k)
            if not head or "w" in phrases[head].link or "v" not in phrases[head].link:
                return whole_of(phrases, max(0, head - 1))
        link = phrases[k].link
    return None


def _led_up_to(phrases: list[Phrase], k: int) -> int:
    """The phrase of which a verb behind phrase `k` is said, where a clause of its own stands between them.

    "A petition | that asked the firm to close the | mill | drew", "the van | we compare it to | costs", "the plan | to
    mend the | roof | will cost".
    """
    led, j = k, k
    while j and _WITHIN.fullmatch(phrases[j].link):
        led = j - 1 if phrases[j].link.startswith("oi") else led
        j -= 1
    if j and _RELATIVE.match(phrases[j].link):
        return j - 1
    if j and _CONTACT.fullmatch(phrases[j].link):
        led = j = j - 1
    return k if led != k and _ACTED_ON.fullmatch(phrases[head_of(phrases, j)].link) else led


def nearest(phrases: list[Phrase]) -> Span | None:
    """The last phrase, preferably one that no other figure counts."""
    last = len(phrases) - 1
    k = next((k for k in range(last, -1, -1) if not phrases[k].link.endswith("#")), last)
    return whole_of(phrases, k) if phrases else None


def whole_of(phrases: list[Phrase], k: int) -> Span:
    """A phrase and those it hangs on, without the tail where that is long."""
    if k and phrases[k].link == "(":
        k -= 1  # "the World Orchid Fund (WOF)"
    head = head_of(phrases, k)
    first = phrases[head].first
    while k > head and phrases[k].stop - first > MOST_TOKENS:
        k -= 1
    return first, phrases[k].stop


def head_of(phrases: list[Phrase], k: int) -> int:
    """The phrase that others hang on down to phrase `k`: "| exports | of grain to | China |"."""
    while k and _hangs_on(phrases[k - 1], phrases[k]):
        k -= 1
    return k


def _hangs_on(before: Phrase, phrase: Phrase) -> bool:
    """Whether two phrases are one: tied by a preposition, or joined where no clause ends with the first."""
    if _TIED.fullmatch(phrase.link):
        return True
    return _JOINED.fullmatch(phrase.link) is not None and not _OBJECT.fullmatch(before.link)
