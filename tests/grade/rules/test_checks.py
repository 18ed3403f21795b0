"""Signals on one call."""

import pytest

from sparring.grade.rules.checks import Checks, Finding
from sparring.rubric import Level
from sparring.signals import Anchor, AnySignal, CallMeasure, Measured, Moment, Never, Said
from sparring.speech_acts import ActKind, Likeness, Topic
from sparring.transcript import Event, EventKind
from tests.fakes.scripted import Call

ASKED = (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION)
SCRIPT = """
    R: Hello, how can I help you?
    B: My father fell and it worries me. How much do you charge?
    R: That sounds frightening. It's thirty four dollars an hour.
    B: That's too expensive.
    R: Does he need help with bathing? Does he need help with meals?
    B: Yes, both.
    R: Could we visit on Wednesday, or Wednesday at two?
    B: Fine.
    R: Could we visit on Thursday at ten?
"""


def found(*row: AnySignal, script: str = SCRIPT, said_by: str = "rep", events: tuple[Event, ...] = ()) -> Finding:
    return Checks(Call(script, events=events).hearing(buyer_acts=said_by == "buyer"), said_by).rows(level(row))


def level(*rows: tuple[AnySignal, ...]) -> Level:
    return Level(id="clear", title="Clear", points=1, check="Said it.", when=rows)


def turns(finding: Finding) -> list[int]:
    return [act.turn for act in finding.acts]


def test_an_act_that_was_said_holds_with_its_place() -> None:
    """The deciding act is the first one."""
    finding = found(Said(acts=(ActKind.EMPATHY,)))
    assert finding.holds
    assert turns(finding) == [2]


def test_an_act_that_was_not_said_does_not_hold() -> None:
    """Nothing decides it and nothing is quoted."""
    assert found(Said(acts=(ActKind.PROOF,))) == Finding(holds=False)


def test_topics_narrow_the_acts() -> None:
    """Two questions about the help that is needed, none about safety."""
    about = Said(acts=ASKED, topics=(Topic.CARE_NEEDS,), at_least=2)
    assert turns(found(about)) == [4, 4]
    assert not found(Said(acts=ASKED, topics=(Topic.SAFETY,))).holds


@pytest.mark.parametrize(
    ("counted", "at_least", "holds"),
    [("acts", 2, True), ("turns", 2, False), ("topics", 2, False), ("turns", 1, True)],
)
def test_what_is_counted_decides_how_often(counted: str, at_least: int, *, holds: bool) -> None:
    """Two questions in one turn are two acts, one turn and one topic."""
    signal = Said.model_validate(
        {"acts": ASKED, "topics": (Topic.CARE_NEEDS,), "counted": counted, "at_least": at_least}
    )
    assert bool(found(signal).holds) is holds


def test_different_kinds_are_counted_once_each() -> None:
    """Empathy and a price are two kinds, however often."""
    kinds = (ActKind.EMPATHY, ActKind.PRICE)
    assert turns(found(Said(acts=kinds, counted="kinds", at_least=2))) == [2, 2]


def test_a_time_that_is_part_of_another_is_no_second_one() -> None:
    """Here "Wednesday" and "Wednesday at two" are one offer, Thursday is another."""
    signal = Said(acts=(ActKind.NAMES_TIME,), counted="values", at_least=2)
    assert turns(found(signal)) == [6, 8]
    assert not found(signal, script=SCRIPT.replace("Could we visit on Thursday at ten?", "See you.")).holds


def test_words_may_stand_in_for_acts() -> None:
    """A rubric can look for words that no act knows, in the speaker's sentences."""
    assert turns(found(Said(mentions=(("frighten*",),)))) == [2]
    assert not found(Said(mentions=(("expensive",),))).holds
    assert turns(found(Said(mentions=(("expensive",),)), said_by="buyer")) == [3]


def test_words_narrow_acts_to_their_sentence() -> None:
    """Each act is looked at in the sentence it stands in."""
    assert turns(found(Said(acts=ASKED, mentions=(("meals",),)))) == [4]
    assert not found(Said(acts=(ActKind.EMPATHY,), mentions=(("dollars",),))).holds


def test_mentions_are_any_unless_together() -> None:
    """Bathing and meals stand in two sentences: either is found, both together are not."""
    groups = (("bathing",), ("meals",))
    assert found(Said(mentions=groups)).holds
    assert found(Said(mentions=groups, counted="mentions", at_least=2)).holds
    assert not found(Said(mentions=groups, together=True)).holds


