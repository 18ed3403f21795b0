"""The voice process: requests on stdin, clauses of sound on stdout; it ends with its parent.

    python -m sparring.adapters.voice.local.child hibari

First clauses go before further ones, and both before lines that are prepared ahead: whoever waits for a first sound
waits for at most one clause of another call.
"""

import queue
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from typing import Final

from sparring.adapters.child_process.child import Write, frame_pipes, obey
from sparring.adapters.child_process.frames import Frame
from sparring.adapters.voice.local.engine import ENGINES, VoiceEngine
from sparring.adapters.voice.local.speech import SpokenClause, spoken
from sparring.adapters.voice.local.wire import (
    MAX_REQUEST_BYTES,
    VoiceMessage,
    checked,
    packed_ready,
    unpacked_say,
)
from sparring.errors import VoiceFailed
from sparring.ports import Progress

MAX_SPEECHES: Final = 128
_FIRST, _FURTHER, _AHEAD, _CLEAN_UP = range(4)


@dataclass(order=True, slots=True)
class _Task:
    urgency: int
    number: int
    frame: Frame = field(compare=False)


class VoiceServer:
    """Speeches under way, one clause at a time.

    Args:
        engine: makes the sound.
        write: sends one reply.
    """

    def __init__(self, engine: VoiceEngine, write: Write) -> None:
        self._engine, self._write = engine, write
        self._tasks: queue.PriorityQueue[_Task] = queue.PriorityQueue()
        self._speeches: dict[int, Iterator[SpokenClause]] = {}
        self._background: set[int] = set()
        self._dropped: set[int] = set()
        self._count = 0

    def accept(self, frame: Frame) -> None:
        """Queue one request; called by the reading thread. Raises: BrokenFrame."""
        checked(frame)
        if frame.kind == VoiceMessage.DROP:
            self._dropped.add(frame.number)
        self._count += 1
        self._tasks.put(_Task(self._urgency(frame), self._count, frame))

    def serve(self) -> None:
        """For ever: answer the most urgent request."""
        while True:
            self.answer(self._tasks.get().frame)

    def answer(self, frame: Frame) -> None:
        """One request; a speech that fails is told so and ends, the process goes on."""
        if frame.kind == VoiceMessage.DROP:
            self._forget(frame.number)
            self._write(Frame(VoiceMessage.DROPPED, frame.number))
        elif frame.number not in self._dropped:
            try:
                self._advance(frame)
            except Exception:  # noqa: BLE001 -- the root of a speech: whatever an engine raises ends that speech only
                self._forget(frame.number)
                self._write(Frame(VoiceMessage.FAILED, frame.number))

    def _urgency(self, frame: Frame) -> int:
        if frame.kind == VoiceMessage.DROP:
            return _CLEAN_UP
        if frame.kind == VoiceMessage.SAY and unpacked_say(frame.payload).background:
            self._background.add(frame.number)
        if frame.number in self._background:
            return _AHEAD
        return _FIRST if frame.kind == VoiceMessage.SAY else _FURTHER

    def _advance(self, frame: Frame) -> None:
        if frame.kind == VoiceMessage.SAY:
            if len(self._speeches) >= MAX_SPEECHES:
                raise VoiceFailed("too many speeches at once")
            say = unpacked_say(frame.payload)
            self._speeches[frame.number] = spoken(self._engine, say.text, voice_id=say.voice_id, mood=say.mood)
        clause = next(self._speeches[frame.number])
        if clause.last:
            self._forget(frame.number)
        self._write(Frame(VoiceMessage.LAST if clause.last else VoiceMessage.CLAUSE, frame.number, clause.pcm))

    def _forget(self, speech: int) -> None:
        self._speeches.pop(speech, None)
        self._background.discard(speech)
        self._dropped.discard(speech)


def open_engine(name: str, progress: Progress) -> VoiceEngine:
    """The engine of that name; its libraries are loaded only when it is wanted. Raises: VoiceFailed."""
    if name not in ENGINES:
        raise VoiceFailed(f"There is no voice engine {name}.")
    opened: VoiceEngine = import_module(f"sparring.adapters.voice.local.{name}_engine").open_engine(progress)
    return opened


def main(name: str) -> int:
    """Serve until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    requests, write = frame_pipes()
    try:
        engine = open_engine(name, lambda share, sentence: write(_progress(share, sentence)))
    except VoiceFailed as error:
        write(Frame(VoiceMessage.FAILED, 0, error.sentence.encode()))
        return 1
    server = VoiceServer(engine, write)
    reading = partial(obey, requests, server.accept, max_bytes=MAX_REQUEST_BYTES)
    threading.Thread(target=reading, daemon=True).start()
    write(Frame(VoiceMessage.READY, 0, packed_ready(engine.name, engine.voices())))
    server.serve()
    return 0


def _progress(share: float, sentence: str) -> Frame:
    return Frame(VoiceMessage.PROGRESS, round(share * 100), sentence.encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
