"""A function in a process of its own, with real processes."""

import asyncio
import math
import operator
import os
import signal
import time
from typing import Any

import pytest

from sparring.documents import digest_of, dump_document
from sparring.errors import GradeFailed
from sparring.grade.grading_process import GradingProcess
from sparring.grade.rules.grader import GRADER, grade
from tests.fakes.clock import START
from tests.fakes.documents import a_rubric, a_transcript


async def test_calls_share_one_process_that_is_not_ours() -> None:
    """The process is started once and answers every call."""
    child = GradingProcess(os.getpid)
    await child.start()
    ids = {await child(), await child()}
    assert len(ids) == 1
    assert os.getpid() not in ids
    await child.close()


async def test_the_event_loop_is_free_meanwhile() -> None:
    """While the process works, the loop goes on."""
    child = GradingProcess(time.sleep)
    await child.start()
    working = asyncio.create_task(child(0.3))
    ticks = 0
    while not working.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert ticks >= 5
    await child.close()


async def test_calls_made_at_once_are_answered_one_by_one() -> None:
    """Each caller gets their own answer."""
    child = GradingProcess(operator.mul)
    answers = await asyncio.gather(*(child(number, 2) for number in range(20)))
    assert answers == [2 * number for number in range(20)]
    await child.close()


async def test_a_failure_to_grade_comes_through_with_its_sentence() -> None:
    """GradeFailed is told apart from a crash."""
    child: GradingProcess[[type[Exception], str], Any] = GradingProcess(raised)
    with pytest.raises(GradeFailed, match=r"^No usable answer\.$"):
        await child(GradeFailed, "No usable answer.")
    await child.close()


def raised(error: type[Exception], sentence: str) -> None:
    """Importable by the process: `tests` is a name there too."""
    raise error(sentence)


async def test_any_other_error_is_a_crash_without_words() -> None:
    """What the function raised is told by its type's name alone, and the process lives on."""
    child = GradingProcess(math.sqrt)
    with pytest.raises(ChildProcessError, match=r"^the call raised ValueError$"):
        await child(-1.0)
    assert await child(4.0) == 2.0
    await child.close()


async def test_a_call_that_takes_too_long_is_ended() -> None:
    """No transcript holds the grader up for ever; the next call gets a new process."""
    child = GradingProcess(time.sleep, limit_s=0.2)
    await child.start()
    with pytest.raises(ChildProcessError, match=r"no answer within 0\.2 s"):
        await child(60)
    await child(0)
    await child.close()


async def test_a_process_that_dies_is_replaced() -> None:
    """Whatever ended it, even its own code, the next call works."""
    child = GradingProcess(signal.raise_signal)
    with pytest.raises(ChildProcessError, match="the process died"):
        await child(signal.SIGKILL)
    await child(signal.SIGWINCH)
    await child.close()


async def test_the_rules_grade_the_same_here_and_there() -> None:
    """Documents cross over and back unchanged."""
    transcript, rubric = a_transcript(), a_rubric()
    facts: Any = {
        "transcript_digest": digest_of(dump_document(transcript)),
        "graded_at": START,
        "grader": GRADER,
    }
    child = GradingProcess(grade)
    assert await child(transcript, rubric, **facts) == grade(transcript, rubric, **facts)
    await child.close()


async def test_closing_twice_is_harmless() -> None:
    """Also for a process that never started."""
    child = GradingProcess(os.getpid)
    await child.close()
    await child.start()
    await child.close()
    await child.close()
