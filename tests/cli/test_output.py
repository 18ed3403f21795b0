"""What commands print."""

import io

import pytest
from rich.console import Console

from sparring.cli.output import NARROW_COLUMNS, print_json, print_rows, so_many

COLUMNS = ("id", "who", "note")
ROWS = [
    ("assisted_living_director", "Marian Oakes, who runs a house of sixty residents", "[red]busy[/]"),
    ("b", "c", ""),
]


def printed(width: int) -> str:
    console = Console(file=io.StringIO(), width=width)
    print_rows(COLUMNS, ROWS, console=console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [20, 40, NARROW_COLUMNS - 1, NARROW_COLUMNS, 80, 200])
def test_what_a_row_goes_by_is_never_cut(width: int) -> None:
    """An id that cannot be copied from the screen is of no use; no line is wider than the screen, bar an id alone."""
    lines = printed(width).splitlines()
    assert any("assisted_living_director" in line for line in lines)
    assert all(len(line) <= width for line in lines if line != "assisted_living_director")


def test_a_narrow_terminal_gets_a_block_a_row() -> None:
    """Empty cells are left out, and markup is obeyed."""
    assert printed(40).splitlines()[-3:] == ["  note: busy", "b", "  who: c"]


def test_json_is_utf_8_on_any_terminal(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One line, and no escapes."""
    print_json({"quote": "“ja”"})
    assert capfdbinary.readouterr().out == '{"quote": "“ja”"}\n'.encode()


def test_one_is_not_several() -> None:
    """And none is."""
    assert [so_many(number, "turn") for number in (0, 1, 2)] == ["0 turns", "1 turn", "2 turns"]
