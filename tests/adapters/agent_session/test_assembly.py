"""The framework is given our engine: our ear listens, our mind answers, our mouth speaks."""

from collections.abc import AsyncIterator

from livekit.agents import ModelSettings, llm

from sparring.adapters.agent_session.assembly import BuyerAgent, agent_session
from sparring.adapters.agent_session.ear_plugins import EarStt, EarVad
from sparring.adapters.agent_session.mouth import Mouth, VoiceAndMood
from sparring.adapters.agent_session.speech import Speech, ear_of
from sparring.call.saying import Saying
from tests.fakes.buyer_models import a_move
from tests.fakes.calls import a_caller
from tests.fakes.phone import CodedRecogniser, LoudnessDetector, ToneSynthesiser
from tests.virtual_time import VirtualClock, run_virtually


def an_agent(saying: Saying | None) -> BuyerAgent:
    async def answer() -> Saying | None:
        return saying

    return BuyerAgent(answer, Mouth(ToneSynthesiser(), VoiceAndMood("grace"), on_first_sound=lambda: None))


async def words_of(agent: BuyerAgent) -> list[str]:
    return [piece async for piece in agent.llm_node(llm.ChatContext.empty(), [], ModelSettings())]


def test_the_buyers_move_is_the_answer() -> None:
    """The framework gets its words; a turn that asks for none gets none."""
    assert run_virtually(words_of(an_agent(Saying.at_once(a_move("Yes, please do."))))) == ["Yes, please do."]
    assert run_virtually(words_of(an_agent(None))) == []


def test_the_sound_is_the_mouths() -> None:
    """A word of the tone voice lasts 200 ms, at the voice's own rate."""

    async def scenario() -> float:
        async def text() -> AsyncIterator[str]:
            yield "Yes, please do."

        sound = an_agent(None).tts_node(text(), ModelSettings())
        return sum([frame.duration async for frame in sound])

    assert round(run_virtually(scenario()), 3) == 0.6


def test_a_call_hears_by_its_own_ear() -> None:
    """Turns come from the ear, and no service is asked for anything."""

    async def scenario() -> None:
        speech = Speech(CodedRecogniser([]), ToneSynthesiser())
        ear = ear_of(speech, a_caller(), clock=VirtualClock(), on_caption=lambda _: None, on_utterance=lambda: None)
        session = agent_session(ear, LoudnessDetector(), interrupt_after_ms=300)
        assert isinstance(session.vad, EarVad)
        assert isinstance(session.stt, EarStt)
        assert session.tts is None
        assert session.options.interruption["min_duration"] == 0.3
        await ear.close()

    run_virtually(scenario())
