"""Which voice engine is used: the wish of the configuration and what this machine has in, one ready engine and why out.

A fallback is chosen here, when the process starts, and never within a call; all engines keep every voice's gender.
"""

import sys
from pathlib import Path
from typing import Final

from sparring.adapters.voice.local.engine import ENGINES
from sparring.adapters.voice.local.process import VoiceProcess
from sparring.adapters.voice.local.synthesiser import ProcessSynthesiser
from sparring.errors import VoiceFailed
from sparring.ports import Progress, Synthesiser

_PRAISE: Final = {
    "hibari": "a small neural voice, and its weights are installed",
    "flite": "plain but clear, and the system has it",
    "espeak": "robotic, but the system has it",
}


async def open_synthesiser(cache_dir: Path, *, wanted: str | None, progress: Progress) -> tuple[Synthesiser, str]:
    """The wanted engine, or with None or `auto` the best that starts; and one sentence that says why this one.

    Args:
        cache_dir: unused by the engines there are; they read their weights where the packages put them.
        wanted: `auto`, `hibari`, `flite`, `espeak`, or `none`, which refuses.
        progress: told how far it is.

    Raises: VoiceFailed, with what to install, when none starts.
    """
    del cache_dir
    if wanted == "none":
        raise VoiceFailed("The buyer's voice is switched off by the setting voice=none: type the call instead.")
    if wanted not in (None, "auto"):
        return await _opened(str(wanted), progress), f"{wanted} speaks, because the setting asks for it."
    reasons: list[str] = []
    for name in ENGINES:
        try:
            synthesiser = await _opened(name, progress)
        except VoiceFailed as error:
            reasons.append(f"{name}: {error.sentence}")
        else:
            return synthesiser, _why(name, reasons)
    raise VoiceFailed(
        "No voice can be used on this machine. Install Sparring's packages again, or Debian's libflite1 or "
        f"libespeak-ng1. ({' '.join(reasons)})"
    )


async def _opened(name: str, progress: Progress) -> Synthesiser:
    command = (sys.executable, "-m", "sparring.adapters.voice.local.child", name)
    synthesiser = ProcessSynthesiser(VoiceProcess(command))
    await synthesiser.start(progress)
    return synthesiser


def _why(name: str, reasons: list[str]) -> str:
    if not reasons:
        return f"{name} speaks: {_PRAISE[name]}."
    return f"{name} speaks: {_PRAISE[name]}; what sounds better did not start ({' '.join(reasons)})"
