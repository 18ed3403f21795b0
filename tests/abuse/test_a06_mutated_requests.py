"""A6: whatever is sent to a route of the API is answered, or refused with an error of ours, and leaves nothing behind.

Requests are made from the application's own OpenAPI schema, so that a new route is tried without being entered here:
as the schema has it, with the ids of calls that are there, with values of other kinds, and with bytes knocked about.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sparring.adapters.journal.memory import MemoryJournal
from sparring.ids import LocationId, TenantId
from tests.abuse.mutations import mutations
from tests.contracts.test_analysis import graded, keep
from tests.contracts.test_exams import EXAM
from tests.fakes.documents import REP_ID, call_id
from tests.web import conftest
from tests.web.conftest import ORIGIN, House, app_around, form

house = conftest.house
JSON = {"content-type": "application/json"}
SIGN_OF_OURS = {"code", "sentence"}
PLACE = re.compile(r"{(\w+)}")
Schema = dict[str, Any]
ODD: st.SearchStrategy[Any] = st.sampled_from(
    (None, True, -1, 2**70, 1e308, "", "\ud800", "\x00", "\u202e", "x" * 9_000, [], {}, [[]], {"": {}})
)

KINDS: dict[str, Callable[[Schema], st.SearchStrategy[Any]]] = {
    "null": lambda _: st.none(),
    "boolean": lambda _: st.booleans(),
    "integer": lambda _: st.integers(-2, 60),
    "number": lambda _: st.floats(-2, 60),
    "string": lambda _: st.text(max_size=60) | st.sampled_from(("daughter_discharge", "typed", "easy", "2026-11-25")),
    "array": lambda schema: st.lists(values(schema.get("items", {})), max_size=3),
    "object": lambda schema: members(schema.get("properties", {}), schema.get("required", ())),
}
bounded = settings(
    max_examples=6,  # for each of the API's operations, the same at every run
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
async def app(house: House) -> FastAPI:
    """A machine of one's own, where everybody may see the team, with a rep's graded call and an exam."""
    await keep(house.results, graded(1))
    await house.results.put_exam(EXAM)
    return app_around(replace(house.wired, alone=True, tenant=TenantId("harbour"), location=LocationId("omaha")))


@pytest.fixture
def rep(app: FastAPI) -> Iterator[TestClient]:
    """A rep in a call; an exception that no handler takes ends the test."""
    with TestClient(app, headers={"origin": ORIGIN}) as client:
        client.cookies.set("sparring_rep", REP_ID)
        yield client


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one route: the names in its path, and the schemas of its query and its body."""

    method: str
    path: str
    query: Schema
    body: Schema | None

    def drawn(self, data: st.DataObject, ids: dict[str, list[str]]) -> tuple[str, Schema, bytes]:
        """A request: its path, mostly to something that is there, its query and its body."""
        path = self.path
        for name in PLACE.findall(path):
            known = st.sampled_from(ids[name])
            drawn = data.draw(st.one_of(known, known, known, st.text(max_size=40)))
            path = path.replace(f"{{{name}}}", quote(drawn.encode("utf-8", "replace"), safe=""))
        query = {name: data.draw(values(schema) | ODD) for name, schema in self.query.items()}
        shown = {name: str(value).encode("utf-8", "replace") for name, value in query.items()}
        return path, shown, b"" if self.body is None else knocked_about(data, data.draw(values(self.body)))


def operations(app: FastAPI) -> Iterator[Operation]:
    """Every one that the application itself says it has."""
    told = app.openapi()
    for path, methods in told["paths"].items():
        for method, about in methods.items():
            query = {one["name"]: one["schema"] for one in about.get("parameters", []) if one["in"] == "query"}
            content = about.get("requestBody", {}).get("content", {}).get("application/json")
            body = content and inlined(content["schema"], told["components"]["schemas"])
            yield Operation(method, path, query, body)


def inlined(schema: Any, named: Schema) -> Any:
    """The schema with what it refers to in the place of the references."""
    if isinstance(schema, list):
        return [inlined(one, named) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return inlined(named[schema["$ref"].rpartition("/")[2]], named)
    return {key: inlined(value, named) for key, value in schema.items()}


def values(schema: Schema) -> st.SearchStrategy[Any]:
    """What a schema allows, by its kind: lengths and ranges are kept to now and then."""
    if "anyOf" in schema:
        return st.one_of([values(one) for one in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    return KINDS[schema.get("type", "null")](schema)


def members(properties: Schema, required: Sequence[str]) -> st.SearchStrategy[Schema]:
    """What must be there, and some of what may."""
    always = {name: values(one) for name, one in properties.items() if name in required}
    return st.fixed_dictionaries(
        always, optional={name: values(one) for name, one in properties.items() if name not in required}
    )


def knocked_about(data: st.DataObject, tree: Any) -> bytes:
    """The value as it is, with one of its own values of another kind, or with its bytes flipped, cut and stuffed."""
    way = data.draw(st.sampled_from(("whole", "odd", "mutated")))
    if way == "odd" and isinstance(tree, dict) and tree:
        tree = tree | {data.draw(st.sampled_from(sorted(tree))): data.draw(ODD)}
    whole = json.dumps(tree).encode()
    return list(mutations(whole, count=data.draw(st.integers(1, 40))))[-1] if way == "mutated" else whole


def kept(house: House) -> tuple[int, ...]:
    """How much there is of everything that a request could have written."""
    journal = house.wired.journal
    assert isinstance(journal, MemoryJournal)
    return len(house.store.objects), len(journal._lines), len(house.results.exams)


def test_every_operation_answers_or_refuses_with_an_error_of_ours(house: House, app: FastAPI, rep: TestClient) -> None:
    """Never a 500, never another shape of error, and a refusal has written nothing."""
    started = rep.post("/api/calls", json=form()).json()
    ids = {"call_id": [started["call_id"], call_id(1), call_id(999)], "rep_id": [REP_ID], "rubric_id": ["inside_sales"]}
    ids |= {"criterion": ["callback_number", "no_such_criterion"], "exam_id": [EXAM.exam_id, "exam_" + "0" * 20]}
    found: Counter[int] = Counter()

    def send(operation: Operation, data: st.DataObject) -> None:
        before = kept(house)
        path, query, content = operation.drawn(data, ids)
        answer = rep.request(operation.method, path, params=query, content=content, headers=JSON)
        found[answer.status_code] += 1
        if answer.status_code >= 400:
            assert set(answer.json()["error"]) == SIGN_OF_OURS, path
            assert answer.json()["error"]["sentence"]
            assert kept(house) == before, path

    for operation in operations(app):
        bounded(given(st.just(operation), st.data())(send))()
    assert found.total() > 120
    assert not [status for status in found if status == 500]
    assert {200, 404, 422} <= set(found)
