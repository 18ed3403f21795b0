"""Brain 2 as it is built for a laptop: an object in the folder becomes a scorecard and a mail."""

import asyncio
import json
from pathlib import Path

from azure.storage.queue.aio import QueueClient

from sparring.adapters.clock import SystemClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.store.folder import FolderStore
from sparring.adapters.store.memory import MemoryStore
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.grader import build_grader
from sparring.bootstrap.storage import open_air_gap, open_results
from sparring.call.scripted_call import Script, play_script
from sparring.config import Config
from sparring.documents import dump_document
from sparring.persona import find_persona
from sparring.ports import RepAccount
from sparring.rubric import find_rubric
from sparring.transcript import Transcript, object_name
from tests.emulators.azurite import ACCOUNT, Azurite
from tests.emulators.postgres import PostgresServer
from tests.fakes.calls import CALLER
from tests.fakes.event_grid import blob_created

LINES = Path("src/sparring/personas/demo_rep.txt").read_text("utf-8").splitlines()


async def a_call() -> Transcript:
    persona = find_persona(CALLER)
    script = Script(tuple(line for line in LINES if line.strip()), 1, "normal")
    return await play_script(
        persona, find_rubric(persona.rubric_id), script, journal=MemoryJournal(), store=MemoryStore()
    )


def test_a_transcript_in_the_folder_is_graded_and_mailed(tmp_path: Path) -> None:
    """Written by one brain, noticed, graded and reported by the other, and nothing else passes."""

    async def scenario() -> None:
        folders, transcript = Folders(tmp_path), await a_call()
        results = SqliteResults(folders.results, SystemClock())
        await results.put_rep(RepAccount(transcript.rep_id, "Dana", "dana@example.org"))
        stop = asyncio.Event()
        running = asyncio.create_task(build_grader(Config(data_dir=tmp_path)).run(stop))
        await FolderStore(folders.air_gap).put_once(object_name(transcript), dump_document(transcript))
        async with asyncio.timeout(60):
            while not list(folders.outbox.glob("*.eml")):
                await asyncio.sleep(0.05)
        card = await results.get(transcript.call_id)
        stop.set()
        await running
        await results.close()
        assert card is not None
        assert card.status == "graded"
        assert card.transcript_digest

    asyncio.run(scenario())


def test_a_transcript_in_azures_storage_is_graded_into_postgresql(
    tmp_path: Path, azurite: Azurite, postgres: PostgresServer
) -> None:
    """Nothing of it is on the machine: a blob, Event Grid's message in a Storage Queue, a shared database."""

    async def scenario() -> None:
        container, queue = azurite.new_container(), azurite.new_name()
        config = Config(
            data_dir=tmp_path,
            store=f"az://{ACCOUNT}/{container}",
            events=f"azq://{ACCOUNT}/{queue}",
            results=postgres.new_database(),
            storage_connection_string=azurite.connection_string,
        )
        transcript, store, results = await a_call(), open_air_gap(config), open_results(config, SystemClock())
        async with QueueClient.from_connection_string(azurite.connection_string, queue) as client:
            await client.create_queue()
            await store.put_once(object_name(transcript), dump_document(transcript))
            await client.send_message(json.dumps(blob_created(object_name(transcript), container=container)))
        stop = asyncio.Event()
        running = asyncio.create_task(build_grader(config).run(stop))
        async with asyncio.timeout(100):
            while await results.get(transcript.call_id) is None:
                await asyncio.sleep(0.1)
        stop.set()
        await running
        card = await results.get(transcript.call_id)
        await results.close()
        await store.close()
        assert card is not None
        assert card.status == "graded"

    asyncio.run(scenario())
    folders = Folders(tmp_path)
    assert not any(kept.exists() for kept in (folders.air_gap, folders.events, folders.results))
