"""The workbench in a browser: who is let in, and what a tab shows and does."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from time import monotonic
from types import TracebackType
from typing import Self

import pyte
import pytest

from tests.program import COMMAND, Desk
from tui.workbench import ReadOnlyError, Setting, Workbench

pytest.importorskip("textual_serve", reason="the extra web is not installed")
import aiohttp

_PATIENCE_SECONDS = 30.0
_SIZE = (160, 50)
_NOT_OF_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[ -/]*[a-zA-Z]|\x1b\[[0-9;]*\$[a-z]|\x1bP.*?\x1b\\")


@contextmanager
def served(desk: Desk, *options: str) -> Iterator[str]:
    """Serve the notes of a desk; gives the link."""
    process = subprocess.Popen(
        [*COMMAND, "serve", ".", "--port", "0", "--by", "Ana", *options],
        cwd=desk.notes,
        env=desk.environment(WORKBENCH_CONFIG=str(desk.home / "config.toml")),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    try:
        yield process.stdout.readline().decode().strip()
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=_PATIENCE_SECONDS)
    assert process.returncode in {0, 130}  # it may be interrupted before it serves
    assert (out, err.decode().strip()) == (b"", "")


@pytest.fixture
def link(desk: Desk) -> Iterator[str]:
    with served(desk) as link:
        yield link


def base_of(link: str) -> str:
    return link.partition("/?")[0]


class Tab:
    """A tab: a page that was let in, its connection, and the screen it draws."""

    def __init__(self, link: str) -> None:
        self.link, self.base = link, base_of(link)
        self.screen = pyte.Screen(*_SIZE)
        self._stream = pyte.ByteStream(self.screen)
        self._pressed = monotonic()
        self._came: list[tuple[float, int]] = []

    async def __aenter__(self) -> Self:
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        async with self.session.get(self.link) as page:
            assert page.status == 200
            self.page = await page.text()
            self.headers = page.headers
        columns, rows = _SIZE
        self._socket = await self.session.ws_connect(
            f"{self.base}/ws?width={columns}&height={rows}", origin=self.base
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        await self._socket.close()
        await self.session.close()

    @property
    def shown(self) -> str:
        """The screen, as text."""
        return "\n".join(self.screen.display)

    async def press(self, keys: str) -> None:
        """Send what a terminal sends for keys."""
        self._pressed = monotonic()
        self._came.clear()
        await self._socket.send_json(["stdin", keys])

    async def ended(self) -> None:
        """Wait until the connection is closed."""
        while (await self._socket.receive()).type == aiohttp.WSMsgType.BINARY:
            pass

    async def see(self, *wanted: str) -> None:
        """Read on until all of it stands on the screen."""
        deadline = monotonic() + _PATIENCE_SECONDS
        while not all(each in self.shown for each in wanted):
            left = deadline - monotonic()
            assert left > 0, f"never seen: {wanted}\n{self._told_since}\n{self.shown}"
            with suppress(TimeoutError):
                message = await asyncio.wait_for(self._socket.receive(), left)
                assert message.type in {aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT}, message
                if message.type == aiohttp.WSMsgType.BINARY:
                    self._came.append((monotonic(), len(message.data)))
                    self._stream.feed(_NOT_OF_PYTE.sub(b"", message.data))

    @property
    def _told_since(self) -> str:
        """What came after the last key, and when."""
        after = [f"{size:,} bytes after {at - self._pressed:.2f} s" for at, size in self._came]
        return f"since the last key: {', '.join(after) or 'nothing'}"


@asynccontextmanager
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as opened:
        yield opened


# Who is let in ---------------------------------------------------------------------------


async def test_nothing_is_given_without_the_token(link: str) -> None:
    base = base_of(link)
    asked = ["/", "/ws", "/static/js/textual.js", "/static/", "/download/x", "/?token=", "/none"]
    asked += [f"/?token={link[-20:]}", "/?token=%C3%A9%00", f"/static/css/xterm.css?{link[-40:]}"]
    async with session() as browser:
        for path in asked:
            async with browser.get(f"{base}{path}") as answer:
                assert answer.status == 403, path
                assert "workbench serve" in await answer.text()
                assert "Set-Cookie" not in answer.headers


async def test_the_link_lets_in_and_is_kept_out_of_the_page(link: str) -> None:
    async with session() as browser:
        async with browser.get(link, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (302, "/")
            cookie = answer.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Lax" in cookie
        async with browser.get(f"{base_of(link)}/") as answer:
            page = await answer.text()
            assert answer.status == 200
            assert link.rpartition("=")[2] not in page
            assert f"{base_of(link).replace('http', 'ws')}/ws" in page
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Cache-Control"] == "no-store"
        async with browser.get(f"{base_of(link)}/static/js/textual.js") as answer:
            assert answer.status == 200


async def test_another_page_may_not_connect(link: str) -> None:
    base = base_of(link)
    async with session() as browser:
        await browser.get(link)
        for origin in (
            None, "null", "http://example.org", f"{base}.example.org", base.replace("127", "128"),
            base.replace("http:", "https:"), base.rpartition(":")[0],
        ):  # fmt: skip
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await browser.ws_connect(f"{base}/ws", origin=origin)
            assert refused.value.status == 403
        async with browser.ws_connect(f"{base}/ws?width=80&height=24", origin=base) as opened:
            assert (await opened.receive()).type == aiohttp.WSMsgType.BINARY


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org:80", "127.0.0.1"])
async def test_another_name_for_us_is_refused(link: str, host: str) -> None:
    async with session() as browser, browser.get(link, headers={"Host": host}) as answer:
        assert answer.status == 403
        assert "Set-Cookie" not in answer.headers


def test_it_listens_on_this_machine_alone_unless_told_otherwise(desk: Desk) -> None:
    with served(desk) as link:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", link)
    said = subprocess.Popen(
        [*COMMAND, "serve", ".", "--port", "0", "--host", "0.0.0.0"],  # noqa: S104 - as asked
        cwd=desk.notes,
        env=desk.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert said.stdout
    assert said.stdout.readline().startswith(b"http://0.0.0.0:")
    said.send_signal(signal.SIGINT)
    _, err = said.communicate(timeout=_PATIENCE_SECONDS)
    assert err.startswith(b"workbench: others reach 0.0.0.0: whoever has the link reads your notes")
    assert b"decides in your name" in err


def test_a_port_that_is_taken_is_one_line(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = desk.run("serve", "--port", port)
    assert (said.status, said.out) == (3, b"")
    assert said.errors == [
        f"workbench: 127.0.0.1, port {port} cannot be had (Address already in use); try another"
    ]


def test_without_the_extra_it_says_what_to_install(desk: Desk) -> None:
    without = "import sys; sys.modules['textual_serve'] = None; from tui.cli import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", without, "serve"],
        cwd=desk.notes,
        env=desk.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr.count("\n") == 1
    assert "pip install 'session-workbench[web]'" in ended.stderr


# What a tab shows and does ---------------------------------------------------------------


async def test_a_tab_opens_filters_and_ticks_and_another_sees_it(desk: Desk, link: str) -> None:
    async with Tab(link) as one:
        await one.see("3 sessions", "Pending tasks")
        async with Tab(link) as other:
            await other.see("3 sessions", "0 done")
            await one.press("/")
            await one.press("transition\r")
            await one.see("2 of 3 sessions")
            await one.press("\t\t")
            await one.press(" ")
            await one.see("1 done")
            [record] = desk.records
            assert (record["by"], record["set"]) == ("Ana", {"status": "done"})
            await other.see("1 done")


async def test_interrupted_with_a_tab_open_everything_ends_in_silence(desk: Desk) -> None:
    with ExitStack() as server:
        async with Tab(server.enter_context(served(desk))) as tab:
            await tab.see("3 sessions", "Pending tasks")
            await asyncio.gather(asyncio.to_thread(server.close), tab.ended())


async def test_an_editor_is_not_opened(desk: Desk, link: str) -> None:
    async with Tab(link) as tab:
        await tab.see("3 sessions", "Pending tasks")
        await tab.press("e")
        await tab.see("in a terminal only, not in a browser")


async def test_read_only_is_refused_where_decisions_are_saved(desk: Desk) -> None:
    with served(desk, "--read-only") as link:
        async with Tab(link) as tab:
            await tab.see("3 sessions", "Pending tasks")
            await tab.press("r")
            await tab.see("was opened")
    assert not desk.store.exists()


def test_a_workbench_that_is_read_only_saves_nothing(desk: Desk) -> None:
    bench = Workbench(desk.notes, by="Ana", read_only=True)
    bench.load()
    row, task = bench.find_task("")[0]
    for draft in (
        bench.drafts.setting([(row, task)], Setting(status="done")),
        bench.drafts.review(row, reviewed=True),
    ):
        for keep in (bench.save, bench.decide):
            with pytest.raises(ReadOnlyError, match="was opened read-only; nothing is decided"):
                keep(draft)
    assert not desk.store.parent.exists()
    assert bench.status(task) == "pending"
    assert bench.notices() == ["opened read-only; nothing is decided here"]
