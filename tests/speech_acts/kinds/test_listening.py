"""Listening: what names a feeling, says back what was heard, and sums up."""

import pytest

from sparring.speech_acts import ActKind
from tests.speech_acts.marked import expected, kinds_as_heard, spans

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


@pytest.mark.parametrize(("kind", "marked"), SAID)
def test_the_act_spans_the_words_that_do_it(kind: ActKind, marked: str) -> None:
    """The clauses that do the act are its span, and nothing else of the utterance is."""
    assert spans(kind, marked) == expected(marked)


@pytest.mark.parametrize(("kind", "marked"), SAID)
def test_it_is_found_in_what_a_recogniser_gives(kind: ActKind, marked: str) -> None:
    """Without marks and capitals and with fillers put in, the act is still there."""
    assert kind in kinds_as_heard(marked)


@pytest.mark.parametrize(("kind", "text"), NEAR_MISSES)
def test_what_only_looks_like_it_is_none(kind: ActKind, text: str) -> None:
    """The same words denied, asked about, or meant otherwise do nothing."""
    assert spans(kind, text) == []
