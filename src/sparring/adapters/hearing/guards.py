"""What keeps Whisper honest in a window much shorter than the 30 s it was trained on.

Flows in: tokens and scores of one decode. Flows out: the tokens that were spoken, where the text restarts, whether to
believe it. Without these guards 5 (base) to 17 (tiny.en) of 92 turns came out twice in a window of turn + 1 s.
"""

import re
from collections.abc import Sequence
from typing import Final

SECONDS_PER_TIMESTAMP: Final = 0.02
END_TOLERANCE_S: Final = 0.08  # a timestamp this close to the end of speech says that everything was written
LEAST_LOG_PROBABILITY: Final = -1.0
NO_SPEECH_PROBABILITY: Final = 0.6
NO_SPEECH_LOG_PROBABILITY: Final = -0.5
MOST_WORDS_PER_S: Final = 6.0  # nobody speaks faster over a whole turn
LAST_WORD_S: Final = 0.9  # a last word that begins within this of the end of speech covers the rest

_REPEATED_WORDS = 3  # "no, no" is said, and shorter repeats are too
_OPENING_WORDS = 4  # the same opening again means a second copy, even when that one differs further on


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


def restart_at(words: Sequence[str]) -> int | None:
    """Index of the word where the text seems to start over, or where its last words stand twice.

    People say things twice as well: only the sound can tell, so whoever asks must look there before cutting.
    """
    count = len(words)
    for start in range(1, count - _REPEATED_WORDS + 1):
        opening = min(count - start, _OPENING_WORDS if start >= _OPENING_WORDS else count)
        if all(words[start + i] == words[i] for i in range(opening)):
            return start
    for length in range(_REPEATED_WORDS, count // 2 + 1):
        if words[-length:] == words[-2 * length : -length]:
            return count - length
    return None


def believable(log_probability: float, no_speech_probability: float) -> bool:
    """Whether the text can be taken for what was said.

    Args:
        log_probability: mean over the tokens.
        no_speech_probability: of the window's first token.
    """
    silent = no_speech_probability > NO_SPEECH_PROBABILITY and log_probability < NO_SPEECH_LOG_PROBABILITY
    return log_probability >= LEAST_LOG_PROBABILITY and not silent
