"""Waiting for saved edits, by the operating system's own notifications."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

_DEBOUNCE_MS = 200
"""Longest wait for a burst of saves to end."""
_STEP_MS = 30
"""An editor's save is several events within a few milliseconds; this much silence ends it."""


class _SourceFilter(DefaultFilter):
    """Only what a build reads: not the output, not the cache, not editors' temporary files."""

    def __init__(self, site: Path, ignored: Iterable[Path]) -> None:
        super().__init__()
        self._site = site
        self._ignored = tuple(ignored)

    def __call__(self, change: Change, path: str) -> bool:
        changed = Path(path)
        if not super().__call__(change, path) or not changed.is_relative_to(self._site):
            return False
        if any(changed.is_relative_to(folder) for folder in self._ignored):
            return False
        parts = changed.relative_to(self._site).parts
        if not parts or any(part.startswith((".", "~")) or part.endswith("~") for part in parts):
            return False
        return parts[0] in {"content", "themes"} or parts == ("site.yaml",)


async def changes(
    site: Path, ignored: Iterable[Path], *, polling: bool = False
) -> AsyncIterator[tuple[str, ...]]:
    """Bursts of changed paths under the site folder, sorted. `polling` is for network and container folders where the
    system sends no notifications.

    The site folder itself is watched flat and only `content/` and `themes/` in depth, for it may hold a virtual
    environment or node_modules with more folders than the system lets one process watch.
    """
    watch_filter = _SourceFilter(site, ignored)
    bursts: asyncio.Queue[tuple[str, ...]] = asyncio.Queue()

    async def watch(folders: list[Path], *, recursive: bool) -> None:
        async for burst in awatch(
            *folders,
            watch_filter=watch_filter,
            debounce=_DEBOUNCE_MS,
            step=_STEP_MS,
            force_polling=polling,
            recursive=recursive,
        ):
            await bursts.put(tuple(sorted({path for _, path in burst})))

    tasks: dict[tuple[Path, ...], asyncio.Task[None]] = {
        (): asyncio.create_task(watch([site], recursive=False))
    }
    try:
        while True:
            # content/ and themes/ may come into being while we watch; an unwatched one would go unseen.
            deep = tuple(folder for folder in (site / "content", site / "themes") if folder.is_dir())
            if deep not in tasks:
                tasks[deep] = asyncio.create_task(watch(list(deep), recursive=True))
            yield await bursts.get()
    finally:
        for task in tasks.values():
            task.cancel()
