"""The buyer's voice as calls use it: how soon it is heard, what it costs, how well it is understood, who is who.

    python -m bench.voice [--json] [--only latency] [--work FOLDER] [VOICE ...]

Latency is from asking to the first block of 20 ms, each line said once in each voice so that nothing comes from the
cache. Figures of understanding and likeness need the group `lab` and fetch two measuring models into the work folder.
"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

from sparring.adapters.voice import open_synthesiser
from sparring.ports import Mood, Synthesiser

SHORT = (
    "Yes, who is this?", "No, not right now.", "How much is it?", "I'm not sure.", "Can you call back?", "Go ahead.",
    "That's too expensive.", "Who told you that?", "I see.", "Why would I?", "Sorry, what?", "We don't need that.",
    "He's fine.", "Which agency?", "Let me think.", "It depends.", "Since when?", "That sounds good.", "And then what?",
    "I have to go.",
)  # fmt: skip
FIFTEEN_WORDS = (
    "I already have somebody helping my mother with her daily routine, so I'm not sure.",
    "We looked at two other agencies last week and both of them were a little cheaper.",
    "My brother lives out of state, so really everything about her care falls on me.",
    "She was fine until the spring and then she fell twice in the same month.",
    "The hospital wants her out by Thursday and nobody has told us what happens next.",
    "I would have to know exactly who is coming before I let anybody in here.",
    "You are the third person who has called me about this since the beginning of March.",
    "Our last provider never answered the phone after five and that was a real problem.",
)
SHORT_P95_MS = 60.0
SESSIONS_AT_ONCE = 4


async def first_block_ms(synthesiser: Synthesiser, text: str, voice_id: str, mood: Mood = "neutral") -> float:
    """From asking to the first block; the rest is said too, as in a call."""
    began = time.perf_counter()
    first_ms = 0.0
    async with aclosing(synthesiser.speak(text, voice_id=voice_id, mood=mood)) as blocks:
        async for _ in blocks:
            first_ms = first_ms or (time.perf_counter() - began) * 1000
    return first_ms


async def latencies(synthesiser: Synthesiser, voices: Sequence[str]) -> dict[str, dict[str, float]]:
    """Per kind of line, over all voices."""
    alone = {
        kind: [await first_block_ms(synthesiser, text, voice) for voice in voices for text in texts]
        for kind, texts in (("short_clause", SHORT), ("fifteen_words", FIFTEEN_WORDS))
    }
    alone["short_clause_of_four_calls"] = await _together(synthesiser, voices)
    alone["after_barge_in"] = [await _after_barge_in(synthesiser, voice) for voice in voices]
    return {kind: _spread(times) for kind, times in alone.items()}


async def _together(synthesiser: Synthesiser, voices: Sequence[str]) -> list[float]:
    """Four calls that begin a line at the same moment."""
    times: list[float] = []
    for text in SHORT:
        speakers = [voices[index % len(voices)] for index in range(SESSIONS_AT_ONCE)]
        lines = (
            first_block_ms(synthesiser, f"{text} {number}", voice, "warm") for number, voice in enumerate(speakers)
        )
        times += await asyncio.gather(*lines)
    return times


async def _after_barge_in(synthesiser: Synthesiser, voice_id: str) -> float:
    """The next line's first block, when a long one was cut off after its first."""
    blocks = synthesiser.speak(" ".join(FIFTEEN_WORDS), voice_id=voice_id, mood="hesitant")
    await anext(blocks)
    await blocks.aclose()
    return await first_block_ms(synthesiser, "Go on.", voice_id, "hesitant")


def _spread(times_ms: list[float]) -> dict[str, float]:
    ordered = sorted(times_ms)
    return {
        "count": len(ordered),
        "p50_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 1),
        "min_ms": round(ordered[0], 1),
        "max_ms": round(ordered[-1], 1),
    }


async def said(synthesiser: Synthesiser, text: str, voice_id: str) -> bytes:
    """PCM of a whole line."""
    async with aclosing(synthesiser.speak(text, voice_id=voice_id)) as blocks:
        return b"".join([block async for block in blocks])


async def cost(voices: Sequence[str]) -> float:
    """Processor seconds of the voice process for each second of sound, its start subtracted."""
    idle_s, _ = await _costs(())
    busy_s, sound_s = await _costs(voices)
    return (busy_s - idle_s) / sound_s


async def _costs(voices: Sequence[str]) -> tuple[float, float]:
    before_s, sound_s = _children_s(), 0.0
    synthesiser = await _opened()
    for voice in voices:
        for text in FIFTEEN_WORDS:
            sound_s += len(await said(synthesiser, text, voice)) / 2 / synthesiser.sample_rate_hz
    await synthesiser.close()
    return _children_s() - before_s, sound_s


def _children_s() -> float:
    times = os.times()
    return times.children_user + times.children_system


async def _opened() -> Synthesiser:
    synthesiser, _ = await open_synthesiser(Path(), wanted="hibari", progress=lambda _share, _sentence: None)
    return synthesiser


async def understood(synthesiser: Synthesiser, voices: Sequence[str], work: Path) -> tuple[dict[str, Any], str]:
    """Words wrong, pitch, pace, naturalness of each voice, and who sounds like whom."""
    from tools.voice_lab.envelope import from_pcm  # noqa: PLC0415 -- the group `lab` is not always installed
    from tools.voice_lab.proof import Judge, likeness, table  # noqa: PLC0415
    from tools.voice_lab.recipe import read_sentences  # noqa: PLC0415

    judge, sentences = Judge(work), read_sentences("evaluation_sentences.txt")
    figures = {
        voice: judge.figures(sentences, [from_pcm(await said(synthesiser, text, voice)) for text in sentences])
        for voice in voices
    }
    measured = {
        voice: {
            "words_wrong_percent": round(one.words_wrong_percent, 2),
            "pitch_hz": round(one.pitch_hz, 1),
            "words_per_minute": round(one.words_per_minute),
            "naturalness": round(one.naturalness, 2),
        }
        for voice, one in figures.items()
    }
    return {"voices": measured, "cosine": likeness(figures)}, table(figures)


async def measure(options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """Everything, as data and as text."""
    synthesiser = await _opened()
    voices = options.voices or [card.id for card in synthesiser.voices()]
    latency = await latencies(synthesiser, voices)
    result: dict[str, Any] = {"latency": latency}
    text = "\n".join(f"{kind:28s} {_row(spread)}" for kind, spread in latency.items())
    if options.only != "latency":
        figures, table = await understood(synthesiser, voices, options.work)
        result |= figures | {"cpu_s_per_sound_s": round(await cost(voices), 4)}
        text += f"\n\nprocessor seconds per second of sound: {result['cpu_s_per_sound_s']}\n\n{table}"
    await synthesiser.close()
    return result, text


def _row(spread: dict[str, float]) -> str:
    return (
        f"p50 {spread['p50_ms']:6.1f}  p95 {spread['p95_ms']:6.1f}  "
        f"({spread['min_ms']:.1f}-{spread['max_ms']:.1f} ms, n={spread['count']:.0f})"
    )


def main(arguments: list[str]) -> int:
    """0 when a short clause is heard in time, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Measure the buyer's voice.")
    parser.add_argument("voices", nargs="*")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", choices=("latency",))
    parser.add_argument("--work", type=Path, default=Path(".voice-lab"))
    options = parser.parse_args(arguments)
    result, text = asyncio.run(measure(options))
    print(json.dumps(result) if options.json else text)
    return 0 if result["latency"]["short_clause"]["p95_ms"] <= SHORT_P95_MS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
