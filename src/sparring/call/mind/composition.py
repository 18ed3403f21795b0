"""What there is room for in one move, and in which order: remarks, manners, answers, a worry, a question of one's own.

Flows in: what has been decided about facts, concerns and the next step. Flows out: the parts of the move.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from sparring.call.mind import agreement, objections
from sparring.call.mind.decision import SPOKEN_OF, TOLD, Part, PartKind
from sparring.call.mind.facts.disclosure import fact_of
from sparring.call.mind.facts.unasked import TAKEN_IN, stuck
from sparring.call.mind.heard.asides import PERSONAL
from sparring.call.mind.heard.utterance import NOT_YET, NOTHING, Notice
from sparring.call.mind.heard.whole_asides import Aside
from sparring.call.mind.not_known.groups import ASKS_BACK, TURN
from sparring.call.mind.own_questions import SAYS_LITTLE_WORDS, own_question
from sparring.call.mind.red_lines import crossed, crosses, has_had_enough
from sparring.call.mind.state import Rapport
from sparring.call.mind.turn_context import TurnContext, reactions
from sparring.call.mind.welcome import welcomed
from sparring.persona import Persona
from sparring.speech_acts import ActKind

CLOSING_TURNS = 6  # after agreement: then the buyer says goodbye by themselves
LONGEST_CLOSING = 15  # however much the rep still asks: nobody hangs up on a question before
SMALL_TALK_TURNS = 3
_INTRODUCED_BY = 2  # turns: the greeting, and why one calls
TALKED_OVER = 4  # weight of interruptions at which the buyer remarks on them
_GREETINGS = frozenset(
    {ActKind.GREETING, ActKind.GIVES_NAME, ActKind.GIVES_AGENCY, ActKind.OFFERS_HELP, ActKind.THANKS}
)
# Besides these an "I don't know" is still an answer
_ASIDES = frozenset({PartKind.UNKNOWN, PartKind.REACT, PartKind.NOTICE, PartKind.PLEASANTRY, PartKind.SETTLE})
_ODD = (Aside.RECORDING, Aside.BUSY, Aside.PRAISE)
_WAITS = frozenset({PartKind.OBJECT_FIRST, PartKind.NOT_YET, PartKind.NO_TIME})  # for a next step proposed outright
_DECLINED = (Part(PartKind.NOT_YET), Part(PartKind.NOT_YET, "facts"))
_NOTHING_NEW = frozenset({PartKind.RECALL, PartKind.TELL_MORE, PartKind.UNKNOWN})
_CHATTERS_WORDS = 25  # of a greeting in which something sounds like a question
_ADDRESS_WORDS = 5  # "thank you, Brenda"
# Remarked on in this order, one per move
_NOTICED = (
    Notice.ROBOT,
    Notice.TO_THE_GRADER,
    Notice.NONSENSE,
    Notice.OTHER_PRICE,
    Notice.MONOLOGUE,
    Notice.EARLY_PITCH,
    Notice.EARLY_PRICE,
    Notice.REPEATS,
    Notice.MANY_QUESTIONS,
)


def composed(
    turn: TurnContext, after: Rapport, replies: tuple[Part, ...], concerns: tuple[Part, ...], verdict: Part | None
) -> tuple[Part, ...]:
    """Put the move in order and keep it short enough to be spoken in one go."""
    if goodbye := _goodbye(turn, after):
        return goodbye
    warned = agreement.warning(turn.persona, turn.state, after, turn.reading)
    if warned and warned.kind is PartKind.WARN:
        return (warned,)
    if verdict is not None and verdict.kind is PartKind.AGREE:
        settled = [part for part in concerns if part.kind is PartKind.SETTLE]
        asked_for = [part for part in _manners(turn) if part.kind in (PartKind.NAME, PartKind.CONTACT)]
        stays = not turn.persona.agrees_when.ends_call and any(not one.wants_yes_or_no for one in turn.reading.asked)
        told = (part for part in replies if stays and part.kind in TOLD)  # to "…, and who else should be there?"
        return (*_reacted(turn), *settled, verdict, *asked_for, *islice(told, 1))
    body = _said(turn, after, replies, concerns, verdict)
    if not body and not after.agreed:
        body += welcomed(turn, after)
    if len(body) <= 1 and not (_bared(turn.persona, body) or _felt(body) or crosses(turn.reading)):
        body += own_question(turn, after, body)
    if not body:
        body += _moves_on(turn, after)
    return (*_turning(body), *((warned,) if warned else ()))


def _turning(body: list[Part]) -> list[Part]:
    """Who has nothing to ask does not say that they would rather ask something, nor asks back beside a worry."""
    kinds = {part.kind for part in body}
    if PartKind.WONDER in kinds:
        return body
    elsewhere = (TURN, *ASKS_BACK) if kinds & {PartKind.OBJECT, PartKind.OBJECT_AGAIN} else (TURN,)
    return [
        Part(PartKind.UNKNOWN) if part.kind is PartKind.UNKNOWN and part.ref.startswith(elsewhere) else part
        for part in body
    ]


def _said(
    turn: TurnContext, after: Rapport, replies: tuple[Part, ...], concerns: tuple[Part, ...], verdict: Part | None
) -> list[Part]:
    """What the rep's words call for: a remark, manners, answers, and one worry or a word on the next step."""
    if _has_asked(turn, replies, verdict):
        verdict = None
    replies = _besides_a_time(turn, after, replies)
    worry = _not_as_new(after, _one_worry(turn, _in_place(turn.persona, replies, concerns), verdict))
    body = [*_remarks(turn), *_manners(turn), *_told_why(turn, replies), *_in_order(turn, replies, worry)]
    pressed = ActKind.PRESSURE in turn.reading.kinds
    if pressed or any(part.kind in (PartKind.UNKNOWN, PartKind.GUARD) for part in body):
        body = [part for part in body if part.kind is not PartKind.SOFTEN]  # "go on" answers no question
    if any(part.kind in SPOKEN_OF for part in body):
        body = [part for part in body if part.kind is not PartKind.GUARD]  # nobody answers and dodges in one breath
    beside = any(part.kind in TOLD for part in replies)  # of two questions one has its answer
    if any(part.kind not in _ASIDES | {PartKind.OBJECT, PartKind.OBJECT_AGAIN} for part in body):
        body = [part for part in body if part.kind is not PartKind.UNKNOWN or (beside and part in replies)]
    elif any(part.kind in (PartKind.REACT, PartKind.SETTLE) for part in body):
        # who has just taken in what was said does not ask what was meant
        body = [part for part in body if part.kind is not PartKind.UNKNOWN or part.ref != ASKS_BACK[0]]
    if turn.reading.small_talk and turn.reading.words >= _CHATTERS_WORDS:
        # "isn't it a grand day, I said to my husband": nobody says of the husband that they could not tell
        body = [part for part in body if not (part.kind is PartKind.UNKNOWN and part.ref.startswith("about"))]
    if _wants_through(turn, after, body):
        body = [*(_remarks(turn) if crosses(turn.reading) else ()), _block(turn, after)]
    return body


