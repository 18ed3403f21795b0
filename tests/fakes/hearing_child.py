"""A recognising process that does as the hint of each job says, in plain Python: it knows the pipe's frames alone.

    python hearing_child.py LOG STARTS BEHAVIOUR

Every start adds a letter to LOG, and after STARTS of them it refuses; BEHAVIOUR is empty or `dies while starting`. A
job is heard as its hint and its number in order of arrival; a hint of `die`, `rubbish`, `fail` or `hold` means trouble.
"""

import json
import struct
import sys
from pathlib import Path

CANCEL, READY, PROGRESS, HEARD, DROPPED, FAILED = 2, 11, 12, 13, 14, 15
UNKNOWN = 77
HEADER = struct.Struct("<BII")


def send(kind: int, number: int, payload: bytes = b"") -> None:
    sys.stdout.buffer.write(HEADER.pack(kind, number, len(payload)) + payload)
    sys.stdout.buffer.flush()


def answer(number: int, hint: str, count: int) -> None:
    if hint == "die":
        sys.exit(1)
    if hint == "rubbish":
        send(UNKNOWN, number)
    elif hint == "fail":
        send(FAILED, number)
    elif hint != "hold":
        heard = {"text": f"{hint}{count}", "confidence": 0.9, "unsure": False, "words": [], "decode_ms": 1.0}
        send(HEARD, number, json.dumps({**heard, "tokens": None}).encode())


def main(log: str, starts: str, behaviour: str) -> None:
    with Path(log).open("a") as file:
        file.write("x")
    if Path(log).stat().st_size > int(starts):
        send(FAILED, 0, b"No more starts.")
        sys.exit(1)
    if behaviour == "dies while starting":
        sys.exit(1)
    send(PROGRESS, 40, b"Loading")
    send(READY, 0, json.dumps({"at_once": 1, "work_ms": 123.0}).encode())
    count = 0
    while len(head := sys.stdin.buffer.read(HEADER.size)) == HEADER.size:
        kind, number, length = HEADER.unpack(head)
        payload = sys.stdin.buffer.read(length)
        if kind == CANCEL:
            send(DROPPED, number)
            continue
        count += 1
        answer(number, json.loads(payload.partition(b"\n")[0])["hint"], count)


if __name__ == "__main__":
    main(*sys.argv[1:])
