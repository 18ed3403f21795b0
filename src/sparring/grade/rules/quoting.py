"""Words of the call inside a sentence of the report: cut, quoted, with their second.

Flows in: a hearing and a place. Flows out: text.
"""

from sparring.grade.heard.measures import is_recorded
from sparring.grade.heard.testimony import Hearing, PlacedAct
from sparring.grade.quote import quote_span
from sparring.transcript import clock_time

MAX_QUOTE_CHARS = 120


def said(hearing: Hearing, act: PlacedAct) -> str:
    """An act's words, as evidence would quote them."""
    return quoted(hearing, act.turn, *quote_span(hearing, act))


def quoted(hearing: Hearing, turn: int, start: int, end: int) -> str:
    """The words, cut after a whole one, with their second where the call had a clock."""
    words = " ".join(hearing.transcript.turns[turn].text[start:end].split())
    if len(words) > MAX_QUOTE_CHARS:
        words = words[:MAX_QUOTE_CHARS].rsplit(" ", 1)[0] + " \u2026"
    return f"\u201c{words}\u201d{second(hearing, turn)}"


def second(hearing: Hearing, turn: int) -> str:
    """When, as it follows quoted words: at 1:05. Nothing where the call had no clock."""
    at_ms = hearing.transcript.turns[turn].start_ms
    return f" at {clock_time(at_ms)}" if is_recorded(hearing.transcript) else ""


def ended(sentence: str) -> str:
    """With a full stop, unless words end it that have one."""
    return sentence if sentence.endswith((".\u201d", "!\u201d", "?\u201d", "\u2026\u201d")) else f"{sentence}."
