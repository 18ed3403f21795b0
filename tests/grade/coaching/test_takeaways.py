"""What the rep should take away."""

import re
from typing import Literal

import pytest

from sparring.grade.coaching.situation import _NEEDS, situation, worded
from sparring.grade.coaching.takeaways import coach
from sparring.grade.rules.grader import grade
from sparring.rubric import SLOT, Criterion, find_rubric
from sparring.scorecard import Advice, Coaching, Scorecard
from sparring.transcript import Transcript
from tests.fakes.golden_calls import ALL, golden_call, golden_card
from tests.fakes.scripted import AT, Call, result_of

SCRIPT = """
    R: Thank you for calling Harbor Home Care, this is Dana. How can I help you today?
    B: Hi, this is Karen. My father fell in the bathroom on Sunday.
    R: That sounds frightening, Karen. I'm glad you called.
    B: He comes home tomorrow and I don't know what to do.
    R: We charge thirty four dollars an hour.
    B: That's too expensive for us.
    R: It is what it is. We have many happy customers in this town, and they all pay that.
    B: I see.
    R: Well, call us any time you like.
    B: Okay. Bye.
"""

DULL = {
    "inside": """
        R: Hello.
        B: Hi, my father fell twice and he has trouble with bathing.
        R: Right, okay, so that is that then.
        B: The other agency charges less and that's too expensive for us.
        R: It is what it is, and many people pay it every single day of the year here.
        B: I see.
        R: Fine, we can talk about that and all the other things another day, as I always say.
    """,
    "outside": """
        B: Case management, how can I help?
        R: Hello.
        B: Friday discharges are the worst, short shifts never get covered. And we already have three agencies.
        R: Right, okay, so that is that then.
        B: I see, and I am busy.
        R: It is what it is, and many people pay it every single day of the year here.
        B: Okay.
        R: Fine, we can talk about that and all the other things another day, as I always say.
    """,
}
OF_ANOTHER_PLACE = {"agency_and_name", "confirms_details", "sums_up", "thanks_and_one_action"}
"""Names to fill in, and endings that need a next step before them."""
OFFERED = [
    pytest.param(side, criterion, id=criterion.id)
    for side in ("inside", "outside")
    for _, criterion in find_rubric(f"{side}_sales").criteria()
    if criterion.kind == "quoted" and criterion.id not in OF_ANOTHER_PLACE
]


def coaching(script: str = SCRIPT) -> Coaching:
    return Call(script).grade().coaching


def test_the_most_points_to_gain_come_first_and_the_earliest_of_these() -> None:
    """Nothing that comes next is worth more than what to fix first."""
    card = Call(SCRIPT).grade()
    lost = {
        result.id: result.max_points - (result.points or 0) for result in card.criteria if result.status == "scored"
    }
    first, following = card.coaching.fix_first, card.coaching.next_up
    assert first
    assert lost[first.criterion] == max(lost.values())
    assert [lost[advice.criterion] for advice in following] == sorted(
        (lost[advice.criterion] for advice in following), reverse=True
    )


def test_every_advice_is_about_points_that_were_lost() -> None:
    """Nobody is told to do what they did."""
    card = Call(SCRIPT).grade()
    full = {result.id for result in card.criteria if result.points == result.max_points}
    advice = [card.coaching.fix_first, *card.coaching.next_up]
    assert not full & {one.criterion for one in advice if one}


def test_strengths_are_what_earned_all_points_in_the_rep_s_own_words() -> None:
    """Praise quotes what it praises."""
    card = Call(SCRIPT).grade()
    assert card.coaching.strengths
    for sentence in card.coaching.strengths:
        quoted = sentence.partition("\u201c")[2].rstrip("\u201d")
        assert any(quoted in turn.text for turn in Call(SCRIPT).transcript().turns)


def test_advice_on_an_objection_goes_to_the_answer_that_was_given() -> None:
    """The moment to take again is the rep's turn after the doubt, and its words are shown."""
    hearing = Call(SCRIPT).hearing()
    rubric = find_rubric("inside_sales")
    card = Call(SCRIPT).grade()
    only = [result for result in card.criteria if result.id == "asks_before_answering"]
    advice = coach(rubric, hearing, only).fix_first
    assert advice
    assert advice.turn == 6
    assert advice.instead_of
    assert advice.instead_of.quote.startswith("It is what it is.")
    assert "\u0022That's too expensive for us\u0022" in advice.better


def test_advice_names_only_what_the_buyer_said() -> None:
    """No sentence is left with a slot, and names are the caller's."""
    taken = [coaching().fix_first, *coaching().next_up]
    assert all("{" not in advice.better for advice in taken if advice)


