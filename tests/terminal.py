"""Drive a program in a real pseudo-terminal and read back what a person would see.

`Terminal` starts the program on a terminal of its own, sends it keys and keeps the screen it
draws, with pyte as the screen. Nothing here sleeps: every wait is a `select` with a deadline that
ends with the byte it waited for.

    with Terminal().start(["workbench", "seeds"], size=(80, 24)) as terminal:
        terminal.wait_for("3 sessions")
        terminal.press("down", "space")
        terminal.wait_for(lambda seen: "1 done" in seen.screen[0])

Times are seconds since the program was started, unless a docstring says otherwise. The module can
be imported anywhere; a terminal can be started where `AVAILABLE` is true (Linux, macOS).
"""

from __future__ import annotations

import os
import re
import select
import struct
import subprocess
import unicodedata
import warnings
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import NamedTuple, Self

import pyte
from wcwidth import wcwidth

AVAILABLE = find_spec("termios") is not None
"""Whether this system has pseudo-terminals."""

SIGKILL = 9

_READ_SIZE = 65_536
_EXIT_POLL = 0.05
_LULL = 0.3  # longer than a program that is at work is silent
_BREATH = 1.5  # but one that goes on and on is looked at now and then
_PATIENCE = 45.0  # it only ends what has failed: a busy machine may be slow

# What an outer terminal or a colour preference would change about the program's drawing.
_UNSET = {
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "FORCE_COLOR",
    "LC_TERMINAL",
    "LINES",
    "NO_COLOR",
    "STY",
    "TERM_PROGRAM",
    "TMUX",
    "WT_SESSION",
}
_IDENTITY = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}

_LETTER_KEYS = {"up": "A", "down": "B", "right": "C", "left": "D", "end": "F", "home": "H"} | {
    "f1": "P",
    "f2": "Q",
    "f3": "R",
    "f4": "S",
}
_NUMBER_KEYS = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6} | {
    "f5": 15,
    "f6": 17,
    "f7": 18,
    "f8": 19,
    "f9": 20,
    "f10": 21,
    "f11": 23,
    "f12": 24,
}
_PLAIN_KEYS = {"enter": "\r", "tab": "\t", "space": " ", "backspace": "\x7f", "escape": "\x1b"}
_MODIFIERS = {"shift": 1, "alt": 2, "ctrl": 4}
_UNAMBIGUOUS_ESCAPE = "\x1b[27u"

_SEQUENCE = re.compile(
    rb"\x1b\[(?P<prefix>[<=>?]?)(?P<numbers>[0-9:;]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1b[PX^_][^\x1b]*\x1b\\"
)
_DRAWING_BEGINS, _DRAWING_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
_QUESTION = re.compile(rb"\x1b\[[<=>?]?[0-9;]*(?:\$p|[cnu])")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")


class Answer(NamedTuple):
    """How long a program took to answer a key.

    Attributes:
        first: Seconds from writing the key to the first byte that came back.
        last: Seconds from writing the key to the last byte before the screen fell quiet.
    """

    first: float
    last: float


class _Chunk(NamedTuple):
    """Bytes read in one go, and when they arrived."""

    at: float
    data: bytes


class _Screen(pyte.Screen):
    """A pyte screen that keeps zero-width characters.

    pyte drops the rest of a run of text behind a variation selector or a joiner; here such a
    character stays with the cell before it.
    """

    def draw(self, data: str) -> None:
        """Draw text at the cursor.

        Args:
            data: Text without control sequences.
        """
        if data.isascii():
            super().draw(data)
            return
        run: list[str] = []
        for char in data:
            if wcwidth(char) > 0 or unicodedata.combining(char):
                run.append(char)
                continue
            super().draw("".join(run))
            run.clear()
            if unicodedata.category(char) != "Cc":
                self._append(char)
        super().draw("".join(run))

    def _append(self, char: str) -> None:
        if self.cursor.x:
            line = self.buffer[self.cursor.y]
            cell = line[self.cursor.x - 1]
            line[self.cursor.x - 1] = cell._replace(data=cell.data + char)

    def line(self, row: int) -> str:
        """One line as text.

        Args:
            row: The line's number, from 0.

        Returns:
            The text of all its cells, spaces at the end included.
        """
        cells = self.buffer[row]
        return "".join(cells[column].data for column in range(self.columns))


