"""Dask: the workers of a cluster whose scheduler is named, else as many processes of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from crosstally.errors import ConfigError, CrosstallyError
from crosstally.run.cache import fingerprint

if TYPE_CHECKING:
    from distributed import Client

IS_EAGER = True
_PATIENCE = "10s"  # for a scheduler to answer


@contextmanager
def workers(jobs: int, scheduler: str | None = None) -> Iterator[Executor]:
    """The executor of a cluster. A worker that is lost is replaced by another, which does its work again.

    Raises:
        ConfigError: Dask is not installed.
        CrosstallyError: No scheduler answers, workers have another crosstally, or one task after the other was lost.
    """
    try:
        from distributed import Client, KilledWorker, LocalCluster  # noqa: PLC0415 - an extra
        from distributed.client import FutureCancelledError  # noqa: PLC0415
    except ImportError:
        raise ConfigError("the engine dask needs Dask: pip install 'crosstally[dask]'") from None
    with ExitStack() as stack:
        try:
            where = scheduler or stack.enter_context(
                LocalCluster(jobs, threads_per_worker=1, dashboard_address=":0", silence_logs="CRITICAL")
            )
            client = stack.enter_context(Client(where, timeout=_PATIENCE))
        except Exception as error:  # whatever else answers there may answer anything
            named = scheduler or "a cluster on this machine"
            told = f"no Dask scheduler answers at {named}"
            raise CrosstallyError(told, allowed="such as tcp://10.0.0.1:8786") from error
        try:
            _require_same(client)
            yield client.get_executor(pure=False)
        except KilledWorker as error:
            told = f"Dask gave a task up on which {error.allowed_failures + 1} workers ended"
            raise CrosstallyError(told, allowed="more memory for each worker") from error
        except (FutureCancelledError, CancelledError) as error:
            raise CrosstallyError(f"the Dask scheduler is gone: {scheduler or 'of this machine'}") from error


def _require_same(client: Client) -> None:
    """Make sure that workers read as this process does: the same input gives the same tables."""
    ours = fingerprint()
    others = [worker for worker, theirs in client.run(fingerprint).items() if theirs != ours]
    if others:
        raise CrosstallyError(
            f"{len(others)} workers have another crosstally or Python, such as {others[0]}", allowed="the same on all"
        )