def _in_order(turn: TurnContext, replies: tuple[Part, ...], concerns: tuple[Part, ...]) -> tuple[Part, ...]:
    """What is said about a worry follows the answer; that it is gone, the rep having just met it, comes before.

    So does what one has against the very caller, whose reason is the answer: "I thought we were finished. Nobody came."
    """
    told = {part.ref for part in replies if part.kind in TOLD or part.kind is PartKind.GUARD}
    reasons = turn.persona.objections_by_id
    before = [part for part in concerns if part.kind is PartKind.SETTLE]
    if turn.state.turn <= _INTRODUCED_BY:
        before += [one for one in concerns if one.kind is PartKind.OBJECT and reasons[one.ref].opens in told]
    return (*before, *replies, *(part for part in concerns if part not in before))


def _felt(body: Iterable[Part]) -> bool:
    """Whether the move takes in a kind word, or lets the rep ask: then no question of one's own follows."""
    return any(part.kind is PartKind.NUDGE and part.ref in TAKEN_IN - {"heard"} for part in body)


def _in_place(persona: Persona, replies: tuple[Part, ...], concerns: tuple[Part, ...]) -> tuple[Part, ...]:
    """A question that got its answer does not get the reason behind a concern as well."""
    if not any(part.kind in TOLD for part in replies):
        return concerns
    left_out = {PartKind.BEHIND, PartKind.SOFTEN} | ({PartKind.OBJECT_AGAIN} if _bared(persona, replies) else set())
    return tuple(part for part in concerns if part.kind not in left_out)


def _bared(persona: Persona, body: Iterable[Part]) -> bool:
    """Whether the buyer has just told something that was hard to say: then nothing else follows in the same breath."""
    told = [fact_of(persona, part.ref) for part in body if part.kind in TOLD]
    return any(fact.visible == "hidden" for fact in told)


