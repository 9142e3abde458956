"""The command line: `commands` has them all, `healing` does what `workbench heal` says.

`deciding` does what `set`, `undo`, `redo`, `history` and `orphans` say; `reporting` has `report`,
`agenda` and `graph`.
`deciding` does what `set`, `undo`, `redo`, `history` and `orphans` say.
`exchanging` has `export`, `import` and `apply`; `applying` does what the last says; `options` is
what commands share.

`saying` turns what can go wrong into one plain line and an exit status; `output` prints.
"""

from tui.cli import reporting
from tui.cli.commands import main, workbench

for _command in (reporting.report, reporting.agenda, reporting.graph):
    workbench.add_command(_command)

__all__ = ["main"]
