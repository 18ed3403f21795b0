"""Brain 2 behind triggers, as it is built from settings: real grading, real files."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.store.folder import FolderStore
from sparring.bootstrap.dead_letters import open_dead_letters
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.function_grader import PushedGrader, build_pushed_grader
from sparring.config import Config
from sparring.documents import dump_document
from sparring.ports import ObjectWritten, RepAccount
from sparring.transcript import object_name
from tests.bootstrap.test_grader import a_call
from tests.fakes.function_host import wire_event
from tests.fakes.insights_service import InsightsService


@pytest.fixture
async def grader(tmp_path: Path) -> AsyncIterator[PushedGrader]:
    made = build_pushed_grader(Config(data_dir=tmp_path))
    yield made
    await made.close()


async def test_a_transcript_is_graded_and_mailed_once(grader: PushedGrader, tmp_path: Path) -> None:
    """Delivered twice, relayed twice: one scorecard, one file in the outbox."""
    transcript, folders = await a_call(), Folders(tmp_path)
    name = object_name(transcript)
    await grader.worker.results.put_rep(RepAccount(transcript.rep_id, "Dana", "dana@example.org"))
    await FolderStore(folders.air_gap).put_once(name, dump_document(transcript))
    body = json.dumps([wire_event(ObjectWritten("1", name, SystemClock().now()))]).encode()
    await grader.deliver(body)
    await grader.deliver(body, attempt=2)
    assert [await grader.relay(), await grader.relay()] == [1, 0]
    card = await grader.worker.results.get(transcript.call_id)
    assert card is not None
    assert card.status == "graded"
    assert len(list(folders.outbox.glob("*.eml"))) == 1


async def test_dead_letters_are_the_operators(grader: PushedGrader, tmp_path: Path) -> None:
    """What the trigger gave up on is listed by the same command as ever, once."""
    name = "transcripts/2026/11/25/call_0123456789abcdefghij.json"
    body = json.dumps(wire_event(ObjectWritten("1", name, SystemClock().now()))).encode()
    for _ in range(2):
        await grader.deliver(body)
    await grader.bury(b"no event at all")
    async with open_dead_letters(Config(data_dir=tmp_path)) as office:
        listed = {given_up.id: given_up.reason for given_up in await office.every()}
    assert listed.pop("call_0123456789abcdefghij") == "object_missing"
    assert list(listed.values()) == ["not_acknowledged"]


async def test_brain_two_as_a_function_tells_application_insights(tmp_path: Path) -> None:
    """A span for the grading with its steps and one for the mail, in the trace of the call."""
    transcript = await a_call()
    name = object_name(transcript)
    with InsightsService() as service:
        settings = {"telemetry": "none", "insights": service.connection_string, "insights_identity": False}
        grader = build_pushed_grader(Config(data_dir=tmp_path, **settings))  # type: ignore[arg-type]
        await grader.worker.results.put_rep(RepAccount(transcript.rep_id, "Dana", "dana@example.org"))
        await FolderStore(Folders(tmp_path).air_gap).put_once(name, dump_document(transcript))
        await grader.deliver(json.dumps([wire_event(ObjectWritten("1", name, SystemClock().now()))]).encode())
        assert await grader.relay() == 1
        await grader.close()
        spans = service.of_type("RemoteDependencyData")
        stages = {span["properties"].get("sparring.stage") for span in spans}
        assert stages >= {"read", "gate", "grade", "audit", "write_mail", "store", "publish"}
        assert {"sparring.grading", "sparring.mail"} <= {span["name"] for span in spans}
        everything = json.dumps(service.envelopes)
        assert "Dana" not in everything
        assert not any(turn.text in everything for turn in transcript.turns if len(turn.text) > 20)