def test_a_red_line_is_what_to_fix_first() -> None:
    """No number of points comes before it."""
    said = SCRIPT.replace("It is what it is.", "Sign today, I guarantee Medicare will cover all of it.")
    card = Call(said).grade()
    assert card.coaching.fix_first
    assert card.coaching.fix_first.criterion == card.red_lines[0].id == "promised_outcome"
    assert card.coaching.fix_first.instead_of == card.red_lines[0].evidence


@pytest.mark.parametrize(("side", "criterion"), OFFERED)
def test_the_sentence_that_is_offered_would_have_earned_points(
    side: Literal["inside", "outside"], criterion: Criterion
) -> None:
    """A better sentence, in this buyer's situation, meets the check it is offered for."""
    before = Call(DULL[side], side=side)
    better = worded(criterion.coaching.better, situation(before.hearing()))
    after = Call(f"{DULL[side]}\nB: Okay.\nR: {better}", side=side)
    gained = result_of(after.grade(), criterion.id).points or 0
    assert gained > (result_of(before.grade(), criterion.id).points or 0)


@pytest.mark.parametrize(("side", "kind"), ALL)
def test_coaching_says_nothing_that_the_scorecard_does_not_support(side: str, kind: str) -> None:
    """Praise is of what was fully met, in words that were said; advice is of points that were lost."""
    rubric, criteria = find_rubric(f"{side}_sales"), dict[str, Criterion]()
    criteria.update({criterion.id: criterion for _, criterion in rubric.criteria()})
    transcript, card = golden_call(side, kind), golden_card(side, kind)
    met = {criteria[one.id].coaching.strength: one for one in card.criteria if one.points == one.max_points}
    for strength in card.coaching.strengths:
        praise, _, quote = strength.partition(" \u201c")
        assert not quote or quote.rstrip("\u201d") in [evidence.quote for evidence in met[praise].evidence]
        assert met[praise].status == "scored"
    crossed = {line.id for line in card.red_lines}
    for advice in filter(None, (card.coaching.fix_first, *card.coaching.next_up)):
        if advice.instead_of:
            said = transcript.turns[advice.instead_of.turn]
            assert said.speaker == "rep"
            assert said.text[advice.instead_of.start : advice.instead_of.end] == advice.instead_of.quote
        if advice.criterion not in crossed:
            assert_is_of_lost_points(advice, criteria[advice.criterion], card)
            assert_is_filled_from_the_call(advice.better, criteria[advice.criterion].coaching.better, transcript)
    assert card.coaching.try_persona is None


def assert_is_of_lost_points(advice: Advice, criterion: Criterion, card: Scorecard) -> None:
    """What is to gain is what the criterion has left."""
    result = result_of(card, criterion.id)
    lost = result.max_points - (result.points or 0)
    assert result.status == "scored"
    assert advice.what == f"{criterion.coaching.fix} ({lost} point{'s' if lost > 1 else ''} to gain)"


def assert_is_filled_from_the_call(better: str, templates: tuple[str, ...], transcript: Transcript) -> None:
    """One of the rubric's sentences, and nothing in its slots that the buyer did not say."""
    said = " ".join(turn.text for turn in transcript.turns if turn.speaker == "buyer").lower()
    patterns = ["(.+?)".join(re.escape(part) for part in SLOT.split(template)[::2]) for template in templates]
    fitting = [found.groups() for pattern in patterns if (found := re.fullmatch(pattern, better))]
    assert any(all(was_said(value, said) for value in values) for values in fitting)


def was_said(value: str, said: str) -> bool:
    """Whether the buyer said what a slot was filled with, a need in any of its words."""
    return _NEEDS[value].search(said) is not None if value in _NEEDS else value.lower().removeprefix("your ") in said


def test_a_persona_to_try_is_not_made_up() -> None:
    """The rules know no personas."""
    assert coaching().try_persona is None


def test_a_call_that_was_not_graded_is_not_coached() -> None:
    """Nothing is supported by no results."""
    short = Call("R: Hello.\nB: Hi.").transcript()
    card = grade(short, find_rubric("inside_sales"), transcript_digest="0" * 64, graded_at=AT)
    assert card.coaching == Coaching(strengths=(), fix_first=None, next_up=(), try_persona=None)


def test_what_was_met_out_of_turn_does_not_move_where_the_rest_was_due() -> None:
    """A name used at the very end says nothing about when the needs should have been asked."""
    card = Call("""
        R: Harbor Home Care, this is Dana, how can I help you?
        B: I need somebody for my mother.
        R: What is her name, and what happened that made you call today?
        B: Rosa. She fell, and I live far away from her.
        R: That sounds frightening.
        B: It is.
        R: It is thirty four dollars an hour and I could come by on Tuesday at ten or Friday at two.
        B: All right.
        R: Thank you, Daniel, and what is the best number to reach you?
    """).grade()
    coaching = card.coaching
    given = [one for one in (coaching.fix_first, *coaching.next_up) if one]
    assert [one.turn for one in given if one.criterion == "care_areas"] in ([2], [4])
