"""The case wanted and how to refer it."""

import pytest

from sparring.speech_acts import ActKind
from tests.speech_acts.marked import expected, kinds_as_heard, spans

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
