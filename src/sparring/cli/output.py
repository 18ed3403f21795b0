"""What commands print: people read standard output, errors and progress go to standard error."""

import io
import json
import logging
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sparring.errors import SparringError

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

NARROW_COLUMNS = 64
"""Below this a table of several columns is no longer read line by line: rows become blocks."""


def begin_logging() -> None:
    """Warnings go to standard error; what libraries say about themselves does not."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for noisy in ("aiortc", "aioice", "livekit", "azure"):
        logging.getLogger(noisy).setLevel(logging.ERROR)


def fail(error: SparringError) -> None:
    """The sentence of an error."""
    err.print(f"[bold red]{error.code}[/]", end=" ")
    err.print(error.sentence, markup=False)


def so_many(number: int, one: str) -> str:
    """`1 turn`, `2 turns`."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def print_json(value: Any) -> None:
    """One line of JSON, UTF-8 whatever the terminal's encoding is."""
    print_bytes(json.dumps(value, ensure_ascii=False).encode() + b"\n")


def print_bytes(data: bytes) -> None:
    """Exactly these bytes."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], *, console: Console | None = None) -> None:
    """A table whose first column, what the row goes by, is never cut; one block a row on a narrow terminal.

    Cells may hold markup: whoever shows words of others escapes them.
    """
    console = console or out
    if console.width < NARROW_COLUMNS:
        for first, *others in rows:
            console.print(f"[bold]{first}[/]", soft_wrap=True)
            for name, cell in zip(columns[1:], others, strict=True):
                if cell:
                    console.print(f"  {escape(name)}: {cell}")
        return
    table = Table()
    for place, name in enumerate(columns):
        table.add_column(name, no_wrap=place == 0, overflow="fold")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def progress(share: float, sentence: str) -> None:
    """One line of progress."""
    err.print(f"[dim]{share:4.0%} {sentence}[/]")


def open_streams() -> None:
    """Make standard streams usable that were closed, or whose encoding has no place for a quotation mark."""
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - lives as long as we do
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
