"""Listening: what names a feeling, says back what was heard, and sums up."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.EMPATHY, "[I'm so sorry to hear that]. [That must be frightening]."),
    (ActKind.EMPATHY, "[That sounds really hard]."),
    (ActKind.EMPATHY, "[oh i'm sorry that is a lot to carry on your own]"),
    (ActKind.EMPATHY, "[I can hear how worried you are about him]."),
    (ActKind.EMPATHY, "[You sound worn out]."),
    (ActKind.EMPATHY, "[It wasn't your fault]."),
    (ActKind.REFLECTION, "[It sounds like the nights are the worst part]."),
    (ActKind.REFLECTION, "[What I'm hearing is that you want her at home]."),
    (ActKind.REFLECTION, "[You mentioned he doesn't like strangers in the house]."),
    (ActKind.SUMMARISES, "[let me recap what i've got so far]"),
    (ActKind.SUMMARISES, "[So just to confirm, we're set for Tuesday at two]."),
    (ActKind.SUMMARISES, "[To sum up], we'll have a nurse visit on Tuesday."),
]
NEAR_MISSES = [
    (ActKind.EMPATHY, "Sorry, I didn't catch that."),
    (ActKind.EMPATHY, "That's an easy decision."),
    (ActKind.EMPATHY, "What's the hardest part of the day for her?"),
    (ActKind.EMPATHY, "I'm sorry to bother you."),
    (ActKind.REFLECTION, "Sounds good."),
    (ActKind.REFLECTION, "Did you say Tuesday?"),
    (ActKind.REFLECTION, "You said your name is Karen?"),
    (ActKind.REFLECTION, "That sounds like a plan."),
    (ActKind.SUMMARISES, "Your plan covers home care."),
    (ActKind.SUMMARISES, "Can you repeat your email?"),
]


class TestListening(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
