"""Closing: a next step, and contact details."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (
        ActKind.PROPOSES_NEXT_STEP,
        "[Could we set up a free in-home assessment, say Tuesday at two or Wednesday at ten]?",
    ),
    (ActKind.PROPOSES_NEXT_STEP, "[does tuesday at two or wednesday at ten work better for you]"),
    (ActKind.PROPOSES_NEXT_STEP, "[the next step would be a visit from our nurse]"),
    (ActKind.PROPOSES_NEXT_STEP, "[shall we say friday at ten]"),
    (ActKind.PROPOSES_NEXT_STEP, "[Suppose I came by on Thursday at ten, just me]."),
    (ActKind.PROPOSES_NEXT_STEP, "[what if we stopped by tomorrow]"),
    (ActKind.PROPOSES_NEXT_STEP, "[I could have our coordinator stop over Thursday afternoon]."),
    (ActKind.PROPOSES_NEXT_STEP, "[I'd stop over Wednesday around three]."),
    (ActKind.PROPOSES_NEXT_STEP, "[tuesday around two good for you]"),
    (ActKind.ASKS_CONTACT, "[What's the best number to reach you, in case we get cut off]?"),
    (ActKind.ASKS_CONTACT, "[can i get a phone number for you]"),
    (ActKind.ASKS_CONTACT, "[Which email is good for you]?"),
    (ActKind.CONFIRMS_CONTACT, "[I have your number as 555-0142], is that right?"),
    (ActKind.CONFIRMS_CONTACT, "[so that's five five five oh one four two]"),
    (ActKind.CONFIRMS_CONTACT, "[let me read that back 412 maple street, correct]"),
]
NEAR_MISSES = [
    (ActKind.PROPOSES_NEXT_STEP, "Is Monday at nine when his nurse comes?"),
    (ActKind.PROPOSES_NEXT_STEP, "Is Friday at noon too early for a bath?"),
    (ActKind.PROPOSES_NEXT_STEP, "Did the doctor visit her on Tuesday?"),
    (ActKind.PROPOSES_NEXT_STEP, "What if she came by on Tuesday?"),
    (ActKind.PROPOSES_NEXT_STEP, "When is she coming home from the hospital?"),
    (ActKind.PROPOSES_NEXT_STEP, "What does your schedule look like?"),
    (ActKind.PROPOSES_NEXT_STEP, "Is it okay if I take two minutes of your day?"),
    (ActKind.ASKS_CONTACT, "Here's my number, call any time."),
    (ActKind.ASKS_CONTACT, "Good. I'll ring you on Thursday."),
    (ActKind.ASKS_CONTACT, "Give me your credit card."),
    (ActKind.CONFIRMS_CONTACT, "My number is on the card."),
    (ActKind.CONFIRMS_CONTACT, "We look after people on Maple Street."),
]


class TestClosing(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
