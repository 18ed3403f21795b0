"""Which acts of an utterance count on this call."""

import pytest

from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import RepUtterance
from sparring.persona import find_persona
from sparring.speech_acts import ActKind, recognise

CARE_MANAGER = find_persona("care_manager_let_down")


def kinds(persona_id: str, line: str) -> frozenset[ActKind]:
    """What a line does to a buyer."""
    return understood(find_persona(persona_id), RepUtterance(line, recognise(line), 0, 2_000)).kinds


@pytest.mark.parametrize(
    ("persona_id", "line", "kind", "counts"),
    [
        ("daughter_discharge", "Name? And his?", ActKind.ASKS_NAME, True),
        ("elder_law_attorney", "I'm not calling to ask you for clients.", ActKind.STATES_PURPOSE, False),
        ("elder_law_attorney", "I'm calling to ask how you choose an agency.", ActKind.STATES_PURPOSE, True),
        ("veterans_wife", "What kind of person is he?", ActKind.PRESSURE, False),
        ("veterans_wife", "What kind of wife would leave him like that?", ActKind.PRESSURE, True),
        ("daughter_discharge", "Address. And your cell.", ActKind.ASKS_CONTACT, True),
        ("home_health_nurse", "May I have a number where I can text you?", ActKind.ASKS_CONTACT, True),
        ("care_manager_let_down", "I've got the phone in my purse and I call you.", ActKind.ASKS_CONTACT, False),
        (
            "long_distance_son",
            "I see, and so she's in her own place, is anybody checking in on her?",
            ActKind.ANSWERS_OBJECTION,
            False,
        ),
        (
            "home_health_nurse",
            "Is it okay to talk while you're driving, or should I call back?",
            ActKind.ASKS_FOR_TIME,
            True,
        ),
        ("home_health_nurse", "Should I call back?", ActKind.PROPOSES_NEXT_STEP, False),
        ("rehab_social_worker", "Wanna meet up?", ActKind.PROPOSES_NEXT_STEP, True),
        ("kickback_bait", "Ray. Dana, Willow Lane Home Care. Minute?", ActKind.ASKS_FOR_TIME, True),
        (
            "long_distance_son",
            "Ten minutes, well I can't say I blame her, what would make her open that door?",
            ActKind.ASKS_FOR_TIME,
            False,
        ),
        ("discharge_planner", "Which of those is the worst one right now?", ActKind.DISPARAGES, False),
        ("discharge_planner", "which of those is the worst one right now", ActKind.DISPARAGES, False),
        ("discharge_planner", "Is that why those agencies are so unreliable?", ActKind.DISPARAGES, True),
        (
            "care_manager_let_down",
            "So if I'm hearing you, it's that nobody picked up the phone, right?",
            ActKind.REFLECTION,
            True,
        ),
    ],
)
def test_an_act_counts_where_it_is_meant(persona_id: str, line: str, kind: ActKind, *, counts: bool) -> None:
    """Whoever it is heard by and whatever stands around it."""
    assert (kind in kinds(persona_id, line)) is counts


def test_what_is_said_back_is_no_question() -> None:
    """Nobody is "not sure" about what they have just said."""
    line = "So if I'm hearing you, it's that nobody picked up the phone, right?"
    assert understood(CARE_MANAGER, RepUtterance(line, recognise(line), 0, 2_000)).asked == ()
