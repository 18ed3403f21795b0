"""What is slow the first time is done before there is a call, in a process that borrows its engines from another.

Flows in: nothing. Flows out: a process whose first call holds the loop no longer than its tenth; `sparring serve` gets
there with its own engines (`lines.py`). Hyphenation alone, which paces captions, is 43 ms of the first answer.
"""

import asyncio

from sparring.adapters.clock import SystemClock
from sparring.adapters.engine.drill import SilentVoice, drill
from sparring.adapters.engine.ear_plugins import silero
from sparring.adapters.engine.speech import Speech
from sparring.bootstrap.lines import WARM_UP, read_ahead, settle
from sparring.speech_acts import recognise


def warm() -> None:
    """Blocks for a second or two; not on a running loop."""
    silero().stream  # noqa: B018 - the detector is loaded when it is first looked at
    recognise(WARM_UP)
    read_ahead()
    asyncio.run(drill(Speech(None, SilentVoice()), SystemClock()))
    settle()