def _goodbye(turn: TurnContext, after: Rapport) -> tuple[Part, ...]:
    kinds = turn.reading.kinds
    if after.left:
        return (Part(PartKind.LEAVE, after.left),)
    said_bye = ActKind.GOODBYE in kinds or Aside.SEE_YOU in turn.reading.asides
    reading = turn.reading
    asks = reading.is_question or reading.requests or Aside.ANYTHING_ELSE in reading.asides
    # "I'll have to call you back, bye" puts nothing forward
    asks = asks or ((_outright(turn) or (reading.proposes and ActKind.GOODBYE not in kinds)) and not after.agreed)
    bye = said_bye and not asks
    if after.agreed and turn.state.rapport.agreed:
        late = turn.state.closing_turns >= (LONGEST_CLOSING if asks else CLOSING_TURNS)
        done = bye or late
        thanked = ActKind.THANKS in kinds and not asks and turn.state.closing_turns > 0
        return (Part(PartKind.FAREWELL),) if done or thanked else ()
    parts = bye and not after.agreed and (ActKind.GOODBYE in kinds or turn.reading.words <= _ADDRESS_WORDS)
    return (Part(PartKind.UNAGREED_GOODBYE, "called" if turn.persona.rep_calls else ""),) if parts else ()


def _remarks(turn: TurnContext) -> Iterator[Part]:
    """One remark: on a red line, else on what the rep got wrong, else on how they talk, else on what they said."""
    if kind := next(crossed(turn.reading), None):
        yield _rebuked(turn, kind)
        return
    noticed = next((one for one in _NOTICED if one in turn.reading.notices and not _need_not_say(turn, one)), None)
    if turn.reading.correction >= 0:
        yield Part(PartKind.CORRECT, str(turn.reading.correction))
    elif noticed is not None:
        yield Part(PartKind.NOTICE, noticed.value)
    elif turn.state.talked_over >= TALKED_OVER:
        yield Part(PartKind.NOTICE, "talked_over")
    else:
        yield from _reacted(turn)


def _rebuked(turn: TurnContext, kind: ActKind) -> Part:
    """What the persona says to a red line of this kind; it has said so before: what anybody would say."""
    own = (one for one in reactions(turn) if kind in turn.persona.reactions[one].acts)
    if (index := next(own, None)) is not None:
        return Part(PartKind.REACT, str(index))
    return Part(PartKind.NOTICE, f"{'work' if turn.persona.rep_calls else 'home'}.{kind.value}")


def _need_not_say(turn: TurnContext, notice: Notice) -> bool:
    """Whether it need not be said (again): one takes questions one by one, and who asks has not asked nothing."""
    if notice is Notice.EARLY_PITCH and turn.reading.asked:
        return True
    return notice is Notice.MANY_QUESTIONS and f"notice.{notice.value}" in turn.state.used


def _reacted(turn: TurnContext) -> Iterator[Part]:
    """The persona's first reaction to this utterance, if it has one."""
    yield from (Part(PartKind.REACT, str(index)) for index in islice(reactions(turn), 1))


def _besides_a_time(turn: TurnContext, after: Rapport, replies: tuple[Part, ...]) -> tuple[Part, ...]:
    """What "I could come at ten, before he leaves" is answered with: a yes or a no, not what was told before."""
    asks_else = turn.reading.asked and not any(one.wants_yes_or_no for one in turn.reading.asked)
    if asks_else or not (after.proposed and turn.reading.times):
        return replies
    return tuple(part for part in replies if part.kind not in _NOTHING_NEW)


def _wants_through(turn: TurnContext, after: Rapport, body: list[Part]) -> bool:
    """Whether somebody who is not through yet asks to be: "I'd like to learn from Alan how they find help" does."""
    if after.stage + 1 >= len(turn.persona.stages):
        return False
    unanswered = bool(body) and all(part.kind is PartKind.UNKNOWN for part in body)
    says_why = unanswered and agreement.tells_what_for(turn.state, turn.reading)
    return says_why or Aside.PUT_THROUGH in turn.reading.asides


def _block(turn: TurnContext, after: Rapport) -> Part:
    """Whoever only puts people through asks for what they have to know, or turns the rep away."""
    return Part(PartKind.BLOCK, agreement.not_told(turn.persona, after) or turn.persona.stages[after.stage].id)


