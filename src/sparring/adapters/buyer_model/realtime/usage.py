"""What the answers of one call took, whoever waited for them: as the service reports it, or reckoned when it cannot.

Flows in: prompts, letters of answers, and the `usage` of finished responses and of transcriptions; it comes for a
broken-off answer too. Flows out: `Tokens` for the call's meter. Source: OpenAI's realtime reference.
"""

from dataclasses import dataclass

from sparring.adapters.openai.audio_usage import tokens_of
from sparring.ports import BuyerPrompt
from sparring.usage import Charge, Meter, reckoned


@dataclass(slots=True, eq=False)
class Owed:
    """One answer whose price is not known yet: letters of everything it was asked with, and of what came."""

    asked_chars: int
    answered_chars: int = 0


class Ledger:
    """One call's, over all its connections.

    Args:
        service: who is charged for.
        model: likewise.
    """

    def __init__(self, service: str = "", model: str = "") -> None:
        self._service, self._model = service, model
        self.meter, self.transcriber = Meter(), ""
        self._owed: set[Owed] = set()

    def asked(self, prompt: BuyerPrompt) -> Owed:
        """An answer is under way."""
        owed = Owed(len(prompt.identity) + len(prompt.now) + sum(len(spoken.text) for spoken in prompt.heard))
        self._owed.add(owed)
        return owed

    def refused(self, owed: Owed) -> None:
        """Nothing is charged for."""
        self._owed.discard(owed)

    def reported(self, owed: Owed, usage: object) -> None:
        """The service says what it took; once the call is settled that is too late."""
        tokens = tokens_of(usage, self._service, self._model)
        if tokens is not None and owed in self._owed:
            self._owed.discard(owed)
            self.meter.add_tokens("buyer", tokens)

    def transcribed(self, usage: object) -> None:
        """A turn of the rep was written down: for its tokens or its seconds, whichever the transcriber is paid by."""
        seconds = usage.get("seconds") if isinstance(usage, dict) else None
        tokens = tokens_of(usage, self._service, self.transcriber)
        if isinstance(seconds, (int, float)):
            self.meter.add(Charge("hearing", self._service, self.transcriber, "audio_ms"), round(seconds * 1000))
        elif tokens is not None:
            self.meter.add_tokens("hearing", tokens)

    def settle(self) -> None:
        """The call is over: what has not been reported will not be."""
        for owed in self._owed:
            tokens = reckoned(
                self._service, self._model, asked_chars=owed.asked_chars, answered_chars=owed.answered_chars
            )
            self.meter.add_tokens("buyer", tokens)
        self._owed.clear()
