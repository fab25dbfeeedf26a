"""Who does the work: each engine is one file here with `workers` and `IS_EAGER`, found by being there.

An engine gives a `concurrent.futures.Executor`, which is all that the reading of documents and the checking of events
ask for, so that neither knows which engine it is.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from crosstally.errors import ConfigError


class Engine(NamedTuple):
    """An engine, ready to begin.

    Attributes:
        workers: So many workers, as long as a block lasts. Raises CrosstallyError where there are none.
        is_eager: Whether it is asked however little there is to do; else when there is enough to be worth its start.
    """

    workers: Callable[[int], AbstractContextManager[Executor]]
    is_eager: bool


def load_engine(name: str = "local", scheduler: str | None = None) -> Engine:
    """The engine of a name.

    Args:
        name: One of `engine_names`.
        scheduler: Where the scheduler of a cluster answers: "tcp://10.0.0.1:8786". Without, an engine works on this
            machine.

    Raises:
        ConfigError: No such engine, or it has no scheduler.
    """
    if name not in engine_names():
        raise ConfigError(f"no engine {name!r}", allowed=", ".join(engine_names()))
    if scheduler and name == "local":
        raise ConfigError(f"the engine local has no scheduler, and {scheduler} is named", allowed="another engine")
    module = import_module(f"{__name__}.{name}")
    return Engine(partial(module.workers, scheduler=scheduler), module.IS_EAGER)


def engine_names() -> list[str]:
    """The engines there are."""
    return sorted(found.name for found in iter_modules(__path__))
