"""The vocabulary of speech acts."""

from dataclasses import dataclass
from enum import StrEnum


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