def test_some_words_take_a_sentence_out() -> None:
    """A question about bathing does not count where bathing is left out."""
    assert turns(found(Said(acts=ASKED, topics=(Topic.CARE_NEEDS,), unless=(("bathing",),)))) == [4]
    assert not found(Said(acts=ASKED, topics=(Topic.CARE_NEEDS,), unless=(("bathing", "meals"),))).holds


def test_before_and_after_compare_turns() -> None:
    """Empathy came with the price in one turn, so it was before it and after it; questions came after only."""
    price = Anchor(acts=(ActKind.PRICE,))
    assert found(Said(acts=(ActKind.EMPATHY,), before=price)).holds
    assert found(Said(acts=(ActKind.EMPATHY,), after=price)).holds
    assert not found(Said(acts=ASKED, topics=(Topic.CARE_NEEDS,), before=price)).holds
    assert found(Said(acts=ASKED, topics=(Topic.CARE_NEEDS,), after=price)).holds


def test_everything_is_before_what_never_came() -> None:
    """Without the anchor nothing was late, and nothing followed it."""
    never = Anchor(acts=(ActKind.PROOF,))
    assert found(Said(acts=(ActKind.EMPATHY,), before=never)).holds
    assert not found(Said(acts=(ActKind.EMPATHY,), after=never)).holds


def test_a_moment_of_the_buyer_is_an_anchor() -> None:
    """The questions came after the objection, the empathy before it."""
    objection = Anchor(moment=Moment.OBJECTION_RAISED)
    assert found(Said(acts=ASKED, after=objection)).holds
    assert not found(Said(acts=(ActKind.EMPATHY,), after=objection)).holds


def test_anchors_may_be_narrowed_by_words() -> None:
    """Right after the question about meals is a place of its own."""
    meals = Anchor(acts=ASKED, mentions=(("meals",),))
    assert turns(found(Said(acts=(ActKind.NAMES_TIME,), after=meals))) == [6]


def test_beside_keeps_to_turns_in_which_the_anchor_is_found_as_well() -> None:
    """The price stands in the turn of empathy, which is shown with it; the visit in none."""
    empathy = Anchor(acts=(ActKind.EMPATHY,))
    assert [act.kind for act in found(Said(acts=(ActKind.PRICE,), beside=empathy)).acts] == [
        ActKind.EMPATHY,
        ActKind.PRICE,
    ]
    assert not found(Said(acts=(ActKind.PROPOSES_NEXT_STEP,), beside=empathy)).holds


def test_answering_keeps_to_the_next_two_turns_of_substance() -> None:
    """A listening sound is no answer and uses up no turn; the third turn after the objection is no answer either."""
    answer = Said(acts=ASKED, answering=Moment.OBJECTION_RAISED)
    script = "B: That's too expensive.\nR: {}\nB: Okay.\nR: {}\nB: Okay.\nR: {}\n"
    asks, says, hums = "What worries you most?", "Our rates are what they are.", "Mm-hmm."
    assert turns(found(answer, script=script.format(asks, says, says))) == [1]
    assert turns(found(answer, script=script.format(hums, says, asks))) == [5]
    assert not found(answer, script=script.format(says, says, asks)).holds
    assert not found(answer, script=f"R: {asks}\nB: That's too expensive.\nR: {says}").holds


def test_never_holds_until_it_was_said() -> None:
    """One price is enough to break it."""
    assert found(Never(never=(ActKind.DISPARAGES,))).holds
    assert not found(Never(never=(ActKind.PRICE,))).holds


def test_a_measure_holds_within_its_bounds() -> None:
    """The bounds belong to it, and the reading is told."""
    events = (Event(kind=EventKind.RING, at_ms=0, duration_ms=17_000), Event(kind=EventKind.PICK_UP, at_ms=0))
    finding = found(Measured(measure=CallMeasure.RINGS, at_most=3), events=events)
    assert (finding.holds, finding.remark) == (True, "Measured: 3 rings.")
    assert not found(Measured(measure=CallMeasure.RINGS, at_most=2), events=events).holds
    assert not found(Measured(measure=CallMeasure.RINGS, at_least=4), events=events).holds


