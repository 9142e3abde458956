"""What leaves the workbench as a document: reports, agendas and graphs.

`gather` asks the workbench, and is the only room here that knows it; it gives `facts`, plain
values. `progress` and `agenda` make of them what a document says, and touch no disk. How it is
said: `markdown`, `html` (with `charts`), `sheet` (CSV), `objects` (JSON), `graph` (Graphviz).
`writing` puts a document where it is wanted.

What notes say is text: every form has its one place through which it goes, where nothing in it
can act (`markdown.said`, the environment in `html`, `sheet.cell`, `graph.label`).
"""
