"""A rep who did not get what they asked for: "no, I meant the house", "I asked what she needs", "no, how often?".

Flows in: the normalised words of an utterance. Flows out: whether they put right how the last one was taken.
"""

import re

_PUTS_RIGHT = re.compile(
    r"^(?:(?:no|nope|sorry|wait|well|okay|yeah|yes|oh|but|hm|um|uh|right|and|ha|hey|actually) )*"
    r"(?:i (?:just |was |only )*(?:meant|mean|asked|asking|was talking)\b|my question (?:was|is)\b"
    r"|that's not (?:what i|my question)|what i (?:meant|asked|mean)\b|you didn't answer|not (?:that|him|her|them) )"
)
_NO_BUT = re.compile(r"^(?:no )+(?:sorry )?(?:(?:i|the) (?:meant|mean) |what|how|when|where|who|why|which|not )")


def puts_right(text: str) -> bool:
    """Whether the rep says that something else was meant."""
    return _NO_BUT.match(text) is not None or _PUTS_RIGHT.match(text) is not None
