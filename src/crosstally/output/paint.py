"""Terminal colours for the words of a report."""

from __future__ import annotations

_COLOURS: dict[str, str] = {
    "error": "1;31",
    "warning": "1;33",
    "heading": "1",
    "figure": "1",
    "quiet": "2",
}


class Paint:
    """Puts terminal colours on words, or leaves them as they are."""

    def __init__(self, *, colour: bool) -> None:
        """Take whether to."""
        self.colour = colour

    def __call__(self, kind: str, text: str) -> str:
        """The words in the colour of their kind: an error, a heading, a figure."""
        return f"\x1b[{_COLOURS[kind]}m{text}\x1b[0m" if self.colour and text else text
