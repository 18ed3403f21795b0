"""The recognising process: stretches of sound on stdin, text on stdout; it ends with its parent.

python -m sparring.adapters.hearing.local.child whisper-base CACHE_FOLDER
"""

import queue
import signal
import sys
import threading
from importlib import import_module
from pathlib import Path

import numpy as np

from sparring.adapters.child_process.child import Write, frame_pipes, obey
from sparring.adapters.child_process.frames import BrokenFrame, Frame
from sparring.adapters.hearing.local.engine import ENGINE_MODULES, HearingEngine, NotWanted
from sparring.adapters.hearing.local.wire import (
    MAX_REQUEST_BYTES,
    HearingMessage,
    Ready,
    packed_heard,
    unpacked_request,
)
from sparring.errors import HearingFailed


class HearingServer:
    """Recognises as many stretches at once as the engine can.

    Args:
        engine: loaded.
        write: sends one reply; called from several threads.
    """

    def __init__(self, engine: HearingEngine, write: Write) -> None:
        self._engine, self._write = engine, write
        self._jobs: queue.SimpleQueue[Frame] = queue.SimpleQueue()
        self._wanted: set[int] = set()

    def start(self) -> None:
        """Begin to work; the threads end with the process."""
        for _ in range(self._engine.at_once):
            threading.Thread(target=self._work, daemon=True).start()

    def accept(self, frame: Frame) -> None:
        """One request. Raises: BrokenFrame."""
        if frame.kind == HearingMessage.CANCEL:
            self._wanted.discard(frame.number)
        elif frame.kind == HearingMessage.HEAR:
            self._wanted.add(frame.number)
            self._jobs.put(frame)
        else:
            raise BrokenFrame("a kind we do not know")

    def _work(self) -> None:
        while True:
            self.answer(self._jobs.get())

    def answer(self, frame: Frame) -> None:
        """One job; whatever an engine raises ends that job only."""
        try:
            reply = self._heard(frame)
        except NotWanted:
            reply = Frame(HearingMessage.DROPPED, frame.number)
        except Exception:  # noqa: BLE001 -- the root of a job: the parent is told, the process goes on
            reply = Frame(HearingMessage.FAILED, frame.number)
        self._wanted.discard(frame.number)
        self._write(reply)

    def _heard(self, frame: Frame) -> Frame:
        request = unpacked_request(frame.payload)
        samples = np.frombuffer(request.pcm_16khz, np.int16).astype(np.float32) / np.float32(32768)
        heard = self._engine.hear(
            samples, hint=request.hint, words=request.words, wanted=lambda: frame.number in self._wanted
        )
        return Frame(HearingMessage.HEARD, frame.number, packed_heard(heard))


def main(name: str, cache_dir: Path) -> int:
    """Serve until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    requests, write = frame_pipes()
    try:
        engine = _opened(name, cache_dir, write)
    except HearingFailed as error:
        write(Frame(HearingMessage.FAILED, 0, error.sentence.encode()))
        return 1
    server = HearingServer(engine, write)
    server.start()
    obey(requests, server.accept, max_bytes=MAX_REQUEST_BYTES)
    return 0


def _opened(name: str, cache_dir: Path, write: Write) -> HearingEngine:
    """The engine, loaded and warm; its libraries are loaded only when it is wanted. Raises: HearingFailed."""

    def progress(share: float, sentence: str) -> None:
        write(Frame(HearingMessage.PROGRESS, round(share * 100), sentence.encode()))

    engine: HearingEngine = import_module(ENGINE_MODULES[name]).open_engine(name, cache_dir, progress)
    progress(0.8, "Warming the recogniser up")
    write(Frame(HearingMessage.READY, 0, Ready(engine.at_once, engine.work_ms()).packed()))
    return engine


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
