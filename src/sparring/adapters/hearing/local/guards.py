"""What keeps Whisper honest in a window much shorter than the 30 s it was trained on.

Flows in: tokens and scores of one decode. Flows out: the tokens that were spoken, where the text restarts, whether to
believe it. Without these guards 5 (base) to 17 (tiny.en) of 92 turns came out twice in a window of turn + 1 s.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from math import log
from typing import Final

SECONDS_PER_TIMESTAMP: Final = 0.02
END_TOLERANCE_S: Final = 0.08  # a timestamp this close to the end of speech says that everything was written

MOST_LETTERS_PER_S: Final = 18
"""Of a text that says something twice. Measured: 5-15 when it was said twice, 21 and more when it was written twice."""

LEAST_LOG_PROBABILITY: Final = -1.0
NO_SPEECH_PROBABILITY: Final = 0.6
NO_SPEECH_LOG_PROBABILITY: Final = -0.5
LEAST_WORD_LOG_PROBABILITY: Final = -1.25
"""Of the words alone, on average: noise gave text below -1.36, 112 of 116 short turns heard right were above."""

_OPENING_WORDS = 4  # the same opening again means a second copy, even when that one differs further on
_ENDING_WORDS = 3
_STUCK_WORDS = 3  # of one word: "Goodbye. Goodbye. Goodbye."


def spoken_part(tokens: Sequence[int], *, first_timestamp: int, end_s: float) -> tuple[list[int], bool]:
    """Text tokens up to the first timestamp at the end of speech, and whether there was one.

    Args:
        tokens: text and timestamp tokens as decoded.
        first_timestamp: id of the token for 0.00 s.
        end_s: where speech ends.
    """
    text: list[int] = []
    for token in tokens:
        if token < first_timestamp:
            text.append(token)
        elif (token - first_timestamp) * SECONDS_PER_TIMESTAMP >= end_s - END_TOLERANCE_S:
            return text, True
    return text, False


def words_of(text: str) -> list[str]:
    """Lower-case words without punctuation."""
    return re.sub(r"[^a-z0-9' ]+", " ", text.lower()).split()


def second_copy_at(text: str, *, speech_s: float) -> int | None:
    """Index of the word where Whisper, not the speaker, begins to say it again; None when it does not.

    Args:
        text: as decoded.
        speech_s: how long the speaker spoke.
    """
    words = words_of(text)
    written_twice = sum(len(word) for word in words) > MOST_LETTERS_PER_S * speech_s
    return _restart_at(words) if written_twice else None


def _restart_at(words: Sequence[str]) -> int | None:
    """Where the text starts over, or its last words stand twice; people do that too, only slower."""
    count = len(words)
    for start in range(1, count):
        opening = min(count - start, _OPENING_WORDS if start >= _OPENING_WORDS else count)
        if all(words[start + i] == words[i] for i in range(opening)):
            return start
    stuck = sum(1 for _ in takewhile(lambda word: word == words[-1], reversed(words)))
    if stuck >= _STUCK_WORDS:
        return count - stuck + 1
    for length in range(_ENDING_WORDS, count // 2 + 1):
        if words[-length:] == words[-2 * length : -length]:
            return count - length
    return None


def believable(log_probability: float, no_speech_probability: float) -> bool:
    """Whether the text can be taken for what was said.

    Args:
        log_probability: mean over all tokens, timestamps among them.
        no_speech_probability: of the window's first token.
    """
    silent = no_speech_probability > NO_SPEECH_PROBABILITY and log_probability < NO_SPEECH_LOG_PROBABILITY
    return log_probability >= LEAST_LOG_PROBABILITY and not silent


def words_believable(probabilities: Sequence[float], no_speech_probability: float) -> bool:
    """A second look at text that is not `believable`: in a turn of a word or two, timestamps drag the score down.

    Args:
        probabilities: of the text's tokens, given the sound.
        no_speech_probability: of the window's first token.
    """
    if not probabilities or no_speech_probability > NO_SPEECH_PROBABILITY:
        return False
    mean = sum(log(max(probability, 1e-9)) for probability in probabilities) / len(probabilities)
    return mean >= LEAST_WORD_LOG_PROBABILITY
