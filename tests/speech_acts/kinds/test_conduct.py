"""Conduct: abuse, noise instead of words, and the sounds of listening along."""

import pytest

from sparring.speech_acts import ActKind
from tests.speech_acts.marked import expected, kinds_as_heard, spans

SAID = [
    (ActKind.ABUSE, "[Don't be an idiot]."),
    (ActKind.ABUSE, "[you are wasting my time lady]"),
    (ActKind.ABUSE, "[Oh shut up and listen]."),
    (ActKind.ABUSE, "[What a stupid question]."),
    (ActKind.ABUSE, "[Oh get lost]."),
    (ActKind.GIBBERISH, "[asdf qwer zxcv]"),
    (ActKind.GIBBERISH, "[bananas bananas bananas bananas]"),
    (ActKind.BACKCHANNEL, "[Oh wow]."),
    (ActKind.BACKCHANNEL, "[okay i see]"),
    (ActKind.BACKCHANNEL, "[Yeah, of course]."),
]
NEAR_MISSES = [
    (ActKind.ABUSE, "Sorry, let me shut up a second and let you talk."),
    (ActKind.ABUSE, "That was stupid of me, I'm sorry."),
    (ActKind.ABUSE, "I don't want to waste your time."),
    (ActKind.ABUSE, "You're not crazy to worry."),
    (ActKind.ABUSE, "I'm calling about families who go home with a list and get lost."),
    (ActKind.ABUSE, "Sorry, that's a dumb question, let me put it better."),
    (ActKind.GIBBERISH, "Dr. Nguyen said no, no, no."),
    (ActKind.GIBBERISH, "Hmm."),
    (ActKind.BACKCHANNEL, "Right at Home sent me."),
    (ActKind.BACKCHANNEL, "Okay, where does she live?"),
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
