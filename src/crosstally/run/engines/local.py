"""Processes of this machine."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from crosstally.errors import CrosstallyError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor  # a small run does without
    from multiprocessing.connection import Connection

IS_EAGER = False
_MOST_WORKERS = 61  # Windows waits for no more


@contextmanager
def workers(jobs: int, scheduler: None = None) -> Iterator[ProcessPoolExecutor]:  # noqa: ARG001 - others have one
    """Processes that end with this one, however it ends, and at once when the block is left.

    They are not forked from this process, which may have threads by now.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415

    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(min(jobs, _MOST_WORKERS), context, _start, (ours,))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise CrosstallyError("a worker process was ended", allowed="fewer --jobs, if memory ran out") from error
    finally:
        theirs.close()
        pool.shutdown(cancel_futures=True)
        ours.close()


def _start(alive: Connection) -> None:
    """Leave interrupts to the process that began it all, and end when its end of the pipe does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(alive,), daemon=True).start()


def _end_with(alive: Connection) -> None:
    alive.poll(None)
    os._exit(0)
