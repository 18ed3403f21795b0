"""Clients who can be known from what is said: by name, by where they live, by whom they know.

Flows in: a sentence and what was known before it. Flows out: acts that identify a client.
"""

from collections.abc import Iterator
from typing import Final

from sparring.speech_acts.acts import Act, ActKind, Context
from sparring.speech_acts.phrase_families import SENTENCE_TABLES, Family, Sentence
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.segmentation import says_any
from sparring.speech_acts.text.names import FIRST_NAMES
from sparring.speech_acts.text.words import bare_words

_OF_OURS: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (one|two|some|any) of ours
    (is|are|was|were|has been|have been) ours
    (one of)? (our|my) (own|other|current|former|old)? (client|clients|patient|patients|resident|residents)
    (client|patient|resident|family|lady|gentleman) of (ours|mine)
    {we} (have been|are|were) with (them|her|him|the family|that family) ~3
    (use|uses|used|hired|chose|have|has|had) us (three|two|one|four|five|every|for|on|twice|since|last|all|a few|\
        now) ~3
    {we} (had|have|helped|served|started|are helping|are with|see|visit) your (neighbor|neighbors|friend|cousin|\
        coworker|colleague|pastor|doctor)
    {we} (care for|take care of|took care of|cared for|look after|looked after|have been caring for|are caring for)
    (a|one|another) (client|patient) of (ours|mine)
    {we} (are|were|have been) (there|with them|with him|with her|in the house|in their home) (every|each|all|most|\
        three|two|five|seven|since|for) ~2
""")
)
_UNDONE: Final = SENTENCE_TABLES.phrases(
    phrases("""
    (can not|could not|will not|never|do not|not allowed to|not able to) ~3 (share|name|say|tell|give|use|discuss|\
        mention)
    (help|helping|care for|take care of|look after|caring for) (you|your)
    (our|a|the|your|my) (nurse|nurses|coordinator|supervisor|manager|caregiver|caregivers|aide|aides|scheduler|recruiter|office|\
        doctor|social worker|planner|administrator|director)
    (trained|trains|training|started here|works|worked|working|joined|runs|run|manages|answers|picks up|calls|drives)
    (will|would|can|could|going to) ~2 (care for|take care of|look after|help)
""")
)
_ABOUT_A_CLIENT = phrases("""
    (look after|looked after|care for|cared for|take care of|took care of|help|helped|started|have|had) (judge|reverend|\
        pastor|professor|senator|mayor|coach|father|rabbi) ~1
    ^(she|he|they) (is|are|has been|have been) ours (now|since|for|these|this) ~4
    (two|three|a few|next|four) (door|doors|houses) (down|up|over) ~3 (they|he|she|who) ~1 (use|uses|used|has|have) us ~4
    (we|i|our caregivers|our caregiver|our team|my team|one of our caregivers|our agency) (care for|take care of|\
        cared for|took care of|help|helped|serve|served|look after|looked after|work with|worked with|started|had|\
        have|are helping|are caring for|are with|have been helping|have been caring for|sit with) ~3 (mr|mrs|ms|\
        miss|dr|doctor|old mr|old mrs) ~1
    (client|patient|resident|family|clients|one) (of ours|we have|named|is|was|called|like|such as) ~2 (mr|mrs|ms|\
        miss) ~1
    (mr|mrs|ms|miss) ~2 (is|was|has been|used to be|over|down|up|on|from|in) (a|one of our|our|on|over on|from|with \
        us|at|the|across|room) ~3 (client|patient|clients|street|avenue|road|lane|drive|unit|room|with us|of ours|\
        us|dementia|stroke|cancer|the street)
    (your|her|his) (neighbor|neighbors|friend|coworker|colleague|cousin) ~3 (is|was|are|has been) (a|one of|our|\
        with) ~2 (client|clients|patient|us|ours|our)
    (you|you may|you might|you probably) (know|remember|heard of|have heard of) (mr|mrs|ms|miss) ~8
    (lives|live|lived) (on|at|over on|in) ~3 (street|avenue|road|lane|drive|court|boulevard) ~3
    (we are|i am|our aide is|our caregiver is|we have an aide|our aides are) (with|at|over at) (the|old)? ~2 \
        (sisters|brothers|couple|twins|family|place|house) (on|over on|in|at|down) ~4
    (we|i) (care|cared) for (the) ~2 (family|sisters|brothers|couple) (on|over on|in|at) ~4
    (we are|we have been|we were|i am|i was) (with|in with|over at) the ~3 (at|on|over|in|down|he|she|since) ~4
    (we are|we have been|we were) at the ~3 (at|on|over|in|down|he|she|since) ~4
    (mr|mrs|ms|miss) ~3 (has|had|uses|used|have|hired|chose|loves|is with) (us|our) ~4
    (neighbor|neighbors|friend) ~4 (has|had|have|is|was) ~2 (alzheimer's|dementia|parkinson's|cancer|stroke|\
        surgery) ~1 and (we|our|i) ~5
