"""A call in Chromium with stand-ins for all of Azure, from the home page to a mailed report, on both transports."""

import asyncio
from pathlib import Path

import pytest

from sparring.persona import find_persona
from tests.e2e.azure import WORDS, Azure, azure
from tests.e2e.browser import chromium, hand_held
from tests.e2e.rep import Rep
from tests.e2e.reports import BUYER, LINES, PERSONA, whose_word
from tests.e2e.serving import Served
from tests.e2e.speech import spoken
from tests.e2e.transports import Transport, sparring_on
from tests.fakes.certificates import self_signed

pytestmark = [pytest.mark.browser, pytest.mark.speech, pytest.mark.timeout(300)]

REP_VOICE, MAILBOX = "michael", "dana@example.org"
MAILED_WITHIN_S = 100.0  # on a starved machine an attempt may take its 60 s, and the next one comes 10 s later


@pytest.mark.parametrize("transport", ["direct", "room"])
async def test_a_call_with_everything_on_azure_reaches_a_mailed_report(
    needs_chromium: None, transport: Transport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mind decides, the model words it, one pinned voice says it, the judge grades it, and the mail goes out."""
    sounds = await spoken(LINES, REP_VOICE)
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # for the processes that are started here
    async with azure(certificate) as cloud:
        settings = cloud.settings() | {"review_s": "60", "agent_load_percent": "100"}
        async with sparring_on(transport, tmp_path, settings) as served, chromium(hand_held()) as visit:
            rep = Rep(await visit.new_page(), served.url)
            await rep.page.goto(served.url)
            await rep.introduce_oneself("Dana Whitfield", MAILBOX)
            report = await rep.hold(BUYER, sounds, sounds_like_speech=False)
            await _mailed(cloud, served)
    assert (report["status"], report["ending"]["by"]) == ("graded", "rep")
    assert whose_word(report) == ["rep", "buyer"] * len(LINES)
    assert report["turns"][3]["text"] == WORDS
    pinned = find_persona(PERSONA).voice.azure
    assert {asked.voice for asked in cloud.speech.asked} == {pinned}
    assert cloud.judge.requests
    assert MAILBOX in str(cloud.mail.delivered[0]["To"])


async def _mailed(cloud: Azure, served: Served) -> None:
    """Raises: AssertionError, which shows what the server said of it."""
    try:
        async with asyncio.timeout(MAILED_WITHIN_S):
            while not cloud.mail.delivered:
                await asyncio.sleep(0.1)
    except TimeoutError:
        raise AssertionError(f"looked up {cloud.mail.looked_up} times; {served.words()}") from None
