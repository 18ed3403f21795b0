"""How it was said, as context for the coach and never as points. Nothing is guessed.

Flows in: a hearing. Flows out: `Delivery`, with None for what this call cannot tell.
"""

import re
from itertools import pairwise
from statistics import median

from sparring.grade.heard.measures import is_spoken, is_timed, monologues_ms, talk_share
from sparring.grade.heard.testimony import Hearing
from sparring.scorecard import Delivery
from sparring.speech_acts import ActKind
from sparring.transcript import Speaker, Turn

MIN_PACE_WORDS = 20
"""Shorter turns say little about pace."""
_FILLER = re.compile(
    r"[uehUEH](?<!\w.)(?:(?<=[uU])(?:[uU]*[hH]+[mM]*|[uU]*[mM]+)|(?<=[eE])[eE]*[rR][mM]*|(?<=[hH])[hH]*[mM]+)\b",
    re.DOTALL,
)
"""Held sounds, by the set of their first letters, which a search looks for in a tenth of the time."""
_QUESTIONS = (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION)


def delivery(hearing: Hearing) -> Delivery:
    """The delivery figures of one call."""
    turns = hearing.transcript.turns
    rep = [turn for turn in turns if turn.speaker is Speaker.REP]
    timed = is_spoken(hearing.transcript) and is_timed(hearing.transcript)
    asked = {(act.turn, act.start, act.end): act.kind for act in hearing.rep.acts if act.kind in _QUESTIONS}
    return Delivery(
        talk_share=_rounded(talk_share(hearing.transcript).value, 3),
        longest_monologue_s=max(monologues_ms(turns), default=0) / 1_000 if timed else None,
        pace_wpm=_pace_wpm(rep) if timed else None,
        questions=len(asked),
        open_questions=sum(kind is ActKind.OPEN_QUESTION for kind in asked.values()),
        fillers_per_100_words=_fillers_per_100_words(rep),
        patience_ms=_patience_ms(turns) if timed else None,
        interruptions=sum(
            buyer.interrupted and after.speaker is Speaker.REP
            for buyer, after in pairwise(turns)
            if buyer.speaker is Speaker.BUYER
        ),
    )


def _pace_wpm(rep: list[Turn]) -> float | None:
    long = [turn for turn in rep if turn.channel == "voice" and len(turn.text.split()) >= MIN_PACE_WORDS]
    spoken_ms = sum(turn.end_ms - turn.start_ms for turn in long)
    return round(sum(len(turn.text.split()) for turn in long) * 60_000 / spoken_ms, 1) if spoken_ms else None


def _fillers_per_100_words(rep: list[Turn]) -> float | None:
    """None where there are none: most recognisers leave fillers out, and nobody types them."""
    words = sum(len(turn.text.split()) for turn in rep)
    fillers = sum(len(_FILLER.findall(turn.text)) for turn in rep)
    return round(100 * fillers / words, 2) if fillers else None


def _patience_ms(turns: tuple[Turn, ...]) -> int | None:
    gaps = [
        after.start_ms - buyer.end_ms
        for buyer, after in pairwise(turns)
        if buyer.speaker is Speaker.BUYER and after.speaker is Speaker.REP and after.start_ms >= buyer.end_ms
    ]
    return round(median(gaps)) if gaps else None


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
