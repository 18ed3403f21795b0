"""The Function under Microsoft's own worker library for Python, in this process: what the real host would ask of it.

The library takes the host's messages as objects; here they are made without gRPC, everything else is the library's own:
finding the app, reading its bindings, decoding an event, running the function.
"""

import json
import sys
import uuid
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sparring.bootstrap.folders import Folders
from sparring.config import PREFIX
from sparring.ports import ObjectWritten
from tests.fakes.clock import START
from tests.fakes.function_host import FUNCTIONS, wire_event

if sys.version_info < (3, 13):
    pytest.skip("azure-functions-runtime is made for Python 3.13 and later", allow_module_level=True)

runtime = pytest.importorskip("azure_functions_runtime")


class Message:
    """Stands for any message of the host's protocol."""

    def __init__(self, **fields: Any) -> None:
        self.__dict__.update(fields)


class StatusResult(Message):
    """How a request ended."""

    Success, Failure = "Success", "Failure"


class BindingInfo(Message):
    """A binding's direction and type, by the numbers of the protocol."""

    inout, out, undefined, string, binary, stream = 2, 1, 0, 1, 2, 3


setattr(BindingInfo, "in", 0)


class Protocol:
    """The host's protocol: each message is made when it is asked for."""

    StatusResult, BindingInfo = StatusResult, BindingInfo

    def __getattr__(self, name: str) -> type[Message]:
        made = type(name, (Message,), {})
        setattr(self, name, made)
        return made


class TypedData:
    """One value on the wire."""

    def __init__(self, kind: str, value: str) -> None:
        self._kind = kind
        setattr(self, kind, value)

    def WhichOneof(self, _: str) -> str:  # noqa: N802 - protobuf's name
        """Which of its kinds it is."""
        return self._kind


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNCTIONS_WORKER_RUNTIME", "python")
    monkeypatch.setenv(f"{PREFIX}DATA_DIR", str(tmp_path))
    monkeypatch.syspath_prepend(str(FUNCTIONS))
    runtime.start_threadpool_executor()


async def indexed() -> dict[str, Any]:
    """What the host learns of the app."""
    init = SimpleNamespace(capabilities={}, function_app_directory=str(FUNCTIONS))
    began = await runtime.worker_init_request(
        SimpleNamespace(
            request=SimpleNamespace(worker_init_request=init), properties={"host": "127.0.0.1", "protos": Protocol()}
        )
    )
    assert began.result.status == StatusResult.Success
    asked = SimpleNamespace(functions_metadata_request=SimpleNamespace(function_app_directory=str(FUNCTIONS)))
    found = await runtime.functions_metadata_request(SimpleNamespace(request=asked))
    return {made.name: made for made in found.function_metadata_results}


async def invoke(function_id: str, argument: str, kind: str, value: str) -> Any:
    """One invocation's result."""
    data = SimpleNamespace(name=argument, data=TypedData(kind, value), WhichOneof=lambda _: "data")
    request = SimpleNamespace(
        invocation_id=str(uuid.uuid4()),
        function_id=function_id,
        trigger_metadata={},
        trace_context=SimpleNamespace(trace_parent="", trace_state="", attributes={}),
        retry_context=SimpleNamespace(retry_count=0, max_retry_count=0, exception=None),
        input_data=[data],
    )
    return (
        await runtime.invocation_request(SimpleNamespace(request=SimpleNamespace(invocation_request=request)))
    ).result


@pytest.mark.usefixtures("host")
async def test_the_worker_finds_and_runs_the_function(tmp_path: Path) -> None:
    """Every trigger is read as it is meant, and an event runs through to its end in our own store."""
    found = await indexed()
    kinds = {name: json.loads(made.raw_bindings[0])["type"] for name, made in found.items()}
    assert kinds == {
        "grade_queued": "queueTrigger",
        "grade_pushed": "eventGridTrigger",
        "bury_poisoned": "queueTrigger",
        "relay_reports": "timerTrigger",
    }
    event = wire_event(ObjectWritten("1", "transcripts/2026/11/25/call_0123456789abcdefghij.json", START))
    ended = await invoke(found["grade_pushed"].function_id, "event", "json", json.dumps(event))
    assert ended.status == StatusResult.Success
    ticked = await invoke(found["relay_reports"].function_id, "timer", "json", '{"IsPastDue": false}')
    assert ticked.status == StatusResult.Success
    assert Folders(tmp_path).events.is_file()  # where the missing transcript became a dead letter
