"""Noticing what was written to a folder."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from sparring.adapters.events import folder
from sparring.adapters.events.folder import FolderWatch
from sparring.adapters.store.folder import FolderStore
from sparring.errors import EventsFailed
from sparring.ports import ObjectWritten
from tests.fakes.clock import FakeClock
from tests.fakes.documents import call_id
from tests.fakes.interposed import Interposed, failing
from tests.fakes.memory import MemoryQueue


class Seen(MemoryQueue):
    """A queue that also counts how many objects were offered to it."""

    def __init__(self) -> None:
        super().__init__(FakeClock())
        self.offered = 0
        self.published = asyncio.Event()

    async def publish(self, events: Sequence[ObjectWritten]) -> int:
        self.offered += len(events)
        self.published.set()
        return await super().publish(events)

    def names(self) -> list[str]:
        return sorted(entry.event.object_name for entry in self.entries.values())


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def watch(tmp_path: Path, seen: Seen) -> FolderWatch:
    return FolderWatch(tmp_path, seen)


def name(number: int, day: int = 25) -> str:
    return f"transcripts/2026/11/{day:02d}/{call_id(number)}.json"


async def put(root: Path, *names: str) -> None:
    for one in names:
        await FolderStore(root).put_once(one, b"{}")


async def test_a_write_is_the_event(tmp_path: Path, watch: FolderWatch, seen: Seen) -> None:
    """Whoever writes an object does nothing else; the next look publishes it once."""
    assert await watch.look() == 0
    await put(tmp_path, name(1))
    assert await watch.look() == 1
    assert await watch.look() == 0
    assert seen.names() == [name(1)]


async def test_a_second_watcher_raises_the_same_event(tmp_path: Path, seen: Seen) -> None:
    """The id comes from the name, so a restart publishes nothing twice."""
    await put(tmp_path, name(1))
    assert await FolderWatch(tmp_path, seen).reconcile() == 1
    assert await FolderWatch(tmp_path, seen).reconcile() == 0


async def test_the_newest_two_days_are_looked_at(tmp_path: Path, watch: FolderWatch, seen: Seen) -> None:
    """A call that began before midnight and ended after it is found at once; older days at the next look back."""
    await put(tmp_path, name(1, day=23), name(2, day=24), name(3, day=25))
    assert await watch.look() == 2
    assert await watch.look_back() == 1
    assert seen.names() == [name(1, day=23), name(2, day=24), name(3, day=25)]


async def test_a_full_look_trusts_no_time_stamp(tmp_path: Path, watch: FolderWatch, seen: Seen) -> None:
    """On a file system whose folders do not say that they changed, everything is still found within the hour."""
    await put(tmp_path, name(1))
    for _ in range(5):
        await watch.look_back()
    day = (tmp_path / name(1)).parent
    quiet_ns = day.stat().st_mtime_ns
    await put(tmp_path, name(2))
    os.utime(day, ns=(quiet_ns, quiet_ns))
    assert await watch.look_back() == 0
    assert await watch.reconcile() == 1


@pytest.mark.parametrize(
    ("polls", "kind"), [(0, "all"), (1, "newest"), (299, "newest"), (300, "changed"), (18_000, "all")]
)
async def test_old_days_are_looked_at_less_often(tmp_path: Path, seen: Seen, polls: int, kind: str) -> None:
    """Five times a second the newest days, once a minute what changed, at start and once an hour everything."""
    watch = FolderWatch(tmp_path, seen)
    await put(tmp_path, name(1, day=1), name(2, day=24), name(3, day=25))
    for _ in range(5):
        await watch.look_back()
    await put(tmp_path, name(4, day=1), name(5, day=25))
    seen.offered = 0
    await watch._look_as_due(polls)
    assert seen.offered == {"newest": 2, "changed": 4, "all": 5}[kind]


async def test_a_quiet_folder_is_not_listed_again_and_again(tmp_path: Path, watch: FolderWatch, seen: Seen) -> None:
    """After a few looks an unchanged day costs one stat, and a change is seen at the next look."""
    await put(tmp_path, name(1))
    for _ in range(20):
        await watch.look()
    assert seen.offered < 5
    await put(tmp_path, name(2))
    assert await watch.look() == 1


async def test_only_transcripts_are_events(tmp_path: Path, watch: FolderWatch, seen: Seen) -> None:
    """Half-written parts, other files and odd names are passed over."""
    await put(tmp_path, name(1))
    day = tmp_path / "transcripts/2026/11/25"
    for other in ("call_x.json", ".hidden", f"{call_id(2)}.json.part", f"{call_id(2)}.JSON", "notes.txt"):
        (day / other).write_text("x")
    (tmp_path / ".staging" / f"{call_id(3)}.json.0.part").write_text("half")
    assert await watch.reconcile() == 1
    assert seen.names() == [name(1)]


async def test_a_publish_that_failed_is_made_up_for(tmp_path: Path, seen: Seen) -> None:
    """A queue that is down while an object is found hears of it at the next look."""
    await put(tmp_path, name(1))
    broken = Interposed(seen, failing("publish", *[EventsFailed("down")] * 4))
    watch = FolderWatch(tmp_path, broken)
    for _ in range(4):
        with pytest.raises(EventsFailed):
            await watch.look()
    assert await watch.reconcile() == 1


async def test_it_runs_until_it_is_told_to_stop(
    tmp_path: Path, watch: FolderWatch, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first turn is a full look, so nothing written while nobody watched is missed."""
    monkeypatch.setattr(folder, "_POLL_S", 0.001)
    await put(tmp_path, name(1, day=1), name(2, day=24), name(3, day=25))
    stop = asyncio.Event()
    running = asyncio.create_task(watch.run(stop))
    await seen.published.wait()
    stop.set()
    await running
    assert len(seen.names()) == 3


async def test_a_failing_queue_does_not_end_the_watch(
    tmp_path: Path, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The watch goes on, forgets what it thought it had published, and publishes it."""
    monkeypatch.setattr(folder, "_POLL_S", 0.001)
    monkeypatch.setattr(folder, "_AFTER_FAILURE_S", 0.001)
    await put(tmp_path, name(1))
    watch = FolderWatch(tmp_path, Interposed(seen, failing("publish", *[EventsFailed("down")] * 5)))
    stop = asyncio.Event()
    running = asyncio.create_task(watch.run(stop))
    await seen.published.wait()
    stop.set()
    await running
    assert seen.names() == [name(1)]
