"""Words, numbers and signs of one sentence, as parallel lists: no object is made for a token."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crosstally.facts.lexicon import load
from crosstally.facts.words.vocabulary import any_of

_MONTH_NAME = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"(?:{_MONTH_NAME}\b\.?)"
_HALF_DAY = r"[apAP]\.?[ \u00a0]?[mM]\b\.?"

_ZONE = r"(?:GMT|UTC|EST|EDT|CET|BST|IST|hrs|hours\ local)"
_YEAR = r"(?:19|20)\d\d\b"

# A date in figures and dashes: "12-Dec-2014", "12Dec", "11 / 16 / 1982", "2014/12/16".
_DATE = rf"""\d{{1,2}}(?:st|nd|rd|th)?[-./]?{_MONTH_NAME}(?![a-z])
    (?:[-./]?(?:\d{{4}}|\d\d)\b|\.?[ ]{_YEAR}|[ ]\d\d\b(?![.,:]\d|[ ][a-z]))?
  | \d{{1,2}}/(?:19|20)\d\d\b | (?:19|20)\d\d[-./]{_MONTH}[-./]\d{{1,2}}\b | (?:19|20)\d\d/\d\d?/\d\d?\b
  | \d{{1,2}}[ ]/[ ]\d{{1,2}}[ ]/[ ](?:19|20)\d\d\b | \d{{1,2}}[ ]-[ ]\d{{1,2}}[ ]-[ ](?:19|20)\d\d\b"""

# What looks like a figure and is none: web addresses, clock times, calendar dates, phone and serial numbers.
_NAME = rf"""
    https?://\S+ | www\.\S+ | [\w.+-]++@[\w-]+\.[\w.-]+ | [@\#]\w+
  | \d{{1,2}}(?:[:.]\d\d){{1,2}}[ \u00a0]?{_HALF_DAY}
  | \d{{1,2}}(?:[ \u00a0]?-[ \u00a0]?\d{{1,2}})?[ \u00a0]?{_HALF_DAY}
  | \d{{1,2}}:\d\d(?:[:.]\d{{1,2}})? | \d+:\d\d\.\d+
  | \A(?:[01]?\d|2[0-3])[.h][0-5]\d(?=[ ]?[:–—-][ ]) | \A(?:[01]\d|2[0-3])\.[0-5]\d(?=[ ][A-Z](?:[A-Za-z]|[ ][a-z]))
  | (?:GMT|UTC)[+-]\d{{1,2}}(?::?[ ]?\d{{1,2}})?
  | \+\d{{1,3}}(?:[ .-]\(?\d{{1,4}}\)?)+[ .-]\d{{4}}\b | \+\d{{1,3}}(?:[ ]\d{{2,4}}){{3,}}\b
  | [A-Z]{{2}}\d\d(?:[ ]?[A-Z\d]{{4}}){{2,}}(?:[ ]?[A-Z\d]{{1,4}})?\b
  | (?:\d{{4}}|\d\d?[.:]\d\d)[ \u00a0]{_ZONE} | \d{{1,2}}(?:[ \u00a0]o['’]clock)
  | 0\d{{1,4}}(?:[ ]\d{{3,4}}){{2}}\b | 9-to-5\b | 1-8\d\d\b(?!-) | \d{{1,2}}/\d{{1,2}}c\b
  | \d{{4}}-\d\d-\d\d(?:T[\d:.]+Z?)? | \d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)\b | 24/7\b | 9[/-]11\b
  | {_MONTH}[ \u00a0]?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d|[.,]\d|[ ](?:percent|million|billion))
    (?:[ ]?[-–][ ]?\d{{1,2}}\b)?(?:(?:,[ ]?|[ ]){_YEAR})?
  | {_DATE}
  | \d{{1,2}}(?:st|nd|rd|th)?(?:[ ]of)?[ ](?!(?:may|march)[ ][a-z]){_MONTH}(?![a-z])
    (?:,?[ ]{_YEAR}|[ ]\d\d\b(?![.,:]\d)(?![ ][a-z]))?
  | {_MONTH}(?:,)?[ ](?:of[ ])?(?:1[5-9]|20)\d\d\b
  | \(\d{{3}}\)[ ]?(?=[A-Z\d]) | \+?\(?\d{{2,4}}\)?[ .-]\d{{3}}[ .-]\d{{4}}\b | \d{{3}}-\d{{4}}\b
  | (?:1-)?(?:\d{{3}}-){{1,2}}[A-Z]{{3,}}(?:-[A-Z]+)*\b | \d-\d{{3}}-\d{{3}}-\d{{4}}\b
  | [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|gov)/\S+
  | (?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:st|nd|rd|th|ST|ND|RD|TH)\b
  | \d+(?:\.\d+){{2,}} | \d+-\d+-\d+ | [A-Za-z]{{1,6}}+\d+/\d+
