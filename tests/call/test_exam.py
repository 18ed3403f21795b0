"""The seed of an exam."""

from sparring.call.exam import exam_seed
from sparring.ids import ExamId
from sparring.persona import Persona
from tests.fakes.calls import a_caller


def test_an_exam_is_the_same_for_everybody() -> None:
    """Nobody draws or chooses the seed."""
    assert exam_seed(a_caller(), "hard") == exam_seed(a_caller(), "hard")
    assert 0 <= exam_seed(a_caller(), "hard") < 2**32


def test_another_setting_or_another_wording_is_another_exam() -> None:
    """What two reps are compared on is exactly the same call."""
    reworded = Persona.model_validate_json(a_caller().model_copy(update={"goal": "Another."}).model_dump_json())
    seeds = {exam_seed(a_caller(), "hard"), exam_seed(a_caller(), "easy"), exam_seed(reworded, "hard")}
    assert len(seeds) == 3


def test_nobody_rehearses_what_was_set() -> None:
    """Neither in an exam of their own nor in an earlier one with the same buyer."""
    mine, set_once, set_again = (
        exam_seed(a_caller(), "hard", exam) for exam in (None, ExamId("exam_" + "e" * 20), ExamId("exam_" + "f" * 20))
    )
    assert len({mine, set_once, set_again}) == 3
    assert exam_seed(a_caller(), "hard", ExamId("exam_" + "e" * 20)) == set_once
