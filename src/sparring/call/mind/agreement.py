"""When the buyer agrees, when they are put through, when they leave.

Flows in: a reading and rapport. Flows out: rapport after it and what the buyer says about the next step.
"""

import re
from collections.abc import Iterator

from sparring.call.mind.decision import ANY_HOUR, KEPT, SPOKEN_OF, Part, PartKind
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.offered_times import asks_when_to_meet, names_hour
from sparring.call.mind.heard.sentences import normalised
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.heard.whole_asides import Aside
from sparring.call.mind.red_lines import crosses, has_had_enough, nobody_agrees_to, times_crossed
from sparring.call.mind.state import BuyerState, Rapport
from sparring.persona import Difficulty, HangUp, HangUpCause, Persona
from sparring.speech_acts import ActKind

_SMALL = frozenset({"at", "on", "in", "the", "then", "o'clock"})
# How much sooner or later than the persona says each setting leaves
_LENIENCY: dict[Difficulty, int] = {"easy": 1, "normal": 0, "hard": -1}
# Nobody has to be told to leave for these; a persona may say how often and in which words
_USUAL: dict[HangUpCause, int] = {
    HangUpCause.ABUSE: 2,
    HangUpCause.PRESSURE: 4,
    HangUpCause.RED_LINES: 3,
    HangUpCause.BRUSHED_ASIDE: 5,
    HangUpCause.GIBBERISH: 4,
    HangUpCause.PATIENCE: 1,
    HangUpCause.TIME_UP: 1,
}
_CAUSES: dict[ActKind, HangUpCause] = {
    ActKind.ABUSE: HangUpCause.ABUSE,
    ActKind.PRESSURE: HangUpCause.PRESSURE,
    ActKind.DISPARAGES: HangUpCause.DISPARAGES,
    ActKind.OFFERS_VALUE_FOR_REFERRALS: HangUpCause.OFFERS_VALUE,
    ActKind.GIBBERISH: HangUpCause.GIBBERISH,
}
_PUT_OFF = frozenset({PartKind.NOT_YET, PartKind.OBJECT_FIRST, PartKind.NO_TIME})
_SAYS_WHO = frozenset({ActKind.GIVES_NAME, ActKind.GIVES_AGENCY})
_SAYS_WHY = frozenset({ActKind.STATES_PURPOSE})
_IS_ABOUT = re.compile(
    r"\b(?:it's|this is|it is|that's|i(?:'m| am)? call(?:ing|ed)?|calling) "
    r"(?:(?:just|really|mostly|only) )?(?:about|regarding|concerning|because)\b"
    r"|\b(?:talk|speak|through) (?:to|with) (?:\w+ ){1,3}(?:about|regarding|concerning)\b"
    r"|\b(?:minutes?|moment|word|call|chat|question) (?:with|of|for) (?:\w+ ){1,4}"
    r"(?:about|regarding|concerning|on how|to (?:ask|hear|learn|find out|understand))\b"
    r"|\b(?:ask|learn from|tell|show) (?:him|her|them|dr|mr|mrs|ms|[a-z]+) (?:\w+ ){0,4}?"
    r"(?:about|how|what|where|whether|one question|something about)\b"
    r"|\bi(?:'d| would) (?:(?:just|only|really|also) )?(?:like|love|want) to (?:learn|understand|hear|find out|see)\b"
)
_A_REASON_WORDS = 5
_OF_THE_CASE = 2  # what a fact about the case is worth beside a small matter
SHORT_PATIENCE = 16  # points left when the buyer says so
SHORT_TIME = 0.75  # of the time limit


