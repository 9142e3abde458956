"""A headless Chromium for tests, and a tab of it driven through its debugging protocol.

Where Chromium is not installed, `CHROMIUM` is ""; `needs_chromium` marks what needs it.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import shutil
import subprocess
from base64 import b64decode
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

import pyte
import pytest

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
"""Options by which it asks nobody for anything but the page."""

needs_chromium = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed"),
]

_PATIENCE_SECONDS = 60.0
_NOT_OF_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[ -/]*[a-zA-Z]|\x1b\[[0-9;]*\$[a-z]|\x1bP.*?\x1b\\")
_NAMED_KEYS = {"\t": ("Tab", 9), "\r": ("Enter", 13)}


class Tab:
    """A tab on a page of `workbench serve`.

    The page draws on a canvas, so what it shows is read off its connection.
    """

    def __init__(self, socket: Any) -> None:
        self.screen = pyte.Screen(400, 150)  # as wide as a page is ever asked for
        self._stream = pyte.ByteStream(self.screen)
        self._drawn = asyncio.Event()
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._reading = asyncio.create_task(self._read())

    async def open(self, link: str) -> None:
        """Go to a page."""
        for room in ("Network", "Page"):
            await self._ask(f"{room}.enable")
        await self._ask("Page.navigate", url=link)

    async def focus(self) -> None:
        """Bring it to the front, and click into it, which gives it the keyboard."""
        await self._ask("Page.bringToFront")
        await self._ask("Emulation.setFocusEmulationEnabled", enabled=True)
        where = {"x": 300, "y": 300, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            await self._ask("Input.dispatchMouseEvent", type=kind, **where)

    async def type(self, text: str) -> None:
        """Press keys; a tab and a carriage return are those keys."""
        for char in text:
            name, code = _NAMED_KEYS.get(char, (char, ord(char.upper())))
            down = {"key": name, "windowsVirtualKeyCode": code}
            down |= {"code": name} if char in _NAMED_KEYS else {"text": char}
            down |= {"text": char} if char == "\r" else {}
            await self._ask("Input.dispatchKeyEvent", type="keyDown", **down)
            await self._ask("Input.dispatchKeyEvent", type="keyUp", key=name)

    async def see(self, wanted: str) -> None:
        """Wait until a text stands on the screen."""
        deadline = monotonic() + _PATIENCE_SECONDS
        while wanted not in (shown := "\n".join(self.screen.display)):
            assert deadline > monotonic(), f"never seen: {wanted}\n{shown}"
            self._drawn.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._drawn.wait(), deadline - monotonic())

    async def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": params})
        return await asyncio.wait_for(self._answers[number], _PATIENCE_SECONDS)

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told.get("result", {}))
            elif told["method"] == "Network.webSocketFrameReceived":
                frame = told["params"]["response"]
                if frame["opcode"] == 2:  # binary (RFC 6455, section 5.2)
                    self._stream.feed(_NOT_OF_PYTE.sub(b"", b64decode(frame["payloadData"])))
                    self._drawn.set()


@contextmanager
def chromium(profile: Path) -> Iterator[str]:
    """Start Chromium with an empty profile; gives the address of its debugging protocol."""
    options = ("--remote-debugging-port=0", "--window-size=1400,900")
    process = subprocess.Popen(
        [CHROMIUM, *QUIET, *options, f"--user-data-dir={profile}", "about:blank"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        listening = next(line for line in process.stderr if "DevTools listening on" in line)
        found = re.search(r"ws://([^/]+)/", listening)
        assert found
        yield f"http://{found[1]}"
    finally:
        process.terminate()
        process.communicate(timeout=_PATIENCE_SECONDS)


@asynccontextmanager
async def tab(debugging: str, link: str) -> AsyncIterator[Tab]:
    """Open a page in a new tab."""
    import aiohttp

    async with aiohttp.ClientSession() as session:
        async with session.put(f"{debugging}/json/new?about:blank") as answer:
            address = (await answer.json())["webSocketDebuggerUrl"]
        async with session.ws_connect(address, max_msg_size=0) as socket:
            opened = Tab(socket)
            await opened.open(link)
            yield opened
