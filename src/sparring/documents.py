"""Bytes in, one strict frozen document out: the same door for personas, rubrics, transcripts and scorecards.

Size is checked before anything is parsed. Duplicate keys (the last one would win and could swap the rubric), NUL,
bidirectional controls, NaN, unknown fields and wrong types are refused with the contract's one documented error.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from sparring.errors import DocumentRejected
from sparring.ids import Slug

# NUL and the Unicode bidirectional controls (UAX #9): text that reads other than it is stored
_FORBIDDEN = re.compile("[\x00\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


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


MAX_REASON = 400  # characters
D = TypeVar("D", bound=Document)


def parse_document(data: bytes, model: type[D], *, source: str, max_bytes: int, rejected: type[DocumentRejected]) -> D:
    """Parse `data` as UTF-8 JSON into `model`.

    Raises:
        DocumentRejected: the subclass given as `rejected`, naming source, field and reason.
    """
    if len(data) > max_bytes:
        raise rejected(source, "", f"larger than {max_bytes} bytes")
    _refuse_unsafe_json(data, source, rejected)
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise rejected(source, ".".join(str(part) for part in first["loc"]), told(first["msg"])) from None


def told(reason: str) -> str:
    """A reason short enough to read: where one of very many words is wanted, the list breaks off."""
    return reason if len(reason) <= MAX_REASON else reason[:MAX_REASON].rsplit(" ", 1)[0] + " …"


def storable(text: str) -> str:
    """`text` as every document takes it: what is pasted may hold NUL, bidirectional controls, half a surrogate."""
    return _FORBIDDEN.sub("", text).encode("utf-8", "replace").decode("utf-8")


def dump_document(document: Document) -> bytes:
    """Canonical bytes: the same document gives the same bytes, hence the same digest."""
    return (document.model_dump_json(indent=2) + "\n").encode()


def digest_of(data: bytes) -> str:
    """Lower-case hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def _refuse_unsafe_json(data: bytes, source: str, rejected: type[DocumentRejected]) -> None:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = dict(pairs)
        if len(keys) != len(pairs):
            raise ValueError("the same key stands twice in one object")
        return keys

    def no_constant(name: str) -> None:
        raise ValueError(f"{name} is not a number")

    try:
        tree = json.loads(data.decode("utf-8"), object_pairs_hook=unique, parse_constant=no_constant)
    except UnicodeDecodeError:
        raise rejected(source, "", "not UTF-8") from None
    except RecursionError:
        raise rejected(source, "", "nested too deeply") from None
    except json.JSONDecodeError as error:
        raise rejected(source, "", f"not JSON: {error.msg} at line {error.lineno}") from None
    except ValueError as error:
        raise rejected(source, "", str(error).split(";")[0]) from None
    for text in _strings(tree):
        if _FORBIDDEN.search(text):
            raise rejected(source, "", "contains NUL or a bidirectional control character")


def _strings(tree: Any) -> Iterator[str]:
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, dict):
            stack.extend(node.keys())
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
