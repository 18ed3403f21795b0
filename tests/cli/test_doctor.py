"""What the doctor says about the judge and the mail."""

import asyncio
from typing import Any

import pytest

from sparring.adapters.clock import SystemClock
from sparring.cli.doctor import (
    Diagnosis,
    _buyer,
    _hearing,
    _in_rooms,
    _judge,
    _leftovers,
    _library,
    _log_in,
    _mail,
    _stand_by,
    _telemetry,
    _voice,
)
from sparring.config import Config
from sparring.config.values import NETWORKS
from tests.fakes.acs_service import ACCESS_KEY
from tests.fakes.chat_service import ChatService
from tests.fakes.judge_service import KEY, JudgeService, Reply
from tests.fakes.judges import answering, nothing
from tests.fakes.phone import ToneSynthesiser
from tests.fakes.realtime_service import RealtimeService

NOBODY_THERE = f"endpoint=https://127.0.0.1:9/;accesskey={ACCESS_KEY}"
FINE = Reply(content='{"works": "yes"}')


def judge(**settings: Any) -> Diagnosis:
    return asyncio.run(_judge(Config(grader="model", **settings)))


def examined(service: JudgeService, **settings: Any) -> Diagnosis:
    with service:
        return judge(judge_url=service.url, **({"judge_model": "llama3", "judge_key": KEY} | settings))


def test_the_rules_need_nothing() -> None:
    """And the line says how to have a model."""
    finding = asyncio.run(_judge(Config()))
    assert (finding.uses, finding.state) == ("rules", "ok")
    assert "SPARRING_GRADER=model" in finding.sentence


def test_speech_that_is_switched_off_is_said_to_be() -> None:
    """By the settings that did it, and no engine is looked for."""
    off = Config(hearing="none", voice="none")
    found = [asyncio.run(part(off, SystemClock())) for part in (_hearing, _voice)]
    assert [(one.uses, one.state) for one in found] == [("none", "warn")] * 2
    assert ["SPARRING_HEARING=none" in found[0].sentence, "SPARRING_VOICE=none" in found[1].sentence] == [True] * 2


def test_what_is_missing_is_said() -> None:
    """By the name of its variable."""
    finding = judge(judge_url="https://x.openai.azure.com")
    assert finding.state == "missing"
    assert "SPARRING_JUDGE_MODEL" in finding.sentence


def test_a_judge_that_answers_is_named_with_address_and_way_in() -> None:
    """And never with its key."""
    finding = examined(JudgeService(answering(nothing), replies=[FINE], model="llama3:70b"))
    assert (finding.uses, finding.state) == ("llama3 at 127.0.0.1, by key", "ok")
    assert finding.sentence == "Answers as llama3:70b."
    assert KEY not in str(finding)


@pytest.mark.parametrize(
    ("stand_in", "instead"), [(True, "Meanwhile the rules stand in."), (False, "Meanwhile calls are unscored.")]
)
def test_a_judge_that_does_not_answer_is_a_warning(*, stand_in: bool, instead: str) -> None:
    """With what happens meanwhile."""
    finding = examined(JudgeService(answering(nothing)), judge_key="wrong", judge_stand_in=stand_in)
    assert finding.state == "warn"
    assert finding.sentence.startswith("The grading service refused our credentials. Check SPARRING_JUDGE_KEY")
    assert finding.sentence.endswith(instead)


def test_a_retired_model_is_a_warning_though_it_answers() -> None:
    """A deployment outlives its model by no day."""
    service = JudgeService(answering(nothing), replies=[FINE], azure=True)
    finding = examined(service, judge_model="o4-mini", judge_api_version="2025-04-01-preview")
    assert finding.state == "warn"
    assert "retired o4-mini" in finding.sentence


def test_an_engine_that_lacks_a_setting_is_missing() -> None:
    """Whoever chose it wanted calls by voice: the doctor's exit status says that there are none."""
    finding = asyncio.run(_voice(Config(voice="azure"), SystemClock()))
    assert finding.state == "missing"
    assert "SPARRING_AZURE_SPEECH_URL" in finding.sentence


