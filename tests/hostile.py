"""Notes that try to act: on the terminal, as markup, on the reader's eye."""

from __future__ import annotations

import json
import sys
from pathlib import Path

OSC_52 = "\x1b]52;c;cHduZWQ=\x07"
"""Puts "pwned" on the clipboard of a terminal that allows it."""

ATTACKS = {
    "escape": "\x1b[2J\x1b[31mred\x1b[0m",
    "clipboard": OSC_52,
    "title": "\x1b]2;pwned\x1b\\",
    "c1": "\x9b2J\x9d52;c;cHduZWQ=\x9c",
    "bell": "ding\x07dong",
    "delete": "back\x08\x7fspace",
    "bidi": "\u202etxt.exe\u202c \u2066isolated\u2069",
    "tags": "\U000e0041\U000e0042",
    "bold": "[bold]loud",
    "click": "[@click=app.quit]x[/]",
    "nonsense": "[/nonsense] [[ ]] [",
    "link": "[link=https://example.org]here[/link]",
    "percent": "%1b[2J%1b]52;c;cHduZWQ=%07 %0a",
    "breaks": "one\x0btwo\x0cthree\x1cfour\x85five\u2028six\u2029seven",
    "unseen": "a\u200bb\u2060c\ufeffd\u00ade\u034f\u3164f\ufff9g\U000e0100",
    "marks": "z" + "\u0301\u0489" * 40,
    "paths": "a/../../x C:\\y ~/z $(id) `id` -rf",
    "entity": "&#x202e;txt&#27;[2J&#x9b;2J&Tab;&NewLine;",
}

ACTING = frozenset(
    {
        *(chr(code) for code in range(0x20) if chr(code) not in "\t\n"),
        *(chr(code) for code in range(0x7F, 0xA0)),
        *"\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        *(chr(code) for code in range(0xE0000, 0xE0080)),
    }
)
"""What acts on a terminal or a reader, apart from tabs and line feeds."""


def hostile_note(attack: str, day: int = 1) -> str:
    """Return a note that holds an attack wherever something can stand."""
    quoted = attack.encode("unicode_escape").decode().replace("\\x", "\\u00")
    return (
        f'---\ntitle: "Head {quoted}"\ntags: ["{quoted}"]\ncreated: 2024-03-{day:02}\n---\n\n'
        f"## 📅 2024-03-{day:02} — Session: Head {attack}\n\n"
        "**🕒 10:00–11:00**  \n"
        f"**🏷️ Labels**: label {attack}, other  \n"
        f"**📂 Project**: Project {attack}  \n"
        f"**⭐ Priority**: HIGH {attack}  \n\n"
        f"### Session Goal\nGoal {attack}\n\n"
        f"### Key Activities\n- Activity {attack}\n\n"
        f"### Further {attack}\n`{attack}` **{attack}**\n\n"
        f"### Pending Tasks\n- Task {attack}\n"
    )


def write_hostile_config(path: Path) -> None:
    """Write a config file whose theme, view and filter try to act."""
    path.parent.mkdir(parents=True)
    name = json.dumps(f"seen {OSC_52} [bold]")  # what JSON escapes, TOML does
    asked = json.dumps(f"text:{ATTACKS['escape']} [@click=app.quit]x[/]")
    theme = json.dumps(f"none {OSC_52} [bold]")
    path.write_text(f"theme = {theme}\n[views]\n{name} = {{ filter = {asked} }}\n")


def write_hostile_folder(folder: Path) -> None:
    """Write a note for every attack, which also stands in its name where names can hold it."""
    for day, (name, attack) in enumerate(ATTACKS.items(), 1):
        in_name = "" if sys.platform == "win32" else attack.replace("/", "_")
        path = folder / f"{name} {in_name}.md"
        path.write_bytes(hostile_note(attack, day).encode())
