"""Which recogniser is used, and why, in a sentence for people.

Flows in: the engine asked for, or none. Flows out: a started recogniser. What Whisper base costs on this machine is
measured once, at the first start, and remembered beside the weights.
"""

import asyncio
import contextlib
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sparring.adapters.hearing.local.engine import ENGINE_MODULES
from sparring.adapters.hearing.local.recogniser import ProcessRecogniser, child_command
from sparring.errors import HearingFailed
from sparring.ports import Progress

MOST_WORK_MS: Final = 120
"""Processor time for a turn of 3 s up to which Whisper base is used: beyond it half of all answers take over 0.5 s.

Measured on two cores of an EPYC 7003, idle to crowded: base 175-290 ms, tiny.en 90-150 ms. What tiny.en hears wrong
cannot be told from what base does (docs/measurements.md), so the sooner answer is worth more.
"""

AUTO: Final = "auto"
MEMORY_FILE: Final = "hearing.json"

_BASE, _TINY, _LAST = ENGINE_MODULES

Make = Callable[[str, Path], ProcessRecogniser]


async def open_recogniser(
    cache_dir: Path, *, wanted: str | None, progress: Progress, make: Make | None = None
) -> tuple[ProcessRecogniser, str]:
    """A started recogniser, and why it is this one.

    Args:
        cache_dir: where joined weights and the measurement are kept.
        wanted: one of `ENGINE_MODULES`, or None or "auto" to choose.
        progress: told what is being done.
        make: builds a recogniser that is not started; for tests.

    Raises:
        HearingFailed: none can be started; the sentence says why.
    """
    make = make or _process
    if wanted is not None and wanted != AUTO:
        return await _open_wanted(wanted, cache_dir, progress, make)
    work_ms = await asyncio.to_thread(_remembered_ms, cache_dir)
    if work_ms is None:
        return await _open_for_the_first_time(cache_dir, progress, make)
    return await _first_that_starts(_order(work_ms), _reason(work_ms), cache_dir, progress, make)


async def _open_wanted(name: str, cache_dir: Path, progress: Progress, make: Make) -> tuple[ProcessRecogniser, str]:
    if name not in ENGINE_MODULES:
        raise HearingFailed(f"There is no recogniser {name}; there are {', '.join(ENGINE_MODULES)}.")
    recogniser = make(name, cache_dir)
    await recogniser.start(progress)
    return recogniser, "Chosen in the settings."


async def _open_for_the_first_time(cache_dir: Path, progress: Progress, make: Make) -> tuple[ProcessRecogniser, str]:
    """Starting Whisper base measures it; on a weak machine it makes room for tiny.en."""
    base, rest = make(_BASE, cache_dir), _share_of(progress, 0.5, 1.0)
    try:
        await base.start(_share_of(progress, 0.0, 0.5))
    except HearingFailed as failure:
        return await _first_that_starts((_TINY, _LAST), failure.sentence, cache_dir, rest, make)
    await asyncio.to_thread(_remember_ms, cache_dir, base.work_ms)
    if base.work_ms <= MOST_WORK_MS:
        return base, _reason(base.work_ms)
    await base.close()
    return await _first_that_starts(_order(base.work_ms), _reason(base.work_ms), cache_dir, rest, make)


def _share_of(progress: Progress, begin: float, end: float) -> Progress:
    """A part of the way, so that a second engine does not begin at nothing again."""
    return lambda share, sentence: progress(begin + share * (end - begin), sentence)


async def _first_that_starts(
    names: tuple[str, ...], reason: str, cache_dir: Path, progress: Progress, make: Make
) -> tuple[ProcessRecogniser, str]:
    """Raises: HearingFailed, with what every one of them said."""
    for index, name in enumerate(names):
        recogniser = make(name, cache_dir)
        try:
            await recogniser.start(_share_of(progress, index / len(names), 1.0))
        except HearingFailed as failure:
            reason = f"{reason} {failure.sentence}"
        else:
            return recogniser, reason
    raise HearingFailed(reason)


def _order(work_ms: float) -> tuple[str, ...]:
    return (_TINY, _BASE, _LAST) if work_ms > MOST_WORK_MS else (_BASE, _TINY, _LAST)


def _reason(work_ms: float) -> str:
    verdict = "quick enough" if work_ms <= MOST_WORK_MS else "too slow"
    return (
        f"Whisper base is {verdict} here: it takes {work_ms:.0f} ms for a turn of 3 s, "
        f"and answers stay quick up to {MOST_WORK_MS} ms."
    )


def _process(name: str, cache_dir: Path) -> ProcessRecogniser:
    return ProcessRecogniser(name, child_command(name, cache_dir))


def _machine() -> str:
    return f"{platform.machine()} {platform.processor()} {os.cpu_count()}"


def _remembered_ms(cache_dir: Path) -> float | None:
    """None at the first start, and when the folder came from another machine."""
    try:
        memory = json.loads((cache_dir / MEMORY_FILE).read_bytes())
        return float(memory["work_ms"]) if memory["machine"] == _machine() else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _remember_ms(cache_dir: Path, work_ms: float) -> None:
    """A folder that cannot be written costs another measurement at the next start, nothing else."""
    with contextlib.suppress(OSError):
        cache_dir.mkdir(parents=True, exist_ok=True)
        (cache_dir / MEMORY_FILE).write_text(json.dumps({"machine": _machine(), "work_ms": round(work_ms, 1)}))