@pytest.mark.parametrize(
    ("settings", "uses", "state", "names"),
    [
        ({}, "file outbox", "ok", "SPARRING_ACS_ENDPOINT or SPARRING_SMTP_URL"),
        ({"smtp_url": "smtps://mail.example.org"}, "smtp", "warn", "SPARRING_MAIL_FROM"),
        ({"smtp_url": "smtps://y", "mail_from": "a@example.org"}, "smtp", "ok", "a@example.org"),
        ({"acs_connection_string": NOBODY_THERE, "mail_from": "a@example.org"}, "acs", "warn", "Reports wait"),
        ({"acs_connection_string": NOBODY_THERE}, "acs", "warn", "SPARRING_MAIL_FROM"),
        ({"acs_connection_string": "endpoint=https://x/"}, "none", "missing", "accesskey"),
        ({"acs_endpoint": "https://x", "smtp_url": "smtps://y"}, "none", "missing", "one way"),
        ({"smtp_url": "smtps://y", "mail_from": "nobody"}, "none", "missing", "coach@example.org"),
    ],
)
def test_mail_that_is_half_set_up_is_explained(settings: dict[str, Any], uses: str, state: str, names: str) -> None:
    """One sentence says what is missing or wrong."""
    finding = asyncio.run(_mail(Config(**settings)))
    assert (finding.uses, finding.state) == (uses, state)
    assert names in finding.sentence


def buyer(**settings: Any) -> Diagnosis:
    return asyncio.run(_buyer(Config(**settings)))


def test_the_buyers_own_lines_need_nothing() -> None:
    """The default, in one sentence."""
    finding = buyer()
    assert (finding.uses, finding.state) == ("rules", "ok")


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "SPARRING_BUYER=chat also needs SPARRING_BUYER_URL and SPARRING_BUYER_MODEL."),
        ({"buyer_url": "https://x.openai.azure.com"}, "SPARRING_BUYER=chat also needs SPARRING_BUYER_MODEL."),
        ({"buyer_url": "http://models.example.org/v1", "buyer_model": "m"}, "must begin with https://"),
        ({"buyer_url": "https://api.openai.com/v1", "buyer_model": "gpt-realtime"}, "set SPARRING_BUYER=realtime"),
        ({"buyer_url": "https://api.openai.com/v1", "buyer_model": "gpt-5-pro"}, "choose another."),
    ],
)
def test_a_half_configured_buyer_is_explained(settings: dict[str, Any], sentence: str) -> None:
    """One sentence, naming the setting."""
    finding = buyer(buyer="chat", **settings)
    assert finding.state == "missing"
    assert sentence in finding.sentence


def test_a_buyers_model_that_answers_is_named_and_one_that_does_not_is_a_warning() -> None:
    """The key is never shown; meanwhile the persona's own lines are spoken."""
    with ChatService() as service:
        ok = buyer(buyer="chat", buyer_url=service.url, buyer_model="llama3.2", buyer_key=KEY)
        wrong = buyer(buyer="chat", buyer_url=service.url, buyer_model="llama3.2", buyer_key="wrong-one")
    assert (ok.state, ok.uses) == ("ok", "rules, worded by llama3.2 at 127.0.0.1, by key")
    assert wrong.state == "warn"
    assert "key" in wrong.sentence
    assert "the persona's own lines" in wrong.sentence
    assert KEY not in ok.sentence + ok.uses
    assert "wrong-one" not in wrong.sentence + wrong.uses


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"buyer_url": "https://x.openai.azure.com"}, "SPARRING_BUYER=realtime also needs SPARRING_BUYER_MODEL."),
        ({"buyer_url": "https://api.openai.com/v1", "buyer_model": "gpt-4.1"}, "gpt-4.1 is none"),
        ({"buyer_url": "https://api.openai.com/v1", "buyer_model": "gpt-realtime"}, "needs SPARRING_BUYER_KEY"),
        (
            {"buyer_url": "https://x.openai.azure.com", "buyer_model": "t", "buyer_api_version": "2025-04-01-preview"},
            "unset SPARRING_BUYER_API_VERSION",
        ),
    ],
)
def test_a_half_configured_realtime_buyer_is_explained(settings: dict[str, Any], sentence: str) -> None:
    """One sentence, naming the setting."""
    finding = buyer(buyer="realtime", **settings)
    assert finding.state == "missing"
    assert sentence in finding.sentence


