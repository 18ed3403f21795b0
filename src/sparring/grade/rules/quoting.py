"""Words of the call inside a sentence of the report: cut, quoted, with where they were said.

Flows in: a hearing and a place. Flows out: text.
"""

from sparring.grade.heard.testimony import Hearing, PlacedAct
from sparring.grade.quote import quote_span
from sparring.grade.word_places import said_at_ms
from sparring.scorecard import place_in_call

MAX_QUOTE_CHARS = 120


def said(hearing: Hearing, act: PlacedAct) -> str:
    """An act's words, as evidence would quote them."""
    return quoted(hearing, act.turn, *quote_span(hearing, act))


def quoted(hearing: Hearing, turn: int, start: int, end: int) -> str:
    """The words, cut after a whole one, with their second or their turn."""
    words = " ".join(hearing.transcript.turns[turn].text[start:end].split())
    if len(words) > MAX_QUOTE_CHARS:
        words = words[:MAX_QUOTE_CHARS].rsplit(" ", 1)[0] + " \u2026"
    return f"\u201c{words}\u201d{placed(hearing, turn, start)}"


def placed(hearing: Hearing, turn: int, start: int) -> str:
    """Where, as it follows quoted words: " at 1:05", or " in turn 3" of a call that had no clock."""
    transcript = hearing.transcript
    return f" {place_in_call(turn, said_at_ms(transcript.turns[turn], start), transcript.duration_ms)}"


def ended(sentence: str) -> str:
    """With a full stop, unless words end it that have one."""
    return sentence if sentence.endswith((".\u201d", "!\u201d", "?\u201d", "\u2026\u201d")) else f"{sentence}."
