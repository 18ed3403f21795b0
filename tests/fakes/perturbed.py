"""Calls put another way that must get the same grade, and calls that must get no better or no worse one.

Flows in: a transcript and a source of chance. Flows out: the transcript said with fillers, with turns that do nothing,
with other labels, or with turns more or fewer.
"""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from sparring.grade.uploads.conversion import transcript_from_text
from sparring.rubric import Rubric, find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Speaker, Transcript, Turn
from tests.fakes.scripted import AT, with_turns

PADDING: Final = (
    "R: Mm-hmm.",
    "B: Okay.",
    "R: Right, okay, sure.",
    "B: Uh-huh, yeah.",
    "R: Um, let me see, yeah.",
    "B: Yep, sure, alright.",
    "R: Uh-huh.",
    "R: Hm.",
    "B: Mm.",
)
FILLERS: Final = ("um", "uh", "er", "uhm", "um, uh", "hmm")
LABELS: Final = (("Rep: ", "Buyer: "), ("  REP :\t", "buyer:"), ("Dana Ruiz: ", "Mrs Cole: "), ("agent:", "CUSTOMER: "))
_BETWEEN: Final = re.compile(r"(?<=[A-Za-z]) (?=[A-Za-z])")

Perturbation = Callable[[Transcript, Random], Transcript]


def with_fillers(transcript: Transcript, random: Random) -> Transcript:
    """A filler between words of half the turns of both sides, bare, as recognisers mostly write it."""
    return _reworded(transcript, random, lambda text: _after_some(_BETWEEN, text, random, " {} "))


def with_fillers_at_commas(transcript: Transcript, random: Random) -> Transcript:
    """A filler set off by commas where a comma stood."""
    return _reworded(
        transcript, random, lambda text: _after_some(re.compile(r"(?<=[A-Za-z]), "), text, random, ", {}, ")
    )


def with_fillers_first(transcript: Transcript, random: Random) -> Transcript:
    """A filler at the beginning of half the turns."""

    def begun(text: str) -> str:
        filler = random.choice(FILLERS).capitalize()
        return f"{filler}, {text if text.startswith('I') else text[:1].lower() + text[1:]}"

    return _reworded(transcript, random, begun)


def padded(transcript: Transcript, random: Random) -> Transcript:
    """Up to a dozen turns put in that do nothing."""
    turns = list(transcript.turns)
    for line in random.choices(PADDING, k=random.randint(1, 12)):
        at = random.randint(0, len(turns))
        at_ms = turns[at - 1].end_ms if at else 0
        speaker = Speaker.REP if line.startswith("R:") else Speaker.BUYER
        said = {"speaker": speaker, "text": line[3:], "start_ms": at_ms, "end_ms": at_ms, "words": ()}
        turns.insert(at, turns[0].model_copy(update=said))
    return with_turns(transcript, turns)


SAME_GRADE: Final[Mapping[str, Perturbation]] = {
    "fillers between words": with_fillers,
    "fillers at commas": with_fillers_at_commas,
    "fillers first": with_fillers_first,
    "padding": padded,
}
"""What must change no level, by the name it is reported under."""


def shuffled(rubric: Rubric, random: Random) -> Rubric:
    """The rubric with its categories, and the criteria in each, in another order."""
    categories = [
        category.model_copy(update={"criteria": tuple(random.sample(category.criteria, len(category.criteria)))})
        for category in random.sample(rubric.categories, len(rubric.categories))
    ]
    return rubric.model_copy(update={"categories": tuple(categories)})


def uploaded(transcript: Transcript, labels: tuple[str, str]) -> Transcript:
    """The call written down with these labels for rep and buyer."""
    lines = (f"{labels[turn.speaker is Speaker.BUYER]}{' '.join(turn.text.split())}" for turn in transcript.turns)
    rubric = find_rubric(f"{transcript.call_type}_sales")
    rep = labels[0].strip(" :\t")
    return transcript_from_text("\n".join(lines).encode(), rubric, source="written", started_at=AT, rep_speaker=rep)


def with_words_of(target: Transcript, other: Transcript, criterion: str, card: Scorecard, random: Random) -> Transcript:
    """`target` with what earned `criterion` in `other`, graded by `card`, said at some place in it."""
    result = next(one for one in card.criteria if one.id == criterion)
    said = [other.turns[place] for place in dict.fromkeys(quote.turn for quote in result.evidence)]
    at = random.randint(0, len(target.turns))
    return with_turns(target, [*target.turns[:at], *said, *target.turns[at:]])


def grade_of(card: Scorecard) -> tuple[str, dict[str, str], set[str]]:
    """What a reader would call the grade: status, levels and red lines."""
    levels = {result.id: result.level or result.status for result in card.criteria}
    return card.status, levels, {line.id for line in card.red_lines}


def _reworded(transcript: Transcript, random: Random, say: Callable[[str], str]) -> Transcript:
    def said(turn: Turn) -> Turn:
        return turn.model_copy(update={"text": say(turn.text), "words": ()}) if random.getrandbits(1) else turn

    return transcript.model_copy(update={"turns": tuple(map(said, transcript.turns))})


def _after_some(place: re.Pattern[str], text: str, random: Random, shape: str) -> str:
    """`text` with a filler at one to three of the places that match."""
    places = [found.span() for found in place.finditer(text)]
    for start, end in sorted(random.sample(places, min(len(places), random.randint(1, 3))), reverse=True):
        text = text[:start] + shape.format(random.choice(FILLERS)) + text[end:]
    return text
