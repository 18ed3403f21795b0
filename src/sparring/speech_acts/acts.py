"""The vocabulary of speech acts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class ActKind(StrEnum):
    """What a span of an utterance does."""

    # opening and manners
    GREETING = "greeting"
    GIVES_NAME = "gives_name"  # the speaker's own name
    GIVES_AGENCY = "gives_agency"
    ASKS_NAME = "asks_name"
    USES_NAME = "uses_name"  # the other side's name, known from before
    OFFERS_HELP = "offers_help"
    STATES_PURPOSE = "states_purpose"  # why I am calling, now
    ASKS_FOR_TIME = "asks_for_time"  # a stated short time
    THANKS = "thanks"
    GOODBYE = "goodbye"
    BACKCHANNEL = "backchannel"
    # discovery; `topic` says about what
    OPEN_QUESTION = "open_question"
    CLOSED_QUESTION = "closed_question"
    # listening
    REFLECTION = "reflection"  # says back something the other side said
    EMPATHY = "empathy"  # names a feeling or a hard situation
    SUMMARISES = "summarises"
    # persuading
    ADVICE = "advice"
    PRESSURE = "pressure"
    PRICE = "price"  # names an amount or a range
    PRICE_PROCESS = "price_process"  # says how and when the price is fixed
    VALUE_LINK = "value_link"  # ties a service to a need that was said before
    CAPABILITY = "capability"  # says what the agency does, tied to nothing
    PROOF = "proof"  # a case or a figure, nobody identified
    SERVICE_PROMISE = "service_promise"  # who answers, how fast, which days
    STAFFING = "staffing"  # how caregivers are chosen, trained, supervised
    BACKUP_COVER = "backup_cover"  # what happens when a caregiver is ill
    NON_MEDICAL = "non_medical"  # says clearly what we are not
    # objections
    ACKNOWLEDGES = "acknowledges"
    ASKS_ABOUT_OBJECTION = "asks_about_objection"
    ANSWERS_OBJECTION = "answers_objection"
    CHECKS_SETTLED = "checks_settled"
    # closing
    PROPOSES_NEXT_STEP = "proposes_next_step"
    NAMES_TIME = "names_time"  # a day or an hour, one act per time
    ASKS_CONTACT = "asks_contact"
    CONFIRMS_CONTACT = "confirms_contact"
    ASKS_FOR_CASE = "asks_for_case"  # one specific kind of referral
    EXPLAINS_REFERRING = "explains_referring"  # how to refer
    # safety and red lines
    ASKS_IF_SAFE = "asks_if_safe"
    CALL_911 = "call_911"
    MEDICAL_ADVICE = "medical_advice"
    PROMISES_OUTCOME = "promises_outcome"  # coverage, a cure, a named start
    DISPARAGES = "disparages"
    OFFERS_VALUE_FOR_REFERRALS = "offers_value_for_referrals"
    STEERS_CHOICE = "steers_choice"
    IDENTIFIES_CLIENT = "identifies_client"
    # things that are not a call
    ABUSE = "abuse"
    GIBBERISH = "gibberish"
    TO_THE_GRADER = "to_the_grader"  # speech aimed at whoever scores the call


class Topic(StrEnum):
    """What a question, or a buyer's fact, is about."""

    WHO = "who"  # who needs care, name and relation
    WHAT_HAPPENED = "what_happened"  # what brings you here, why today
    CARE_NEEDS = "care_needs"
    SAFETY = "safety"
    TIMING = "timing"
    DECISION_MAKER = "decision_maker"
    LOCATION = "location"
    PAYMENT = "payment"
    CURRENT_PROVIDER = "current_provider"
    HARDEST_CASES = "hardest_cases"
    PROCESS = "process"  # how referrals, discharges, contact work here
    CONCERN = "concern"  # what worries you, why you hesitate
    FEELINGS = "feelings"  # how are you holding up
    ROLE = "role"  # what do you do here, are you the right person
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Act:
    """One act: `utterance[start:end]` is what does it (characters).

    `about` holds the value the act carries where there is one: the name used or given, the amount, the day or hour.
    """

    kind: ActKind
    start: int
    end: int
    topic: Topic | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What was known before the utterance.

    Args:
        other_name: the other side's name as known so far; empty when not yet said.
        said_before: what the other side has said so far, oldest first; the last one is what is being answered.
        open_objection: kind of the other side's objection on the table (`price`, `provider`, ...), or empty.
        competitors: names of competitors that were mentioned.
    """

    other_name: str = ""
    said_before: tuple[str, ...] = ()
    open_objection: str = ""
    competitors: tuple[str, ...] = ()


class Likeness(StrEnum):
    """One thing to say that examples taught."""

    # opening and manners
    GIVES_AGENCY_AND_NAME = "gives_agency_and_name"
    OFFERS_HELP = "offers_help"
    ASKS_CALLERS_NAME = "asks_callers_name"
    ASKS_CALLBACK_NUMBER = "asks_callback_number"
    STATES_PURPOSE = "states_purpose"
    CHECKS_RIGHT_PERSON = "checks_right_person"
    SOMETHING_SPECIFIC = "something_specific"  # about this site, or the last contact
    ASKS_FOR_TIME = "asks_for_time"
    ASKS_GOOD_TIME = "asks_good_time"
    THANKS = "thanks"
    # listening
    NAMES_THE_FEELING = "names_the_feeling"
    SAYS_BACK = "says_back"
    # discovery
    ASKS_WHO_NEEDS_CARE = "asks_who_needs_care"
    ASKS_WHAT_HAPPENED = "asks_what_happened"
    ASKS_CARE_NEEDS = "asks_care_needs"
    ASKS_SAFETY = "asks_safety"
    ASKS_START = "asks_start"
    ASKS_HOURS = "asks_hours"
    ASKS_WHO_DECIDES = "asks_who_decides"
    ASKS_IF_PERSON_AGREES = "asks_if_person_agrees"
    ASKS_LOCATION = "asks_location"
    ASKS_PAYMENT = "asks_payment"
    ASKS_OPENLY_HOW_IT_GOES = "asks_openly_how_it_goes"  # at a referrer's
    ASKS_HARDEST_CASES = "asks_hardest_cases"
    ASKS_PRESENT_AGENCIES = "asks_present_agencies"
    ASKS_HOW_AGENCIES_DO = "asks_how_agencies_do"
    ASKS_ABOUT_LIST = "asks_about_list"
    ASKS_CONTACT_PREFERENCE = "asks_contact_preference"
    # offering
    LINKS_SERVICE_TO_NEED = "links_service_to_need"
    STAFFING_CHOSEN = "staffing_chosen"
    STAFFING_TRAINED = "staffing_trained"
    STAFFING_SUPERVISED = "staffing_supervised"
    BACKUP_COVER = "backup_cover"
    NON_MEDICAL = "non_medical"
    GIVES_PRICE = "gives_price"
    EXPLAINS_PRICE = "explains_price"
    COMPARES_FAIRLY = "compares_fairly"
    PROOF = "proof"
    PROMISES_WHO_ANSWERS = "promises_who_answers"
    PROMISES_SPEED = "promises_speed"
    PROMISES_DAYS = "promises_days"
    # concerns
    ACKNOWLEDGES = "acknowledges"
    ASKS_ABOUT_CONCERN = "asks_about_concern"
    ANSWERS_THE_POINT = "answers_the_point"
    CHECKS_SETTLED = "checks_settled"
    # closing
    PROPOSES_VISIT = "proposes_visit"
    CONFIRMS_TIME = "confirms_time"
    CONFIRMS_ADDRESS = "confirms_address"
    CONFIRMS_WHO_ATTENDS = "confirms_who_attends"
    CONFIRMS_CONTACT = "confirms_contact"
    SUMS_UP = "sums_up"
    ASKS_FOR_CASE = "asks_for_case"
    PROPOSES_FOLLOW_UP = "proposes_follow_up"
    EXPLAINS_REFERRING = "explains_referring"
    SAYS_NEXT_ACTION = "says_next_action"


class Alike(NamedTuple):
    """What `utterance[start:end]` is like, and by how much more than the least of it, in hundredths."""

    like: Likeness
    start: int
    end: int
    above: int = 0
