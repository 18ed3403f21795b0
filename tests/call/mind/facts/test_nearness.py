"""How clearly a question points at a fact."""

import pytest

from sparring.call.mind.facts.nearness import asked_nearly_as, facts_near
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import RepUtterance
from sparring.persona import find_persona
from sparring.speech_acts import recognise


def near(persona_id: str, question: str) -> list[str]:
    persona = find_persona(persona_id)
    (asked,) = understood(persona, RepUtterance(question, recognise(question), 0, 0)).asked
    return [one.fact.id for one in sorted(facts_near(persona, asked), key=lambda one: -one.points)]


def test_a_question_points_first_at_the_fact_whose_cues_it_has() -> None:
    """What else has its words or its subject comes behind."""
    assert near("daughter_discharge", "Has he fallen before?")[0] == "two_falls"


def test_a_question_that_shares_no_word_and_no_subject_points_at_nothing() -> None:
    """Whatever the persona knows."""
    assert near("daughter_discharge", "Do you collect old coins?") == []


def test_likeness_alone_reaches_no_fact_that_is_no_such_answer() -> None:
    """How many hours somebody needs does not say who it is."""
    assert near("rehab_social_worker", "Who would take that on, roughly?") == []


@pytest.mark.parametrize(
    ("persona_id", "question", "fact"),
    [
        ("assisted_living_director", "Do you have a waiting list?", "waiting_list"),
        ("burnt_by_no_show", "does she live with you", "lives_where"),
        ("care_manager_let_down", "Who was your contact here?", "who_was_rosa"),
        ("daughter_discharge", "Who picks him up?", "who_drives_him"),
        ("discharge_planner", "which floors do you cover", "her_floors"),
        ("elder_law_attorney", "Who works with you?", "firm_size"),
        ("emergency_in_progress", "how did you find her", "how_found_her"),
        ("front_desk_block", "What do families ask you mostly?", "families_ask"),
        ("home_health_nurse", "How long do you get with each of them?", "visit_length"),
        ("husband_dementia", "is your house on one floor", "two_floors"),
        ("job_seeker", "Are you okay with dogs?", "dogs_lift"),
        ("kickback_bait", "what do the insurance companies do", "insurers"),
        ("long_distance_son", "Does she drive?", "driving"),
        ("price_shopper", "how did you find out", "found_out_stove"),
        ("private_helper", "Are you her power of attorney?", "her_papers"),
        ("rehab_social_worker", "are you the only social worker there", "colleague"),
        ("veterans_wife", "Can he talk?", "talks"),
    ],
)
def test_everybody_knows_plain_things_about_themselves(persona_id: str, question: str, fact: str) -> None:
    """What a stranger asks in the first five minutes."""
    assert near(persona_id, question)[0] == fact


@pytest.mark.parametrize(
    ("persona_id", "question", "fact"),
    [
        ("discharge_planner", "what would I have to do to be on there", "getting_listed"),
        ("husband_dementia", "when did the doctors put a name to it", "diagnosis"),
        ("job_seeker", "Do you collect old coins?", None),
    ],
)
def test_a_question_put_nearly_as_its_author_would_is_for_that_fact(
    persona_id: str, question: str, fact: str | None
) -> None:
    """Though it leads by too little in all that points at facts; what is near to no way to ask is for none."""
    persona = find_persona(persona_id)
    (asked,) = understood(persona, RepUtterance(question, recognise(question), 0, 0)).asked
    found = asked_nearly_as(persona, asked)
    assert (found.id if found else None) == fact