def _told_why(turn: TurnContext, replies: tuple[Part, ...]) -> Iterator[Part]:
    """Asked back about a question of one's own: why one wants to know, and the question in other words."""
    if not turn.reading.asks_back:
        return
    if turn.reading.asks_back == NOTHING:
        yield from () if replies else (Part(PartKind.NUDGE, "just_that"),)
    elif turn.reading.asks_back == NOT_YET:
        yield _why_not_yet(turn)
    elif Aside.WHY_ASK in turn.reading.asides:
        yield Part(PartKind.NUDGE, "because")
    else:
        yield Part(PartKind.WONDER, turn.reading.asks_back)


def _why_not_yet(turn: TurnContext) -> Part:
    repelled = has_had_enough(turn.persona, turn.state)
    return Part(PartKind.NUDGE, f"why_not_yet{'.red_lines' * repelled}")


def _misnamed(turn: TurnContext) -> bool:
    """Whether the rep calls whoever is on the line by another name than theirs."""
    if Aside.OTHER_NAME in turn.reading.asides and not turn.reading.rep_name:
        return True
    if turn.reading.words > _ADDRESS_WORDS:
        return False
    last = turn.reading.text.rpartition(" ")[2]
    return any(name.split()[0].lower() == last for name in _names_of_others(turn))


def _names_of_others(turn: TurnContext) -> set[str]:
    """The people of this call who are not on the line."""
    here = turn.persona.stages[turn.state.rapport.stage].name or turn.persona.name
    return {stage.name or turn.persona.name for stage in turn.persona.stages} - {here}


def _manners(turn: TurnContext) -> Iterator[Part]:
    kinds = turn.reading.kinds
    if turn.reading.small_talk and turn.state.turn <= SMALL_TALK_TURNS:
        yield Part(PartKind.PLEASANTRY)
    elif Aside.CHAT in turn.reading.asides:
        yield Part(PartKind.PLEASANTRY, "chat")
    else:
        yield from (Part(PartKind.PLEASANTRY, one.value) for one in _ODD if one in turn.reading.asides)
    if Aside.IS_THIS in turn.reading.asides and _is_asked_for(turn):
        yield Part(PartKind.NAME, "speaking")
    elif Aside.SPELL in turn.reading.asides:
        yield Part(PartKind.NAME, "spelled")
    elif Aside.FIRST_NAME in turn.reading.asides:
        yield Part(PartKind.NUDGE, "of_course")
    elif ActKind.ASKS_NAME in kinds and not _reacts_to(turn, ActKind.ASKS_NAME):
        yield Part(PartKind.NAME)
    elif _misnamed(turn):
        yield Part(PartKind.NAME, "misnamed")
    if turn.reading.recollects is not None:
        yield Part(PartKind.REMEMBER, turn.reading.recollects)
    if ActKind.ASKS_CONTACT in kinds:
        given = "contact:" in turn.state.used
        yield Part(PartKind.CONTACT, "again" if given else "")
    yield from (Part(PartKind.PLEASANTRY, aside.value) for aside in PERSONAL if aside in turn.reading.asides)
    yield from _leave_given(turn)


def _leave_given(turn: TurnContext) -> Iterator[Part]:
    """The minutes that are asked for, or leave to ask something."""
    at_the_desk = turn.state.rapport.stage + 1 < len(turn.persona.stages)  # whose minutes are not theirs to give
    given = any(group.startswith("give_time") for group in turn.state.used)
    besides = given and turn.reading.asked  # "then I'll be quick: what do you see?" has had its "go ahead"
    if ActKind.ASKS_FOR_TIME in turn.reading.kinds and not (_has_begun(turn) or at_the_desk or besides):
        yield Part(PartKind.GIVE_TIME, "again" if given else "")
    elif turn.reading.is_question or at_the_desk:
        return
    elif Aside.ASKS_LEAVE in turn.reading.asides:
        yield Part(PartKind.NUDGE, "ask_away")
    elif Aside.OFFERS_MORE in turn.reading.asides and not (turn.reading.proposes or turn.state.rapport.agreed):
        yield Part(PartKind.NUDGE, "please_do")


def _reacts_to(turn: TurnContext, kind: ActKind) -> bool:
    """Whether the persona has words of its own for this act, and says them now."""
    return any(kind in turn.persona.reactions[index].acts for index in reactions(turn))


def _is_asked_for(turn: TurnContext) -> bool:
    """Whether the one who is asked for is the one on the line."""
    elsewhere = {word for name in _names_of_others(turn) for word in name.lower().split()}
    return elsewhere.isdisjoint(turn.reading.text.split())


