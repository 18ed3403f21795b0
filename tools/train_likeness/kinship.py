"""Which heads a criterion is heard by, and which heads are too near to teach one another what they are not."""

from collections.abc import Mapping
from typing import Final

from sparring.speech_acts import Likeness

HEADS_OF: Final[Mapping[str, tuple[Likeness, ...]]] = {
    criterion: tuple(map(Likeness, heads.split()))
    for criterion, heads in {
        "agency_and_name": "gives_agency_and_name",
        "opens_the_conversation": "offers_help",
        "asks_and_uses_name": "asks_callers_name",
        "callback_number": "asks_callback_number",
        "names_the_feeling": "names_the_feeling",
        "reflects_facts": "says_back",
        "who_needs_care": "asks_who_needs_care",
        "what_happened": "asks_what_happened",
        "care_areas": "asks_care_needs",
        "safety": "asks_safety",
        "start_and_hours": "asks_start asks_hours",
        "who_decides": "asks_who_decides asks_if_person_agrees",
        "location": "asks_location",
        "payment_after_needs": "asks_payment",
        "links_service_to_need": "links_service_to_need",
        "staffing": "staffing_chosen staffing_trained staffing_supervised",
        "backup_cover": "backup_cover",
        "honest_limits": "non_medical",
        "asks_before_answering": "asks_about_concern",
        "honest_price": "gives_price explains_price",
        "compares_fairly": "compares_fairly",
        "proposes_two_times": "proposes_visit",
        "confirms_details": "confirms_time confirms_address confirms_who_attends confirms_contact",
        "sums_up": "sums_up",
        "person_and_reason": "states_purpose checks_right_person",
        "something_specific": "something_specific",
        "asks_for_time": "asks_for_time",
        "respects_who_answers": "thanks asks_good_time asks_callers_name",
        "open_questions": "asks_openly_how_it_goes",
        "hardest_cases": "asks_hardest_cases",
        "present_agencies": "asks_present_agencies asks_how_agencies_do",
        "list_and_contact": "asks_about_list asks_contact_preference",
        "capability_for_pain": "links_service_to_need",
        "proof": "proof",
        "service_promise": "promises_who_answers promises_speed promises_days",
        "clear_and_short": "non_medical",
        "acknowledges": "acknowledges",
        "asks_to_understand": "asks_about_concern",
        "answers_the_point": "answers_the_point",
        "checks_settled": "checks_settled",
        "asks_for_a_case": "asks_for_case",
        "dated_follow_up": "proposes_follow_up",
        "how_to_refer": "explains_referring",
        "thanks_and_one_action": "thanks says_next_action",
    }.items()
}
OF_A_LOWER_LEVEL: Final[Mapping[str, tuple[Likeness, ...]]] = {"asks_before_answering": (Likeness.ACKNOWLEDGES,)}
"""Heads that earn a part of a criterion: they are heard in its calls, and its examples are none of theirs."""
ANY_OF_ITS_HEADS: Final = frozenset(("staffing", "confirms_details", "respects_who_answers", "service_promise"))
"""Criteria that some of their heads fulfil: nobody knows which an utterance is an example of."""
_NEAR: Final = tuple(
    frozenset(map(Likeness, line.split()))
    for line in """
    offers_help asks_what_happened
    asks_what_happened asks_openly_how_it_goes asks_hardest_cases
    proposes_visit proposes_follow_up
    confirms_time confirms_address confirms_who_attends confirms_contact sums_up says_next_action
    confirms_time says_next_action proposes_visit proposes_follow_up
    links_service_to_need answers_the_point backup_cover compares_fairly promises_who_answers promises_speed \
promises_days staffing_chosen staffing_trained staffing_supervised proof
    asks_about_concern asks_how_agencies_do asks_what_happened
    acknowledges names_the_feeling says_back
    thanks asks_good_time asks_callers_name says_next_action
    asks_for_time asks_good_time
    asks_care_needs asks_safety
    asks_hours asks_start
    asks_present_agencies asks_how_agencies_do asks_openly_how_it_goes
    asks_about_list explains_referring asks_contact_preference asks_openly_how_it_goes
    asks_who_needs_care asks_safety
    asks_callback_number confirms_contact asks_contact_preference
    gives_price explains_price answers_the_point
    asks_who_decides asks_if_person_agrees
    states_purpose checks_right_person something_specific
    non_medical answers_the_point
    checks_settled asks_about_concern
    """.strip().splitlines()
)  # fmt: skip
"""One sentence may well be like both."""


def are_parts(one: Likeness, other: Likeness) -> bool:
    """Whether a criterion asks for both: an example of one was written to be nothing of the other."""
    return any(one in heads and other in heads for heads in HEADS_OF.values())


def are_near(one: Likeness, other: Likeness) -> bool:
    """Whether an example of one says nothing about the other."""
    return one is other or any(one in group and other in group for group in _NEAR)
