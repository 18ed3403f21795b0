"""What a buyer adds without being asked: to a rep who listens, guesses, or leaves it to them to go on.

Flows in: the listener and the reading. Flows out: the parts of an answer. Of what is hidden only what was asked for
before is told here.
"""

from collections.abc import Iterator

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, concerns_whoever_is_here, fact_of, reached
from sparring.call.mind.facts.follow_on import STORIES
from sparring.call.mind.heard.presuppositions import agrees
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.state import BuyerState
from sparring.speech_acts import ActKind

LISTENING = frozenset({ActKind.EMPATHY, ActKind.REFLECTION, ActKind.ACKNOWLEDGES, ActKind.SUMMARISES})
_ONLY_LISTENING = LISTENING | {ActKind.BACKCHANNEL, ActKind.THANKS, ActKind.USES_NAME}
_SAYS_BACK = frozenset({ActKind.EMPATHY, ActKind.REFLECTION, ActKind.SUMMARISES})
_NOD_WORDS = 8  # "I see, that shouldn't have happened"; more words say something of their own
TAKEN_IN = frozenset(
    {"felt", "heard", "so_so", "ask_away", "please_do", "said_so"}
)  # to a kind word, to listening, to asking leave


def takes_up(listener: AskedBuyer, reading: Reading) -> Iterator[Part]:
    """To "so she lives alone": the open fact that it names, or what was said before if the rep has it the wrong way."""
    for supposed in reading.supposed:
        ranked = reached(listener, supposed)
        fact = ranked[0].fact if ranked else None
        if fact is None or not supposed.names(fact.cues):
            continue
        if fact.id not in listener.rapport.told:
            if listener.earned(fact, is_open=False):
                yield Part(PartKind.TELL, fact.id)
            elif fact.id not in listener.state.dodged:
                yield Part(PartKind.GUARD, fact.id)
            return
        if listener.rapport.agreed or not agrees(listener.persona, listener.state, supposed, fact):
            yield Part(PartKind.RECALL, fact.id)
            return


def comes_back(listener: AskedBuyer, state: BuyerState, reading: Reading) -> Iterator[Part]:
    """To a buyer who feels listened to, an earlier question is still open."""
    if not reading.kinds & LISTENING:
        return
    for fact_id in state.dodged:
        fact = fact_of(listener.persona, fact_id)
        granted = state.easier is None or state.easier.rapport.agreed or fact_id in state.easier.rapport.told
        if granted and fact_id not in listener.rapport.told and listener.earned(fact, is_open=True):
            yield Part(PartKind.COME_BACK, fact_id)
            return


def stuck(state: BuyerState) -> bool:
    """Whether the buyer had nothing to say last time either: somebody has to go on."""
    return bool(state.last) and all(part.kind is PartKind.NUDGE and part.ref not in TAKEN_IN for part in state.last)


def picks_up(listener: AskedBuyer) -> Iterator[Part]:
    """A caller left hanging goes on with the next open thing of their story."""
    if listener.persona.rep_calls or listener.rapport.concerns:
        return
    for fact in listener.persona.facts:
        fresh = fact.visible == "open" and fact.id not in listener.rapport.told
        if fresh and set(fact.topics) & STORIES and listener.earned(fact, is_open=True):
            yield Part(PartKind.TELL, fact.id)
            return


def goes_on(listener: AskedBuyer, reading: Reading) -> Iterator[Part]:
    """Being listened to and nothing else, the buyer adds one open fact to the subject they were on."""
    told = listener.rapport.told
    if not reading.kinds or not reading.kinds <= _ONLY_LISTENING or listener.rapport.concerns or reading.only_thanks:
        return
    if told and fact_of(listener.persona, told[-1]).visible == "hidden":
        return  # what was hard to say is not followed by small matters
    if reading.words > _NOD_WORDS and not reading.kinds & _SAYS_BACK:
        return
    topics = set(fact_of(listener.persona, told[-1]).topics) & STORIES if told else set()
    for fact in listener.persona.facts:
        belongs = concerns_whoever_is_here(listener.persona, listener.rapport, fact.stage)
        fresh = fact.visible == "open" and fact.id not in told and listener.earned(fact, is_open=True)
        if belongs and fresh and topics & set(fact.topics):
            yield Part(PartKind.TELL, fact.id)
            return
