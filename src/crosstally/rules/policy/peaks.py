"""What was said after a moment, by the one thing of it that matters: its highest figure. No two are held together."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

T = TypeVar("T")


class PeakAfter(Generic[T]):
    """Of several, the one that ranks highest among those after a moment."""

    def __init__(
        self, several: Iterable[T], moment: Callable[[T], datetime | None], rank: Callable[[T], float]
    ) -> None:
        """Sort those that have a moment.

        Args:
            several: Whatever is told at moments.
            moment: When; None is left out.
            rank: What is to be highest; of as high ones the last in time is given.
        """
        dated = sorted(((at, one) for one in several if (at := moment(one)) is not None), key=lambda pair: pair[0])
        self._moments = [at for at, _ in dated]

        def higher(peak: T, one: T) -> T:
            return max(peak, one, key=rank)

        self._peaks = list(accumulate([one for _, one in reversed(dated)], higher))[::-1]

    def __call__(self, moment: datetime | None) -> T | None:
        """The one that ranks highest of those after a moment; None where there is none, or no moment."""
        at = len(self._moments) if moment is None else bisect_right(self._moments, moment)
        return self._peaks[at] if at < len(self._peaks) else None
