"""The case wanted and how to refer it."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.ASKS_FOR_CASE, "[Do you have anyone going home this week who lives alone]?"),
    (ActKind.ASKS_FOR_CASE, "[Send me your toughest Friday discharge]."),
    (ActKind.EXPLAINS_REFERRING, "[To refer, just text me the room number and the discharge date]."),
    (ActKind.EXPLAINS_REFERRING, "[you can fax the face sheet to the office]"),
    (ActKind.EXPLAINS_REFERRING, "[One call is all it takes]."),
]
NEAR_MISSES = [
    (ActKind.ASKS_FOR_CASE, "Tell me about your hardest case."),
    (ActKind.ASKS_FOR_CASE, "We helped one patient with dementia."),
    (ActKind.EXPLAINS_REFERRING, "How do families refer someone here?"),
    (ActKind.EXPLAINS_REFERRING, "What do you do with referrals on a Friday?"),
    (ActKind.ASKS_FOR_CASE, "Do you have residents who need extra help?"),
]


class TestReferring(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
