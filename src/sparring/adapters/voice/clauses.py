"""Words to say into the clauses that are spoken one by one: the first one short, so that it is heard at once. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONG_FIRST_WORDS: Final = 6
MOST_CHARACTERS: Final = 220
_SENTENCE_END: Final = re.compile(r"(?<!\b[A-Z]\.[A-Z]\.)(?<=[.!?])[\"')]*\s+(?=[\"'(\[]?[A-Z0-9])")
_INITIAL: Final = re.compile(r"(?:^|\s)[A-Z]\.$")
_EARLY_CUT: Final = re.compile(r"(.{3,60}?[,;:\u2014])(?=\s|(?<=\u2014))\s*(?=\S)")
_CONJUNCTION: Final = re.compile(
    r"^((?:\S+\s+){2,7}?\S+)\s+(?=(?:because|but|so|and|or|which|who|if|when|until|unless|while|since|that|to|for|with)\s)"
)
_LATE_CUT: Final = re.compile(r"(.{60,200}[,;:\u2014])\s*(?=\S)|(.{60,200})\s(?=\S)")

PAUSE_MS: Final = {".": 280, "!": 280, "?": 300, "\u2014": 180, ":": 180, ";": 180, ",": 130}
ELLIPSIS_MS: Final = 420


@dataclass(frozen=True, slots=True)
class VoiceClause:
    """Text for the engine, and the silence after it when something follows."""

    text: str
    pause_ms: int


def clauses(text: str) -> tuple[VoiceClause, ...]:
    """`text` (normalised, one line) as clauses in order; none for an empty text."""
    sentences = list(_sentences(text.strip()))
    if sentences and len(sentences[0].split()) > LONG_FIRST_WORDS:
        sentences[:1] = _cut_early(sentences[0])
    parts = [part for sentence in sentences for part in _cut_late(sentence)]
    return tuple(VoiceClause(part, pause_ms(part)) for part in parts)


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        sentence = text[start : end.start()]
        if _INITIAL.search(sentence):
            continue
        yield text[start : end.end()].strip()
        start = end.end()
    if text[start:]:
        yield text[start:]


def _cut_early(sentence: str) -> list[str]:
    """A long first sentence at its first comma, or before a conjunction; the voice stays up at such a cut."""
    comma = _EARLY_CUT.match(sentence)
    if comma and _balanced(comma[1]):
        return [comma[1], sentence[comma.end() :]]
    conjunction = _CONJUNCTION.match(sentence)
    if conjunction and _balanced(conjunction[1]):
        return [f"{conjunction[1]},", sentence[conjunction.end() :]]
    return [sentence]


def _balanced(part: str) -> bool:
    """No word with phonemes is cut in two."""
    return part.count("[") == part.count("]") and part.count("(") == part.count(")")


def _cut_late(sentence: str) -> Iterator[str]:
    """Anything longer than the engine reads well, at a comma or a space."""
    while len(sentence) > MOST_CHARACTERS:
        cut = _LATE_CUT.match(sentence)
        if cut is None or not _balanced(cut[0]):
            break
        yield cut[0].strip()
        sentence = sentence[cut.end() :]
    yield sentence


def pause_ms(part: str) -> int:
    """Silence after `part` when something follows."""
    bare = part.rstrip("\"')")
    if bare.endswith("..."):
        return ELLIPSIS_MS
    return PAUSE_MS.get(bare[-1:], 60)