def test_a_realtime_model_is_asked_for_a_word_too() -> None:
    """A key that is not taken is a warning, and the persona's own lines stand in."""
    with RealtimeService() as service:
        own: dict[str, Any] = {"buyer": "realtime", "buyer_url": service.url, "buyer_model": "gpt-realtime"}
        ok, wrong = buyer(**own, buyer_key=KEY), buyer(**own, buyer_key="wrong-one")
    assert (ok.state, ok.uses) == ("ok", "rules, worded by gpt-realtime at 127.0.0.1, by key")
    assert wrong.state == "warn"
    assert "key" in wrong.sentence
    assert "wrong-one" not in wrong.sentence + wrong.uses


@pytest.mark.parametrize(
    ("settings", "uses", "state", "names"),
    [
        ({}, "data/telemetry.db", "ok", "leave this machine nowhere"),
        ({"telemetry": "none"}, "none", "ok", "Nothing is told"),
        ({"otlp_url": "http://127.0.0.1:9"}, "data/telemetry.db, OTLP to 127.0.0.1", "warn", "cannot be reached"),
        ({"telemetry": "none", "otlp_url": "http://127.0.0.1:9"}, "OTLP to 127.0.0.1", "warn", "SPARRING_OTLP_URL"),
        (
            {"otlp_url": "http://127.0.0.1:9", "otlp_headers": "s3cret"},
            "data/telemetry.db, OTLP to 127.0.0.1",
            "missing",
            "hidden",
        ),
    ],
)
def test_where_figures_go_is_a_line_of_its_own(settings: dict[str, Any], uses: str, state: str, names: str) -> None:
    """A collector is tried for real."""
    finding = asyncio.run(_telemetry(Config(**settings)))
    assert (finding.uses, finding.state) == (uses, state)
    assert names in finding.sentence
    assert "s3cret" not in str(finding)


def test_settings_that_do_nothing_are_warnings() -> None:
    """One line each."""
    (finding,) = _leftovers(Config(buyer_model="gpt-4.1-mini"))
    assert (finding.part, finding.state) == ("settings", "warn")
    assert list(_leftovers(Config())) == []


def test_the_shipped_personas_pin_voices_that_azure_has() -> None:
    """No warning beside them."""
    assert {finding.state for finding in _library(Config(voice="azure"))} == {"ok"}


@pytest.mark.parametrize(("starts", "uses", "state"), [(True, "tone", "ok"), (False, "none", "warn")])
def test_a_voice_that_stands_by_is_tried_and_named(
    *, starts: bool, uses: str, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that cannot start is a warning, with what happens instead."""

    async def opened(_: Config) -> ToneSynthesiser | None:
        return ToneSynthesiser() if starts else None

    monkeypatch.setattr("sparring.bootstrap.speech.open_stand_by", opened)
    (found,) = asyncio.run(_stand_by(Config(voice="azure")))
    assert (found.uses, found.state) == (uses, state)


def test_where_nobody_stands_by_it_is_said_what_happens_and_how_to_have_somebody() -> None:
    """For a service's voice; one of this machine has nobody to stand in, and no line."""
    (none,) = asyncio.run(_stand_by(Config(voice="azure", voice_stand_by="none")))
    assert (none.uses, none.state) == ("none", "ok")
    assert "read by the rep" in none.sentence
    assert "SPARRING_VOICE_STAND_BY" in none.sentence
    assert asyncio.run(_stand_by(Config())) == []


@pytest.mark.parametrize(
    ("free", "state", "says"), [(None, "warn", "start `sparring agent`"), (0, "warn", "0 more"), (3, "ok", "3 more")]
)
def test_rooms_without_an_agent_are_a_warning(free: int | None, state: str, says: str) -> None:
    """The media server alone carries no call."""
    finding = _in_rooms(Config(livekit_url="wss://rooms.invalid"), free)
    assert (finding.uses, finding.state) == ("livekit-room at rooms.invalid", state)
    assert says in finding.sentence


def test_the_doctor_says_who_may_name_a_rep() -> None:
    """A header from a whole network is a warning, and no failure."""
    wide = Config(identity_header="X-Signed-In", identity_proxies=NETWORKS.read("10.0.0.0/8"))
    assert [_log_in(one).state for one in (Config(), wide)] == ["ok", "warn"]
    assert "SPARRING_IDENTITY_PROXIES" in _log_in(wide).sentence
