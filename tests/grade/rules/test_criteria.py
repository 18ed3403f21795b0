"""One criterion on one call."""

import json
from pathlib import Path
from typing import Any, Literal

import pytest

from sparring.grade.rules.criteria import grade_criterion
from sparring.rubric import find_rubric
from sparring.scorecard import CriterionResult
from sparring.transcript import Event, EventKind
from tests.fakes.scripted import Call

Side = Literal["inside", "outside"]
LEVELS = ("absent", "partial", "mostly", "clear")
ROWS = json.loads((Path(__file__).parents[2] / "golden" / "coach_rows.json").read_text("utf-8"))
"""What a coach said counts, and comes near and does not: sentences in many people's words, each within a call."""
RUNG = (Event(kind=EventKind.RING, at_ms=0, duration_ms=9_000), Event(kind=EventKind.PICK_UP, at_ms=0))


def result(criterion_id: str, call: Call) -> CriterionResult:
    for category, criterion in find_rubric(f"{call.side}_sales").criteria():
        if criterion.id == criterion_id:
            return grade_criterion(category, criterion, call.hearing())
    raise AssertionError(criterion_id)


def test_a_level_above_the_lowest_carries_its_evidence() -> None:
    """The quote is the rep's own words in their turn."""
    found = result("backup_cover", Call("B: And if she is sick?\nR: If a caregiver is ill, we send a replacement."))
    assert (found.status, found.level, found.points) == ("scored", "clear", 3)
    assert [(one.turn, one.quote) for one in found.evidence] == [(1, "If a caregiver is ill, we send a replacement.")]


def test_the_lowest_level_says_what_was_not_there() -> None:
    """No points, no evidence, and the check that was not met."""
    found = result("backup_cover", Call("B: And if she is sick?\nR: I see."))
    assert (found.level, found.points, found.evidence) == ("absent", 0, ())
    assert found.rationale == "Cover was not mentioned."


def test_the_highest_level_that_holds_is_given() -> None:
    """Empathy after the price is worth half of empathy before it."""
    early = "R: That sounds frightening.\nB: Yes.\nR: It is thirty dollars an hour."
    late = "R: It is thirty dollars an hour.\nB: Yes.\nR: That sounds frightening."
    assert result("names_the_feeling", Call(early)).points == 4
    assert result("names_the_feeling", Call(late)).points == 2


def test_what_the_buyer_never_brought_up_does_not_apply() -> None:
    """No competitor, nothing to compare: out of the sum, with the reason."""
    found = result("compares_fairly", Call("B: He fell.\nR: We send a replacement when someone is ill."))
    assert (found.status, found.points, found.level) == ("not_applicable", None, None)
    assert "no competitor" in found.rationale


def test_a_measured_criterion_tells_its_reading() -> None:
    """Nine seconds are the second ring."""
    found = result("picked_up_fast", Call("R: Hello.\nB: Hi.", events=RUNG))
    assert (found.status, found.points) == ("scored", 2)
    assert found.rationale == "Picked up within three rings. Measured: 2 rings."


def test_what_cannot_be_observed_follows_the_rubric_s_policy() -> None:
    """Rings are granted and overlaps left out, and both say why."""
    typed = Call("R: Hello.\nB: Hi.")
    rings, overlaps = result("picked_up_fast", typed), result("lets_the_caller_finish", typed)
    assert (rings.status, rings.points, overlaps.status, overlaps.points) == ("granted", 2, "excluded", None)
    assert "not recorded" in rings.rationale
    assert "typed" in overlaps.rationale


def test_a_quoted_criterion_with_a_measure_is_decided_by_the_words_where_it_cannot_be_read() -> None:
    """Nobody timed a typed call, so being brief is left out of it and that is told."""
    found = result("clear_and_short", Call("R: We are non-medical.\nB: Okay.", side="outside"))
    assert found.points == 5
    assert "Not observed: this call was typed" in found.rationale


def test_a_long_speech_costs_what_the_measure_says() -> None:
    """Two hundred words in one breath are eighty seconds."""
    speech = "R: We are non-medical. " + "and so on and so forth " * 40 + "\nB: Okay."
    assert result("clear_and_short", Call(speech, side="outside", channel="voice", events=RUNG)).points == 3


