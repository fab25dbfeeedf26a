"""Work on many items: in batches, by this process or by several, what is known already left out, in the order given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from crosstally.run.engines import Engine, load_engine

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Item = TypeVar("Item")

BATCH = 2**17  # characters that one worker reads at a time
SMALL = 8 * BATCH  # characters to read before workers are worth their start


@dataclass(frozen=True, slots=True)
class Task(Generic[Item]):
    """What is to be done with items.

    Attributes:
        do: The results of some items; can be pickled, as can the items.
        size: How much work an item is, in characters.
        recall: The results that are known already, None where there is none.
        keep: Told of new results, as soon as they are there: a run that is killed goes on behind them.
    """

    do: Callable[[Sequence[Item]], list[bytes]]
    size: Callable[[Item], int]
    recall: Callable[[Sequence[Item]], Sequence[bytes | None]]
    keep: Callable[[Sequence[tuple[Item, bytes]]], None]


class _Batch(Generic[Item]):
    """Items, what is known of them, and who works on the rest."""

    def __init__(self, items: list[Item], task: Task[Item]) -> None:
        self.items = items
        self.known = task.recall(items)
        self.unknown = [item for item, result in zip(items, self.known, strict=True) if result is None]
        self.size = sum(map(task.size, self.unknown))
        self.working: Future[list[bytes]] | None = None
        self.is_kept = False

    def hand_to(self, pool: Executor, task: Task[Item]) -> None:
        if self.unknown:
            self.working = pool.submit(task.do, self.unknown)

    def keep_done(self, task: Task[Item]) -> None:
        """Keep what a worker has done by now, though its turn may not have come."""
        if self.working and self.working.done():
            self._results(self.working, task)

    def finish(self, task: Task[Item]) -> Iterator[tuple[Item, bytes]]:
        """The items with their results; those that nobody else works on are done one by one, as they are asked for."""
        new = iter(self._results(self.working, task)) if self.working else self._done_here(task)
        for item, known in zip(self.items, self.known, strict=True):
            yield item, next(new) if known is None else known

    def _results(self, working: Future[list[bytes]], task: Task[Item]) -> list[bytes]:
        results = working.result()
        if not self.is_kept:
            self.is_kept = True
            task.keep([*zip(self.unknown, results, strict=True)])
        return results

    def _done_here(self, task: Task[Item]) -> Iterator[bytes]:
        for item in self.unknown:
            (result,) = task.do([item])
            task.keep([(item, result)])
            yield result


def in_batches(
    items: Iterable[Item], task: Task[Item], jobs: int, engine: Engine | None = None
) -> Generator[tuple[Item, bytes]]:
    """Each item with its result, in the order given and the same for any number of jobs.

    Workers start when the batches in sight hold enough that is new: a run over known items needs none. A few batches
    are in memory at a time. Close the iterator when it is left early: that ends the workers.

    Args:
        items: What there is to do.
        task: What to do with it.
        jobs: How many workers there are.
        engine: Whose workers they are; by default processes of this machine.

    Raises:
        CrosstallyError: A worker was ended from outside, or there are none to be had.
    """
    engine = engine or load_engine()
    waiting: deque[_Batch[Item]] = deque()
    pool: Executor | None = None
    with ExitStack() as stack:
        for batch in _batches(items, task):
            waiting.append(batch)
            if pool:
                batch.hand_to(pool, task)
            elif engine.is_eager or (jobs > 1 and sum(held.size for held in waiting) >= SMALL):
                pool = stack.enter_context(engine.workers(jobs))
                for held in waiting:
                    held.hand_to(pool, task)
            if len(waiting) > max(2 * jobs, SMALL // BATCH):
                yield from _next(waiting, task).finish(task)
        while waiting:
            yield from _next(waiting, task).finish(task)


def _next(waiting: deque[_Batch[Item]], task: Task[Item]) -> _Batch[Item]:
    """The batch whose turn it is, when it is done; what is done behind it by then is kept as well."""
    first = waiting.popleft()
    while first.working:
        for held in waiting:
            held.keep_done(task)
        if first.working.done():
            break
        _wait_for_any([first, *waiting])
    return first


def _wait_for_any(batches: Iterable[_Batch[Item]]) -> None:
    from concurrent.futures import FIRST_COMPLETED, wait  # noqa: PLC0415

    wait([batch.working for batch in batches if batch.working and not batch.is_kept], return_when=FIRST_COMPLETED)


def _batches(items: Iterable[Item], task: Task[Item]) -> Iterator[_Batch[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += task.size(item)
        if size >= BATCH:
            yield _Batch(batch, task)
            batch, size = [], 0
    if batch:
        yield _Batch(batch, task)