"""
_CURRENCY_CODE = any_of(load("numerals")["lettered"]["money"])
_SINGLE = "".join(load("numerals")["lettered"]["single"])
_SUM = (  # "sh85,000", "Ft4.5 million", "Bs5bn": whatever money the letters stand for
    r"(?:(?:[A-Z]|[A-Za-z]{2,4})\d{1,3}(?:,\d{3})+(?!\d)"
    rf"|(?:[A-Za-z]{{2,4}}|[{_SINGLE}])\d+(?:\.\d+)?(?=[ ](?:[mb]illion|trillion|lakhs?|crores?)\b)"
    rf"|(?:[A-Z][a-z]{{1,2}}|[{_SINGLE}])\d+(?:\.\d+)?(?=(?:mn|m|bn)\b))"
)
_ISO = [code for code in load("numerals")["lettered"]["money"] if len(code) == len("EUR") and code.isupper()]
_CODES = "|".join(_ISO)
_SCALED = (  # "120 M|EUR", "M|SEK 1,250", as company reports write it
    rf"(?:(?:(?<=\d)|(?<=\d[ ]))[kMBT](?=(?:{_CODES})\b)|\b[kMBT](?=(?:{_CODES})[ ]?\d))"
)
_CODE = (
    rf"(?:(?<=-)[A-Za-z]++\d\w*|(?!{_CURRENCY_CODE}[ ]?\d|{_SUM})"
    r"(?:[A-Za-z]++\d[\w-]*(?:\.\d+)?|[A-Z][A-Za-z]*+[-–]\d[\w-]*|(?<!\d[ ])[A-Z][A-Z]++/\d+"
    r"|[A-Z]{2,}+\.\d+|[A-Z]{2,}+[ ]-\d+\b(?![.,]\d|[ ]?%)))"
)
_ARMS = "|".join(load("traps")["calibre"]["words"])
_CRAFT = "|".join(load("numerals")["lettered"]["craft"])
_NUMBER = rf"""
    \d+,\d\d?(?=[ ](?:million|billion|trillion|percent|per\ cent)\b|[ ]?%)
  | (?:\d{{1,3}}(?:[,\u00a0\u202f\u2009 '’]\d{{3}})+(?!\d|s\b|(?:st|nd|rd|th)\b|-\d+(?:s\b|\ (?:{_CRAFT}))
      |mm\ (?:{_ARMS}))
    |\d{{1,3}}(?:,[ ]000)+\b|\d{{1,3}}(?:,\d\d)*,\d{{3}}(?!\d))(?:\.\d+)?
  | \d+(?:\.\d+)?(?:[eE][+-]?\d+\b)? | (?<!\w)\.\d+
"""
_TOKEN = re.compile(
    rf"""
    (?P<name>(?<!\w)(?:{_NAME}|(?<![$£€])(?!M\d\.\d){_CODE}))
  | (?P<number>(?:{_NUMBER})) | (?P<fraction>[½¼¾⅓⅔⅛⅜⅝⅞])
  | (?P<word>{_SCALED} | (?:[A-Za-z]\.){{2,}} | ['’]s\b | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)
  | (?P<sign>[%‰°$£€¥₹₽₩₪₺₴₦~≈<>+−±'’"”]) | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_TRAILING = frozenset(",.;:")
_MONTHS = frozenset(
    name for whole in (*load("times")["months"], "sept") for name in (whole, whole[:3])
)  # the words that the name of a day or month can begin with
_PARTED = _MONTHS | {f"{scale}{code}".lower() for scale in "kMBT" for code in _ISO}
DASHES = frozenset({"-", "–", "—"})
STROKES = DASHES | {"−"}  # also the minus sign, which some write for a dash
APOSTROPHES = frozenset({"'", "’", "‘"})
_HEADLINE = 2  # longer words that a line needs to tell a headline by its capitals
_SHORT = 3  # "in", "the", "and" keep their small letters in a headline


@dataclass(slots=True)
class Tokens:
    """One sentence, taken apart.

    Attributes:
        text: The sentence.
        words: The tokens as written.
        lower: The same in small letters, a printed apostrophe as the typed one: "won't".
        starts: Offset of each token's first code point in `text`.
        ends: Offset one past each token's last code point.
        kinds: name (a date, time, address or code: no figure), number, fraction, word, sign or mark.
        makes: Names with their number that the report has in other sentences, too: ("vanda", "5").
    """

    text: str
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    makes: frozenset[tuple[str, str]] = frozenset()
    _headline: bool | None = None

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.words)

    @property
    def headline(self) -> bool:
        """Whether nearly every longer word begins with a capital, so that a capital says nothing of a word."""
        if self._headline is None:
            self._headline = self._is_headline()
        return self._headline

    def _is_headline(self) -> bool:
        long = [
            word[0].isupper()
            for word, kind in zip(self.words, self.kinds, strict=True)
            if kind == "word" and len(word) > _SHORT
        ]
        return len(long) >= _HEADLINE and sum(long) >= len(long) - len(long) // 8

    def touches(self, i: int) -> bool:
        """Whether no white space stands between token `i` and the one before it."""
        return 0 < i < len(self.starts) and self.ends[i - 1] == self.starts[i]

    def is_number(self, i: int) -> bool:
        """Whether digits stand at token `i`."""
        return 0 <= i < len(self.kinds) and self.kinds[i] == "number"

    def split(self, i: int, parts: list[tuple[str, tuple[int, int]]]) -> None:
        """Put several tokens in the place of one.

        Args:
            i: The token.
            parts: The kind of each part, and where it begins and ends in the token; one without a character is none.
        """
        base = self.starts[i]
        parts = [(kind, (base + begin, base + end)) for kind, (begin, end) in parts if begin < end]
        words = [self.text[begin:end] for _, (begin, end) in parts]
        self.words[i : i + 1] = words
        self.lower[i : i + 1] = [word.lower() for word in words]
        self.starts[i : i + 1] = [begin for _, (begin, _) in parts]
        self.ends[i : i + 1] = [end for _, (_, end) in parts]
        self.kinds[i : i + 1] = [kind for kind, _ in parts]

    def at(self, i: int) -> str:
        """The token at `i` in small letters; "" outside the sentence."""
        try:  # this is asked most of all
            return self.lower[i] if i >= 0 else ""
        except IndexError:
            return ""


def take_apart(sentence: str) -> Tokens:
    """Take a sentence apart; every code point but white space belongs to exactly one token.

    Most of what stands between two spaces is a word that no pattern need look at, with a mark behind it at the most.
    """
    tokens = Tokens(sentence)
    words, lower, starts, ends, kinds = tokens.words, tokens.lower, tokens.starts, tokens.ends, tokens.kinds
    begin = done = 0
    for chunk in sentence.split(" "):
        end = begin + len(chunk)
        if begin >= done:
            word = chunk[:-1] if chunk[-1:] in _TRAILING else chunk
            small = word.lower()
            if word.isalpha() and small not in _PARTED and not (word.isupper() and sentence.startswith("-", end + 1)):
                words.append(word)
                lower.append(small)
                starts.append(begin)
                ends.append(begin + len(word))
                kinds.append("word")
                if word is not chunk:
                    words.append(chunk[-1])
                    lower.append(chunk[-1])
                    starts.append(end - 1)
                    ends.append(end)
                    kinds.append("mark")
                begin = end + 1
                continue
        if end > done:
            done = _tokenize_chunk(tokens, max(begin, done), end)
        begin = end + 1
    return tokens


def _tokenize_chunk(tokens: Tokens, begin: int, end: int) -> int:
    """Take apart what stands in [begin, end), and what goes on from there; returns where the last token ends."""
    done = begin
    for match in _TOKEN.finditer(tokens.text, begin):
        start, stop = match.span()
        if start >= end:
            break
        word = match[0]
        tokens.words.append(word)
        tokens.lower.append(word.lower().replace("’", "'") if len(word) > 1 else word.lower())
        tokens.starts.append(start)
        tokens.ends.append(stop)
        tokens.kinds.append(match.lastgroup or "mark")
        done = stop
    return done
