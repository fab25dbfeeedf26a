"""Text from outside made fit to be shown: no control character, no direction override, no line break in a field."""

from __future__ import annotations

import re
import unicodedata

_KEPT = "\t\n\r"  # which a text is laid out with
_MARK = "\ufffd"


def _is_unprintable(character: str) -> bool:
    """Whether a character moves the cursor, the reading direction or the line, or stands for no text at all."""
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


_UNPRINTABLE = "".join(
    re.escape(chr(code)) for code in (*range(0xA0), *range(0x2000, 0x2070)) if _is_unprintable(chr(code))
)
_IN_LINE = re.compile(f"[{_UNPRINTABLE}\ud800-\udfff]+")
_IN_TEXT = re.compile(f"(?![{_KEPT}])[{_UNPRINTABLE}\ud800-\udfff]")


# What a line of a log may make GitHub, Azure Pipelines or TeamCity do, wherever it comes from:
# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
SPACED = "%s "
_COMMAND = re.compile(r"(?m)^(\s*):(?=:)|#(?=#\w*\[)")


def disarmed(text: str, instead: str = SPACED) -> str:
    """Lines of which none is a command to a CI server, as ``::error::`` at the start of one or ``##vso[`` anywhere is.

    Args:
        text: The lines.
        instead: How the sign that makes it one is written, with ``%s`` for it or ``%d`` or ``%04x`` for its code
            point; by default, with a space behind it.
    """

    def written(found: re.Match[str]) -> str:
        sign = found[0][-1]
        return found[0][:-1] + instead % (sign if "%s" in instead else ord(sign))

    return _COMMAND.sub(written, text)


def printable(text: str) -> str:
    """One line of a name, a path or a quote: what would end it or steer a terminal becomes a space, or a mark.

    Line breaks and tabs become a space; of the rest, each run becomes U+FFFD, so that it is seen that something stood
    there.
    """
    return _IN_LINE.sub(lambda found: " " if found[0].isspace() else _MARK, text)


def plain(text: str) -> str:
    """A text of as many characters without what would steer a terminal; its line breaks and tabs stay."""
    return _IN_TEXT.sub(lambda found: " " if found[0].isspace() else _MARK, text)