@pytest.mark.parametrize(("probability", "status"), [(0.9, "scored"), (0.3, "listen")])
def test_words_in_doubt_ask_for_a_listener(probability: float, status: str) -> None:
    """Where the deciding words were not heard surely, nobody is graded by them."""
    call = Call("B: Hi.\nR: If a caregiver is ill, we send a replacement.", channel="voice", words={1: probability})
    found = result("backup_cover", call)
    assert found.status == status
    assert found.evidence
    assert (found.points is None, found.withheld is not None) == (status == "listen", status == "listen")


def test_sure_words_decide_where_others_are_in_doubt() -> None:
    """The same thing said twice is scored by the time it was heard well."""
    line = "If a caregiver is ill, we send a replacement."
    found = result("backup_cover", Call(f"R: {line}\nB: Sorry?\nR: {line}", channel="voice", confidence={0: 0.2}))
    assert (found.status, found.points, found.evidence[0].turn) == ("scored", 3, 2)


def test_a_quote_within_another_is_not_shown_twice() -> None:
    """The longer one says it all."""
    found = result("care_areas", Call("R: And what kind of help does she need? Like bathing, meals?\nB: Yes."))
    assert [quote.quote for quote in found.evidence] == ["And what kind of help does she need? Like bathing, meals?"]


def test_one_place_is_quoted_once() -> None:
    """Two questions in one sentence are one quote."""
    found = result("care_areas", Call("R: Does he need help with dressing, or reminders for his medication?\nB: Yes."))
    assert found.points == 5
    assert len(found.evidence) == 1


def test_a_question_about_anything_is_no_question_about_the_doubt() -> None:
    """An answer that asks what they need instead has gone past it."""
    past = "R: Hi.\nB: That's too expensive for us.\nR: I don't know, what do you need?"
    taken = "R: Hi.\nB: That's too expensive for us.\nR: What were you hoping to spend?"
    assert result("asks_before_answering", Call(past)).points == 0
    assert result("asks_before_answering", Call(taken)).points == 4


def test_the_quote_is_of_the_kind_that_the_rubric_names_first() -> None:
    """Sympathy with something else is not shown for taking in the objection, though it came earlier."""
    call = Call(
        "B: We have three agencies.\nR: That must be hard.\nB: It is.\nR: That's fair, you know them.", side="outside"
    )
    assert [one.quote for one in result("acknowledges", call).evidence] == ["That's fair, you know them."]


def test_a_greeting_proposes_no_visit() -> None:
    """It is nice to meet somebody on the telephone too."""
    assert result("proposes_two_times", Call("B: I'm Ann.\nR: Nice to meet you, Ann.")).points == 0


def test_measures_are_told_in_words() -> None:
    """A reader sees what was counted, and one is one."""
    once = (Event(kind=EventKind.RING, at_ms=0, duration_ms=2_000), RUNG[1])
    assert "Measured: 1 ring." in result("picked_up_fast", Call("R: Hello.\nB: Hi.", events=once)).rationale
    speech = "R: We are non-medical. " + "and so on and so forth " * 40 + "\nB: Okay."
    spoken = Call(speech, side="outside", channel="voice", events=RUNG)
    assert (
        "s on end" in result("clear_and_short", spoken).rationale
        or "75 seconds" in result("clear_and_short", spoken).rationale
    )