class _Emulator:
    """The terminal itself: bytes of the program in, a screen and answers to its questions out.

    Args:
        columns: Width in cells.
        rows: Height in cells.
        kitty: Whether to have the keyboard protocol of kitty, as newer terminals do.
    """

    def __init__(self, columns: int, rows: int, *, kitty: bool) -> None:
        self.modes: set[bytes] = set()
        self.keyboard: list[bytes] = []
        self._kitty = kitty
        self._main = _Screen(columns, rows)
        self._shown = self._main
        self._stream = pyte.ByteStream(self._main)
        self._held = b""
        self._lines: list[str] = []

    @property
    def updating(self) -> bool:
        """Whether the program is half way through a synchronised drawing."""
        return b"2026" in self.modes

    @property
    def title(self) -> str:
        """The window title."""
        return self._shown.title

    @property
    def lines(self) -> list[str]:
        """The screen's lines, read again only where they changed."""
        if len(self._lines) != self._shown.lines:
            self._lines = [""] * self._shown.lines
            self._shown.dirty.update(range(self._shown.lines))
        for row in self._shown.dirty:
            if row < len(self._lines):
                self._lines[row] = self._shown.line(row)
        self._shown.dirty.clear()
        return self._lines

    def resize(self, columns: int, rows: int) -> None:
        """Give the screens another size, in cells."""
        self._main.resize(rows, columns)
        if self._shown is not self._main:
            self._shown.resize(rows, columns)
        self._lines = []

    def feed(self, data: bytes) -> bytes:
        """Show what the program wrote.

        Args:
            data: Bytes as they came; a sequence cut in two waits for its other half.

        Returns:
            What a terminal answers to the questions among them.
        """
        data = self._held + data
        cut = _UNFINISHED.search(data)
        whole = data[: cut.start()] if cut else data
        self._held = data[len(whole) :]
        answers = bytearray()
        shown = 0
        for sequence in _SEQUENCE.finditer(whole):
            if _pyte_understands(sequence):
                continue
            self._stream.feed(whole[shown : sequence.start()])
            shown = sequence.end()
            if sequence["final"] is not None:
                answers += self._obey(sequence)
        self._stream.feed(whole[shown:])
        return bytes(answers)

    def _obey(self, sequence: re.Match[bytes]) -> bytes:
        prefix, numbers, middle, final = sequence.group("prefix", "numbers", "middle", "final")
        match prefix + middle + final:
            case b"?h" | b"?l":
                self._set_modes(numbers, on=final == b"h")
            case b"?$p":
                return b"\x1b[?%b;%d$y" % (numbers, self._mode_report(numbers))
            case b">u" | b"=u" if self._kitty:
                self.keyboard.append(numbers)
            case b"<u" if self.keyboard:
                self.keyboard.pop()
            case b"?u" if self._kitty:
                return b"\x1b[?%bu" % (self.keyboard[-1] if self.keyboard else b"0")
            case b"c" if numbers in {b"", b"0"}:
                return b"\x1b[?62;22c"
            case b">c":
                return b"\x1b[>1;10;0c"
            case b"n" if numbers == b"5":
                return b"\x1b[0n"
            case b"n" if numbers == b"6":
                cursor = self._shown.cursor
                return b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x + 1)
            case _:
                pass
        return b""

    def _set_modes(self, numbers: bytes, *, on: bool) -> None:
        for mode in numbers.split(b";"):
            if mode == b"1049":
                self._show(_Screen(self._main.columns, self._main.lines) if on else self._main)
            if on:
                self.modes.add(mode)
            else:
                self.modes.discard(mode)

    def _mode_report(self, mode: bytes) -> int:
        """DECRPM's word for a mode: 0 unknown, 1 set, 2 reset."""
        if mode != b"2026":
            return 0
        return 1 if mode in self.modes else 2

    def _show(self, screen: _Screen) -> None:
        self._stream.detach(self._shown)
        self._stream.attach(screen)
        self._shown = screen
        self._lines = []


