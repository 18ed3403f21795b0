"""Local stand-ins for everything that Sparring has on Azure: model, voice, judge and mail, over their own protocols."""

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.acs_service import ACCESS_KEY, AcsService
from tests.fakes.azure_speech import AzureSpeech, azure_speech
from tests.fakes.certificates import serving_as
from tests.fakes.judge_service import KEY, JudgeService
from tests.fakes.judges import answering, nothing
from tests.fakes.realtime_service import RealtimeService

SENDER, VERSION = "coach@example.org", "2025-04-01-preview"
WORDS = "He fell in the kitchen and broke his hip last Tuesday, and it has been a hard week for all of us."


@dataclass(frozen=True, slots=True)
class Azure:
    """Running. `speech` runs on the test's loop, the others in threads."""

    speech: AzureSpeech
    model: RealtimeService
    judge: JudgeService
    mail: AcsService

    def settings(self) -> dict[str, str]:
        """What Sparring must be told to use it."""
        return {
            "voice": "azure",
            "azure_speech_url": self.speech.url,
            "azure_speech_key": KEY,
            "buyer": "realtime",
            "buyer_url": self.model.url,
            "buyer_model": "gpt-realtime",
            "buyer_key": KEY,
            "grader": "model",
            "judge_url": self.judge.url,
            "judge_model": "o4-mini",
            "judge_family": "o-series",
            "judge_key": KEY,
            "judge_api_version": VERSION,
            "acs_connection_string": f"endpoint={self.mail.endpoint}/;accesskey={ACCESS_KEY}",
            "mail_from": SENDER,
        }


@asynccontextmanager
async def azure(certificate: Path) -> AsyncIterator[Azure]:
    """All four until the block ends. The model says `WORDS`, the judge gives the lowest level everywhere.

    Mail is taken by TLS alone: whoever sends must trust `certificate`.
    """
    with ExitStack() as stack:
        model = stack.enter_context(RealtimeService(lambda _: WORDS))
        judge = stack.enter_context(JudgeService(answering(nothing), azure=True))
        mail = stack.enter_context(AcsService(tls=serving_as(certificate)))
        async with azure_speech() as speech:
            yield Azure(speech, model, judge, mail)
