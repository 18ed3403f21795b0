"""The linter of the subset of JSON Schema that every service takes."""

from typing import Any

import pytest

from tests.fakes.structured_outputs import MAX_PROPERTIES, lint


def an_object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def nested(levels: int) -> dict[str, Any]:
    return an_object(inner=nested(levels - 1)) if levels > 1 else an_object(leaf={"type": "string"})


def test_a_plain_form_has_no_mistakes() -> None:
    """Objects, lists, strings, integers and string enumerations are taken."""
    row = an_object(turn={"type": "integer"}, level={"type": "string", "enum": ["absent", "clear"]})
    assert lint(an_object(rows={"type": "array", "items": row}, text={"type": "string"})) == ()


@pytest.mark.parametrize(
    ("key", "value", "node"),
    [
        ("minimum", 0, {"type": "integer"}),
        ("maximum", 5, {"type": "integer"}),
        ("minLength", 1, {"type": "string"}),
        ("pattern", "a", {"type": "string"}),
        ("format", "date", {"type": "string"}),
        ("minItems", 1, {"type": "array", "items": {"type": "string"}}),
        ("uniqueItems", True, {"type": "array", "items": {"type": "string"}}),
        ("default", "a", {"type": "string"}),
    ],
)
def test_what_azure_does_not_take_is_named(key: str, value: object, node: dict[str, Any]) -> None:
    """Each keyword outside the subset is reported with its place."""
    assert lint(an_object(part={**node, key: value})) == (f"$.part: {key} is not in the subset",)


def test_objects_are_closed_and_require_everything() -> None:
    """An optional or an unknown property would let an answer leave the form."""
    loose = {"type": "object", "properties": {"a": {"type": "string"}}, "required": []}
    assert lint(loose) == (
        "$: additionalProperties must be false",
        "$: required must list every property, in order",
    )


def test_size_is_counted() -> None:
    """More properties, levels, values or characters than are taken are reported."""
    wide = an_object(**{f"p{number}": {"type": "string"} for number in range(MAX_PROPERTIES + 1)})
    assert lint(wide) == ("$: 101 properties, at most 100 are taken",)
    assert lint(nested(5)) == ()
    assert lint(nested(6)) == ("$: 6 levels of nesting, at most 5 are taken",)
    values = {"type": "string", "enum": [f"{number:040}" for number in range(501)]}
    assert lint(an_object(v=values)) == (
        "$: 501 enumerated values, at most 500 are taken",
        "$: 20041 characters in names and values, at most 15000 are taken",
    )


def test_the_root_is_an_object_and_every_node_has_a_type() -> None:
    """A union, a reference or a bare list is no form."""
    assert lint({"type": "string"}) == ("$: the root must be an object",)
    assert lint(an_object(a={"anyOf": []})) == ("$.a: has no plain type",)
