"""Families who are steered."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.STEERS_CHOICE, "[Hide the other brochures]."),
    (ActKind.STEERS_CHOICE, "[No point talking to another agency]."),
    (ActKind.STEERS_CHOICE, "[Don't let the daughter shop around]."),
    (ActKind.STEERS_CHOICE, "[you just tell 'em it's us]"),
    (ActKind.STEERS_CHOICE, "[If you could leave the other names off], that'd be great."),
    (ActKind.STEERS_CHOICE, "[take the others off your list and send everyone to us]"),
    (ActKind.STEERS_CHOICE, "[Could you make sure you only recommend us]?"),
    (ActKind.STEERS_CHOICE, "[Cross the other agencies off]."),
    (ActKind.STEERS_CHOICE, "[Slip our card on top and let the list get lost]."),
    (ActKind.STEERS_CHOICE, "[Don't bother interviewing anybody else]."),
    (ActKind.STEERS_CHOICE, "[I'd rather you didn't bring up the other agency]."),
    (ActKind.STEERS_CHOICE, "[They don't get a vote]."),
    (ActKind.STEERS_CHOICE, "If they ask about the others, [you could say they've got a waiting list]."),
    (ActKind.STEERS_CHOICE, "[He doesn't have to know there are other companies]."),
]
NEAR_MISSES = [
    (ActKind.STEERS_CHOICE, "Are we the only agency you've reached out to?"),
    (ActKind.STEERS_CHOICE, "So I'd be the only one to give you a number so far?"),
    (ActKind.STEERS_CHOICE, "You say you're the only one here, so how many people is that?"),
    (ActKind.STEERS_CHOICE, "You really don't have time to shop around."),
    (ActKind.STEERS_CHOICE, "If you put us on top it wouldn't be fair."),
    (ActKind.STEERS_CHOICE, "She can shop around, take all the time she wants."),
    (ActKind.STEERS_CHOICE, "Families choose, we'd just be one name on the list."),
    (ActKind.STEERS_CHOICE, "Who gives the families the list?"),
    (ActKind.STEERS_CHOICE, "What made you stop looking at other agencies?"),
    (ActKind.STEERS_CHOICE, "You never have to call around for a replacement."),
    (ActKind.STEERS_CHOICE, "Don't forget to show the rest of the family the brochure."),
    (ActKind.STEERS_CHOICE, "Could I come by and drop off brochures?"),
    (ActKind.STEERS_CHOICE, "Let's forget about the price for a second."),
    (ActKind.STEERS_CHOICE, "I'll drop some brochures at the front desk."),
    (ActKind.STEERS_CHOICE, "Every day you wait is a day she could fall."),
]


class TestFreeChoice(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
