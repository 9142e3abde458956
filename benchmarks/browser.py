"""The workbench in a real browser, by hand: `python -m benchmarks.browser` (needs chromium).

A headless Chromium opens the link, filters, ticks; the tick must be in the journal, and a second
tab must see it. What is drawn on is a canvas, so what a tab shows is read off its connection.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import aiohttp
import pyte

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE_SECONDS = 60.0
_NOT_OF_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[ -/]*[a-zA-Z]|\x1b\[[0-9;]*\$[a-z]|\x1bP.*?\x1b\\")
_SEEDS = Path(__file__).parents[1] / "seeds"


class Tab:
    """A tab of the browser, driven through its debugging protocol."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.screen = pyte.Screen(400, 150)
        self._stream = pyte.ByteStream(self.screen)
        self.blocked: list[str] = []
        self._reading = asyncio.create_task(self._read())

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method of the protocol."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": params})
        return await self._answers[number]

    async def open(self, link: str) -> None:
        """Go to a page."""
        for room in ("Network", "Page", "Runtime", "Log"):
            await self.ask(f"{room}.enable")
        await self.ask("Page.navigate", url=link)

    async def type(self, text: str) -> None:
        """Press keys."""
        for char in text:
            key = {"\t": "Tab", "\r": "Enter"}.get(char, char)
            code = {"\t": 9, "\r": 13}.get(char, ord(char.upper()))
            down = {"key": key, "windowsVirtualKeyCode": code}
            down |= {"code": key} if len(key) > 1 else {"text": char}
            if char == "\r":
                down["text"] = char
            await self.ask("Input.dispatchKeyEvent", type="keyDown", **down)
            await self.ask("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def click(self, x: int, y: int) -> None:
        """Click somewhere, which gives the page the keyboard."""
        for kind in ("mousePressed", "mouseReleased"):
            await self.ask(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1
            )

    async def picture(self, file: Path) -> None:
        """Save what is seen."""
        shot = await self.ask("Page.captureScreenshot", format="png")
        file.write_bytes(b64decode(shot["data"]))

    async def see(self, wanted: str) -> None:
        """Wait until it stands on the screen."""
        await until(lambda: wanted in "\n".join(self.screen.display), wanted)

    async def _read(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said.get("result", {}))
            elif said["method"] == "Network.webSocketFrameReceived":
                frame = said["params"]["response"]
                if frame["opcode"] == 2:
                    self._stream.feed(_NOT_OF_PYTE.sub(b"", b64decode(frame["payloadData"])))
            elif said["method"] == "Log.entryAdded":
                self.blocked.append(said["params"]["entry"]["text"])


async def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds."""
    deadline = monotonic() + _PATIENCE_SECONDS
    while not holds():
        if monotonic() > deadline:
            raise SystemExit(f"never happened: {what}")
        await asyncio.sleep(0.05)


async def check(link: str, debugging: str, journal: Path, pictures: Path) -> None:
    """Two tabs: one filters and ticks, the other sees it."""
    async with aiohttp.ClientSession() as session:

        async def new_tab() -> Tab:
            async with session.put(f"{debugging}/json/new?about:blank") as answer:
                found = await answer.json()
            tab = Tab(await session.ws_connect(found["webSocketDebuggerUrl"], max_msg_size=0))
            await tab.open(link)
            await tab.see("3 sessions")
            return tab

        one, other = await new_tab(), await new_tab()
        await one.ask("Page.bringToFront")
        await one.ask("Emulation.setFocusEmulationEnabled", enabled=True)
        await one.click(300, 300)
        await one.type("/transition\r")
        await one.see("2 of 3 sessions")
        await one.type("\t\t ")
        await until(journal.exists, "the journal is begun")
        await other.see("1 done")
        record = json.loads(journal.read_bytes().split(b"\n")[0])
        print(f"ticked by {record['by']}: {record['set']}; the other tab shows it")
        for number, tab in enumerate((one, other)):
            await tab.ask("Page.bringToFront")
            await tab.picture(pictures / f"browser-{number}.png")
        for said in dict.fromkeys(one.blocked):
            print(f"the browser says: {said}")


def main() -> None:
    """Serve the sample documents, start a browser, check."""
    chromium = next(filter(None, map(shutil.which, _NAMES)), None)
    if chromium is None:
        raise SystemExit("there is no Chromium here; install it, then try again")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        notes = Path(shutil.copytree(_SEEDS, folder / "notes"))
        served = subprocess.Popen(
            [sys.executable, "-m", "tui", "serve", notes, "--port", "0", "--by", "Ana"],
            stdout=subprocess.PIPE,
        )
        browser = subprocess.Popen(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
             "--window-size=1400,900", f"--user-data-dir={folder / 'browser'}", "about:blank"],
            stderr=subprocess.PIPE,
        )  # fmt: skip
        try:
            assert served.stdout
            assert browser.stderr
            link = served.stdout.readline().decode().strip()
            lines = (line.decode() for line in browser.stderr)
            listening = next(line for line in lines if "DevTools listening on" in line)
            where = re.search(r"ws://([^/]+)/", listening)
            assert where
            journal = notes / ".workbench" / "tasks.jsonl"
            asyncio.run(check(link, f"http://{where[1]}", journal, Path(tempfile.gettempdir())))
        finally:
            for process in (browser, served):
                process.terminate()
                process.wait()


if __name__ == "__main__":
    main()