def _pyte_understands(sequence: re.Match[bytes]) -> bool:
    """Whether pyte can be handed a sequence, and nobody else has to act on it."""
    prefix, numbers, middle, final, command = sequence.group(
        "prefix", "numbers", "middle", "final", "command"
    )
    if final is None:
        return command is not None and command[:2] in {b"0;", b"2;"}
    if middle or b":" in numbers:
        return False
    if prefix == b"?":
        return final in b"hl" and not {b"1049", b"2026"} & set(numbers.split(b";"))
    return not prefix and final not in b"cn"


def encode_key(key: str, *, kitty: bool = False) -> bytes:
    """The bytes a terminal sends for a key.

    Args:
        key: A name (`down`, `pageup`, `enter`, `f5`, …), one character, or either of them behind
            modifiers (`shift+tab`, `ctrl+r`, `alt+x`, `ctrl+shift+up`).
        kitty: Whether the program asked for kitty's keyboard protocol, where the escape key
            cannot be taken for the start of a sequence.

    Returns:
        The bytes to write.

    Raises:
        ValueError: There is no such key.
    """
    *held, name = [key] if len(key) == 1 else key.split("+")
    if unknown := set(held) - set(_MODIFIERS):
        raise ValueError(f"no such modifier: {', '.join(sorted(unknown))}")
    if name in _LETTER_KEYS or name in _NUMBER_KEYS:
        return _cursor_key(name, 1 + sum(_MODIFIERS[modifier] for modifier in held)).encode()
    if name == "escape" and kitty and not held:
        return _UNAMBIGUOUS_ESCAPE.encode()
    if held == ["shift"] and name == "tab":
        return b"\x1b[Z"
    typed = _PLAIN_KEYS.get(name, name)
    if len(typed) != 1 or "shift" in held:
        raise ValueError(f"no such key: {key}")
    if "ctrl" in held:
        if typed != " " and not "@" <= typed.upper() <= "_":
            raise ValueError(f"no such key: {key}")
        typed = chr(ord(typed.upper()) & 0x1F)
    return ("\x1b" * ("alt" in held) + typed).encode()


def _cursor_key(name: str, modifier: int) -> str:
    if name in _NUMBER_KEYS:
        held = f";{modifier}" if modifier > 1 else ""
        return f"\x1b[{_NUMBER_KEYS[name]}{held}~"
    if modifier > 1:
        return f"\x1b[1;{modifier}{_LETTER_KEYS[name]}"
    return f"\x1b{'O' if name.startswith('f') else '['}{_LETTER_KEYS[name]}"


