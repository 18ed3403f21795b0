"""The voice process: requests on stdin, clauses of sound on stdout; it ends with its parent.

    python -m sparring.adapters.voice.child hibari

First clauses go before further ones, and both before lines that are prepared ahead: whoever waits for a first sound
waits for at most one clause of another call.
"""

import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import BinaryIO, Final

from sparring.adapters.voice.engine import ENGINES, Engine
from sparring.adapters.voice.speech import SpokenClause, spoken
from sparring.adapters.voice.wire import (
    MAX_REQUEST_BYTES,
    BrokenFrame,
    Frame,
    Kind,
    packed_ready,
    read_frame,
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


Write = Callable[[Frame], None]


class VoiceServer:
    """Speeches under way, one clause at a time.

    Args:
        engine: makes the sound.
        write: sends one reply.
    """

    def __init__(self, engine: Engine, write: Write) -> None:
        self._engine, self._write = engine, write
        self._tasks: queue.PriorityQueue[_Task] = queue.PriorityQueue()
        self._speeches: dict[int, Iterator[SpokenClause]] = {}
        self._background: set[int] = set()
        self._dropped: set[int] = set()
        self._count = 0

    def accept(self, frame: Frame) -> None:
        """Queue one request; called by the reading thread. Raises: BrokenFrame."""
        if frame.kind is Kind.DROP:
            self._dropped.add(frame.speech)
        self._count += 1
        self._tasks.put(_Task(self._urgency(frame), self._count, frame))

    def serve(self) -> None:
        """For ever: answer the most urgent request."""
        while True:
            self.answer(self._tasks.get().frame)

    def answer(self, frame: Frame) -> None:
        """One request; a speech that fails is told so and ends, the process goes on."""
        if frame.kind is Kind.DROP:
            self._forget(frame.speech)
        elif frame.speech not in self._dropped:
            try:
                self._advance(frame)
            except Exception:  # noqa: BLE001 -- the root of a speech: whatever an engine raises ends that speech only
                self._forget(frame.speech)
                self._write(Frame(Kind.FAILED, frame.speech))

    def _urgency(self, frame: Frame) -> int:
        if frame.kind is Kind.DROP:
            return _CLEAN_UP
        if frame.kind is Kind.SAY and unpacked_say(frame.payload).background:
            self._background.add(frame.speech)
        if frame.speech in self._background:
            return _AHEAD
        return _FIRST if frame.kind is Kind.SAY else _FURTHER

    def _advance(self, frame: Frame) -> None:
        if frame.kind is Kind.SAY:
            if len(self._speeches) >= MAX_SPEECHES:
                raise VoiceFailed("too many speeches at once")
            say = unpacked_say(frame.payload)
            self._speeches[frame.speech] = spoken(self._engine, say.text, voice_id=say.voice_id, mood=say.mood)
        clause = next(self._speeches[frame.speech])
        if clause.last:
            self._forget(frame.speech)
        self._write(Frame(Kind.LAST if clause.last else Kind.CLAUSE, frame.speech, clause.pcm))

    def _forget(self, speech: int) -> None:
        self._speeches.pop(speech, None)
        self._background.discard(speech)
        self._dropped.discard(speech)


def open_engine(name: str, progress: Progress) -> Engine:
    """The engine of that name; its libraries are loaded only when it is wanted. Raises: VoiceFailed."""
    if name not in ENGINES:
        raise VoiceFailed(f"There is no voice engine {name}.")
    opened: Engine = import_module(f"sparring.adapters.voice.{name}_engine").open_engine(progress)
    return opened


def main(name: str) -> int:
    """Serve until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    requests, replies = _pipes()

    def write(frame: Frame) -> None:
        replies.write(frame.packed())
        replies.flush()

    try:
        engine = open_engine(name, lambda share, sentence: write(_progress(share, sentence)))
    except VoiceFailed as error:
        write(Frame(Kind.FAILED, 0, error.sentence.encode()))
        return 1
    server = VoiceServer(engine, write)
    threading.Thread(target=_read, args=(requests, server), daemon=True).start()
    write(Frame(Kind.READY, 0, packed_ready(engine.name, engine.voices())))
    server.serve()
    return 0


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Both ends for frames alone: whatever a library prints goes to stderr."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, replies


def _read(requests: BinaryIO, server: VoiceServer) -> None:
    """Take requests until the parent is gone, then end the process whatever it is doing."""
    try:
        while (frame := read_frame(requests.read, max_bytes=MAX_REQUEST_BYTES)) is not None:
            server.accept(frame)
    except BrokenFrame:
        os._exit(2)
    os._exit(0)


def _progress(share: float, sentence: str) -> Frame:
    return Frame(Kind.PROGRESS, round(share * 100), sentence.encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
