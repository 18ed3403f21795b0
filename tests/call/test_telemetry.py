"""A call tells of its turns and of itself, after whoever shows it, and never with a word that was said."""

import pytest

from sparring.call.line import Fallback, RepHeard
from sparring.call.telemetry import CallTelemetry
from sparring.telemetry import CLASSES, Key, Metric, SpanName
from sparring.transcript import Ending, Speaker, Turn, TurnLatency
from sparring.usage import Charge, Tokens, reckoned
from tests.fakes.calls import Onlooker, an_opening
from tests.fakes.clock import START, FakeClock
from tests.fakes.telemetry import MemoryTelemetry

LATENCY = TurnLatency(endpointing_ms=200, hearing_ms=5, mind_ms=30, voice_ms=60, server_ms=310)
ENDED = Ending(by="rep", complete=True, reason="The rep hung up.")


def turn(index: int, speaker: Speaker = Speaker.BUYER, *, voice: str = "heart", **changes: object) -> Turn:
    spoken = {"voice_id": voice, "latency": LATENCY, "stage": "caller"} if speaker is Speaker.BUYER else {}
    made = Turn(index=index, speaker=speaker, text="pangolin", start_ms=1_000, end_ms=3_000, channel="voice")
    return made.model_copy(update=spoken | changes)


class Told:
    """A call with its telemetry."""

    def __init__(self) -> None:
        self.clock, self.onlooker, self.telemetry = FakeClock(), Onlooker(), MemoryTelemetry()
        opening = an_opening().model_copy(update={"started_at": START})
        self.call = CallTelemetry(opening, self.onlooker, telemetry=self.telemetry, clock=self.clock)


def test_what_the_session_tells_is_passed_on() -> None:
    """The page sees every turn and the end."""
    told = Told()
    told.call.turn_committed(turn(0))
    told.call.call_ended(ENDED)
    assert told.onlooker.turns[0].text == "pangolin"
    assert told.onlooker.ending == ENDED


def test_a_buyer_turn_is_a_span_with_its_stages() -> None:
    """The stages follow one another, and what none accounts for is playout."""
    told = Told()
    told.call.turn_committed(turn(0, Speaker.REP))
    told.call.turn_committed(turn(1))
    told.clock.advance(5)
    told.call.call_ended(ENDED)
    span, call = told.telemetry.spans
    assert (span.name, span.duration_ms, span.ago_ms) == (SpanName.TURN, 310, 5_000 + 2_000 + 310)
    assert [part.attributes[Key.STAGE] for part in span.parts] == ["end_of_turn", "hearing", "mind", "voice", "playout"]
    assert [part.duration_ms for part in span.parts] == [200, 5, 30, 60, 15]
    assert span.parts[1].ago_ms == span.ago_ms - 200
    assert call.name is SpanName.CALL
    assert (call.duration_ms, call.attributes[Key.TURNS], call.attributes[Key.ENDED_BY]) == (5_000, 2, "rep")


def test_what_the_page_measures_a_moment_later_is_in_the_span_and_told_once() -> None:
    """Glass to glass comes after the turn stands, and before the buyer speaks again."""
    told = Told()
    told.call.turn_committed(turn(1))
    told.call.turn_committed(turn(1, latency=LATENCY.model_copy(update={"glass_to_glass_ms": 402})))
    told.call.turn_committed(turn(2, Speaker.REP))
    told.call.turn_committed(turn(3))
    told.call.turn_committed(turn(1, text="corrected much later"))
    told.call.call_ended(ENDED)
    assert told.telemetry.values(Metric.GLASS_MS) == [402]
    assert told.telemetry.values(Metric.ANSWER_MS) == [310, 310]
    assert told.telemetry.spans[0].attributes[Key.GLASS_MS] == 402


def test_a_turn_without_figures_is_counted_and_no_span() -> None:
    """An opening line answers nobody; a typed turn has no stages."""
    told = Told()
    told.call.turn_committed(turn(0, latency=None))
    told.call.turn_committed(turn(1, channel="typed", voice_id=None, latency=None))
    told.call.call_ended(ENDED)
    assert told.telemetry.values(Metric.TURNS) == [1, 1]
    assert [span.name for span in told.telemetry.spans] == [SpanName.CALL]


