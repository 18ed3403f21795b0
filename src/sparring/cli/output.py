"""What commands print: people read standard output, errors and progress go to standard error."""

import json
import sys
from typing import Any

from rich.console import Console

from sparring.errors import SparringError

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def fail(error: SparringError) -> None:
    """The sentence of an error."""
    err.print(f"[bold red]{error.code}[/]", end=" ")
    err.print(error.sentence, markup=False)


def print_json(value: Any) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def progress(share: float, sentence: str) -> None:
    """One line of progress."""
    err.print(f"[dim]{share:4.0%} {sentence}[/]")
