"""The command line as a person or a script uses it: real processes, real exit statuses."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.cli.warm import warm_commands

GOOD = """Rep: Thank you for calling Willow Lane Home Care, this is Dana. How can I help you?
Buyer: Hi, I'm calling about my dad.
Rep: I'm so sorry, that sounds like a lot. May I ask your name, and a number in case we get cut off?
Buyer: Laura, five five five, zero one four two.
Rep: Thank you, Laura. What happened that brought your father to the hospital?
Buyer: He fell and broke his hip.
Rep: Who is with him at home during the day and at night?
Buyer: Nobody. He lives alone.
Rep: Would tomorrow at two or Friday at ten suit you for a free visit at the house?
Buyer: Tomorrow at two.
"""


def sparring(*arguments: str, data: Path, stdin: str = "", **settings: str) -> "subprocess.CompletedProcess[str]":
    """One command, with a data folder of its own."""
    environ = {**os.environ, "SPARRING_DATA_DIR": str(data), **settings}
    status, out, err = warm_commands().run(arguments, environ, stdin)
    return subprocess.CompletedProcess(arguments, status, out, err)


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def in_a_shell(command: str, data: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    """As a person types it, with pipes and redirections; `sparring` is the command."""
    return subprocess.run(
        ["bash", "-c", command.replace("sparring", f"{sys.executable} -m sparring")],
        capture_output=True,
        text=True,
        env={**os.environ, "SPARRING_DATA_DIR": str(data / "data"), **environ},
        cwd=data,
        check=False,
        timeout=60,
    )
