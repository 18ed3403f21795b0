"""The engine of a spoken call, and that another one can be put in its place."""

import inspect

from livekit.agents import AgentSession

from sparring.adapters.engine.assembly import CallParts, own_engines
from sparring.adapters.engine.ear_plugins import EarStt, EarVad
from sparring.adapters.engine.mind import Mind
from sparring.adapters.engine.speech import Speech
from sparring.adapters.engine.spoken_call import SpokenCall
from sparring.adapters.engine.spoken_line import SampleClock
from sparring.adapters.journal.memory import MemoryJournal
from sparring.adapters.store.memory import MemoryStore
from sparring.call.session import CallSession
from tests.fakes.calls import Onlooker, a_caller, an_opening
from tests.fakes.phone import CodedRecogniser, LoudnessDetector, ToneSynthesiser
from tests.virtual_time import VirtualClock, run_virtually


def test_a_call_is_assembled_once_from_its_own_parts() -> None:
    """The assembly that `Speech` names is given the call's ear, mind and mouth, and makes its session."""
    given: list[CallParts] = []

    def assembly(parts: CallParts) -> "AgentSession[None]":
        given.append(parts)
        return own_engines(parts)

    async def scenario() -> None:
        shown, samples = Onlooker(), SampleClock()
        speech = Speech(CodedRecogniser([]), ToneSynthesiser(), LoudnessDetector(), assembly)
        session = CallSession(
            an_opening(), a_caller(), journal=MemoryJournal(), store=MemoryStore(), watcher=shown, clock_ms=samples
        )
        call = SpokenCall(
            session,
            speech=speech,
            watcher=shown,
            clock=VirtualClock(),
            clock_ms=samples,
        )
        (parts,) = given
        assert parts.ear is call.ear
        engine = call._agent_session
        assert isinstance(engine.vad, EarVad)
        assert isinstance(engine.stt, EarStt)
        assert isinstance(engine.llm, Mind)
        assert engine.tts is parts.mouth
        await call.close()

    run_virtually(scenario())
    assert inspect.iscoroutinefunction(given[0].answer)
