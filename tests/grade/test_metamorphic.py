"""What must not move a grade, and which way it may move, on every calibration call of both rubrics.

`./run bench invariance` does the same on thousands of examples and on the calls that people scored as well.
"""

from random import Random

import pytest

from sparring.rubric import find_rubric
from tests.fakes.golden_calls import ALL, card_of, golden_call, golden_card
from tests.fakes.perturbed import LABELS, SAME_GRADE, grade_of, shuffled, uploaded, with_words_of
from tests.fakes.scripted import Call, graded, points_of, result_of, without

GRADED = [which for which in ALL if which[1] != "abandoned"]
TIMES = 4
ADDED = 6  # criteria of the excellent call that are added to each other one

each_call = pytest.mark.parametrize(("side", "kind"), ALL)
each_graded_call = pytest.mark.parametrize(("side", "kind"), GRADED)


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
    random, excellent = Random(f"{side} {kind}"), golden_card(side, "excellent")
    earned = [result.id for result in excellent.criteria if result.evidence]
    for one in random.sample(earned, ADDED):
        said = with_words_of(golden_call(side, kind), golden_call(side, "excellent"), one, excellent, random)
        after, before = result_of(card_of(said), one), result_of(golden_card(side, kind), one)
        assert (after.points or 0) >= (before.points or 0)


@each_graded_call
@pytest.mark.parametrize("perturbation", SAME_GRADE)
def test_saying_it_with_fillers_or_among_idle_turns_moves_nothing(side: str, kind: str, perturbation: str) -> None:
    """Ums and uhs anywhere in anybody's turns, and turns that do nothing, change no level and cross no red line."""
    random = Random(f"{side} {kind}")
    for _ in range(TIMES):
        other = card_of(SAME_GRADE[perturbation](golden_call(side, kind), random))
        assert grade_of(other) == grade_of(golden_card(side, kind))


@pytest.mark.parametrize("filler", ["um, ", "you know, ", "I mean, "])
def test_a_filler_s_comma_hides_no_real_one(filler: str) -> None:
    """The comma after a filler is the sentence's own where one stood there; the name behind it is still a name."""
    said = "R: Good morning, {}this is Dana, {}with Harbor Home Care. How can I help you?\nB: My mother fell."
    plain, filled = (Call(said.format(held, held)).hearing().rep for held in ("", filler))
    assert [(act.kind, act.about) for act in filled.acts] == [(act.kind, act.about) for act in plain.acts]


@each_graded_call
def test_the_order_of_criteria_moves_nothing(side: str, kind: str) -> None:
    """Each criterion is graded on its own."""
    rubric = shuffled(find_rubric(f"{side}_sales"), Random(f"{side} {kind}"))
    assert points_of(graded(golden_call(side, kind), rubric)) == points_of(golden_card(side, kind))


@each_call
def test_labels_of_speakers_in_an_uploaded_text_move_nothing(side: str, kind: str) -> None:
    """However they are written, and whoever the two are called."""
    grades = [grade_of(card_of(uploaded(golden_call(side, kind), labels))) for labels in LABELS]
    assert all(grade == grades[0] for grade in grades)
