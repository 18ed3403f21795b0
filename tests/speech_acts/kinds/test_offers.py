"""What the agency does and promises: services, services tied to a need, and how the price is fixed."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.PRICE_PROCESS, "[The exact cost depends on the hours and the kind of care she needs]."),
    (ActKind.PRICE_PROCESS, "[i can give you a firm number after the in home assessment]"),
    (ActKind.PRICE_PROCESS, "[there are no deposits and no long term contracts]"),
    (ActKind.PRICE_PROCESS, "[We bill weekly], [and you only pay for the hours you use]."),
    (ActKind.VALUE_LINK, "[Because you said nights are the hardest, we'd start with a caregiver who stays awake]."),
    (ActKind.VALUE_LINK, "[Since she loves her garden, our caregiver can help her get outside every morning]."),
    (ActKind.CAPABILITY, "[We help with bathing, dressing and meals]."),
    (ActKind.CAPABILITY, "[We specialize in dementia care]."),
    (ActKind.CAPABILITY, "[we also do light housekeeping and transportation]"),
    (ActKind.SERVICE_PROMISE, "[a person answers our phone twenty four hours a day]"),
    (ActKind.SERVICE_PROMISE, "[We can usually start within 24 hours]."),
    (ActKind.SERVICE_PROMISE, "[We answer within fifteen minutes]."),
]
NEAR_MISSES = [
    (ActKind.PRICE_PROCESS, "What does it depend on?"),
    (ActKind.PRICE_PROCESS, "I can only hold this price until midnight."),
    (ActKind.VALUE_LINK, "We help with bathing and meals."),
    (ActKind.CAPABILITY, "What kind of help does she need?"),
    (ActKind.CAPABILITY, "We can't do that."),
    (ActKind.CAPABILITY, "That's what I wanted to ask."),
    (ActKind.SERVICE_PROMISE, "They promised to call you back."),
    (ActKind.SERVICE_PROMISE, "Who answers the phone at night?"),
    (ActKind.SERVICE_PROMISE, "We can't start tomorrow, I'm afraid."),
]


class TestOffers(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
