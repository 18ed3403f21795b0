"""Which recogniser is opened, and what people are told about it."""

import json
from pathlib import Path

import numpy as np
import pytest

from sparring.adapters.hearing import open_recogniser
from sparring.adapters.hearing.factory import MEMORY_FILE, MOST_WORK_MS
from sparring.adapters.hearing.local.log_mel import Samples
from sparring.adapters.hearing.local.recogniser import ProcessRecogniser
from sparring.errors import HearingFailed
from sparring.ports import Progress

QUICK_MS, SLOW_MS = MOST_WORK_MS - 50, MOST_WORK_MS + 300


class Fake(ProcessRecogniser):
    """Starts as told, and remembers that it was closed."""

    def __init__(self, name: str, machine: "Machine") -> None:
        super().__init__(name, ["unused"])
        self.machine = machine

    async def start(self, progress: Progress) -> None:
        """Takes as long as the machine says, or fails."""
        self.machine.started.append(self.name)
        if self.name in self.machine.missing:
            raise HearingFailed(f"{self.name} is missing.")
        progress(1.0, f"{self.name} is ready")
        self.work_ms = self.machine.work_ms

    async def close(self) -> None:
        """Remembered."""
        self.machine.closed.append(self.name)


class Machine:
    """A computer: how fast it is and what is not installed."""

    def __init__(self, work_ms: float, *, missing: tuple[str, ...] = ()) -> None:
        self.work_ms, self.missing = work_ms, missing
        self.started: list[str] = []
        self.closed: list[str] = []
        self.told: list[str] = []

    async def open(self, cache_dir: Path, wanted: str | None = None) -> tuple[str, str]:
        """Name of the recogniser and the sentence about it."""
        recogniser, why = await open_recogniser(
            cache_dir,
            wanted=wanted,
            progress=lambda _share, sentence: self.told.append(sentence),
            make=lambda name, _folder: Fake(name, self),
        )
        return recogniser.name, why


async def test_a_machine_that_is_fast_enough_uses_whisper_base(tmp_path: Path) -> None:
    """The sentence gives the figure that decided."""
    machine = Machine(QUICK_MS)
    name, why = await machine.open(tmp_path / "not there yet")
    assert name == "whisper-base"
    assert f"{QUICK_MS} ms for a turn of 3 s" in why
    assert machine.told == ["whisper-base is ready"]


async def test_a_weak_machine_uses_tiny_and_remembers_it(tmp_path: Path) -> None:
    """The first start measures; the second starts the right one at once."""
    first, second = Machine(SLOW_MS), Machine(SLOW_MS)
    name, why = await first.open(tmp_path)
    assert (name, first.started, first.closed) == (
        "whisper-tiny",
        ["whisper-base", "whisper-tiny"],
        ["whisper-base"],
    )
    assert "too slow" in why
    assert await second.open(tmp_path) == (name, why)
    assert second.started == ["whisper-tiny"]


async def test_a_good_measurement_is_kept_though_the_next_start_is_crowded(tmp_path: Path) -> None:
    """One busy moment later on does not change what is heard with."""
    await Machine(QUICK_MS).open(tmp_path)
    assert (await Machine(SLOW_MS).open(tmp_path))[0] == "whisper-base"


async def test_a_folder_from_another_machine_is_measured_again(tmp_path: Path) -> None:
    """The measurement belongs to the machine, not to the folder."""
    (tmp_path / MEMORY_FILE).write_text(json.dumps({"machine": "another", "work_ms": SLOW_MS}))
    assert (await Machine(QUICK_MS).open(tmp_path))[0] == "whisper-base"


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"work_ms": 1}', b"\xff"])
async def test_a_damaged_memory_is_no_memory(tmp_path: Path, damage: bytes) -> None:
    """It is measured and written anew."""
    (tmp_path / MEMORY_FILE).write_bytes(damage)
    await Machine(QUICK_MS).open(tmp_path)
    assert json.loads((tmp_path / MEMORY_FILE).read_bytes())["work_ms"] == QUICK_MS


async def test_a_folder_that_cannot_be_written_only_forgets(tmp_path: Path) -> None:
    """The recogniser is used all the same."""
    (tmp_path / "file").write_bytes(b"")
    assert (await Machine(QUICK_MS).open(tmp_path / "file"))[0] == "whisper-base"


async def test_without_whisper_the_last_resort_is_used_and_says_why(tmp_path: Path) -> None:
    """Every reason on the way is in the sentence."""
    name, why = await Machine(QUICK_MS, missing=("whisper-base", "whisper-tiny")).open(tmp_path)
    assert name == "pocketsphinx"
    assert why == "whisper-base is missing. whisper-tiny is missing."


async def test_a_weak_machine_without_tiny_still_hears(tmp_path: Path) -> None:
    """Slow is better than wrong."""
    name, why = await Machine(SLOW_MS, missing=("whisper-tiny",)).open(tmp_path)
    assert name == "whisper-base"
    assert "whisper-tiny is missing." in why


async def test_nothing_installed_is_one_sentence_with_every_reason(tmp_path: Path) -> None:
    """The person reads what to install."""
    machine = Machine(QUICK_MS, missing=("whisper-base", "whisper-tiny", "pocketsphinx"))
    with pytest.raises(HearingFailed, match=r"whisper-base is missing\. whisper-tiny is missing\. pocketsphinx is"):
        await machine.open(tmp_path)


async def test_the_one_asked_for_is_used_or_fails(tmp_path: Path) -> None:
    """No other takes its place."""
    assert await Machine(SLOW_MS).open(tmp_path, "whisper-base") == ("whisper-base", "Chosen in the settings.")
    with pytest.raises(HearingFailed, match="pocketsphinx is missing"):
        await Machine(QUICK_MS, missing=("pocketsphinx",)).open(tmp_path, "pocketsphinx")


async def test_auto_is_the_same_as_no_wish(tmp_path: Path) -> None:
    """The setting's default word chooses."""
    assert (await Machine(QUICK_MS).open(tmp_path, "auto"))[0] == "whisper-base"


async def test_an_unknown_name_is_refused_before_anything_starts(tmp_path: Path) -> None:
    """With the names there are."""
    machine = Machine(QUICK_MS)
    with pytest.raises(HearingFailed, match="whisper-base, whisper-tiny, pocketsphinx"):
        await machine.open(tmp_path, "siri")
    assert machine.started == []


@pytest.mark.speech
async def test_the_real_thing_hears_what_is_said(tmp_path: Path, spoken_sentence: tuple[str, Samples]) -> None:
    """From an empty folder to text, through the process, as a call does it."""
    said, samples = spoken_sentence
    told: list[float] = []
    recogniser, why = await open_recogniser(tmp_path, wanted=None, progress=lambda share, _sentence: told.append(share))
    try:
        pcm = (samples * 32767).astype(np.int16).tobytes()
        guess = recogniser.recognise(pcm[: len(pcm) // 2], hint="Maria Henderson")
        guess.cancel()
        heard = await recogniser.recognise(pcm, hint="Maria Henderson", words=True).result()
    finally:
        await recogniser.close()
    assert heard.text.lower().rstrip("?.").replace(",", "") == said
    assert len(heard.words) == len(said.split())
    assert told == sorted(told)
    assert recogniser.name.startswith("whisper-")
    assert f"{recogniser.work_ms:.0f} ms" in why or recogniser.name == "whisper-tiny"
