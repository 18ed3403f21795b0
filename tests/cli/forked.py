"""The process that warm commands are forks of: `python -m tests.cli.forked FD`.

Flows in, over the socket FD: a command's arguments and environment, with its three standard streams. Flows out: its
process id, then its exit status.
"""

import gc
import json
import os
import socket
import sys
from collections.abc import Mapping
from typing import Any

# what most commands load when they run
import sparring.bootstrap.dead_letters
import sparring.bootstrap.terminal_call
import sparring.cli.report
import sparring.grade.actor
import sparring.grade.human.calibrate
import sparring.results.views  # noqa: F401
from sparring.cli import main

MOST_BYTES = 200_000  # of a request


def serve(requests: socket.socket) -> Mapping[str, Any]:
    """Fork for each request until there are no more. Returns, in a fork alone, what is asked of it."""
    while True:
        request, streams, _, _ = socket.recv_fds(requests, MOST_BYTES, 3)
        if not request:
            sys.exit()
        child = os.fork()
        if child == 0:
            requests.close()
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
                os.close(stream)
            asked: Mapping[str, Any] = json.loads(request)
            return asked
        for stream in streams:
            os.close(stream)
        requests.send(str(child).encode())
        requests.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def become(asked: Mapping[str, Any]) -> None:
    """The command: as if the interpreter had been started for it."""
    os.environ.clear()
    os.environ.update(asked["environ"])
    sys.argv[1:] = asked["arguments"]
    main()


if __name__ == "__main__":
    gc.freeze()  # forks share what is loaded and never sweep it
    become(serve(socket.socket(fileno=int(sys.argv[1]))))
