"""What is slow the first time is done before there is a call, and what is loaded by then is let lie.

Flows in: nothing. Flows out: a process whose first call holds the loop no longer than its tenth. `sparring serve` gets
there with its own engines (`speech_engines.py`), a job's process, which borrows them from another, by `warm`.
Hyphenation alone, which paces captions, is 43 ms of the first answer.
"""

import asyncio
import gc
import sys
from typing import Final

from sparring.adapters.clock import SystemClock
from sparring.call.mind import meaning
from sparring.speech_acts import load_all, recognise

WARM_UP: Final = (
    "Thank you for calling, this is Dana. I'm so sorry to hear that. Would Tuesday at two work for a visit?"
)
"""Has every group of patterns compiled."""
THREADS_YIELD_AFTER_S: Final = 0.001  # to the loop; at the usual 5 ms each of a turn's fifty steps may wait that long
OBJECTS_BEFORE_SWEEPING: Final = 10_000  # at the usual 700 a turn in four is held up by 2 to 5 ms


def warm() -> None:
    """All of it, in a process without engines of its own. Blocks for a second or two; not on a running loop."""
    from sparring.adapters.agent_session.ear_plugins import silero  # noqa: PLC0415 - likewise
    from sparring.adapters.agent_session.speech import Speech  # noqa: PLC0415 - likewise
    from sparring.adapters.agent_session.warm_up import SilentVoice, warm_up  # noqa: PLC0415 - imports the framework, two seconds

    silero().stream  # noqa: B018 - the detector is loaded when it is first looked at
    recognise(WARM_UP)
    read_ahead()
    asyncio.run(warm_up(Speech(None, SilentVoice()), SystemClock()))
    settle()


def read_ahead() -> None:
    """What speech acts and the mind read of files at the first look is read now. Blocks for some 100 ms."""
    load_all()
    meaning.load()


def settle() -> None:
    """Everything is loaded: from now on nothing but calls takes the time of this process."""
    # what is loaded stays: a full collection over its 200,000 objects takes 150 ms of the loop, in mid-call
    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_SWEEPING)
    sys.setswitchinterval(THREADS_YIELD_AFTER_S)