class Terminal:
    """A program in a pseudo-terminal of its own.

    As a context manager it ends the program, and whatever that started, on the way out.

    Args:
        kitty: Whether the terminal has kitty's keyboard protocol. Without it a lone escape key is
            told from a sequence by its timing only, as in older terminals.
    """

    def __init__(self, *, kitty: bool = True) -> None:
        self.started_at = 0.0
        """When the program was started, as `time.perf_counter` tells it."""
        self.first_output_at: float | None = None
        """When its first byte arrived; `None` before that."""
        self._kitty = kitty
        self._emulator = _Emulator(80, 24, kitty=kitty)
        self._process: subprocess.Popen[bytes] | None = None
        self._master = -1
        self._hung_up = True
        self._raw = bytearray()
        self._backlog: deque[_Chunk] = deque()
        self._peak: int | None = None
        self._shown_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(
        self,
        argv: Sequence[str | Path],
        *,
        size: tuple[int, int] = (160, 50),
        env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
    ) -> Self:
        """Start a program. The terminal has its size before the program runs.

        Args:
            argv: The program and its arguments; run as they are, not through a shell.
            size: Columns and rows.
            env: Changes to this process's environment; `None` takes a variable out.
            cwd: The folder to run in.

        Returns:
            This terminal.

        Raises:
            OSError: The program could not be started.
            RuntimeError: This terminal has a program already.
        """
        import pty

        if self._process is not None:
            raise RuntimeError("a terminal runs one program")
        self._master, tty = pty.openpty()
        os.set_blocking(self._master, False)
        self._emulator = _Emulator(*size, kitty=self._kitty)
        self._hung_up = False
        self.started_at = perf_counter()
        try:
            self._process = _spawn(
                list(map(str, argv)), tty, size, child_environment(env or {}), cwd
            )
        except BaseException:
            self.close()
            raise
        finally:
            os.close(tty)
        return self

    def close(self) -> None:
        """End the program and all its children, and give the terminal back. May be repeated."""
        if self._process is not None:
            self.kill()
            self._process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Cut the line to the program. May be repeated."""
        if self._master >= 0:
            os.close(self._master)
        self._master = -1
        self._hung_up = True

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._running().pid

    @property
    def title(self) -> str:
        """The window title the program set last."""
        return self._emulator.title

    @property
    def screen(self) -> list[str]:
        """The screen's lines from top to bottom, each as wide as the terminal.

        It stands as it was when a method last read from the program; looking does not read on.
        """
        return list(self._emulator.lines)

    @property
    def text(self) -> str:
        """The screen as one string: its lines, without spaces at their ends."""
        return "\n".join(line.rstrip() for line in self.screen)

    @property
    def raw(self) -> bytes:
        """Every byte the program has written so far."""
        self._drain()
        return bytes(self._raw)

    @property
    def rss(self) -> int | None:
        """The program's peak resident memory in kB, its children not counted.

        Known on Linux while the program runs, and after that as it was last asked for; else `None`.
        """
        if self._process is not None:
            with suppress(OSError):
                status = Path(f"/proc/{self._process.pid}/status").read_text()
                if peak := re.search(r"^VmHWM:\s*(\d+) kB$", status, re.MULTILINE):
                    self._peak = int(peak[1])
        return self._peak

    def press(self, *keys: str) -> None:
        """Press keys, one after the other.

        Args:
            keys: Names as `encode_key` knows them.
        """
        self._show_backlog()
        for key in keys:
            self._write(self._encode(key))

    def type(self, text: str) -> None:
        """Type text, character by character, as a person would.

        Args:
            text: What to type.
        """
        self._write(text.encode())

    def wait_for(
        self, wanted: str | Callable[[Terminal], bool], timeout: float = _PATIENCE
    ) -> float:
        """Read until the screen shows something.

        The screen is looked at after every piece that arrives, but never half way through a
        synchronised drawing.

        Args:
            wanted: Text that must stand on one line of the screen, or a condition on this terminal.
            timeout: Seconds to wait at most.

        Returns:
            When the piece that completed it arrived.

        Raises:
            TimeoutError: It was not shown in time, or the program ended without showing it.
        """
        deadline = perf_counter() + timeout
        arrived = self._shown_at  # not now: to show a screen of text takes longer than to draw it
        while self._emulator.updating or not self._holds(wanted):
            chunk = self._next_chunk(deadline) if perf_counter() < deadline else None
            if chunk is None:
                why = "the program ended" if self._hung_up else f"{timeout:g} s went by"
                what = f"it showed {wanted!r}" if isinstance(wanted, str) else "it was as wanted"
                raise TimeoutError(f"{why} before {what}; {self._state()}")
            self._show(chunk)
            arrived = chunk.at
        return arrived

    def time_until(
        self, wanted: str | Callable[[Terminal], bool], timeout: float = _PATIENCE
    ) -> float:
        """Tell when the screen first showed something, as `wait_for` does, but find it out later.

        As long as the program goes on writing, what arrives is only read, for a while: to work out
        what the screen shows would take a processor from it and from what it has started.

        Args:
            wanted: As in `wait_for`.
            timeout: Seconds to wait at most.

        Returns:
            When the piece that completed it arrived.

        Raises:
            TimeoutError: It was not shown in time, or the program ended without showing it.
        """
        deadline = perf_counter() + timeout
        if not self._emulator.updating and self._holds(wanted):
            return self._shown_at
        while True:
            until = min(deadline, perf_counter() + _BREATH)
            while self._wait_readable(min(until, perf_counter() + _LULL)) and self._drain():
                if _QUESTION.search(self._backlog[-1].data):  # it may wait for the answer
                    break
            while self._backlog:
                self._show(self._backlog.popleft())
                if not self._emulator.updating and self._holds(wanted):
                    return self._shown_at
            if self._hung_up or perf_counter() >= deadline:
                return self.wait_for(wanted, 0.0)

    def settle(self, quiet: float = 0.2, timeout: float = _PATIENCE) -> None:
        """Read until nothing more arrives.

        Args:
            quiet: Seconds of silence that count as nothing more.
            timeout: Seconds after which a program that never falls silent is left talking.
        """
        deadline = perf_counter() + timeout
        while (now := perf_counter()) < deadline:
            chunk = self._next_chunk(min(deadline, now + quiet))
            if chunk is None:
                return
            self._show(chunk)

    def answer(self, key: str, *, quiet: float = 0.06, timeout: float = 5.0) -> Answer:
        """Press one key and time the answer.

        The bytes are only read while the clock runs; the screen is drawn from them afterwards.

        Args:
            key: A name as `encode_key` knows it.
            quiet: Seconds of silence that end the answer; not part of the times.
            timeout: Seconds to wait for it, and for its end.

        Returns:
            The seconds to its first and to its last byte.

        Raises:
            TimeoutError: Nothing came back.
        """
        self._show_backlog()
        self._write(self._encode(key))
        sent = self._clock()
        deadline = perf_counter() + timeout
        wait_until = deadline
        while perf_counter() < deadline and self._wait_readable(wait_until) and self._drain():
            wait_until = min(deadline, perf_counter() + quiet)
        if not self._backlog:
            raise TimeoutError(f"nothing came back for {key!r}; the screen:\n{self.text.rstrip()}")
        times = Answer(self._backlog[0].at - sent, self._backlog[-1].at - sent)
        self._show_backlog()
        return times

    def timed_key(self, key: str, *, quiet: float = 0.06, timeout: float = 5.0) -> float:
        """Press one key and time the whole answer; see `answer`.

        Args:
            key: A name as `encode_key` knows it.
            quiet: Seconds of silence that end the answer; not part of the time.
            timeout: Seconds to wait for it, and for its end.

        Returns:
            Seconds from writing the key to the last byte of the answer.

        Raises:
            TimeoutError: Nothing came back.
        """
        return self.answer(key, quiet=quiet, timeout=timeout).last

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size; the system tells the program.

        Args:
            columns: The new width in cells.
            rows: The new height in cells.
        """
        self._show_backlog()
        self._emulator.resize(columns, rows)
        _set_size(self._master, columns, rows)

    def wait_exit(self, timeout: float = _PATIENCE) -> int:
        """Read on until the program has ended.

        Args:
            timeout: Seconds to wait at most.

        Returns:
            Its exit status; minus the number of the signal that ended it.

        Raises:
            TimeoutError: It still runs.
        """
        process = self._running()
        deadline = perf_counter() + timeout
        while process.poll() is None:
            if perf_counter() >= deadline:
                raise TimeoutError(f"still running after {timeout:g} s:\n{self.text.rstrip()}")
            if self._hung_up:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(max(0.0, deadline - perf_counter()))
            elif chunk := self._next_chunk(min(deadline, perf_counter() + _EXIT_POLL)):
                self._show(chunk)
        self._show_backlog()
        return process.returncode

    def kill(self, signal: int = SIGKILL) -> None:
        """Send a signal to the program and its children. Nothing happens if they are gone.

        Args:
            signal: The signal's number.
        """
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._running().pid, signal)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("no program was started")
        return self._process

    def _clock(self) -> float:
        return perf_counter() - self.started_at

    def _encode(self, key: str) -> bytes:
        return encode_key(key, kitty=bool(self._emulator.keyboard))

    def _holds(self, wanted: str | Callable[[Terminal], bool]) -> bool:
        if callable(wanted):
            return wanted(self)
        return any(wanted in line for line in self._emulator.lines)

    def _show(self, chunk: _Chunk) -> None:
        self._shown_at = chunk.at
        answers = self._emulator.feed(chunk.data)
        if answers and not self._hung_up:
            self._write(answers)

    def _show_backlog(self) -> None:
        """Show what has arrived, and the rest of a drawing that it breaks off in."""
        self._drain()
        while self._backlog:
            self._show(self._backlog.popleft())
        deadline = perf_counter() + _PATIENCE
        while self._emulator.updating and (chunk := self._next_chunk(deadline)):
            self._show(chunk)

    def _state(self) -> str:
        """What a person who was not there has to know: the screen, and how it came to be."""
        drawing = "half way through a drawing, " if self._emulator.updating else ""
        ended = bytes(self._raw[-200:])
        return f"{drawing}its last bytes {ended!r}; the screen:\n{self.text.rstrip()}"

    def _next_chunk(self, deadline: float) -> _Chunk | None:
        """The oldest piece not shown yet; `None` if none came before the deadline."""
        self._drain()
        if not self._backlog and self._wait_readable(deadline):
            self._drain()
        # The rest of a drawing is read before any of it is shown, which takes pyte longer than the
        # program to write it: else the program would wait for pyte, and be timed at that.
        while self._is_cut_short() and self._wait_readable(deadline) and self._drain():
            pass
        return self._backlog.popleft() if self._backlog else None

    def _is_cut_short(self) -> bool:
        """Whether what has arrived ends half way through a synchronised drawing."""
        return self._raw.rfind(_DRAWING_BEGINS) > self._raw.rfind(_DRAWING_ENDS)

    def _wait_readable(self, deadline: float) -> bool:
        if self._hung_up:
            return False
        wait = max(0.0, deadline - perf_counter())
        return bool(select.select([self._master], [], [], wait)[0])

    def _drain(self) -> bool:
        """Put what has arrived on the backlog; whether that was anything."""
        before = len(self._backlog)
        while not self._hung_up:
            try:
                data = os.read(self._master, _READ_SIZE)
            except BlockingIOError:
                break
            except OSError:
                data = b""
            if not data:
                self._hung_up = True
                break
            self._take(data)
        return len(self._backlog) > before

    def _take(self, data: bytes) -> None:
        now = self._clock()
        if self.first_output_at is None:
            self.first_output_at = now
        self._raw += data
        self._backlog.append(_Chunk(now, data))

    def _write(self, data: bytes) -> None:
        """Write to the program, reading meanwhile so that neither waits for the other."""
        self._running()
        while data and not self._hung_up:
            readable, writable, _ = select.select([self._master], [self._master], [])
            if readable:
                self._drain()
            if writable and not self._hung_up:
                with suppress(BlockingIOError):
                    data = data[os.write(self._master, data) :]


