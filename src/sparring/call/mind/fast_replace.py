"""`changed` is `dataclasses.replace` for frozen, slotted values, at a third of its time.

Flows in: a value and the fields that differ. Flows out: a new value. A turn of the hardest buyer makes some twenty, and
`replace` calls the constructor, which sets every field of a frozen class through `object.__setattr__`.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from itertools import repeat
from operator import attrgetter, call
from typing import TYPE_CHECKING, Any

__all__ = ["changed"]

if TYPE_CHECKING:
    from dataclasses import replace as changed  # so that names and types of fields are checked
else:

    def changed(value: Any, /, **changes: Any) -> Any:
        """`value` with these fields changed. Raises: KeyError for a field that is not there."""
        cls = type(value)
        take_all, setters = _slots(cls)
        new = object.__new__(cls)
        any(map(call, setters.values(), repeat(new), take_all(value)))  # a setter returns None: every one is called
        any(map(call, map(setters.__getitem__, changes), repeat(new), changes.values()))
        return new


@cache
def _slots(cls: type) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, Callable[[Any, Any], None]]]:
    """A getter of all slots at once, and the setter of each: these pass by the guard of a frozen class."""
    names = [one.name for one in fields(cls)]
    return attrgetter(*names), {name: getattr(cls, name).__set__ for name in names}