def test_a_measure_that_cannot_be_read_leaves_its_row_unknown() -> None:
    """Alone it decides nothing; beside what was said it is left out, and that is told."""
    unread = Measured(measure=CallMeasure.OVERLAPS, at_most=1)
    assert found(unread).holds is None
    beside = found(Said(acts=(ActKind.EMPATHY,)), unread)
    assert beside.holds
    assert "Not observed" in beside.remark
    assert found(Said(acts=(ActKind.PROOF,)), unread).holds is False


def test_any_row_will_do() -> None:
    """The first row that holds decides."""
    checks = Checks(Call(SCRIPT).hearing(), "rep")
    either = level((Said(acts=(ActKind.PROOF,)),), (Said(acts=(ActKind.PRICE,)),))
    assert turns(checks.rows(either)) == [2]


def test_only_what_was_heard_surely_may_be_asked_for() -> None:
    """Words of low confidence hold only where doubt is allowed."""
    hearing = Call(SCRIPT, channel="voice", confidence={2: 0.3}).hearing()
    felt = level((Said(acts=(ActKind.EMPATHY,)),))
    assert Checks(hearing, "rep").rows(felt).holds
    assert not Checks(hearing, "rep", sure_only=True).rows(felt).holds


def test_one_sentence_that_says_all_of_it_is_what_decides() -> None:
    """A visit with its two times is quoted by the sentence that offers them, not by an earlier mention of a visit."""
    script = """
        R: Hello, how can I help you?
        B: My father comes home and I need somebody.
        R: We'd love to come by and meet you all first. Does he need help with bathing?
        B: Yes.
        R: We have time. Could we visit you on Thursday at ten or on Friday at two?
    """
    visit = Said(acts=(ActKind.PROPOSES_NEXT_STEP,))
    times = Said(acts=(ActKind.NAMES_TIME,), counted="values", at_least=2)
    assert turns(found(visit, script=script)) == [2]
    assert set(turns(found(visit, times, script=script))) == {4}


def test_a_step_that_was_refused_may_be_left_out() -> None:
    """One that was asked for and taken, or asked for once more and taken, counts, and so does one that was told."""
    script = "R: Can I come by on Thursday?\nB: {}\nR: Can I come by in May?\nB: That works.\nR: Thanks."
    step = Said(acts=(ActKind.PROPOSES_NEXT_STEP,), unrefused=True)
    assert turns(found(step, script=script.format("I don't see what for."))) == [2]
    assert turns(found(step, script=script.format("All right."))) == [0]
    told = script.replace("Can I come by on Thursday?", "I'll come by on Thursday.")
    assert turns(found(step, script=told.format("I don't see what for."))) == [0]


def test_a_figure_that_only_says_back_the_other_sides_may_be_left_out() -> None:
    """Who names another one, or asks for it, has one of their own."""
    wanted = Said(mentions=(("minutes",),), unechoed=True)
    answers = ("Ten minutes it is.", "Two minutes will do.", "May I have those ten minutes?")
    calls = [Call(f"B: I have ten minutes.\nR: {said}").hearing() for said in answers]
    assert [bool(Checks(one, "rep").counting(wanted)) for one in calls] == [False, True, True]


def test_two_names_in_one_sentence_are_counted_but_for_the_buyers() -> None:
    """One name alone, and a name said back to who has it, are not enough."""
    both = Said(acts=(ActKind.GIVES_NAME,), at_least=2, counted="names")
    assert found(both, script="R: Birch Hall Home Care, Dana speaking.\nB: Hello, this is Rose.").holds
    assert not found(both, script="R: Hello, this is Dana speaking.\nB: Hi.").holds
    assert not found(both, script="B: Hi, my name is Rose.\nR: Hello Rose, Dana speaking.\nB: Hi.").holds


def test_what_is_said_best_is_shown_in_the_order_of_the_call() -> None:
    """Of three turns that say something back two are enough."""
    script = """
        R: Hello.
        B: My mother fell twice, and the burner was left on.
        R: She fell twice. What then?
        B: She sleeps in the recliner.
        R: And the burner was left on.
        B: Yes.
        R: So she sleeps in the recliner.
    """
    said_back = Said(acts=(ActKind.REFLECTION,), like=(Likeness.SAYS_BACK,), echoing=True, at_least=2, counted="turns")
    shown = turns(found(said_back, script=script))
    assert len(shown) == 2
    assert shown == sorted(shown)
