"""When each word of a rep's turn was said."""

import asyncio

from sparring.adapters.agent_session.listener import Utterance
from sparring.adapters.agent_session.speech import Speech
from sparring.adapters.agent_session.word_times import LONGEST_BYTES, WordTimes
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.latency import Stopwatch
from sparring.call.session import CallSession, RepSaid
from sparring.ports import Heard, Recognition
from sparring.transcript import Turn, Word
from tests.fakes.calls import Onlooker, a_caller, an_opening
from tests.fakes.phone import CodedRecogniser, ToneSynthesiser

WORDS = (Word(text="Good", start_ms=100, probability=0.9), Word(text="morning.", start_ms=400, probability=0.7))


class Timed(CodedRecogniser):
    """Hears the same two words in everything."""

    def recognise(self, pcm_16khz: bytes, *, hint: str = "", words: bool = False) -> Recognition:
        assert words
        assert a_caller().hearing_names[0] in hint
        return super().recognise(pcm_16khz)

    def hear(self, pcm_16khz: bytes) -> Heard:
        return Heard(text="Good morning.", confidence=0.8, unsure=False, words=WORDS, decode_ms=1)


def measured(speech: Speech, *, pcm_bytes: int = 32_000) -> Turn:
    """The rep's one turn, said from 2,000 to 3,000 ms, after its word times were looked for twice."""

    async def scenario() -> Turn:
        session = CallSession(
            an_opening(),
            a_caller(),
            journal=MemoryJournal(),
            store=MemoryStore(),
            watcher=Onlooker(),
            clock_ms=lambda: 3_000,
        )
        await session.open()
        await session.pick_up(ring_ms=0)
        await session.rep_said(RepSaid(text="Good morning.", start_ms=2_000, end_ms=3_000, channel="voice"))
        times = WordTimes(session, speech)
        times.keep(0, Utterance("Good morning.", 0.5, False, 1_000, 0, bytes(pcm_bytes), Stopwatch()))
        await times.find()
        await times.find()
        return session.turns[0]

    return asyncio.run(scenario())


def test_words_have_their_times_on_the_call_s_clock_and_the_turn_their_mean_confidence() -> None:
    """Asked once a turn, with the names that may be said."""
    recogniser = Timed([])
    turn = measured(Speech(recogniser, ToneSynthesiser()))
    assert [(word.text, word.start_ms) for word in turn.words] == [("Good", 2_100), ("morning.", 2_400)]
    assert turn.confidence is not None
    assert round(turn.confidence, 2) == 0.8
    assert recogniser.asked == 1


def test_a_turn_too_long_for_one_stretch_or_heard_by_a_service_has_no_word_times() -> None:
    """Nobody is asked."""
    recogniser = Timed([])
    assert measured(Speech(recogniser, ToneSynthesiser()), pcm_bytes=LONGEST_BYTES + 2).words == ()
    assert recogniser.asked == 0
    assert measured(Speech(None, ToneSynthesiser())).words == ()
