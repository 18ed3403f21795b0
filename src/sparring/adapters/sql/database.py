"""What SQLite and PostgreSQL have in common, as far as the stores use it: one connection, one database.

Statements are written once, with `?` or `:name` for values. They keep to what both understand: ON CONFLICT, RETURNING,
no REPLACE, no types but text, whole numbers, floating point and bytes; a truth value is stored as 0 or 1.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

Values = Sequence[Any] | Mapping[str, Any]
T = TypeVar("T")


class Rows(Protocol):
    """What a statement gave."""

    @property
    def rowcount(self) -> int:
        """Rows changed."""

    def fetchone(self) -> Any:
        """The next row as a tuple, or None."""

    def fetchall(self) -> list[Any]:
        """Every row that is left."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """Inside one transaction."""

    def execute(self, statement: str, values: Any = ..., /) -> Rows:
        """One statement with its `Values`."""

    def executemany(self, statement: str, rows: Any, /) -> Rows:
        """One statement for each of many `Values`."""


class SqlDatabase(Protocol):
    """Runs work in transactions, off the event loop; one writes at a time."""

    async def read(self, work: Callable[[Connection], T]) -> T:
        """`work` over a consistent view. Raises: the error of the store's port."""

    async def write(self, work: Callable[[Connection], T]) -> T:
        """`work` in one transaction: all of it is durable on return, or none. Raises: the error of the store's port."""

    async def erase_log(self) -> None:
        """Remove deleted words from wherever the database still keeps them, as far as that is in its hands."""

    async def close(self) -> None:
        """Safe to call twice."""