def put_through(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Rapport:
    """Count the wishes of whoever stands before the decision maker; enough of them and the rep is through."""
    stage = persona.stages[rapport.stage]
    if rapport.stage + 1 >= len(persona.stages):
        return rapport
    kinds = reading.kinds | ({ActKind.STATES_PURPOSE} if tells_what_for(state, reading) else frozenset())
    if _names_agency(persona, state, reading):
        kinds = kinds | {ActKind.GIVES_AGENCY}
    met = {i for i, acts in enumerate(stage.wishes) if not kinds.isdisjoint(acts)} | set(rapport.wishes_met)
    now = changed(rapport, wishes_met=tuple(sorted(met)))
    if len(met) < min(len(stage.wishes), persona.thresholds(state.difficulty).gate) or not_told(persona, now):
        return now
    if crosses(reading) or has_had_enough(persona, state):
        return now
    return changed(rapport, stage=rapport.stage + 1, wishes_met=())


def not_told(persona: Persona, rapport: Rapport) -> str:
    """What whoever stands before the decision maker has to know first: "who" calls, "why"; empty: nothing more.

    Nobody is put through on a name alone, nor without one, however polite they are.
    """
    wishes = persona.stages[rapport.stage].wishes
    for what, acts in (("who", _SAYS_WHO), ("why", _SAYS_WHY)):
        asking = {i for i, wish in enumerate(wishes) if acts.issuperset(wish)}
        if asking and asking.isdisjoint(rapport.wishes_met):
            return what
    return ""


def _names_agency(persona: Persona, state: BuyerState, reading: Reading) -> bool:
    """Whether the rep's agency is named, in whatever form: "Hal Burke, from Willow Lane Home Care"."""
    agency = normalised(persona.agency) if persona.agency else ""
    named = bool(agency) and agency in reading.text
    says_where_from = f" from {agency}" in reading.text  # "do you know Willow Lane?" says nothing about oneself
    return named and (says_where_from or not reading.asked or tells_what_for(state, reading))


def tells_what_for(state: BuyerState, reading: Reading) -> bool:
    """Whether a rep who was just asked what it is about says something, or says outright what it is about."""
    if _IS_ABOUT.search(reading.text):
        return True
    asked = any(part.kind is PartKind.BLOCK and part.ref != "who" for part in state.last)
    # "Home care for his patients. When can I get him?" says why before it asks
    says = max(len(one.split()) for one in reading.claims.split("|"))
    return asked and (says >= _A_REASON_WORDS or (reading.words > _A_REASON_WORDS and not reading.is_question))


def on_the_table(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Rapport:
    """Remember a proposed next step and the times named for it."""
    if rapport.agreed or rapport.stage + 1 < len(persona.stages):
        return rapport
    if not _proposes(persona, state, reading):
        return _settled_on(rapport, reading)
    # "you call me at six to test it. Would that do?" is about the day that was proposed before
    times = reading.times if reading.proposes or not rapport.times else rapport.times
    return changed(rapport, proposed=True, times=times or rapport.times)


def _settled_on(rapport: Rapport, reading: Reading) -> Rapport:
    """Of two days that were offered the one that the rep names alone afterwards: "see you Saturday at ten, then"."""
    named = [one for one in reading.times if any(_is_same_day(one, other) for other in rapport.times)]
    settles = rapport.proposed and len(rapport.times) > 1 and len(named) == 1
    return changed(rapport, times=tuple(named)) if settles else rapport


def _is_same_day(one: str, other: str) -> bool:
    """Whether a day was named before, if in more words or fewer: "Saturday" and "Saturday morning at ten"."""
    these, those = (set(normalised(time).split()) - _SMALL for time in (one, other))
    return bool(these and those) and (these <= those or those <= these)


def decided(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> tuple[Rapport, Part | None]:
    """Agree to what is on the table, or say what is missing. A refusal takes the proposal off the table."""
    if rapport.agreed:
        return _rearranged(state, rapport, reading)
    if not rapport.proposed:
        return rapport, None
    fresh = _proposes(persona, state, reading)
    lacking = _after_red_lines(persona, state, reading) or missing(persona, state.difficulty, rapport)
    if not lacking:
        return changed(rapport, agreed=True), Part(PartKind.AGREE, _chosen(rapport.times))
    if lacking == ("time",):
        return rapport, Part(PartKind.NO_TIME, "asked" if reading.asks_when else "") if fresh else None
    if lacking[0].startswith("concern:"):
        return rapport, Part(PartKind.OBJECT_FIRST, lacking[0].removeprefix("concern:")) if fresh else None
    return changed(rapport, proposed=False), Part(PartKind.NOT_YET, _left_to_do(lacking)) if fresh else None


def _after_red_lines(persona: Persona, state: BuyerState, reading: Reading) -> tuple[str, ...]:
    """What stands in the way of everything else: the red lines so far, or the one in this very breath."""
    if has_had_enough(persona, state):
        return ("red_lines",)
    return ("breath",) if nobody_agrees_to(persona, reading) else ()


def _left_to_do(lacking: tuple[str, ...]) -> str:
    """What a refusal says is missing: trust when nothing is left to object or to ask, or questions about the case."""
    if lacking == ("red_lines",):
        return "red_lines"
    if not set(lacking) - {"trust", "time"}:
        return "trust"
    return "facts" if any(one.startswith("fact") for one in lacking) else ""


def _rearranged(state: BuyerState, rapport: Rapport, reading: Reading) -> tuple[Rapport, Part | None]:
    """Another day than the one agreed on, if the rep names one: "no, I said Tuesday"; of two, the one agreed on."""
    if reading.asks_hour:
        kept = KEPT + rapport.times[0] if names_hour(rapport.times[0]) else ANY_HOUR
        return rapport, Part(PartKind.CONFIRM, kept)
    agreed = normalised(" ".join(rapport.times)).split()
    known = [one for one in reading.times if set(normalised(one).split()) <= {*agreed, *_SMALL}]
    other = next((one for one in reading.times if one not in known), "")
    if not (state.rapport.agreed and agreed and other) or (reading.asked and not reading.offers_time):
        return rapport, None
    if known:  # "Thursday at one then, or Friday?"
        return rapport, Part(PartKind.CONFIRM, KEPT + known[0])
    return changed(rapport, times=(other,)), Part(PartKind.CONFIRM, other)


def missing(persona: Persona, difficulty: Difficulty, rapport: Rapport) -> tuple[str, ...]:
    """What stands between the buyer and the next step, most pressing first."""
    wanted = persona.agrees_when
    lacking = [f"concern:{concern.id}" for concern in rapport.concerns]
    lacking += [f"objection:{one}" for one in wanted.objections if one not in rapport.settled + _open(rapport)]
    lacking += [f"fact:{fact}" for fact in wanted.facts if fact not in rapport.told]
    if _learned(persona, rapport) < _OF_THE_CASE * wanted.facts_at_least:
        lacking.append("facts")
    if rapport.trust < persona.thresholds(difficulty).trust_to_agree:
        lacking.append("trust")
    if wanted.needs_time and not rapport.times:
        lacking.append("time")
    return tuple(lacking)


def _learned(persona: Persona, rapport: Rapport) -> int:
    """How much the rep has found out: small matters count too, each for half of one that the case turns on."""
    told = set(rapport.told)
    return _OF_THE_CASE * len(told) - (_OF_THE_CASE - 1) * len(told & persona.small_matters)


def leaves(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Rapport:
    """Hang up when it is enough. Who has agreed leaves, and takes it back, for a red line crossed once too often."""
    if rapport.left:
        return rapport
    for cause, count in _counts(persona, state, rapport, reading):
        limit = limit_of(persona, state.difficulty, cause)
        if limit is not None and count >= limit:
            if not rapport.agreed:  # whatever it is that was once too often, an insult is what one hangs up on
                return changed(rapport, left=(HangUpCause.ABUSE if ActKind.ABUSE in reading.kinds else cause).value)
            if cause is HangUpCause.RED_LINES and nobody_agrees_to(persona, reading):
                return changed(rapport, left=cause.value, agreed=False)
    return rapport


def limit_of(persona: Persona, difficulty: Difficulty, cause: HangUpCause) -> int | None:
    """How often `cause` may occur before the buyer leaves; None: it never drives this one away."""
    own = hang_up_of(persona, cause)
    times = own.times if own else _USUAL.get(cause)
    if times is None or cause in (HangUpCause.PATIENCE, HangUpCause.TIME_UP):
        return times
    return max(1, times + _LENIENCY[difficulty])


def hang_up_of(persona: Persona, cause: HangUpCause) -> HangUp | None:
    """What the persona says about leaving for `cause`."""
    return next((one for one in persona.hangs_up_when if one.cause is cause), None)


def warning(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> Part | None:
    """A last word before leaving: about abuse each time, about time and patience once."""
    if ActKind.ABUSE in reading.kinds:
        return Part(PartKind.WARN, HangUpCause.ABUSE.value)
    limit_s = persona.thresholds(state.difficulty).time_limit_s
    late = limit_s is not None and reading.end_ms >= limit_s * 1_000 * SHORT_TIME
    if not state.warned and not rapport.agreed and (late or rapport.patience <= SHORT_PATIENCE):
        return Part(PartKind.SHORT_OF_TIME)
    return None


def _proposes(persona: Persona, state: BuyerState, reading: Reading) -> bool:
    wanted = persona.agrees_when
    on_the_table = state.rapport.proposed or any(part.kind in _PUT_OFF for part in state.last)
    if Aside.SUITS in reading.asides and on_the_table:
        return True
    if reading.suggests_meeting and ActKind.PROPOSES_NEXT_STEP in wanted.acts:
        return True
    named = (reading.states if any(one.written for one in reading.asked) else reading.says)(wanted.cues)
    if not wanted.needs_time:  # "can you come to the interview tomorrow at nine"
        named = (reading.states(wanted.cues) and not reading.asked) or (named and bool(reading.times))
    # who looks for work and is asked in on Tuesday at ten needs no word "interview"
    asked_in = reading.offers_time and not wanted.acts
    if asked_in or (named and (reading.times or reading.is_question or not wanted.needs_time)):
        return True
    if ActKind.ASKS_CONTACT in reading.kinds and not reading.times:
        return False  # "your number, in case we get cut off, so that I can call you back" is manners
    if not reading.kinds.isdisjoint(wanted.acts) or (reading.offers_time and ActKind.PROPOSES_NEXT_STEP in wanted.acts):
        return True
    # "Thursday at two?" answers "when did you have in mind?", "Wednesday at ten is good" takes the day just named
    # and "Wednesday at four it is" goes past a refusal, which is said again and not answered with a "sure"
    put_off = {PartKind.NO_TIME} if reading.asked else {PartKind.NO_TIME, PartKind.NOT_YET}
    return bool(reading.times) and (any(part.kind in put_off for part in state.last) or _was_told_when(state))


def _was_told_when(state: BuyerState) -> bool:
    """Whether the rep has just asked for a good day to meet and been told one; `state` counts this turn already."""
    asked = state.rep_said[-2:-1]
    told = any(part.kind in SPOKEN_OF for part in state.last)
    return told and any(asks_when_to_meet(one, spoken_of=True) for one in asked)


def _open(rapport: Rapport) -> tuple[str, ...]:
    return tuple(concern.id for concern in rapport.concerns)


def _chosen(times: tuple[str, ...]) -> str:
    return times[0] if times else ""


def _counts(
    persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading
) -> Iterator[tuple[HangUpCause, int]]:
    """What has occurred so far and how often, this turn included (`state` already counts it)."""
    for act, cause in _CAUSES.items():
        if act in state.heard:
            yield cause, state.heard[act]
    if crossings := times_crossed(state):
        yield HangUpCause.RED_LINES, crossings
    if rapport.brushed_aside:
        yield HangUpCause.BRUSHED_ASIDE, rapport.brushed_aside
    if rapport.patience <= 0:
        yield HangUpCause.PATIENCE, 1
    limit_s = persona.thresholds(state.difficulty).time_limit_s
    if limit_s is not None and reading.end_ms >= limit_s * 1_000:
        yield HangUpCause.TIME_UP, 1
