"""The HTTP server with live reload, on the livereload package (and the tornado under it)."""

from __future__ import annotations

import asyncio
import ipaddress
import mimetypes
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from showcase.built_site import BuiltSite
from showcase.serve.overlay import STYLE_PATH, fault_page, style, with_live_reload
from showcase.serve.served_site import AbandonedError, ServedSite
from showcase.serve.watching import changes
from showcase.workers import Workers

_HEAD_START = 0.25
"""Seconds that browsers have to load a page again before the rest of the site is made."""
_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".xml": "application/xml"}


OnBuild = Callable[[BuiltSite, tuple[str, ...], float], None]
"""Called after each build with the changed output paths and the seconds it took."""
OnCrash = Callable[[Exception], str]
"""Called with an error that is a bug of ours; saves a report and returns its path."""


@dataclass(frozen=True, slots=True)
class ServeRequest:
    """Where to listen and what to watch. `ignored` are folders inside the site that a build writes."""

    site: Path
    host: str
    port: int
    ignored: tuple[Path, ...]
    polling: bool = False


class _ReloadHandler(LiveReloadHandler):  # type: ignore[misc]
    """livereload's own protocol, for pages of this server only."""

    def check_origin(self, origin: str) -> bool:
        """A page of another site must not listen in (cross-site WebSocket hijacking)."""
        return bool(urlsplit(origin).netloc == self.request.host)


class _Local(web.RequestHandler):
    """Answers only requests that name this machine, so that a foreign page cannot reach unpublished drafts by DNS
    rebinding."""

    def initialize(self, served: ServedSite, host: str, port: int) -> None:
        self._served = served
        self._host = host
        self._port = port

    def prepare(self) -> None:
        name = urlsplit(f"//{self.request.host}").hostname or ""
        if name not in {"localhost", self._host} and not _is_address(name):
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")


class _PageHandler(_Local):
    """A file of the last good site; pages carry the reload script and the notice."""

    def head(self) -> None:
        self.get()

    def get(self) -> None:
        served, language = self._served, self._served.language
        if not served.ready:
            self.set_status(503)
            self._send("index.html", fault_page(served.diagnostics, language, self._port))
            return
        path = unquote(self.request.path)
        found = served.find(path)
        if found is not None and found.path.endswith("/index.html") and not path.endswith(("/", ".html")):
            self.redirect(f"{self.request.path}/")
            return
        if found is None:
            self.set_status(404)
            found = served.find("/404.html")
        if found is None:
            self._send("404.txt", b"404")
        elif found.path.endswith(".html"):
            self._send(found.path, with_live_reload(found.data, served.diagnostics, language, self._port))
        else:
            self._send(found.path, found.data)

    def _send(self, path: str, data: bytes) -> None:
        suffix = Path(path).suffix.lower()
        kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        textual = kind.startswith("text/") or kind in {"application/xml", "application/json"}
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if textual else kind)
        self.finish(data)


class _StyleHandler(_Local):
    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(style())


def listen(host: str, port: int, *, attempts: int = 20) -> tuple[list[socket.socket], int]:
    """Sockets on the first free port from `port` on, and that port. Port 0 asks the system for any.

    Raises OSError when none of `attempts` ports is free or the host is not this machine's.
    """
    last: OSError | None = None
    for candidate in range(port, port + attempts) if port else (0,):
        try:
            sockets = bind_sockets(candidate, address=host)
        except OSError as error:
            last = error
            continue
        return sockets, int(sockets[0].getsockname()[1])
    raise last or OSError("no free port")


async def serve(
    request: ServeRequest,
    served: ServedSite,
    sockets: list[socket.socket],
    on_build: OnBuild,
    on_crash: OnCrash,
) -> None:
    """Serves until cancelled; builds again after each burst of saves and tells every open page to reload. A bug of ours
    in a build is shown like a fault, over the last good page, and the next save is built as if nothing had been."""
    options: dict[str, Any] = {"served": served, "host": request.host, "port": request.port}
    application = web.Application(
        [
            (r"/livereload", _ReloadHandler),
            (r"/livereload\.js", LiveReloadJSHandler),
            (STYLE_PATH, _StyleHandler, options),
            (r".*", _PageHandler, options),
        ],
        log_function=lambda _handler: None,
    )
    # livereload keeps these on the class; its own watcher is not used, for it polls every file.
    LiveReloadHandler.live_css = False
    LiveReloadHandler.watcher = _Watched()
    server = HTTPServer(application)
    server.add_sockets(sockets)
    try:
        await _rebuild_on_change(request, served, on_build, on_crash)
    finally:
        server.stop()
        await server.close_all_connections()


async def _rebuild_on_change(
    request: ServeRequest, served: ServedSite, on_build: OnBuild, on_crash: OnCrash
) -> None:
    rebuilds = _Rebuilds(served, on_build, on_crash)
    try:
        async for paths in changes(request.site, request.ignored, polling=request.polling):
            await rebuilds.take(paths)
    finally:
        served.abandon()


class _Rebuilds:
    """One edit after the other: what is being looked at comes first, then, unless the next edit is there already, the
    rest."""

    def __init__(self, served: ServedSite, on_build: OnBuild, on_crash: OnCrash) -> None:
        self._served = served
        self._on_build = on_build
        self._on_crash = on_crash
        self._told = served.diagnostics
        self._rest: asyncio.Task[None] | None = None

    async def take(self, paths: tuple[str, ...]) -> None:
        """Shows edits of the files at `paths`; the rest of the site follows by itself."""
        started = time.monotonic()
        loop = asyncio.get_running_loop()
        touched = [Path(path) for path in paths]
        try:
            with Workers(1) as workers:
                site, changed = await loop.run_in_executor(None, self._served.look, touched, workers)
        except Exception as error:  # noqa: BLE001 - an editor's afternoon must not end with a bug of ours
            self._served.crashed(self._on_crash(error))
            self._reload(())
            return
        self._reload(changed)
        if site.faulty or site.config is None:
            self._on_build(site, changed, time.monotonic() - started)
        else:
            self._rest = asyncio.create_task(self._complete(changed, started, self._rest))

    async def _complete(
        self, shown: tuple[str, ...], started: float, abandoned: asyncio.Task[None] | None
    ) -> None:
        # Browsers are loading the page again at this moment; it shall not wait for the others.
        await asyncio.sleep(_HEAD_START)
        if abandoned is not None:
            await abandoned
        if self._rest is not asyncio.current_task():
            return
        loop = asyncio.get_running_loop()
        changed: tuple[str, ...] = ()
        try:
            site, changed = await loop.run_in_executor(None, self._served.complete)
            self._on_build(site, tuple({*shown, *changed}), time.monotonic() - started)
        except AbandonedError:
            return
        except Exception as error:  # noqa: BLE001 - as above
            self._served.crashed(self._on_crash(error))
        self._reload(changed)

    def _reload(self, changed: tuple[str, ...]) -> None:
        if changed or self._served.diagnostics != self._told:
            self._told = self._served.diagnostics
            LiveReloadHandler.reload_waiters("*")


class _Watched:
    """The part of a livereload watcher that its handler reads: the path for its log line."""

    filepath = ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
