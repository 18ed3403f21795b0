"""Conduct: abuse, noise instead of words, and the sounds of listening along."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

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


class TestConduct(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
