"""How much of a turn is quoted for an act: enough to be understood, never a word that was said to the grader."""

from sparring.grade.evidence import MIN_CONTENT_WORDS, content_words
from sparring.grade.heard.testimony import Hearing, PlacedAct

LONG_SENTENCE = 240
"""Characters above which a sentence (often a turn heard without punctuation) is cut around the act."""
MARGIN = 80


def quote_span(hearing: Hearing, act: PlacedAct) -> tuple[int, int]:
    """The sentence the act stands in, with its neighbours while that says too little, cut when it says too much."""
    side = hearing.rep if act.turn in hearing.rep.texts else hearing.buyer
    text = hearing.transcript.turns[act.turn].text
    sentences = tuple((one.start, one.end) for one in side.texts[act.turn].sentences)
    start, end = side.texts[act.turn].span_around(act.start, act.end)
    if end - start > LONG_SENTENCE:
        return _cut(text, (start, end), (act.start, act.end))
    while content_words(text[start:end]) < MIN_CONTENT_WORDS:
        wider = _wider(text, sentences, (start, end))
        if wider is None:
            break
        start, end = wider
    return start, end


def _wider(text: str, sentences: tuple[tuple[int, int], ...], span: tuple[int, int]) -> tuple[int, int] | None:
    """The span with the sentence before it, else after it; only blanks may lie between."""
    start, end = span
    before = [low for low, high in sentences if high <= start and not text[high:start].strip()]
    after = [high for low, high in sentences if low >= end and not text[end:low].strip()]
    if before:
        return before[-1], end
    return (start, after[0]) if after else None


def _cut(text: str, sentence: tuple[int, int], act: tuple[int, int]) -> tuple[int, int]:
    """Whole clauses to either side of the act as far as commas tell them, else some whole words."""
    low, high = max(sentence[0], act[0] - MARGIN), min(sentence[1], act[1] + MARGIN)
    while low > sentence[0] and not text[low - 1].isspace():
        low -= 1
    while high < sentence[1] and not text[high].isspace():
        high += 1
    begins = text.find(", ", low, act[0]) + 2 if low > sentence[0] else 0
    ends = text.rfind(",", act[1], high) if high < sentence[1] else -1
    return (begins if begins > 1 else low), (ends if ends > 0 else high)