""")

_ABOUT_A_CLIENT_UNDONE = phrases("""
    (can not|could not|do not|will not|never|not able to|not allowed to|without|would not) ~5 (share|name|names|say \
        who|tell you|identify|identifying|give|details|discuss|say her|say his)
    (where|which|what|who|does|do|did|is) (does|do|is|are|street|she|he|your|you|they) ~4
    (your|my) (own)? (mom|mother|dad|father|husband|wife|parents|address) ~6
    (you|she|he) (live|lives|lived) ~3
    so (she|he|you|your) ~4
""")

FAMILIES: Final = (Family(ActKind.IDENTIFIES_CLIENT, _ABOUT_A_CLIENT, _ABOUT_A_CLIENT_UNDONE),)

_TITLES: Final = word_set("mr mrs ms miss judge reverend pastor rabbi father coach professor")
_CLIENT_WORDS: Final = word_set(
    """us know them neighbor neighbors friend cousin coworker colleague client clients patient patients resident
    residents ours care caring look looked cared"""
)
_PLURALS: Final = word_set(
    """caregivers families patients clients nurses aides doctors agencies weekends neighbors residents services
    hospitals mornings evenings afternoons stairs others papers sisters brothers parents people folks"""
)
_NEARBY: Final = 10  # words between the client and the name


def identifies_client(sentence: Sentence, context: Context) -> Iterator[Act]:
    """A client named by title or by first and last name; names the other side has used do not count."""
    if _CLIENT_WORDS.isdisjoint(sentence.vocabulary):
        return
    if not says_any(_OF_OURS, sentence) or says_any(_UNDONE, sentence):
        return
    items = sentence.words.items
    known = {*bare_words(context.other_name), *(word for said in context.said_before for word in bare_words(said))}
    near = [at for at, word in enumerate(items) if word.text in _CLIENT_WORDS]
    for at in range(len(items) - 1):
        name = items[at + 1] if items[at].text in _TITLES else items[at]
        titled = items[at].text in _TITLES and name.text.isalpha()
        family = (
            items[at].text == "the"
            and _is_family_name(items[at + 1].text)
            and items[at + 2 : at + 3] != ()
            and items[at + 2].text in ("on", "over", "down", "from", "next", "across")
        )
        full = items[at].text in FIRST_NAMES and items[at + 1].text.isalpha() and not items[at + 1].paused
        if (titled or full or family) and name.text not in known and any(abs(at - one) <= _NEARBY for one in near):
            opening, closing = sentence.covering(min(at, *near), max(at + 1, *near))
            yield sentence.act(ActKind.IDENTIFIES_CLIENT, opening.first, closing.last, about=name.text)


def _is_family_name(word: str) -> bool:
    """Whether a word may be a family in the plural ("the Hendersons"), as far as spelling tells."""
    return word.endswith("s") and len(word) > 5 and word not in _PLURALS
