"""What every `JudgeModel` does: answers the form, tells failures apart from answers, and raises for none of them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from sparring.adapters.judge.factory import JudgeSettings, open_judge
from sparring.grade.judge.answer import read_section
from sparring.grade.judge.form import judged, section_form
from sparring.ports import JudgeModel, JudgeOutcome, JudgeQuestion, JudgeReply
from tests.adapters.judge.test_chat import Tokens
from tests.fakes.clock import FakeClock
from tests.fakes.documents import a_rubric
from tests.fakes.judge_service import KEY, JudgeService, Reply, rate_limited
from tests.fakes.judges import ScriptedJudge, answering, nothing

CRITERIA = judged(a_rubric().categories[0])
QUESTION = JudgeQuestion("Assess the rep.", "<call-1>\n{}\n</call-1>", "form_1", section_form(CRITERIA))
VERSION = "2025-04-01-preview"

Opened = Callable[[bool], AbstractAsyncContextManager[JudgeModel]]
"""A judge that fails once when it is asked to, and answers after that."""


@asynccontextmanager
async def _service(*, fails: bool, azure: bool, key: str | None) -> AsyncIterator[JudgeModel]:
    replies = [rate_limited(retry_after="3")] if fails else []
    with JudgeService(answering(nothing), replies=replies, azure=azure) as service:
        settings = JudgeSettings(service.url, "gpt-5.5", key, VERSION if azure else None)
        judge, _ = open_judge(settings, FakeClock(), tokens=None if key else Tokens())
        yield judge
        await judge.close()


@asynccontextmanager
async def _scripted(*, fails: bool) -> AsyncIterator[JudgeModel]:
    limited = JudgeReply(JudgeOutcome.RATE_LIMITED, retry_after_s=3.0)
    judge = ScriptedJudge(replies=[limited] if fails else [])
    yield judge
    await judge.close()


JUDGES: dict[str, Opened] = {
    "scripted": lambda fails: _scripted(fails=fails),
    "chat": lambda fails: _service(fails=fails, azure=False, key=KEY),
    "azure, key": lambda fails: _service(fails=fails, azure=True, key=KEY),
    "azure, entra": lambda fails: _service(fails=fails, azure=True, key=None),
}


@pytest.mark.parametrize("opened", JUDGES.values(), ids=JUDGES)
async def test_an_answer_fits_the_form_it_was_asked_with(opened: Opened) -> None:
    """And names the model that gave it."""
    async with opened(False) as judge:
        reply = await judge.ask(QUESTION, limit_s=20.0)
    assert reply.outcome is JudgeOutcome.OK
    assert [claim.criterion for claim in read_section(reply.text, CRITERIA)] == [one.id for one in CRITERIA]
    assert reply.model
    assert judge.name


@pytest.mark.parametrize("opened", JUDGES.values(), ids=JUDGES)
async def test_a_failure_is_an_outcome_and_the_next_question_is_answered(opened: Opened) -> None:
    """Nothing is raised, nothing is retried inside, and no text comes with it."""
    async with opened(True) as judge:
        reply = await judge.ask(QUESTION, limit_s=20.0)
        again = await judge.ask(QUESTION, limit_s=20.0, roomier=True)
    assert reply == JudgeReply(JudgeOutcome.RATE_LIMITED, retry_after_s=3.0)
    assert again.outcome is JudgeOutcome.OK


async def test_the_service_of_the_tests_answers_nobody_without_credentials() -> None:
    """The suite can fail: the service looks at what it is sent."""
    with JudgeService(answering(nothing), replies=[Reply(content="{}")]) as service:
        judge, _ = open_judge(JudgeSettings(service.url, "gpt-5.5", "wrong"), FakeClock())
        assert (await judge.ask(QUESTION, limit_s=20.0)).outcome is JudgeOutcome.AUTH_FAILED
        await judge.close()
