"""What must not move a grade, and which way it may move, on every calibration call of both rubrics."""

from random import Random

import pytest

from sparring.grade.uploads.uploaded import transcript_from_text
from sparring.rubric import find_rubric
from sparring.scorecard import Scorecard
from sparring.transcript import Speaker, Transcript, Turn
from tests.fakes.golden_calls import ALL, card_of, golden_call, golden_card
from tests.fakes.scripted import AT, graded, points_of, result_of, with_turns, without

GRADED = [which for which in ALL if which[1] != "abandoned"]
PADDING = (
    "R: Mm-hmm.",
    "B: Okay.",
    "R: Right, okay, sure.",
    "B: Uh-huh, yeah.",
    "R: Um, let me see, yeah.",
    "R: It has been raining all week over here.",
    "B: It has been raining here too.",
)
FILLERS = ("um, ", "uh, ", "er, ", "you know, ", "um, uh, ")
ADDED = 6  # criteria of the excellent call that are added to each other one

each_call = pytest.mark.parametrize(("side", "kind"), ALL)
each_graded_call = pytest.mark.parametrize(("side", "kind"), GRADED)


def grade_of(card: Scorecard) -> tuple[str, dict[str, str], set[str]]:
    """What a reader would call the grade: status, levels and red lines."""
    levels = {result.id: result.level or result.status for result in card.criteria}
    return card.status, levels, {line.id for line in card.red_lines}


@each_graded_call
def test_deleting_a_criterion_s_turns_never_raises_it(side: str, kind: str) -> None:
    """What was earned by some words is not earned more without them, for every criterion of the call."""
    for result in golden_card(side, kind).criteria:
        if result.evidence:
            left = card_of(without(golden_call(side, kind), [quote.turn for quote in result.evidence]))
            assert left.status != "graded" or (result_of(left, result.id).points or 0) <= (result.points or 0)


@each_graded_call
def test_adding_a_criterion_s_turns_never_lowers_it(side: str, kind: str) -> None:
    """With an excellent call's words for a criterion, said anywhere, a call is no worse on it."""
    random, target = Random(f"{side} {kind}"), golden_call(side, kind)
    earned = [result for result in golden_card(side, "excellent").criteria if result.evidence]
    for result in random.sample(earned, ADDED):
        said = [golden_call(side, "excellent").turns[quote.turn] for quote in result.evidence]
        at = random.randint(0, len(target.turns))
        after = card_of(with_turns(target, [*target.turns[:at], *said, *target.turns[at:]]))
        assert (result_of(after, result.id).points or 0) >= (result_of(golden_card(side, kind), result.id).points or 0)


@each_graded_call
def test_padding_moves_nothing(side: str, kind: str) -> None:
    """Turns that do nothing change no level, wherever they stand."""
    random = Random(f"{side} {kind}")
    for count in (1, 8):
        assert grade_of(card_of(padded(golden_call(side, kind), random, count))) == grade_of(golden_card(side, kind))


def padded(transcript: Transcript, random: Random, count: int) -> Transcript:
    """The call with turns put in that do nothing."""
    turns = list(transcript.turns)
    for line in random.choices(PADDING, k=count):
        at = random.randint(0, len(turns))
        at_ms = turns[at - 1].end_ms if at else 0
        speaker = Speaker.REP if line.startswith("R:") else Speaker.BUYER
        said = {"speaker": speaker, "text": line[3:], "start_ms": at_ms, "end_ms": at_ms, "words": ()}
        turns.insert(at, turns[0].model_copy(update=said))
    return with_turns(transcript, turns)


@each_call
def test_fillers_move_nothing(side: str, kind: str) -> None:
    """Ums and uhs at the beginning of any turn, or after any comma, change no level."""
    random = Random(f"{side} {kind}")
    for _ in range(2):
        said = [filled(turn, random) for turn in golden_call(side, kind).turns]
        transcript = golden_call(side, kind).model_copy(update={"turns": tuple(said)})
        assert grade_of(card_of(transcript)) == grade_of(golden_card(side, kind))


def filled(turn: Turn, random: Random) -> Turn:
    """The rep's turn with somebody holding the floor in it."""
    text, filler = turn.text, random.choice(FILLERS)
    if turn.speaker is Speaker.BUYER:
        return turn
    if random.getrandbits(1) and not text.startswith("I"):
        text = filler.capitalize() + text[0].lower() + text[1:]
    if random.getrandbits(1):
        text = text.replace(", ", f", {filler}", 1)
    return turn.model_copy(update={"text": text})


@each_graded_call
def test_the_order_of_criteria_moves_nothing(side: str, kind: str) -> None:
    """Each criterion is graded on its own."""
    rubric, random = find_rubric(f"{side}_sales"), Random(f"{side} {kind}")
    categories = [
        category.model_copy(update={"criteria": tuple(random.sample(category.criteria, len(category.criteria)))})
        for category in random.sample(rubric.categories, len(rubric.categories))
    ]
    turned = rubric.model_copy(update={"categories": tuple(categories)})
    assert points_of(graded(golden_call(side, kind), turned)) == points_of(golden_card(side, kind))


@each_call
def test_labels_of_speakers_in_an_uploaded_text_move_nothing(side: str, kind: str) -> None:
    """However they are written, and whatever blanks are around them."""
    plain, other = (uploaded(side, kind, labels) for labels in (("Rep: ", "Buyer: "), ("  REP :\t", "buyer:")))
    assert grade_of(plain) == grade_of(other)


def uploaded(side: str, kind: str, labels: tuple[str, str]) -> Scorecard:
    """The grade of a call that was written down with these labels for rep and buyer."""
    lines = (
        f"{labels[turn.speaker is Speaker.BUYER]}{' '.join(turn.text.split())}"
        for turn in golden_call(side, kind).turns
    )
    rubric = find_rubric(f"{side}_sales")
    return graded(transcript_from_text("\n".join(lines).encode(), rubric, source=kind, started_at=AT), rubric)