@pytest.mark.parametrize(
    ("criterion_id", "side", "script", "quotes"),
    [
        (
            "person_and_reason",
            "outside",
            """
            B: Case management, this is Marcia.
            R: Hi, this is Aisha with Willow Lane Home Care. Is this the discharge planner?
            B: Speaking.
            R: I'm calling because we've just put on a weekend team.
            B: Marcia Holt. I run discharge for two floors.
            R: Thank you Marcia. What happens with the ones you send home late on a Friday?
            """,
            [
                "Hi, this is Aisha with Willow Lane Home Care. Is this the discharge planner?",
                "I'm calling because we've just put on a weekend team.",
            ],
        ),
        (
            "start_and_hours",
            "inside",
            """
            B: They're sending him home from the hospital tomorrow.
            R: Oh my goodness, tomorrow. That's a lot to have dropped on you.
            B: Two falls this year.
            R: When would you want somebody there, and which hours?
            """,
            ["When would you want somebody there, and which hours?"],
        ),
        (
            "who_needs_care",
            "inside",
            """
            B: What do you people charge an hour?
            R: It depends a little on how many hours. Who is it for?
            B: In Fairview.
            R: Does anybody live with her?
            """,
            ["It depends a little on how many hours. Who is it for?"],
        ),
        (
            "safety",
            "inside",
            """
            B: It's for my mother.
            R: Does anybody live with her?
            B: No.
            R: Is she safe at night?
            """,
            ["Is she safe at night?"],
        ),
        (
            "list_and_contact",
            "outside",
            """
            B: Case management.
            R: What happens with the ones you send home late on a Friday?
            B: That's when it breaks.
            R: How do families get the list here, and what's the best way to reach you?
            """,
            ["How do families get the list here, and what's the best way to reach you?"],
        ),
        (
            "confirms_details",
            "inside",
            """
            B: Every morning.
            R: Could I come by Wednesday at ten or Thursday at two to meet you both?
            B: Wednesday.
            R: Great. And the address, and will your daughter be there?
            B: Sure.
            R: So Wednesday at ten, I'll bring the form, and you'll have a plan by Friday.
            """,
            ["Great. And the address, and will your daughter be there?"],
        ),
    ],
)
def test_what_shows_a_level_best_is_quoted(criterion_id: str, side: Side, script: str, quotes: list[str]) -> None:
    """One sentence that earns it alone, and what a rule and examples agree on, before what came earlier."""
    found = result(criterion_id, Call(script, side=side))
    assert found.points == found.max_points
    assert [one.quote for one in found.evidence] == quotes


@pytest.mark.parametrize(
    ("criterion_id", "side", "script", "points"),
    [
        ("asks_for_a_case", "outside", "B: Hello.\nR: So can you send us one?", 0),
        ("asks_for_a_case", "outside", "B: Hello.\nR: Could you send us one who lives alone and needs a lift?", 5),
        (
            "proof",
            "outside",
            "B: Hi.\nR: We're a family company, founded fifteen years ago, now we have ninety aides.",
            0,
        ),
        (
            "proof",
            "outside",
            "B: Hi.\nR: Last month a man went home on a Friday and we had an aide there in four hours.",
            5,
        ),
        ("location", "inside", "B: All right.\nR: Great. And the address, and will your daughter be there?", 2),
        ("callback_number", "inside", "R: Thank you for calling and how can I help you today?", 0),
        ("callback_number", "inside", "B: Fine.\nR: Thursday then, and I'll text you my mobile number before six.", 0),
        ("names_the_feeling", "inside", "B: He fell.\nR: Oh you poor thing, I just want to give you a big hug.", 2),
        ("something_specific", "outside", "B: Hello.\nR: It's Bob, I used to come by when Janet was there.", 5),
        ("opens_the_conversation", "inside", "B: Hi.\nR: A beautiful day, how can I make it even better for you?", 2),
    ],
)
def test_a_level_is_what_a_coach_gave(criterion_id: str, side: Side, script: str, points: int) -> None:
    """Lines of calls that a coach read, and their like."""
    assert result(criterion_id, Call(script, side=side)).points == points


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['criterion']}-{at}" for at, row in enumerate(ROWS)])
def test_what_a_coach_would_count_counts_and_what_comes_near_does_not(row: dict[str, Any]) -> None:
    """However it is said: marked or not, in many words or few."""
    reached = LEVELS[LEVELS.index(row["level"]) :]
    counted = {said: level_of(row, said) in reached for said in (*row["counts"], *row["does_not"])}
    assert counted == {said: said in row["counts"] for said in counted}


def level_of(row: dict[str, Any], said: str) -> str | None:
    """The level of the row's call with these words in it."""
    script = "\n".join(row["call"]).replace("{}", said)
    return result(row["criterion"], Call(script, side=row["side"])).level