def _has_begun(turn: TurnContext) -> bool:
    """Whether "just five minutes" is about a next step: on a call well under way nobody asks for a moment any more."""
    return turn.reading.proposes or turn.state.rapport.proposed


def _has_asked(turn: TurnContext, replies: tuple[Part, ...], verdict: Part | None) -> bool:
    """Whether the rep got an answer: what stands before a next step can wait till they propose one outright."""
    if verdict is None or not any(part.kind in SPOKEN_OF for part in replies):
        return False
    return verdict.kind in _WAITS and not _outright(turn)


def _outright(turn: TurnContext) -> bool:
    """Whether the rep proposes to meet, with a day or in so many words."""
    return turn.reading.offers_time or turn.reading.suggests_meeting


def _one_worry(turn: TurnContext, concerns: tuple[Part, ...], verdict: Part | None) -> tuple[Part, ...]:
    if verdict is None:
        return concerns
    if verdict in _DECLINED and any(part.kind is PartKind.SETTLE for part in concerns):
        verdict = Part(PartKind.NOT_YET, "settled")  # what has just been met is not as good as nothing
    same = [part for part in concerns if part.ref == verdict.ref and part.kind is not PartKind.SOFTEN]
    if _outright(turn) and any(
        part.kind is PartKind.OBJECT for part in same
    ):  # new, and in the way of what was just proposed
        spoken_to = objections.is_spoken_to(turn.persona, verdict.ref, turn.reading)
        first = Part(PartKind.NUDGE, "first_still" if spoken_to else "first")
        return (*(part for part in concerns if part not in same), first, *same)
    if same:
        return concerns
    return (*(part for part in concerns if part.kind in (PartKind.SETTLE, PartKind.TELL)), verdict)


def _not_as_new(after: Rapport, concerns: tuple[Part, ...]) -> tuple[Part, ...]:
    """A worry of which the rep has spoken, now or earlier in the call, is voiced with a word on that."""
    first = next((one for one in concerns if one.kind is PartKind.OBJECT), None)
    if first is None or not objections.is_answered(after, first.ref):
        return concerns
    rest = (one for one in concerns if one.kind is not PartKind.NUDGE and one is not first)
    return (*rest, Part(PartKind.NUDGE, "first_still"), first)


def _moves_on(turn: TurnContext, after: Rapport) -> list[Part]:
    asides = turn.reading.asides
    if Aside.ANYTHING_ELSE in asides and any(part.kind is PartKind.NOT_YET for part in turn.state.last):
        return [_why_not_yet(turn)]
    if Aside.ANYTHING_ELSE in asides:
        return [Part(PartKind.NUDGE, "nothing_else")]
    if after.agreed:
        return [Part(PartKind.CONFIRM)]
    if Aside.WAITS in asides and turn.state.turn <= SMALL_TALK_TURNS:
        return [Part(PartKind.NUDGE, "held")]
    if after.stage + 1 < len(turn.persona.stages) and not _only_says_hello(turn):
        return [_block(turn, after)]
    return [Part(PartKind.NUDGE, _nudge(turn, after))]


def _only_says_hello(turn: TurnContext) -> bool:
    """Whether nobody has said yet who calls and what for: then there is nobody to turn away."""
    return (
        turn.state.turn == 1 and bool(turn.reading.kinds) and turn.reading.kinds <= {ActKind.GREETING, ActKind.THANKS}
    )


def _nudge(turn: TurnContext, after: Rapport) -> str:
    """What keeps a conversation going in which nothing was asked, raised or offered."""
    kinds = turn.reading.kinds
    outgoing = turn.persona.rep_calls
    if turn.reading.only_thanks:
        return "welcome"
    introduces = outgoing and turn.state.turn == 1  # whoever picks up asks what it is about
    if introduces or (kinds and kinds <= _GREETINGS and turn.state.turn <= SMALL_TALK_TURNS):
        return "greeted" if outgoing else "what_else"
    if ActKind.CHECKS_SETTLED in kinds or Aside.SUITS in turn.reading.asides:
        return "checked" if not after.concerns else "not_settled"
    if outgoing and stuck(turn.state) and turn.reading.words <= SAYS_LITTLE_WORDS:
        return "lost"
    waiting = not outgoing and not after.concerns and len(after.told) >= 2
    return "next" if waiting and turn.state.turn % 2 else "go_on"
