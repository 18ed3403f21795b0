"""A model's words for the coaching, where the call bears them out."""

from sparring.grade.coaching.takeaways import coach
from sparring.grade.heard.testimony import hear
from sparring.grade.judge.answer import CoachWords, Praise, Suggestion
from sparring.grade.judge.coaching import worded_by
from sparring.grade.judge.prompt import to_be_worded
from sparring.grade.judge.wording import record_of
from sparring.grade.rules.grader import grade
from sparring.scorecard import Coaching, Scorecard
from tests.fakes.clock import START
from tests.fakes.documents import a_rubric
from tests.fakes.golden_calls import golden_call

CALL = golden_call("inside", "fair")
CARD = grade(CALL, a_rubric(), transcript_digest="0" * 64, graded_at=START)
RECORD = record_of(hear(CALL))
PRAISED, ADVISED = to_be_worded(CARD.coaching, a_rubric())


def worded(*, card: Scorecard = CARD, praise: str = "", what: str = "", better: str = "", of: str = "") -> Coaching:
    words = CoachWords(
        strengths=tuple(Praise(criterion=name, sentence=praise) for name in PRAISED) if praise else (),
        advice=(Suggestion(criterion=of or ADVISED[0], what=what, better=better),) if what else (),
    )
    return worded_by(words, card, a_rubric(), record=RECORD) or card.coaching


def test_every_part_of_the_coaching_is_bound_to_a_criterion() -> None:
    """Strengths by the words they begin with, advice by name."""
    assert len(PRAISED) == len(CARD.coaching.strengths) > 0
    assert all(PRAISED)
    assert CARD.coaching.fix_first is not None
    assert ADVISED[0] == CARD.coaching.fix_first.criterion


def test_borne_out_words_replace_the_rules() -> None:
    """What is praised, what comes first, the moment, the rep's words and the points stay as code chose them."""
    stands = CARD.coaching.fix_first
    coaching = worded(
        praise="You made it easy to go on talking.",
        what="You went on before you knew how things stand at home.",
        better="Before we go on, may I ask who is with your father during the day?",
    )
    assert coaching.fix_first is not None
    assert stands is not None
    assert coaching.fix_first.what.startswith("You went on before you knew how things stand at home. ")
    assert coaching.fix_first.what.endswith(stands.what[stands.what.index("Most of ") :])
    assert coaching.fix_first.better.startswith("Before we go on")
    assert (coaching.fix_first.turn, coaching.fix_first.instead_of) == (stands.turn, stands.instead_of)
    assert all(one.startswith("You made it easy to go on talking.") for one in coaching.strengths)
    assert len(coaching.strengths) == len(CARD.coaching.strengths)
    quotes = [one[one.find("\u201c") :] for one in CARD.coaching.strengths if "\u201c" in one]
    assert all(any(one.endswith(quote) for one in coaching.strengths) for quote in quotes)


def test_words_that_are_not_borne_out_leave_the_rules() -> None:
    """An invented price, a promise no rep may make, talk of points: the rules' words stand."""
    fine = "You could have asked more."
    for better in (
        "Our rate is $29 an hour, all in.",
        "I guarantee that he will never fall again.",
        "I'll send you a gift card for every family you refer.",
        "You would get full marks for this.",
    ):
        assert worded(what=fine, better=better) == CARD.coaching
    assert worded(what="You lost five points here.", better="May I ask who is with him?") == CARD.coaching
    assert worded(praise="You offered a discount of 20%.") == CARD.coaching


def test_words_for_something_else_are_not_used() -> None:
    """Advice on a criterion that code did not choose has no place to go."""
    assert worded(what="You rushed.", better="Shall I wait?", of="picked_up_fast") == CARD.coaching


def test_a_red_line_keeps_the_rules_words() -> None:
    """What fails a call is no matter for anybody's wording."""
    call = golden_call("inside", "red_line")
    card = grade(call, a_rubric(), transcript_digest="0" * 64, graded_at=START)
    assert card.coaching.fix_first is not None
    line = card.coaching.fix_first.criterion
    assert line in {one.id for one in card.red_lines}
    advice = (Suggestion(criterion=line, what="You were very helpful there.", better="Let me do that for you."),)
    words = CoachWords(strengths=(), advice=advice)
    assert worded_by(words, card, a_rubric(), record=record_of(hear(call))) is None


def test_nothing_usable_is_none() -> None:
    """Then the scorecard says that the rules worded it."""
    assert worded_by(CoachWords(strengths=(), advice=()), CARD, a_rubric(), record=RECORD) is None


def test_the_rules_coaching_is_what_the_binding_expects() -> None:
    """Coaching made from the same results is bound the same way."""
    again = coach(a_rubric(), hear(CALL), CARD.criteria, red_lines=CARD.red_lines)
    assert to_be_worded(again, a_rubric()) == (PRAISED, ADVISED)
