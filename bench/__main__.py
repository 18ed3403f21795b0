"""`./run bench [NAME] [OPTIONS]`: every bench, or one.

Each is a module here with a `--json` of its own; what they are made of is in `support/`.
"""

import runpy
import sys
from pathlib import Path

NAMES = (
    "evidence", "grader", "criteria", "invariance", "speech_acts", "mind", "answers", "judge", "hearing", "voice",
    "azure_voice", "drift", "loss", "turns", "words", "latency", "call", "pipecat", "room", "room_faults", "start",
    "results", "request_units", "kills", "hostile", "small_model",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run the bench named first, or each in turn.

    Returns: exit status 2 for a name there is none of, else the worst of the benches that ran: 1 is a target missed.
    """
    if arguments and not arguments[0].startswith("-"):
        name, options = arguments[0], arguments[1:]
        if name not in NAMES:
            print(f"There is no bench {name}. There are {', '.join(NAMES)}.", file=sys.stderr)
            return 2
        return _run(name, options)
    worst = 0
    for name in NAMES:
        print(f"== {name}", file=sys.stderr, flush=True)
        worst = max(worst, _run(name, arguments))
    return worst


def _run(name: str, options: list[str]) -> int:
    sys.argv = [str(Path(__file__).with_name(f"{name}.py")), *options]
    try:
        runpy.run_module(f"bench.{name}", run_name="__main__")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(done.code is not None)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
