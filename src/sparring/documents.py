"""Bytes in, one strict frozen document out: the same door for personas, rubrics, transcripts and scorecards.

Size is checked before anything is parsed. Duplicate keys (the last one would win and could swap the rubric), NUL,
bidirectional controls, NaN, unknown fields and wrong types are refused with the contract's one documented error.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from sparring.errors import DocumentRejected
from sparring.ids import Slug

# NUL and the Unicode bidirectional controls (UAX #9): text that reads other than it is stored
_CONTROLS = "\x00\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_FORBIDDEN = re.compile(f"[{_CONTROLS}]")
_ESCAPED = re.compile(r"\\u(?:0000|061[cC]|200[eEfF]|202[a-eA-E]|206[6-9])")
"""One of them as JSON may spell it; or a backslash of the text's own before such letters, which is none."""


class Document(BaseModel):
    """Base of every contract: frozen, strict, no unknown fields, no NaN."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""Lower-case hexadecimal SHA-256 of a document's canonical bytes."""


class VersionRef(Document):
    """Exactly which version of a persona or rubric was used."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    digest: Digest


MAX_REASON, MAX_NAME = 400, 80  # characters
D = TypeVar("D", bound=Document)
R = TypeVar("R", bound=DocumentRejected)


def parse_document(data: bytes, model: type[D], *, source: str, max_bytes: int, rejected: type[DocumentRejected]) -> D:
    """Parse `data` as UTF-8 JSON into `model`.

    Raises:
        DocumentRejected: the subclass given as `rejected`, naming source, field and reason.
    """
    _refuse_unsafe(data, source, max_bytes, rejected)
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        raise next(_refusals(error, source, rejected)) from None


def mistakes_in(data: bytes, model: type[Document], *, source: str, max_bytes: int, rejected: type[R]) -> tuple[R, ...]:
    """Everything `parse_document` would refuse, for whoever mends the file; empty when it would not."""
    try:
        _refuse_unsafe(data, source, max_bytes, rejected)
        model.model_validate_json(data)
    except rejected as refusal:
        return (refusal,)
    except ValidationError as error:
        found = tuple(_refusals(error, source, rejected, json.loads(data)))
        # a refused part also leaves its parent short of an item: only the part is worth a line
        return tuple(one for one in found if not any(other.field.startswith(f"{one.field}.") for other in found))
    return ()


_IN_OUR_WORDS = {"extra_forbidden": "is no field here: mend its spelling or leave it out", "missing": "is missing"}
"""Pydantic's kinds of mistakes whose sentence does not say what to do."""


def _refusals(error: ValidationError, source: str, rejected: type[R], tree: Any = None) -> Iterator[R]:
    """Each with its field; where `tree`, the document itself, is given, entries are called by their ids."""
    for one in error.errors(include_url=False, include_input=False, include_context=False):
        field = ".".join(_printable(part) for part in _by_ids(one["loc"], tree))
        yield rejected(source, field, _IN_OUR_WORDS.get(one["type"], _told(one["msg"].removeprefix("Value error, "))))


def _by_ids(path: tuple[str | int, ...], tree: Any) -> Iterator[str]:
    """A path's parts, an entry of a list by its id where it has one: nobody counts to the thirteenth criterion."""
    for part in path:
        within = (isinstance(tree, dict) and part in tree) or (isinstance(tree, list) and isinstance(part, int))
        tree = tree[part] if within else None
        named = tree.get("id") if isinstance(tree, dict) and isinstance(part, int) else None
        yield named if isinstance(named, str) and named else str(part)


def _told(reason: str) -> str:
    """A reason short enough to read: where one of very many words is wanted, the list breaks off."""
    return reason if len(reason) <= MAX_REASON else reason[:MAX_REASON].rsplit(" ", 1)[0] + " …"


def _printable(name: str) -> str:
    """A name out of a document: no control reaches a terminal, and no more of it than tells which one it is."""
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
    return shown if len(shown) <= MAX_NAME else shown[:MAX_NAME] + "…"


def storable(text: str) -> str:
    """`text` as every document takes it: what is pasted may hold NUL, bidirectional controls, half a surrogate."""
    return _FORBIDDEN.sub("", text).encode("utf-8", "replace").decode("utf-8")


def dump_document(document: Document) -> bytes:
    """Canonical bytes: the same document gives the same bytes, hence the same digest."""
    return (document.model_dump_json(indent=2) + "\n").encode()


def digest_of(data: bytes) -> str:
    """Lower-case hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def _refuse_unsafe(data: bytes, source: str, max_bytes: int, rejected: type[DocumentRejected]) -> None:
    if len(data) > max_bytes:
        raise rejected(source, "", f"larger than {max_bytes} bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise rejected(source, "", "not UTF-8") from None
    tree = _safe_json(text, source, rejected)
    # looking at every string takes as long as all the rest (3 ms for a rubric), and nearly no document has any
    if _ESCAPED.search(text) or any(control in text for control in _CONTROLS):
        for path, found in _strings(tree):
            if _FORBIDDEN.search(found):
                raise rejected(source, _field(path), "contains NUL or a bidirectional control character")


def _safe_json(text: str, source: str, rejected: type[DocumentRejected]) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = dict(pairs)
        if len(keys) != len(pairs):
            twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
            raise rejected(source, _printable(twice), "stands twice in one object")
        return keys

    def no_constant(name: str) -> None:
        raise ValueError(f"{name} is not a number")

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=no_constant)
    except RecursionError:
        raise rejected(source, "", "nested too deeply") from None
    except json.JSONDecodeError as error:
        raise rejected(source, "", f"not JSON: {error.msg} at line {error.lineno}") from None
    except ValueError as error:
        raise rejected(source, "", str(error).split(";")[0]) from None


_Path = tuple["_Path", str | int] | None
"""Where a value stands: in what, and under which key or place there."""


def _strings(tree: Any) -> Iterator[tuple[_Path, str]]:
    """Every string, keys included, with the path of the field that it stands in."""
    stack: list[tuple[_Path, Any]] = [(None, tree)]
    while stack:
        path, node = stack.pop()
        if isinstance(node, str):
            yield path, node
        elif isinstance(node, dict):
            stack.extend((path, key) for key in node)
            stack.extend(((path, key), value) for key, value in node.items())
        elif isinstance(node, list):
            stack.extend(((path, place), value) for place, value in enumerate(node))


def _field(path: _Path) -> str:
    names: list[str] = []
    while path is not None:
        path, name = path
        names.append(_printable(str(name)))
    return ".".join(reversed(names))
