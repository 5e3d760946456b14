"""Processes that stages spread their work over, started only when it pays."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    # Importing these takes as long as many a small build; `_started` does when there is a pool to make.
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Context = TypeVar("Context")
Result = TypeVar("Result")

_WORTH_A_POOL = 96
"""Fewer items than this are done before a pool has started (measured: about 0.15 s for two processes)."""
_CHUNK = 16
_AHEAD = 4
"""Chunks for each process that wait or are done before their results are asked for."""


class Workers:
    """A process pool that comes into being at its first large piece of work. Use as a context manager.

    Results come in the order of the items whatever the number of processes, so parallel equals serial.
    """

    def __init__(self, jobs: int, checkpoint: Callable[[], None] | None = None) -> None:
        """`checkpoint` is called before each item that is worked on in this process; what it raises ends the work."""
        self._jobs = jobs
        self._checkpoint = checkpoint
        self._pool: ProcessPoolExecutor | None = None
        self._load: Callable[[], None] | None = None

    def load_first(self, load: Callable[[], None]) -> None:
        """`load` is called before processes are forked: what it loads, all of them share."""
        self._load = load

    def __enter__(self) -> Workers:
        collect_seldom()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def map(
        self,
        function: Callable[[Item, Context], Result],
        items: Iterable[Item],
        context: Context,
        *,
        chunk: int | None = None,
        worth: int | None = None,
    ) -> Iterator[Result]:
        """`function(item, context)` for each item, in order. `function` must be a module-level function, and all
        values picklable. `chunk` of them travel at a time; from `worth` of them on a pool pays.

        Items are taken, and results given, as they are asked for: of many that are made one by one, few are ever there
        at a time."""
        if self._jobs < 2:
            return self._here(function, items, context)
        return self._spread(function, iter(items), context, worth or _WORTH_A_POOL, chunk or _CHUNK)

    def _here(
        self, function: Callable[[Item, Context], Result], items: Iterable[Item], context: Context
    ) -> Iterator[Result]:
        for item in items:
            if self._checkpoint is not None:
                self._checkpoint()
            yield function(item, context)

    def _spread(
        self,
        function: Callable[[Item, Context], Result],
        items: Iterator[Item],
        context: Context,
        worth: int,
        chunk: int,
    ) -> Iterator[Result]:
        first = list(islice(items, worth))
        if len(first) < worth:
            yield from self._here(function, first, context)
            return
        items = chain(first, items)
        under_way: deque[Future[list[Result]]] = deque()
        while taken := list(islice(items, chunk)):
            under_way.append(self._started().submit(_apply, function, taken, context))
            if len(under_way) > _AHEAD * self._jobs:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            # Forking is quickest, but only safe on Linux and while no other thread holds a lock.
            safe = sys.platform == "linux" and threading.active_count() == 1
            if safe and self._load is not None:
                self._load()
            self._pool = ProcessPoolExecutor(
                self._jobs,
                mp_context=multiprocessing.get_context("fork" if safe else "spawn"),
                initializer=_begin,
            )
        return self._pool


def collect_seldom() -> None:
    """Lets the garbage collector look seldom, and not at what stands already: a build makes millions of values that stay,
    and looking through them again and again was a fifth of its time. Cycles, of which parsing makes some, still go."""
    # Once: what is frozen later may be garbage already, and would stay for as long as the preview runs.
    if not gc.get_freeze_count():
        gc.freeze()
    gc.set_threshold(50_000, 50, 1000)


def _begin() -> None:
    """The start of a process of the pool. Killed, the program cannot end its pool, which would wait for work for ever."""
    import multiprocessing

    collect_seldom()
    gc.freeze()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)


def _apply(
    function: Callable[[Item, Context], Result], items: Sequence[Item], context: Context
) -> list[Result]:
    return [function(item, context) for item in items]
