"""What a JSON Schema may hold to be taken by every service: Azure's documented subset of structured outputs.

Flows in: a schema. Flows out: every mistake in it. Source: learn.microsoft.com/azure, "structured outputs"; OpenAI's
own limits are wider. Whether a service enforces all of it is not documented, so the narrower list is kept to.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MAX_PROPERTIES = 100
MAX_DEPTH = 5
MAX_ENUM_VALUES = 500
MAX_STRING_CHARS = 15_000
"""Names of properties and values of enumerations together; Azure names no figure, this is the oldest known one."""

_TYPES = ("object", "array", "string", "integer", "number", "boolean", "null")
_KEYS: Mapping[str, frozenset[str]] = {
    "object": frozenset(("type", "properties", "required", "additionalProperties", "description")),
    "array": frozenset(("type", "items", "description")),
    "string": frozenset(("type", "enum", "description")),
    "scalar": frozenset(("type", "description")),
}


@dataclass(slots=True)
class _Seen:
    properties: int = 0
    depth: int = 0
    enum_values: int = 0
    string_chars: int = 0


def lint(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """Every mistake, each with its place; empty when any service with structured outputs takes the schema."""
    seen = _Seen()
    found = list(_node(schema, "$", 0, seen))
    if schema.get("type") != "object":
        found.insert(0, "$: the root must be an object")
    return (*found, *_over(seen))


def _over(seen: _Seen) -> Iterator[str]:
    limits = {
        "properties": (seen.properties, MAX_PROPERTIES),
        "levels of nesting": (seen.depth, MAX_DEPTH),
        "enumerated values": (seen.enum_values, MAX_ENUM_VALUES),
        "characters in names and values": (seen.string_chars, MAX_STRING_CHARS),
    }
    for what, (count, most) in limits.items():
        if count > most:
            yield f"$: {count} {what}, at most {most} are taken"


def _node(node: Mapping[str, Any], place: str, depth: int, seen: _Seen) -> Iterator[str]:
    kind = node.get("type")
    if kind not in _TYPES:
        yield f"{place}: has no plain type"
        return
    for key in node.keys() - _KEYS.get(kind, _KEYS["scalar"]):
        yield f"{place}: {key} is not in the subset"
    seen.depth = max(seen.depth, depth + 1)
    if kind == "object":
        yield from _object(node, place, depth, seen)
    elif kind == "array":
        yield from _node(node.get("items", {}), f"{place}[]", _below(node.get("items", {}), depth), seen)
    values = node.get("enum", ())
    seen.enum_values += len(values)
    seen.string_chars += sum(map(len, values))


def _object(node: Mapping[str, Any], place: str, depth: int, seen: _Seen) -> Iterator[str]:
    properties: Mapping[str, Any] = node.get("properties", {})
    if node.get("additionalProperties") is not False:
        yield f"{place}: additionalProperties must be false"
    if list(node.get("required", ())) != list(properties):
        yield f"{place}: required must list every property, in order"
    for name, below in properties.items():
        seen.properties += 1
        seen.string_chars += len(name)
        yield from _node(below, f"{place}.{name}", _below(below, depth), seen)


def _below(node: Mapping[str, Any], depth: int) -> int:
    """How deep a node lies: lists are counted as objects are, for no page says that they are not."""
    return depth + 1 if node.get("type") in ("object", "array") else depth
