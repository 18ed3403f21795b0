"""What the rep should take away."""

import re
from typing import Literal

import pytest

from sparring.grade.coaching.situation import _COMPETING, _HOUSES, _NEEDS, _TROUBLES, situation, worded
from sparring.grade.coaching.takeaways import OWNING_UP, coach
from sparring.grade.rules.grader import grade
from sparring.grade.rules.reasons import parts_missing
from sparring.rubric import SLOT, Criterion, find_rubric
from sparring.scorecard import Advice, Coaching, CriterionResult, Scorecard
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
        R: It is what it is, and that is how it goes every single day of the year here.
        B: I see.
        R: Fine, we can talk about that and all the other things another day, as I always say.
    """,
    "outside": """
        B: Case management, how can I help?
        R: Hello.
        B: Friday discharges are the worst, short shifts never get covered. And we already have three agencies.
        R: Right, okay, so that is that then.
        B: I see, and I am busy.
        R: It is what it is, and that is how it goes every single day of the year here.
        B: Okay.
        R: Fine, we can talk about that and all the other things another day, as I always say.
    """,
}
IDLE = """B: Okay.
    R: Well, that is how it is with all of these things, every single day of the year here.
    B: I see.
    R: So it goes, as I say, and there are many days like this one for everybody who works here.
    B: Hm.
    R: Fine, let us leave it at that."""
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


def test_what_comes_first_is_of_the_part_of_the_call_that_is_mostly_missing_and_says_so() -> None:
    """On this call discovery is, and of discovery the biggest gap is named with what it is worth."""
    card = Call(SCRIPT).grade()
    first = card.coaching.fix_first
    assert first
    discovery = [result for result in card.criteria if result.category == "discovery"]
    lost = {result.id: result.max_points - (result.points or 0) for result in discovery}
    assert lost[first.criterion] == max(lost.values())
    assert first.what.endswith(f" Most of Discovery is missing: {lost[first.criterion]} points to gain.")
    assert not any("missing" in advice.what for advice in card.coaching.next_up)


def test_every_lost_point_has_its_moment() -> None:
    """A turn of the rep's: that of the words which fell short, or the one in which it was due."""
    call = Call(SCRIPT)
    card = call.grade()
    said = {result.id: result.evidence[0].turn for result in card.criteria if result.evidence}
    lost = {result.id for result in card.criteria if result.status == "scored" and result.points != result.max_points}
    moments = {one.criterion: one.turn for one in card.coaching.moments}
    assert set(moments) == lost
    assert all(turn % 2 == 0 for turn in moments.values())  # the rep began, and they took turns
    assert {name: moments[name] for name in moments if name in said} == {
        name: said[name] for name in said if name in lost
    }


def test_what_comes_after_it_is_of_other_parts_of_the_call() -> None:
    """Three pieces of advice are about three things."""
    card = Call(SCRIPT).grade()
    assert card.coaching.fix_first
    of = {result.id: result.category for result in card.criteria}
    advised = [of[one.criterion] for one in (card.coaching.fix_first, *card.coaching.next_up)]
    assert len(set(advised)) == len(advised) == 3


def test_nobody_is_told_to_unsay_what_was_right() -> None:
    """Words that earned all points of another criterion are not quoted as what to say differently."""
    call = Call("""
        R: Thank you for calling Harbor Home Care, this is Dana. How can I help you today?
        B: It's about my dad, he comes home tomorrow.
        R: What happened that put your dad in the hospital?
        B: He fell in the kitchen and broke his hip.
        R: That sounds frightening. Has he fallen before?
        B: Nobody. He is alone.
        R: I see, and thank you for telling me all of this, it helps me to understand.
        B: All right.
    """)
    who, happened = (result_of(call.grade(), name) for name in ("who_needs_care", "what_happened"))
    assert (who.points, who.evidence) == (2, happened.evidence)

    def advised(*results: CriterionResult) -> Advice | None:
        return coach(find_rubric("inside_sales"), call.hearing(), results).fix_first

    beside, alone = advised(happened, who), advised(who)
    assert beside
    assert alone
    assert (beside.criterion, beside.instead_of) == ("who_needs_care", None)
    assert alone.instead_of == who.evidence[0]


def test_a_strength_is_shown_by_the_words_that_completed_it() -> None:
    """A visit with two times by the times, not by the sentence in which a visit was first spoken of."""
    card = Call("""
        R: Thank you for calling Harbor Home Care, this is Dana. How can I help you today?
        B: My father comes home tomorrow and he is alone.
        R: I'd like to come by the house and meet him, so that he knows who he is dealing with.
        B: All right.
        R: Thursday at ten or Friday at two?
        B: Thursday.
        R: Good, and thank you for calling us about your father today. I will see you both then.
        B: Bye.
    """).grade()
    assert [one.turn for one in result_of(card, "proposes_two_times").evidence] == [4]
    shown = next(one for one in card.coaching.strengths if "concrete times" in one)
    assert shown.endswith("\u201cThursday at ten or Friday at two?\u201d")


