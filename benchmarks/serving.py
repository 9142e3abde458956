"""The workbench in a browser's tab: until it stands there, and until it answers a key."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Goal, NotAvailableError, Row, Sample
from benchmarks.folders import notes_folder
from benchmarks.programs import (
    ROOT,
    SIZE,
    TITLE,
    private_environment,
    private_home,
    wait_for_first_frame,
    workbench,
    workbench_terminal,
)
from tests.terminal import child_environment

try:
    import aiohttp
except ImportError:  # the extra web is not installed
    aiohttp = None  # type: ignore[assignment]

_DOWN, _UP = "\x1b[B", "\x1b[A"
_PATIENCE_SECONDS = 30.0
_QUIET_SECONDS = 0.15
_STEPS = 15
_SEQUENCE = re.compile(rb"\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1bP.*?\x1b\\")


def serving(runs: int, count: int) -> Iterator[Row]:
    """From asking for the page to the first frame in it, and from a key to what it draws.

    Beside the page stands the workbench in a terminal. All is on this machine, and the folder was
    read before; the browser is left out.

    Args:
        runs: How often.
        count: Sessions in the folder.

    Raises:
        NotAvailableError: The extra `web` is not installed.
    """
    if aiohttp is None:
        raise NotAvailableError("the extra web is not installed")
    folder = notes_folder(count)
    own: list[float] = []
    page: list[float] = []
    with private_home() as home, _served(folder, home) as link:
        asyncio.run(_first_page(link))  # both read and write what they keep
        for _ in range(runs + 1):
            with workbench_terminal(folder, home) as terminal:
                own.append(wait_for_first_frame(terminal))
                terminal.settle()
            page.append(asyncio.run(_first_page(link)))
        first, last = asyncio.run(_echoes(link, runs * 2 * _STEPS))
    yield Row(
        f"page of serve, {count:,} notes",
        Sample.of_seconds(page[1:]),
        "in a terminal",
        Sample.of_seconds(own[1:]),
        Goal(2),
    )
    yield Row("cursor key in a page", first)
    yield Row("cursor key in a page, p95", first.percentile(0.95), goal=Goal(60, "ms"))
    yield Row("cursor key in a page, to the last byte, p95", last.percentile(0.95))


@contextmanager
def _served(folder: Path, home: Path) -> Iterator[str]:
    """Serve a folder; gives the link."""
    process = subprocess.Popen(
        workbench(home, "serve", folder, "--port", "0"),
        cwd=ROOT,
        env=child_environment(private_environment(home)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process.stdout.readline().strip() if process.stdout else ""
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=_PATIENCE_SECONDS)


@asynccontextmanager
async def _tab(link: str) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """Ask for the page, and open its connection as its script does."""
    base = link.partition("/?")[0]
    jar = aiohttp.CookieJar(unsafe=True)  # the address is a number
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        async with session.get(link) as page:
            await page.read()
        columns, rows = SIZE
        address = f"{base}/ws?width={columns}&height={rows}"
        async with session.ws_connect(address, origin=base) as socket:
            yield socket


async def _first_page(link: str) -> float:
    """Seconds until the header is in a page."""
    began = perf_counter()
    async with _tab(link) as socket:
        await _see(socket, TITLE)
        return perf_counter() - began


async def _echoes(link: str, presses: int) -> tuple[Sample, Sample]:
    """Press cursor keys; until the first bytes that answer each, and until the last."""
    first: list[float] = []
    last: list[float] = []
    async with _tab(link) as socket:
        await _see(socket, " sessions")
        await _drawn(socket)
        for press in range(presses):
            began = perf_counter()
            await socket.send_json(["stdin", _UP if press // _STEPS % 2 else _DOWN])
            drawn = await _drawn(socket)
            first.append(drawn[0] - began)
            last.append(drawn[-1] - began)
    return Sample.of_seconds(first), Sample.of_seconds(last)


async def _see(socket: aiohttp.ClientWebSocketResponse, wanted: str) -> None:
    """Wait for a text among what is drawn."""
    drawn = b""
    while wanted.encode() not in _SEQUENCE.sub(b"", drawn):
        message = await asyncio.wait_for(socket.receive(), _PATIENCE_SECONDS)
        drawn += message.data if message.type == aiohttp.WSMsgType.BINARY else b""


async def _drawn(socket: aiohttp.ClientWebSocketResponse) -> list[float]:
    """When something was drawn, from the next bytes on until nothing more comes."""
    at: list[float] = []
    patience = _PATIENCE_SECONDS
    while True:
        try:
            message = await asyncio.wait_for(socket.receive(), patience)
        except TimeoutError:
            return at
        if message.type == aiohttp.WSMsgType.BINARY:
            at.append(perf_counter())
            patience = _QUIET_SECONDS
