"""The voice process from the inside, with an engine of tones; and its end when the parent goes."""

import subprocess
import sys
import threading
from collections.abc import Sequence

import numpy as np
import pytest

from sparring.adapters.child_process.frames import Frame
from sparring.adapters.voice.local.child import MAX_SPEECHES, VoiceServer, open_engine
from sparring.adapters.voice.local.wire import SayRequest, VoiceMessage
from sparring.adapters.voice.pcm_stream import Samples
from sparring.adapters.voice.prosody import Prosody
from sparring.errors import VoiceFailed
from sparring.ports import VoiceCard

THREE = "No. I don't. Why should I?"


class Tones:
    """Says every clause as 10 ms of a constant; `boom` cannot be said."""

    name = "tones"

    def __init__(self) -> None:
        self.said: list[str] = []

    def voices(self) -> Sequence[VoiceCard]:
        return ()

    def sound(self, text: str, voice_id: str, delivery: Prosody) -> Samples:
        self.said.append(text)
        if text == "boom":
            raise RuntimeError(text)
        return np.full(240, 0.25, np.float32)


@pytest.fixture
def tones() -> Tones:
    return Tones()


@pytest.fixture
def replies() -> list[Frame]:
    return []


@pytest.fixture
def server(tones: Tones, replies: list[Frame]) -> VoiceServer:
    return VoiceServer(tones, replies.append)


def say(speech: int, text: str, *, background: bool = False) -> Frame:
    return Frame(VoiceMessage.SAY, speech, SayRequest(text, "ada", "neutral", background).packed())


def kinds(replies: list[Frame]) -> list[tuple[int, int]]:
    return [(frame.kind, frame.number) for frame in replies]


def test_each_request_is_answered_by_one_clause(server: VoiceServer, tones: Tones, replies: list[Frame]) -> None:
    """Nothing is made before it is asked for, and the last clause says so."""
    server.answer(say(1, THREE))
    assert tones.said == ["No."]
    server.answer(Frame(VoiceMessage.NEXT, 1))
    server.answer(Frame(VoiceMessage.NEXT, 1))
    assert kinds(replies) == [(VoiceMessage.CLAUSE, 1), (VoiceMessage.CLAUSE, 1), (VoiceMessage.LAST, 1)]


def test_nothing_to_say_is_an_empty_last_clause(server: VoiceServer, replies: list[Frame]) -> None:
    """The caller is not left waiting."""
    server.answer(say(1, "..."))
    assert replies == [Frame(VoiceMessage.LAST, 1)]


def test_a_speech_that_fails_leaves_the_others_alone(server: VoiceServer, replies: list[Frame]) -> None:
    """It is told so; the next one is said."""
    server.answer(say(1, THREE))
    server.answer(say(2, "boom"))
    server.answer(Frame(VoiceMessage.NEXT, 1))
    assert kinds(replies) == [(VoiceMessage.CLAUSE, 1), (VoiceMessage.FAILED, 2), (VoiceMessage.CLAUSE, 1)]


def test_a_next_without_a_speech_fails(server: VoiceServer, replies: list[Frame]) -> None:
    """Nothing is made up."""
    server.answer(Frame(VoiceMessage.NEXT, 9))
    assert kinds(replies) == [(VoiceMessage.FAILED, 9)]


def served(server: VoiceServer, frames: Sequence[Frame], replies: list[Frame], count: int) -> None:
    """Queue all `frames` first, then serve until there are `count` replies."""
    for frame in frames:
        server.accept(frame)
    enough = threading.Event()
    original = server._write

    def write(frame: Frame) -> None:
        original(frame)
        if len(replies) >= count:
            enough.set()

    server._write = write
    threading.Thread(target=server.serve, daemon=True).start()
    assert enough.wait(10)


def test_first_clauses_go_before_further_ones_and_before_lines_made_ahead(
    server: VoiceServer, replies: list[Frame]
) -> None:
    """Whoever waits for a first sound is served first, in order of arrival."""
    server.answer(say(1, THREE))
    frames = [say(2, "Ahead.", background=True), Frame(VoiceMessage.NEXT, 1), say(3, "Now."), say(4, "Now.")]
    served(server, frames, replies, 5)
    assert [frame.number for frame in replies] == [1, 3, 4, 1, 2]


def test_a_dropped_speech_costs_nothing_more(server: VoiceServer, tones: Tones, replies: list[Frame]) -> None:
    """What is still in the queue for it is skipped, and its place is free again."""
    server.answer(say(1, THREE))
    served(
        server,
        [Frame(VoiceMessage.NEXT, 1), Frame(VoiceMessage.DROP, 1), say(2, "After.", background=True)],
        replies,
        3,
    )
    assert kinds(replies) == [(VoiceMessage.CLAUSE, 1), (VoiceMessage.LAST, 2), (VoiceMessage.DROPPED, 1)]
    assert tones.said == ["No.", "After."]


def test_speeches_are_bounded(server: VoiceServer, replies: list[Frame]) -> None:
    """One too many fails instead of being kept."""
    for speech in range(MAX_SPEECHES + 1):
        server.answer(say(speech, THREE))
    assert kinds(replies)[-2:] == [(VoiceMessage.CLAUSE, MAX_SPEECHES - 1), (VoiceMessage.FAILED, MAX_SPEECHES)]


def test_an_unknown_engine_is_a_sentence() -> None:
    """Not an import of whatever the name says."""
    with pytest.raises(VoiceFailed, match="no voice engine"):
        open_engine("os", lambda _share, _sentence: None)


@pytest.mark.speech
def test_the_process_ends_with_its_parent() -> None:
    """When the pipe closes it goes, whatever it is doing."""
    command = (sys.executable, "-m", "sparring.adapters.voice.local.child", "hibari")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.read(1)  # it is up
        child.stdin.close()
        assert child.wait(timeout=60) == 0
