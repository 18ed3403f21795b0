"""The configured grader, from the settings to a stored scorecard, over real HTTP."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.adapters.store.folder import FolderStore
from sparring.adapters.telemetry.file_reader import grading_told
from sparring.bootstrap.endpoint_settings import advice
from sparring.bootstrap.folders import Folders
from sparring.bootstrap.grader import build_grader
from sparring.bootstrap.judge import examine_judge, grade_by_model, judge_settings, open_grade
from sparring.config import Config
from sparring.documents import dump_document
from sparring.errors import ConfigRejected
from sparring.grade.judge.asking import SENTENCES
from sparring.grade.rules.grader import GRADER, grade
from sparring.ports import JudgeOutcome
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.telemetry import Silent
from sparring.transcript import object_name
from tests.bootstrap.test_grader import a_call
from tests.fakes.clock import START
from tests.fakes.golden_calls import golden_call
from tests.fakes.judge_service import KEY, JudgeService, Reply
from tests.fakes.judges import answering, as_the_rules, nothing

VERSION = "2025-04-01-preview"
CALL = golden_call("inside", "fair")
RUBRIC = find_rubric("inside_sales")
JUDGE_STEPS = [f"judge.{step}" for step in ("rules", "ask", "verify", "settle", "coach")]


def config_for(service: JudgeService, **changes: Any) -> Config:
    judge: dict[str, Any] = {
        "grader": "model",
        "judge_url": service.url,
        "judge_model": "gpt-5.5",
        "judge_key": KEY,
        "judge_api_version": VERSION if service.azure else None,
    }
    return Config(**(judge | changes))


def test_a_transcript_in_the_folder_is_judged_by_the_model_that_is_set(tmp_path: Path) -> None:
    """Noticed, asked about in six sections over HTTP, settled in the child process, stored under the model's name.

    The file of telemetry has every step of it, those of the judge among them.
    """

    async def scenario(service: JudgeService) -> Scorecard | None:
        transcript, folders = await a_call(), Folders(tmp_path)
        service.answer = answering(as_the_rules(transcript, RUBRIC))
        results, stop = SqliteResults(folders.results, SystemClock()), asyncio.Event()
        running = asyncio.create_task(build_grader(config_for(service, data_dir=tmp_path)).run(stop))
        await FolderStore(folders.air_gap).put_once(object_name(transcript), dump_document(transcript))
        card = None
        async with asyncio.timeout(60):
            while card is None:
                await asyncio.sleep(0.05)
                card = await results.get(transcript.call_id)
        stop.set()
        await running
        await results.close()
        stages = [one.step for one in grading_told(folders.telemetry, transcript.call_id)]
        assert stages == ["read", "gate", "grade", *JUDGE_STEPS, "audit", "write_mail", "store", "publish"]
        return card

    with JudgeService(answering(nothing), azure=True, model="gpt-5.5-2026-04-24") as service:
        card = asyncio.run(scenario(service))
    assert card is not None
    assert (card.status, card.grader.name, card.grader.model) == ("graded", "model", "gpt-5.5, effort medium")
    assert card.judging is not None
    assert (card.judging.model, card.judging.stand_in) == ("gpt-5.5-2026-04-24", None)


def graded(service: JudgeService, **changes: Any) -> Scorecard:
    config = config_for(service, **changes)
    return asyncio.run(grade_by_model(config, SystemClock(), CALL, RUBRIC, transcript_digest="0" * 64))


def test_one_call_is_judged_in_this_process() -> None:
    """A command line needs no worker."""
    rules = grade(CALL, RUBRIC, transcript_digest="0" * 64, graded_at=START)
    with JudgeService(answering(as_the_rules(CALL, RUBRIC))) as service:
        card = graded(service)
    assert (card.totals, card.grader.name) == (rules.totals, "model")


@pytest.mark.parametrize(("stand_in", "status"), [(True, "graded"), (False, "unscored")])
def test_a_refused_key_ends_in_the_rules_or_in_no_score(*, stand_in: bool, status: str) -> None:
    """Whatever is set; the reason is the public sentence."""
    with JudgeService(answering(nothing)) as service:
        card = graded(service, judge_key="wrong", judge_stand_in=stand_in)
    assert card.status == status
    reason = card.judging.stand_in if card.judging else card.reason
    assert reason == "The grading service refused our credentials."


def test_the_rules_are_the_default_and_need_nothing() -> None:
    """No model, no key, and no longer lease than before."""
    grading = open_grade(Config(), SystemClock(), Silent())
    assert (grading.ref, grading.longest_s) == (GRADER, 0.0)


def test_a_model_takes_as_long_as_its_budget() -> None:
    """The queue's lease is longer by that, so that nobody grades the same call beside it."""
    config = Config(grader="model", judge_url="https://x.openai.azure.com", judge_model="gpt-5.5", judge_key="k")
    grading = open_grade(config, SystemClock(), Silent())
    assert (grading.ref.name, grading.longest_s) == ("model", 120.0)
    asyncio.run(grading.close())


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, "SPARRING_JUDGE_URL and SPARRING_JUDGE_MODEL"),
        ({"judge_url": "https://x"}, "SPARRING_JUDGE_MODEL"),
        ({"judge_model": "m"}, "SPARRING_JUDGE_URL"),
    ],
)
def test_what_is_missing_is_named(changes: dict[str, Any], missing: str) -> None:
    """Before anything starts."""
    with pytest.raises(ConfigRejected, match=f"also needs {missing}"):
        judge_settings(Config(grader="model", **changes))


def test_the_key_does_not_show_in_the_settings() -> None:
    """Not even to somebody who prints them all."""
    assert "hidden-key" not in repr(Config(judge_key="hidden-key"))


@pytest.mark.parametrize(
    ("reply", "answers", "sentence"),
    [
        (Reply(content='{"works": "yes"}'), True, "Answers as o4-mini-2025-04-16."),
        (
            Reply(401, {}),
            False,
            f"{SENTENCES[JudgeOutcome.AUTH_FAILED]} {advice('JUDGE', 'auth_failed', key='k')}",
        ),
        (
            Reply(404, {}),
            False,
            f"{SENTENCES[JudgeOutcome.NO_SUCH_MODEL]} {advice('JUDGE', 'no_such_model', key='k')}",
        ),
    ],
)
def test_the_judge_is_really_asked(reply: Reply, sentence: str, *, answers: bool) -> None:
    """One small question, with the strict form that grading needs."""
    with JudgeService(answering(nothing), replies=[reply], azure=True) as service:
        examined = asyncio.run(examine_judge(config_for(service, judge_model="o4-mini"), SystemClock()))
        assert len(service.requests) == 1
    assert (examined.answers, examined.sentence) == (answers, sentence)
    assert any("retired" in remark for remark in examined.remarks)
