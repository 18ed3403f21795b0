"""`sparring agent`: carry calls in LiveKit's rooms."""

import os

from sparring.cli.output import begin_logging, out, progress

READY = "The agent “{name}” takes calls. Ctrl-C stops it when its calls are over."


def agent() -> None:
    """Carry calls in LiveKit rooms until stopped. A stop waits for the calls that are being held."""
    import asyncio  # noqa: PLC0415

    from sparring.bootstrap.agent import run_agent  # noqa: PLC0415
    from sparring.config import read_config  # noqa: PLC0415

    begin_logging()
    config = read_config(os.environ)
    asyncio.run(run_agent(config, progress, lambda: out.print(READY.format(name=config.agent_name))))
