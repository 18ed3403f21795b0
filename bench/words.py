"""Words that a call gets wrong, through a real browser: microphone, WebRTC, jitter buffer, ear, Whisper, transcript.

    python -m bench.words [--json] [--calls N] [--rounds N]

The lines of `data/spoken_calls.txt` are spoken to the buyers they are written for, each call in another of Sparring's
own voices; a further round gives every call to the next voice. What counts is what stands in the transcript, however
the call cut it into turns. Names are the persona's own, which the call gives its recogniser as a hint, with the rep's.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import httpx
from bench.support.spread import machine, percent, plain, spread_of
from tools.voice_lab.word_errors import count_errors, normal_form

from sparring.persona import Persona, load_personas
from tests.e2e.browser import chromium, hand_held
from tests.e2e.rep import Rep
from tests.e2e.serving import Served, serving
from tests.e2e.speech import spoken

SCRIPTS = Path(__file__).parent / "data" / "spoken_calls.txt"
REP_NAME = "Dana"  # as in the scripts; entered on the start page, as a rep does
REP_NAME_AS_SAID = "Dayna"  # our voices would say "Dahna", which is rightly heard as "Donna"
VOICES = ("michael", "nora", "victor", "ruth")
WRONG_AT_MOST_PERCENT, NAMES_AT_LEAST_PERCENT = 5.0, 90.0


class Script(NamedTuple):
    """One call: whom it is with, and what the rep says."""

    buyer: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The persona's names in a call."""

    right: int
    said: int


@dataclass(frozen=True, slots=True)
class HeardCall:
    """What a call made of what was said in it."""

    buyer: str
    voice: str
    said: tuple[str, ...]  # lines that were spoken; a buyer who hangs up is told no more
    heard: str
    wrong: int
    words: int
    names: Names


def read_scripts(text: str) -> list[Script]:
    """Calls from text: `= Buyer`, then one line of the rep a line."""
    blocks = [block.strip().splitlines() for block in text.split("=") if block.strip()]
    return [Script(block[0].strip(), tuple(line.strip() for line in block[1:])) for block in blocks]


def rep_voice(place: int, buyer_voice: str) -> str:
    """The `place`-th of the voices, in turn; never the buyer's own."""
    voices = [voice for voice in VOICES if voice != buyer_voice]
    return voices[place % len(voices)]


def count_names(names: Sequence[str], said: str, heard: str) -> Names:
    """How often the names were said, and how many of these stand letter by letter in what was heard."""
    counts = [(_times(name, said), _times(name, heard)) for name in names]
    return Names(right=sum(min(both) for both in counts), said=sum(there for there, _ in counts))


def _times(name: str, text: str) -> int:
    wanted, words = normal_form(name), [word.removesuffix("'s") for word in normal_form(text)]
    return sum(words[place : place + len(wanted)] == wanted for place in range(len(words)))


def judged(persona: Persona, voice: str, said: Sequence[str], heard: str) -> HeardCall:
    """One call's words and names, over everything that was said in it."""
    whole = " ".join(said)
    errors = count_errors(whole, heard)
    names = count_names(persona.hearing_names, whole, heard)
    return HeardCall(persona.name, voice, tuple(said), heard, errors.wrong, errors.words, names)


def figures(calls: Sequence[HeardCall]) -> dict[str, Any]:
    """Over all calls, and by voice."""
    voices = sorted({call.voice for call in calls})
    names = Names(sum(call.names.right for call in calls), sum(call.names.said for call in calls))
    return {
        "sentences": sum(len(call.said) for call in calls),
        "words": sum(call.words for call in calls),
        "wrong_percent": _wrong_percent(calls),
        "wrong_percent_of_calls": spread_of(_wrong_percent([call]) for call in calls),
        "wrong_percent_by_voice": {v: _wrong_percent([call for call in calls if call.voice == v]) for v in voices},
        "names_said": names.said,
        "names_right_percent": percent(names.right, names.said),
    }


def _wrong_percent(calls: Sequence[HeardCall]) -> float | None:
    return percent(sum(call.wrong for call in calls), sum(call.words for call in calls))


def holds(found: dict[str, Any]) -> bool:
    """Whether both targets are reached."""
    return bool(
        found["wrong_percent"] <= WRONG_AT_MOST_PERCENT and found["names_right_percent"] >= NAMES_AT_LEAST_PERCENT
    )


async def measure(calls: int, rounds: int) -> tuple[dict[str, Any], list[HeardCall]]:
    """So many scripts, so many times over; the figures, and each call."""
    people = {persona.name: persona for persona in load_personas()}
    heard = []
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), {"review_s": "30"}) as served:
        for turn in range(rounds):
            for place, script in enumerate(read_scripts(SCRIPTS.read_text("utf-8"))[:calls]):
                persona = people[script.buyer]
                voice = rep_voice(place + turn, persona.voice.local)
                said, text = await _call(served, script, voice)
                heard.append(judged(persona, voice, said, text))
        engine = await asyncio.to_thread(_engine, served.url)
    found = {"machine": machine(), "engine": engine, **figures(heard)}
    return found | {"held": holds(found)}, heard


def _engine(url: str) -> str:
    return str(httpx.get(f"{url}/api/engines", timeout=30).json()["hearing"]["name"])


async def _call(served: Served, script: Script, voice: str) -> tuple[list[str], str]:
    """What was said, and what the transcript has of it."""
    sounds = await spoken([line.replace(REP_NAME, REP_NAME_AS_SAID) for line in script.lines], voice)
    async with chromium(hand_held()) as visit:
        await visit.context.request.get(f"{served.url}/api/me")
        await visit.context.request.put(f"{served.url}/api/me", data={"name": REP_NAME, "email": ""})
        rep = Rep(await visit.new_page(), served.url)
        call_id = await rep.place_call(script.buyer)
        await rep.pick_up()
        said = []
        for line, sound in zip(script.lines, sounds, strict=True):
            if await rep.is_over():
                break
            said.append(line)
            await rep.say(sound)
            await _hear_out(rep)
        if not await rep.is_over():
            await rep.hang_up()
        await rep.send_to_coach()
        report = await rep.read_report(call_id)
    return said, " ".join(turn["text"] for turn in report["turns"] if turn["speaker"] == "rep")


async def _hear_out(rep: Rep) -> None:
    """A line that gets no answer, or the last one there is, costs the bench its words and not its life."""
    try:
        await rep.hear_out()
    except AssertionError:
        print("a line was not answered in time", file=sys.stderr)


def table(found: dict[str, Any], calls: Sequence[HeardCall]) -> str:
    """For people."""
    rows = [f"{name}: {value}" for name, value in found.items()]
    for call in calls:
        names = f"{call.names.right} of {call.names.said} names right"
        rows.append(f"  {call.buyer} heard {call.voice}: {call.wrong} of {call.words} words wrong, {names}")
        rows += [f"    said:  {' '.join(call.said)}", f"    heard: {call.heard}"]
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> int:
    """0 when both targets are reached, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Measure the words and names of spoken calls in a browser.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--calls", type=int, default=len(read_scripts(SCRIPTS.read_text("utf-8"))))
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args(arguments)
    found, calls = asyncio.run(measure(options.calls, options.rounds))
    print(json.dumps(plain(found)) if options.json else table(found, calls))
    return 0 if found["held"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