def child_environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """The environment of a program in a terminal, whatever terminal this process runs in.

    Args:
        changes: Variables to set; `None` takes one out.

    Returns:
        This process's environment with them, and with the terminal's own variables.
    """
    names = (name for name in os.environ if not name.startswith("TEXTUAL"))
    inherited = {name: os.environ[name] for name in names if name not in _UNSET}
    wanted = {**inherited, **_IDENTITY, **changes}
    return {name: value for name, value in wanted.items() if value is not None}


def _set_size(tty: int, columns: int, rows: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(tty, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _spawn(
    argv: list[str], tty: int, size: tuple[int, int], env: dict[str, str], cwd: Path | None
) -> subprocess.Popen[bytes]:
    """Start a program as the leader of a new session whose controlling terminal is `tty`."""
    import fcntl
    import termios

    def take_terminal() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        _set_size(0, *size)

    with warnings.catch_warnings():
        # The child only makes two system calls before it becomes another program, which is safe
        # in a process with threads; newer Pythons warn of any such fork.
        warnings.simplefilter("ignore", DeprecationWarning)
        return subprocess.Popen(
            argv,
            stdin=tty,
            stdout=tty,
            stderr=tty,
            cwd=cwd,
            env=env,
            start_new_session=True,
            preexec_fn=take_terminal,
        )