def test_words_that_crossed_a_red_line_are_praised_for_nothing() -> None:
    """A promise that nobody may make is no concrete promise."""
    crossed = "If you call me by noon I guarantee Medicare covers it and somebody starts that same day."
    card = Call(f"""
        B: Case management, this is Marcia.
        R: Hi Marcia, this is Dana from Harbor Home Care. Do you have five minutes?
        B: Go on.
        R: {crossed}
        B: Hm.
        R: What happens on your floor on a Friday at four, and which patients are hardest to place?
        B: Fridays.
        R: Thank you, Marcia. I will call you on Monday at ten.
    """, side="outside").grade()  # fmt: skip
    assert [line.id for line in card.red_lines] == ["promised_outcome"]
    assert result_of(card, "service_promise").points == 5
    assert card.coaching.strengths
    assert not any("guarantee" in strength or "promise" in strength for strength in card.coaching.strengths)


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


def test_an_emergency_is_to_be_answered_and_nothing_to_be_unsaid() -> None:
    """The words it shows in are the buyer's; the moment is the rep's next turn."""
    turn = "B: She can't breathe!\nR: I am so sorry to hear that, tell me what happened to your mother.\n"
    card = Call(turn * 4).grade()
    first = card.coaching.fix_first
    assert first
    assert (first.criterion, card.red_lines[0].evidence.turn) == ("emergency_ignored", 0)
    assert (first.instead_of, first.turn) == (None, 1)


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
            criterion = criteria[advice.criterion]
            sentences = (*(one for part in criterion.parts for one in part.better), *criterion.coaching.better)
            assert_is_filled_from_the_call(advice.better.removeprefix(f"{OWNING_UP} "), sentences, transcript)
    assert card.coaching.try_persona is None


def assert_is_of_lost_points(advice: Advice, criterion: Criterion, card: Scorecard) -> None:
    """What is to gain is what the criterion has left."""
    result = result_of(card, criterion.id)
    lost = result.max_points - (result.points or 0)
    assert result.status == "scored"
    assert advice.what.startswith(f"{criterion.coaching.fix} ")
    worth = advice.what.removeprefix(f"{criterion.coaching.fix} ")
    assert worth.endswith(f"{lost} point{'s' if lost > 1 else ''} to gain.")
    if worth.startswith("Most of "):
        category = next(one for one in find_rubric(card.rubric.id).categories if one.id == result.category)
        of_it = [one for one in card.criteria if one.category == category.id and one.status == "scored"]
        assert category.title in worth
        assert 2 * sum(one.points or 0 for one in of_it) < sum(one.max_points for one in of_it)


def assert_is_filled_from_the_call(better: str, templates: tuple[str, ...], transcript: Transcript) -> None:
    """One of the rubric's sentences, and nothing in its slots that the buyer did not say."""
    said = " ".join(turn.text for turn in transcript.turns if turn.speaker == "buyer").lower()
    patterns = ["(.+?)".join(re.escape(part) for part in SLOT.split(template)[::2]) for template in templates]
    fitting = [found.groups() for pattern in patterns if (found := re.fullmatch(pattern, better))]
    assert any(all(was_said(value, said) for value in values) for values in fitting)


def was_said(value: str, said: str) -> bool:
    """Whether the buyer said what a slot was filled with, a need in any of its words."""
    known = {**_TROUBLES, **_NEEDS, **_HOUSES}
    if value == _COMPETING:
        return True  # whether others are held against this agency is the concern's to say
    return known[value].search(said) is not None if value in known else value.lower().removeprefix("your ") in said


def test_the_half_that_is_missing_is_the_sentence_to_say() -> None:
    """Who gave the price needs no other price, but how it is set."""
    call = Call(f"R: Hello.\nB: What do you charge?\nR: Thirty four dollars an hour.\n{IDLE}")
    hearing = call.hearing()
    result = result_of(call.grade(), "honest_price")
    found = coach(call.rubric, hearing, [result], missing=parts_missing)
    assert found.fix_first is not None
    assert found.fix_first.better.startswith("It depends on the hours")


def test_who_was_just_complained_of_owns_up_first() -> None:
    """A better sentence right after "you haven't asked me one thing" begins with that."""
    advice = Call(f"R: Hello.\nB: He fell. That's a lot of questions at once.\nR: I see.\n{IDLE}").grade().coaching
    told = [one for one in (advice.fix_first, *advice.next_up) if one is not None and one.turn == 2]
    assert told
    assert all(one.better.startswith(OWNING_UP) for one in told)


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
