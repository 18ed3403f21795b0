"""One question, asked until it is answered, given up on, or out of time."""

import logging

import pytest

from sparring.errors import AnswerRejected, GradeFailed
from sparring.grade.judge.asking import SENTENCES, TRIES, Asking, JudgeAnswer
from sparring.ports import JudgeOutcome, JudgeQuestion, JudgeReply
from tests.fakes.judges import ScriptedJudge
from tests.virtual_time import VirtualClock, run_virtually

QUESTION = JudgeQuestion("Judge.", "my father fell twice", "form_1", {"properties": {"criteria": {"properties": {}}}})
FINE = JudgeReply(JudgeOutcome.OK, "fine", "model-1")
FAILURES = [outcome for outcome in JudgeOutcome if outcome is not JudgeOutcome.OK]


def read(text: str) -> str:
    if text != "fine":
        raise AnswerRejected("answer", "", "not fine")
    return text


def asked(*replies: JudgeReply, budget_s: float = 100_000.0) -> tuple[JudgeAnswer[str] | str, int, float]:
    """What came of it (the sentence when it failed), how often it was asked, and how long it took."""

    async def work() -> tuple[JudgeAnswer[str] | str, int, float]:
        judge, clock = ScriptedJudge(replies=list(replies)), VirtualClock()
        began_s = clock.monotonic_s()
        try:
            result: JudgeAnswer[str] | str = await Asking(judge, clock, began_s + budget_s).ask(QUESTION, read)
        except GradeFailed as failure:
            result = failure.sentence
        return result, len(judge.asked), clock.monotonic_s() - began_s

    return run_virtually(work())


def test_an_answer_is_read_and_names_who_answered() -> None:
    """At once, once."""
    assert asked(FINE) == (JudgeAnswer("fine", "model-1"), 1, 0.0)


@pytest.mark.parametrize("outcome", FAILURES)
def test_each_outcome_is_tried_as_often_as_it_may_help(outcome: JudgeOutcome) -> None:
    """And ends with its own sentence; a refused schema or key is never tried again."""
    result, times, _ = asked(*[JudgeReply(outcome)] * 20)
    assert (result, times) == (SENTENCES[outcome], TRIES[outcome])


@pytest.mark.parametrize("outcome", [outcome for outcome in FAILURES if TRIES[outcome] > 1])
def test_one_failure_is_made_good(outcome: JudgeOutcome) -> None:
    """What failed once and then answers is an answer."""
    result, times, _ = asked(JudgeReply(outcome), FINE)
    assert (result, times) == (JudgeAnswer("fine", "model-1"), 2)


def test_the_service_says_how_long_to_wait() -> None:
    """`Retry-After` is kept to; without it waits double."""
    limited = JudgeReply(JudgeOutcome.RATE_LIMITED, retry_after_s=17.0)
    assert asked(limited, limited, FINE)[2] == pytest.approx(34.0)
    down = JudgeReply(JudgeOutcome.UNAVAILABLE)
    assert asked(down, down, down, FINE)[2] == pytest.approx(1 + 2 + 4)
    assert asked(JudgeReply(JudgeOutcome.RATE_LIMITED, retry_after_s=-5.0), FINE)[2] == 0.0


def test_no_wait_goes_past_the_budget() -> None:
    """A service that asks for longer than there is time is given up on at once."""
    limited = JudgeReply(JudgeOutcome.RATE_LIMITED, retry_after_s=61.0)
    result, times, took_s = asked(limited, FINE, budget_s=60.0)
    assert (result, times, took_s) == (SENTENCES[JudgeOutcome.RATE_LIMITED], 1, 0.0)
    assert asked(FINE, budget_s=0.0)[:2] == (SENTENCES[JudgeOutcome.TIMED_OUT], 0)


def test_an_answer_that_does_not_fit_is_asked_for_again() -> None:
    """Three times, without waiting, and never mended."""
    wrong = JudgeReply(JudgeOutcome.OK, "score: 99")
    assert asked(wrong, wrong, FINE) == (JudgeAnswer("fine", "model-1"), 3, 0.0)
    assert asked(wrong, wrong, wrong, FINE)[:2] == (SENTENCES[JudgeOutcome.UNUSABLE], 3)


def test_a_truncated_answer_is_given_more_room() -> None:
    """Hidden thought eats the same budget: the second try has more of it and thinks less."""

    async def work() -> list[bool]:
        judge = ScriptedJudge(replies=[JudgeReply(JudgeOutcome.TRUNCATED), FINE])
        await Asking(judge, VirtualClock(), 60.0).ask(QUESTION, read)
        return judge.roomier

    assert run_virtually(work()) == [False, True]


def test_every_outcome_has_tries_and_a_sentence() -> None:
    """A new outcome cannot be forgotten in either table."""
    assert set(TRIES) == set(SENTENCES) == set(FAILURES)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())


def test_nothing_that_was_said_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Outcomes, counts and names of forms are."""
    with caplog.at_level(logging.DEBUG):
        asked(JudgeReply(JudgeOutcome.OK, "you said my father fell"), JudgeReply(JudgeOutcome.UNAVAILABLE), FINE)
    assert "unusable, try 1 of form form_1" in caplog.text
    assert "father" not in caplog.text
