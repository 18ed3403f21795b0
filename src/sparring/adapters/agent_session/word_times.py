"""When each word of a rep's turn was said, and how sure the recogniser is of it: for evidence and fairness.

Flows in: turns with their sound. Flows out: word times in the session's diary, found while the buyer speaks, when the
recogniser has nothing better to do.
"""

from sparring.adapters.agent_session.listener import Utterance
from sparring.adapters.agent_session.speech import Speech
from sparring.call.session import CallSession
from sparring.ports import MIC_RATE_HZ
from sparring.transcript import Word

LONGEST_BYTES = 28 * MIC_RATE_HZ * 2  # what a recogniser takes in one stretch


class WordTimes:
    """One call's."""

    def __init__(self, session: CallSession, speech: Speech) -> None:
        self._session, self._recogniser = session, speech.recogniser
        self._hint = ", ".join(speech.likely_names(session.persona))
        self._waiting: list[tuple[int, Utterance]] = []

    def keep(self, index: int, utterance: Utterance) -> None:
        """Turn `index` was said like this; its words have no times yet. Nothing for what a service has heard."""
        if self._recogniser is not None and len(utterance.pcm_16khz) <= LONGEST_BYTES:
            self._waiting.append((index, utterance))

    async def find(self) -> None:
        """Of every turn kept so far. Raises: HearingFailed, JournalFailed."""
        waiting, self._waiting = self._waiting, []
        for index, utterance in waiting:
            await self._find(index, utterance)

    async def _find(self, index: int, utterance: Utterance) -> None:
        assert self._recogniser is not None
        heard = await self._recogniser.recognise(utterance.pcm_16khz, hint=self._hint, words=True).result()
        began_ms = max(0, self._session.turns[index].end_ms - utterance.length_ms)
        words = tuple(
            Word(text=one.text, start_ms=began_ms + one.start_ms, probability=one.probability) for one in heard.words
        )
        if words:
            confidence = sum(word.probability for word in words) / len(words)
            await self._session.measured(index, words=words, confidence=confidence)
