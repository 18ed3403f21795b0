"""Words that take back what was just said: "no, hold on, I can't guarantee that".

Flows in: the sentences of an utterance with the acts of each. Flows out: the acts without promises and steering that
were taken back in the same breath or the next one. Whoever corrects himself has promised nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Sentence, found
from sparring.speech_acts.phrases.notation import phrases

_TAKES_BACK: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (i|let me) (will|would like to|want to|have to|should)? take (that|it) back
    (scratch|strike) that
    let me (correct|rephrase|restate|fix) (that|myself|it)
    (i|we) (should|could|can) not (have said|say|promise|guarantee|have promised|tell you) (that|it|anything like that)
    (i|we) (can not|could not|do not want to|am not allowed to) (actually|really|honestly)? (promise|guarantee|say) (that|it)
    (i|that) (misspoke|came out wrong|was not right|was wrong of me)
    (i|we) did not mean (to (say|promise|guarantee)|that|it)
    (forget|ignore) (that)? i said (that|it)
    that is not (right|true|what i meant|what i meant to say)
    (it is|that is|of course it is) (always|entirely|completely)? (the family's|their|your|the patient's) (choice|decision)
    (the family|families|they|the patient) (decide|decides|choose|chooses) (of course)?
""")
)
_CAN_BE_TAKEN_BACK: Final = frozenset({ActKind.PROMISES_OUTCOME, ActKind.STEERS_CHOICE, ActKind.SERVICE_PROMISE})


def without_taken_back(read: Sequence[tuple[Sentence, Sequence[Act]]]) -> Iterator[Act]:
    """The acts of all sentences but those that these words, after them in the same or the next sentence, take back."""
    for place, (sentence, acts) in enumerate(read):
        if not any(act.kind in _CAN_BE_TAKEN_BACK for act in acts):
            yield from acts
            continue
        taken = [*_taken_back_at(sentence), *(_taken_back_at(read[place + 1][0]) if place + 1 < len(read) else ())]
        for act in acts:
            if act.kind not in _CAN_BE_TAKEN_BACK or not any(at > act.start for at in taken):
                yield act


def _taken_back_at(sentence: Sentence) -> Iterator[int]:
    """Characters at which something is taken back."""
    return (sentence.words.items[match.first].start for match in found(_TAKES_BACK, sentence))
