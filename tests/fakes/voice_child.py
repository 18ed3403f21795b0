"""A voice process that does as the text says, in plain Python: it knows the pipe's frames and nothing of Sparring.

    python voice_child.py MODE LOG

MODE is `ready`, `refuse`, `silent` or `nonsense`; every request is noted in LOG. A text of `N` speaks N clauses, `die`
ends the process, `die after N` does so after N clauses, `die once` only the first time, `hang` answers nothing, `stick`
answers nothing any more, not even that a line was dropped, `fail` fails one line, `garbage` breaks the pipe.
"""

import json
import os
import struct
import sys
from pathlib import Path
from typing import BinaryIO

HEADER = struct.Struct("<BII")
SAY, NEXT, DROP, READY, PROGRESS, CLAUSE, LAST, FAILED, DROPPED = 1, 2, 3, 11, 12, 13, 14, 15, 16
CLAUSE_BYTES = 1_000  # more than one block of 20 ms and not a whole number of them


def send(kind: int, speech: int, payload: bytes = b"") -> None:
    sys.stdout.buffer.write(HEADER.pack(kind, speech, len(payload)) + payload)
    sys.stdout.buffer.flush()


def receive(stream: BinaryIO) -> tuple[int, int, bytes]:
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        sys.exit(0)
    kind, speech, length = HEADER.unpack(header)
    return kind, speech, stream.read(length)


class FakeVoice:
    """Speeches by number: clauses left, and what happens after so many."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self.left: dict[int, int] = {}
        self.dies: set[int] = set()
        self.stuck = False

    def obey(self, kind: int, speech: int, payload: bytes) -> None:
        text = json.loads(payload)["text"] if kind == SAY else ""
        with self.log.open("a") as log:
            log.write(f"{['say', 'next', 'drop'][kind - 1]} {speech} {text}".strip() + "\n")
        if kind == SAY and not self.stuck:
            self.begin(speech, text)
        if kind in (SAY, NEXT) and speech in self.left:
            self.clause(speech)
        if kind == DROP and not self.stuck:
            send(DROPPED, speech)

    def begin(self, speech: int, text: str) -> None:
        if text == "die" or (text == "die once" and self.log.read_text().count("die once") == 1):
            os._exit(1)
        if text == "garbage":
            sys.stdout.buffer.write(b"\xff" * 64)
            sys.stdout.buffer.flush()
        if text == "stick":
            self.stuck = True
        if text == "fail":
            send(FAILED, speech)
        if text.startswith("die after"):
            self.dies.add(speech)
        if text not in ("hang", "stick", "garbage", "fail"):
            self.left[speech] = int(text.rsplit(maxsplit=1)[-1]) if text.rsplit(maxsplit=1)[-1].isdigit() else 1

    def clause(self, speech: int) -> None:
        if self.left[speech] == 0 and speech in self.dies:
            os._exit(1)
        self.left[speech] -= 1
        over = self.left[speech] == 0 and speech not in self.dies
        send(LAST if over else CLAUSE, speech, bytes([speech]) * CLAUSE_BYTES)
        if over:
            del self.left[speech]


def main(mode: str, log: str) -> None:
    if mode == "refuse":
        send(FAILED, 0, b"There is no voice here.")
    if mode == "nonsense":
        sys.stdout.buffer.write(b"Traceback (most recent call last)")
    if mode != "ready":
        sys.exit(1)
    voice = {"gender": "female", "family": "fake", "engine": "fake", "licence": "none"}
    send(PROGRESS, 50, b"Half way.")
    send(READY, 0, json.dumps({"name": "fake", "voices": [{"id": "ada", **voice}, {"id": "eve", **voice}]}).encode())
    fake = FakeVoice(Path(log))
    while True:
        fake.obey(*receive(sys.stdin.buffer))


if __name__ == "__main__":
    main(*sys.argv[1:])