@pytest.mark.parametrize(("voices", "distinct"), [(("heart", "heart"), 1), (("heart", "nora"), 2)])
def test_voices_are_counted_for_each_person(voices: tuple[str, ...], distinct: int) -> None:
    """Two people with a voice each are one voice a person; one person with two is what must not be."""
    told = Told()
    told.call.turn_committed(turn(0, voice="ruth", stage="front_desk"))
    for index, voice in enumerate(voices, start=1):
        told.call.turn_committed(turn(index, voice=voice))
    told.call.call_ended(ENDED)
    assert told.telemetry.values(Metric.DISTINCT_VOICES) == [distinct]
    assert told.telemetry.spans[-1].attributes[Key.VOICES] == distinct
    assert told.telemetry.spans[-1].attributes[Key.PEOPLE] == 2


def test_a_call_in_writing_has_no_voices_to_count() -> None:
    """Zero voices would read as a voice that was lost."""
    told = Told()
    told.call.turn_committed(turn(0, channel="typed", voice_id=None, latency=None))
    told.call.call_ended(ENDED)
    assert told.telemetry.values(Metric.DISTINCT_VOICES) == []


def test_every_attribute_is_of_the_list_and_no_word_is_in_it() -> None:
    """Keys are classified, and neither the text nor the reason of the end is anywhere."""
    told = Told()
    told.call.turn_committed(turn(0, Speaker.REP))
    told.call.turn_committed(turn(1, interrupted=True, pitch_hz=190.0))
    told.call.call_ended(ENDED)
    for attributes in told.telemetry.attributes():
        assert {Key(key) for key in attributes} <= set(CLASSES)
        assert "pangolin" not in str(attributes)
        assert "withheld" not in str(attributes)
        assert "hung up" not in str(attributes)
    assert told.telemetry.values(Metric.INTERRUPTIONS) == [1]


def test_what_the_services_were_used_for_is_told_by_model_at_the_end() -> None:
    """One span a model, with every amount; figures and ids, and an estimate stands apart."""
    told = Told()
    told.call.meter.add_tokens("buyer", Tokens("openai", "gpt-4.1-mini", input=90, output=7))
    told.call.meter.add_tokens("buyer", reckoned("openai", "gpt-4.1-mini", asked_chars=40, answered_chars=0))
    told.call.meter.add(Charge("voice", "azure-speech", "DragonHD", "characters"), 120)
    told.call.call_ended(ENDED)
    exact, estimate, voice = (span for span in told.telemetry.spans if span.name is SpanName.USAGE)
    assert (exact.attributes[Key.INPUT_TOKENS], exact.attributes[Key.OUTPUT_TOKENS]) == (90, 7)
    assert (estimate.attributes[Key.INPUT_TOKENS], estimate.attributes[Key.ESTIMATED]) == (10, True)
    assert (voice.attributes[Key.MODEL], voice.attributes[Key.CHARACTERS]) == ("DragonHD", 120)
    assert told.telemetry.values(Metric.USED) == [90, 7, 10, 120]
    assert "withheld" not in str(told.telemetry.attributes())


def test_which_way_a_rep_was_heard_is_told_of_a_call_that_has_two() -> None:
    """And each time that they were heard the longer way: when, and for how long."""
    told = Told()
    heard = RepHeard(straight=True, fallbacks=(Fallback(told.clock.monotonic_s(), 2.5),))
    told.call.rep_heard = lambda: heard
    told.clock.advance(5)
    told.call.call_ended(ENDED)
    fallback, call = told.telemetry.spans
    assert (fallback.name, fallback.ago_ms, fallback.duration_ms) == (SpanName.FALLBACK, 5_000, 2_500)
    assert (call.attributes[Key.HEARD_BY], call.attributes[Key.FALLBACKS]) == ("packets", 1)
    assert told.telemetry.values(Metric.FALLBACKS) == [1]


def test_a_call_that_never_had_the_short_way_says_so() -> None:
    """And fell back from nothing; one with a single way says neither."""
    told, direct = Told(), Told()
    told.call.rep_heard = lambda: RepHeard(straight=False)
    for one in (told, direct):
        one.call.call_ended(ENDED)
    assert told.telemetry.spans[0].attributes[Key.HEARD_BY] == "client"
    assert told.telemetry.values(Metric.FALLBACKS) == []
    assert Key.HEARD_BY not in direct.telemetry.spans[0].attributes


def test_sound_that_was_missing_is_told_with_the_end_of_the_call() -> None:
    """By the part of the line that owed it, and nothing of what did not happen."""
    told = Told()
    told.call.gaps = lambda: {"microphone": 0, "voice": 3, "line": 1}
    told.call.call_ended(ENDED)
    gaps = [(about[Key.STAGE.value], blocks) for one, blocks, about in told.telemetry.measured if one is Metric.GAPS]
    assert gaps == [("voice", 3), ("line", 1)]
