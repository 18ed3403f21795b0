"""Objections: taking one seriously, asking about it, answering it, checking that it is settled."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.ASKS_ABOUT_OBJECTION, "[What would it take for you to feel good about a fourth]?"),
    (ActKind.ACKNOWLEDGES, "[I understand, that's a fair concern]."),
    (ActKind.ACKNOWLEDGES, "[that makes a lot of sense]"),
    (ActKind.ACKNOWLEDGES, "[I hear you], it's a lot."),
    (ActKind.ACKNOWLEDGES, "[fair enough]"),
    (ActKind.ACKNOWLEDGES, "[You're right to be careful]."),
    (ActKind.ASKS_ABOUT_OBJECTION, "[Can I ask what about the price concerns you]?"),
    (ActKind.ASKS_ABOUT_OBJECTION, "[what is it about having a stranger in the house that bothers her]"),
    (ActKind.ASKS_ABOUT_OBJECTION, "[What makes you say that]?"),
    (ActKind.ASKS_ABOUT_OBJECTION, "[is it more than you expected]"),
    (ActKind.ANSWERS_OBJECTION, "[The reason we cost more is that we pay the taxes and the insurance]."),
    (ActKind.ANSWERS_OBJECTION, "[with a private helper you'd be the employer so if she gets hurt it falls on you]"),
    (ActKind.CHECKS_SETTLED, "[Does that answer your question]?"),
    (ActKind.CHECKS_SETTLED, "[how does that sound to you]"),
    (ActKind.CHECKS_SETTLED, "[Is there anything else you're worried about]?"),
    (ActKind.CHECKS_SETTLED, "[do you feel a bit better about that now]"),
]
NEAR_MISSES = [
    (ActKind.ASKS_ABOUT_OBJECTION, "What would it take to get on your list?"),
    (ActKind.ASKS_ABOUT_OBJECTION, "what would it take to win your business"),
    (ActKind.ACKNOWLEDGES, "Help me understand what went wrong."),
    (ActKind.ACKNOWLEDGES, "I appreciate your time."),
    (ActKind.ACKNOWLEDGES, "I see the address here."),
    (ActKind.ACKNOWLEDGES, "I don't understand."),
    (ActKind.ASKS_ABOUT_OBJECTION, "Which part of town is she in?"),
    (ActKind.ASKS_ABOUT_OBJECTION, "What time works for you?"),
    (ActKind.ANSWERS_OBJECTION, "What's the difference between you and them?"),
    (ActKind.ANSWERS_OBJECTION, "Where does she live?"),
    (ActKind.CHECKS_SETTLED, "Would it help if I came by?"),
    (ActKind.CHECKS_SETTLED, "Is it okay if I ask you something?"),
]


class TestObjections(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
