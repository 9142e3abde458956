"""A page in a real Chromium: it is laid out whole, says nothing to the console, loads nothing."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.chromium import CHROMIUM, QUIET, needs_chromium
from tests.hostile import ATTACKS
from tests.reports.test_html import pages
from tests.reports.values import MARKUP

# What Chromium asks for itself, whatever page it shows.
ITS_OWN = re.compile(
    r"(file|data|about|chrome[a-z-]*):|https?://([a-z0-9-]+\.)*(google|googleapis)\.com/"
)
PATIENCE = 120
PHONE = 390
pytestmark = needs_chromium

# A frame as wide as a phone, since a window cannot be; the probe says how wide the page is in it.
FRAME = """<!doctype html><iframe src="{name}" style="width:{width}px;height:800px;border:0">
</iframe><script>onload = () => {{ const page = frames[0].document.documentElement;
document.title = `${{page.clientWidth}} ${{page.scrollWidth}}`; }}</script>"""


class Seen(NamedTuple):
    """What Chromium made of a page, said to its console, and asked for."""

    dom: str
    console: list[str]
    asked: set[str]


def open_page(page: Path) -> Seen:
    """Open a file and let it load; whatever it would ask of the network is not found."""
    log = page.with_suffix(".log.json")
    ended = subprocess.run(
        [
            CHROMIUM, *QUIET, "--allow-file-access-from-files",
            f"--user-data-dir={page.parent / 'profile'}", f"--log-net-log={log}",
            "--enable-logging=stderr", "--v=0",
            "--virtual-time-budget=2000", "--dump-dom", page.as_uri(),
        ],
        capture_output=True, check=False, text=True, encoding="utf-8", timeout=PATIENCE,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    urls = re.findall(r'"url":"([^"]*)"', log.read_text(encoding="utf-8"))
    assert json.loads(log.read_text(encoding="utf-8"))["events"]
    return Seen(
        ended.stdout,
        [line for line in ended.stderr.splitlines() if "CONSOLE" in line],
        {url for url in urls if not ITS_OWN.match(url)},
    )


def written(folder: Path, text: str, which: int) -> Path:
    page = folder / f"page{which}.html"
    page.write_text(pages(text)[which], encoding="utf-8")
    return page


def test_what_is_looked_for_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text('<img src="http://example.org/x.png"><script>console.error("oh")</script>')
    seen = open_page(page)
    assert any("oh" in line for line in seen.console)
    assert any(url.startswith("http://example.org/") for url in seen.asked)


@pytest.mark.parametrize("which", [0, 1], ids=["report", "agenda"])
def test_a_page_is_quiet_and_loads_nothing(tmp_path: Path, which: int) -> None:
    seen = open_page(written(tmp_path, "".join((*MARKUP, *ATTACKS.values())), which))
    assert seen.console == []
    assert seen.asked == set()
    assert "</main>" in seen.dom
    assert "onerror=" not in re.sub(r">[^<]*<", "><", seen.dom)


@pytest.mark.parametrize("which", [0, 1], ids=["report", "agenda"])
def test_a_page_is_no_wider_than_a_phone(tmp_path: Path, which: int) -> None:
    page = written(tmp_path, "Consolidated-" * 9 + " 日本語 " + "x" * 90, which)
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.format(name=page.name, width=PHONE))
    title = re.search(r"<title>(\d+) (\d+)</title>", open_page(frame).dom)
    assert title
    assert int(title[2]) <= int(title[1]) <= PHONE
