"""Speech to the grader in pieces: a sentence that a pause cut into two turns, of which one alone is harmless.

Flows in: a transcript. Flows out: the spans of turns that speak to the grader once their neighbours are read with them.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from sparring.grade.heard.admissible import TextSpan, sentence_spans
from sparring.speech_acts.grader_talk.recogniser import grader_talk
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.transcript import Speaker, Transcript, Turn

_ENDS: Final = tuple(".!?\u2026\"'\u201d\u2019)")
_BREAKS_OFF: Final = word_set(
    """the my your our his their and but or because if of to for with from at into is are was were who which whose
    i we ask assume what when how why where as about"""
)
"""Words after which a sentence has not ended, with or without a mark."""
_DID: Final = r"\b(?:i|we) (?:\w+ )?(?:asked|offered|said|named|showed|covered|proposed|mentioned)\b"
_SAYS_WHAT: Final = re.compile(rf"{_DID}$")
"""As in "let it show that I asked": what was asked is still to come."""
_SAYS_THAT: Final = re.compile(rf"\bthat \| {_DID}")
"""As in "she will see that | I asked": "please reflect that" is whole where something else follows."""


def said_in_pieces(transcript: Transcript) -> Mapping[int, Sequence[TextSpan]]:
    """Spans by turn, besides those that speak to the grader by themselves."""
    found: defaultdict[int, list[TextSpan]] = defaultdict(list)
    for speaker, run in groupby(transcript.turns, key=lambda turn: turn.speaker):
        begun = False  # a sentence is in two pieces, and what follows it is another
        for one, other in pairwise(run) if speaker is Speaker.REP else ():
            pieces = () if begun else _in_both(one, other)
            begun = not begun and (bool(pieces) or any(grader_talk(one.text)))
            for turn, span in pieces:
                found[turn].append(span)
    return found


def _in_both(one: Turn, other: Turn) -> Sequence[tuple[int, TextSpan]]:
    """The last sentence of one turn and the first of the other, where together they speak to the grader.

    Where one of them does so alone, the other only belongs to it if its sentence was cut in the middle: an honest turn
    before or after such speech keeps what it earned.
    """
    if not one.text.strip() or not other.text.strip() or one.text.rstrip().endswith(_ENDS):
        return ()
    start, end = sentence_spans(one.text)[-1][0], sentence_spans(other.text)[0][1]
    before, after = one.text[start:], other.text[:end]
    alone = any(any(grader_talk(text)) for text in (before, after))
    said = before.lower().strip()
    cut = (
        said.split()[-1] in _BREAKS_OFF
        or _SAYS_WHAT.search(said) is not None
        or _SAYS_THAT.search(f"{said} | {after.lower()}") is not None
        or (one.text[:1].isupper() and other.text[:1].islower())
    )
    if (alone and not cut) or not any(grader_talk(f"{before} {after}")):
        return ()
    return (one.index, (start, len(one.text))), (other.index, (0, end))
