"""What only the call so far can tell about an utterance: that it repeats, comes too early, or contradicts.

Flows in: an utterance as understood, and the state before it. Flows out: the same reading, with what a person notices.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sparring.call.mind.decision import SPOKEN_OF, PartKind
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.answer_fit import PARTICULARS
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.offered_times import asks_hour, asks_if_suits, asks_when_to_meet, asks_which
from sparring.call.mind.heard.presuppositions import numbers
from sparring.call.mind.heard.pronouns import with_names
from sparring.call.mind.heard.questions import VAGUE, Question
from sparring.call.mind.heard.recollection import recollected
from sparring.call.mind.heard.repairs import puts_right
from sparring.call.mind.heard.sentences import bare, normalised
from sparring.call.mind.heard.summaries import checked
from sparring.call.mind.heard.utterance import NOT_YET, NOTHING, Notice, Reading
from sparring.call.mind.heard.whole_asides import Aside
from sparring.call.mind.state import BuyerState
from sparring.persona import Fact, Persona
from sparring.speech_acts import ActKind, Topic
from sparring.speech_acts.learned.word_vectors import word_vectors

LONG_WORDS = 110
LONG_MS = 45_000
_REPEAT_OVERLAP = 0.8  # share of words in common that makes two utterances the same one
_SMALL_TALK_TURNS = 2  # later "how are you doing?" is meant
_SEVERAL = 3  # words: a name or two may be in no table
_MANY_QUESTIONS = 3
_CHOICES = ("is it ", "is that ", "or ")  # offered with a question, they are part of it
_REMEMBERED = 12  # utterances back
_SHORT_PITCH_WORDS, _INTRODUCTION_WORDS = 25, 40
_TWO = 2  # utterances: whoever picks up says hello before they are told what it is about
_PITCHES = frozenset({ActKind.CAPABILITY, ActKind.PROOF, ActKind.SERVICE_PROMISE, ActKind.STAFFING})
_CONCERNS = frozenset({PartKind.OBJECT, PartKind.OBJECT_AGAIN, PartKind.OBJECT_FIRST, PartKind.SOFTEN, PartKind.BEHIND})
_ASKED_TO_REPEAT = (PartKind.SAY_AGAIN, PartKind.CHECK_LINE)
_OWN_QUESTIONS = (PartKind.WONDER, PartKind.WONDER_AGAIN)
_SORRY = re.compile(r"\b(?:i'm|i am|im) (?:so |really |very |truly |just )*sorry\b(?! (?:but|what|could|can|to))")
_POINTERS = frozenset({"they", "them", "that", "it", "those", "these", "one"})
_SHORT_QUESTION, _FRAGMENT = 6, 3  # words
_ONE_BREATH = 12  # words that ask for one thing: "when will she call you, did I say?"
_EXCLAIMED = frozenset(
    {"my", "god", "gosh", "goodness", "wow", "wait", "really", "what", "jesus", "man", "boy", "only"}
)
_WHICH = ("which one", "which ones")  # of nothing that was told: one asks back
_SEQUELS = frozenset(
    {
        "so what do you do", "and what do you do", "what did you do", "what did you do then", "what do you do about it",
        "how often does that happen", "does that happen a lot", "does that happen often", "how often is that",
        "how often does it happen", "how often does that come up", "does that come up a lot", "is that a lot",
        "what do you do then", "what happens then", "what did they do", "what happened there",
        "and what happened there",
    }
)  # fmt: skip
_OF_A_MEETING = frozenset({PartKind.AGREE, PartKind.NO_TIME, PartKind.NOT_YET, PartKind.OBJECT_FIRST})
_EVADED = frozenset({PartKind.UNKNOWN, PartKind.OPEN})  # told nothing that was asked
_FACTS = (PartKind.TELL, PartKind.COME_BACK, PartKind.TELL_MORE, PartKind.RECALL, PartKind.GUARD)
_OURS = frozenset({"we", "our", "us", "we're", "ours"})
_ASKS_OF_YOU = frozenset({ActKind.ASKS_CONTACT, ActKind.ASKS_NAME, ActKind.PRICE, ActKind.PROPOSES_NEXT_STEP})
_WHAT_IS_MISSING = re.compile(  # asked after "I'm not there yet"
    r"what (?:would|do|else would) you (?:need|have|want|like) to (?:see|hear|know|have)\b|what(?:'s| is) missing\b"
    r"|what would it take\b|what would (?:make|get|bring) you\b"
)
_YOUR_QUESTION = re.compile(r"\bwhat (?:did you (?:ask|want to know)|was (?:your|the) question|were you asking)\b")
_PRICE_WORDS = ("charge", "cost", "price", "rate", "how much", "an hour", "afford", "pay")


def read(persona: Persona, state: BuyerState, reading: Reading) -> Reading:
    """`reading` in the light of the call so far."""
    if reading.as_written is not None and _means_it(persona, state, reading.as_written):
        reading = reading.as_written
    reading = _asking_back(state, reading) if state.turn else reading
    reading = checked(persona, state, reading) if state.turn else reading
    reading = with_names(persona, state.said[-1] if state.said else "", reading) if reading.asked else reading
    reading = _asking_on(state, reading) if reading.asks_on or Aside.WHY_ASK in reading.asides else reading
    reading = _left_to_choose(state, reading)
    reading = _after_what_was_told(state, reading) if reading.asked else reading
    reading = _put_right(state, reading) if reading.asked and puts_right(reading.text) else reading
    reading = _about_what_was_told(state, reading)
    if "sorry" in reading.text and _has_told(state) and _SORRY.search(reading.text):
        reading = changed(reading, kinds=reading.kinds | {ActKind.EMPATHY})  # after a story, sorry is meant for it
    if reading.small_talk and not reading.asked and state.turn > _SMALL_TALK_TURNS:
        meant = Question(Topic.FEELINGS, is_open=True, text=reading.text, found=reading.found)
        reading = changed(reading, asked=(meant,), small_talk=False)
    if reading.amounts and len(own := _own_prices(state, reading)) < len(reading.amounts):
        names_one = own or _names_a_figure(state, reading)
        reading = changed(reading, amounts=own, kinds=reading.kinds if names_one else reading.kinds - {ActKind.PRICE})
    if ActKind.PROOF in reading.kinds and _only_repeats_numbers(state, reading):
        reading = changed(reading, kinds=reading.kinds - {ActKind.PROOF})
    if reading.offers_time and _only_repeats_a_day(state, reading):
        reading = changed(reading, offers_time=False)
    notices = frozenset(_notices(state, reading))
    return changed(reading, notices=notices) if notices else reading


def _means_it(persona: Persona, state: BuyerState, reading: Reading) -> bool:
    """Whether what is a way to ask for a fact is one here: not at another's desk, not "how are you" for a hello."""
    if state.turn < _SMALL_TALK_TURNS and reading.words <= _SHORT_QUESTION:
        return False
    return any(written_for(persona, state, one) for one in reading.asked if one.written)


def written_for(persona: Persona, state: BuyerState, asked: Question) -> Fact | None:
    """The fact that a question is a way to ask for, word for word, where it makes sense after what was said last."""
    here = persona.stages[state.rapport.stage].id
    facts = [persona.facts[place] for place in sorted(asked.written)]
    facts = [one for one in facts if (one.stage or persona.stages[-1].id) == here]
    last = {part.ref for part in state.last if part.kind in _FACTS}
    led_to = [one for one in facts if not last.isdisjoint(one.needs.after)]
    if not asked.words:  # "since when?" is about what was said last, whatever else it may be about
        facts = [one for one in facts if not (last or one.needs.after)]
    told = set(state.rapport.told)
    possible = [one for one in facts if len(asked.words) > 1 or told.issuperset(one.needs.after)]
    untold = [one for one in possible if one.id not in told]
    return next(iter((*led_to, *untold, *possible)), None)


def _asking_back(state: BuyerState, reading: Reading) -> Reading:
    """To hear back what the rep has said themselves, or what the buyer wanted to know, is asked of nothing else."""
    for one in reading.asked or _asked_by_manners(reading):
        if one.written:
            continue
        rest = tuple(other for other in reading.asked if other is not one)
        if _WHAT_IS_MISSING.match(bare(one.text)) and any(part.kind is PartKind.NOT_YET for part in state.last):
            return changed(reading, asked=rest, asks_back=NOT_YET)
        if _YOUR_QUESTION.search(one.text) and state.wondered:
            return changed(reading, asked=rest, asks_back=state.wondered[-1])
        whole = reading.words <= _ONE_BREATH
        thing = recollected(state, changed(one, text=reading.text) if whole else one)
        if thing is not None:
            kinds = reading.kinds - _ASKS_OF_YOU
            return changed(reading, asked=() if whole else rest, recollects=thing, kinds=kinds)
    return reading


def _asked_by_manners(reading: Reading) -> tuple[Question, ...]:
    """As in "what's her number again?", when it is not the buyer's own that is asked for."""
    manners = not reading.kinds.isdisjoint(_ASKS_OF_YOU) and "your" not in reading.text.split()
    return (Question(None, is_open=False, text=reading.text),) if manners else ()


def _asking_on(state: BuyerState, reading: Reading) -> Reading:
    """A "why?" is about the concern, the fact or the question that the buyer has just come out with."""
    last = {part.kind: part.ref for part in state.last}
    if reading.asks_on.endswith(_WHICH) and last.keys().isdisjoint(_FACTS):
        return changed(reading, asked=(Question(None, is_open=False, text=reading.asks_on),))
    asked = tuple(one for one in reading.asked if one.text != reading.asks_on)
    question = next((last[kind] for kind in _OWN_QUESTIONS if kind in last), "")
    voiced = reading.asks_on and not _CONCERNS.isdisjoint(last) and not _wants_particulars(reading)
    if voiced or (Aside.WHY_ASK in reading.asides and state.rapport.concerns and not question):
        return changed(reading, asked=asked, kinds=reading.kinds | {ActKind.ASKS_ABOUT_OBJECTION})
    if reading.asks_on and any(one.topic not in VAGUE for one in asked):
        return changed(reading, asked=asked)  # "has he fallen before, and what happened then?" is one question
    if question and _wants_particulars(reading):
        question = ""
    if reading.asks_on and PartKind.NOT_YET in last:
        question = NOT_YET
    if question:
        return changed(reading, asked=asked, asks_back=question)
    return _asking_on_a_fact(state, reading, asked)


def _left_to_choose(state: BuyerState, reading: Reading) -> Reading:
    """A "when could I come by?" wants no fact, and puts a meeting forward."""
    if reading.needs_time and state.rapport.agreed and state.rapport.times:
        rest = tuple(one for one in reading.asked if one.written or not asks_hour(bare(one.text)))
        asks = len(rest) < len(reading.asked) or asks_hour(bare(reading.text))
        agreed = normalised(state.rapport.times[0])
        if asks and all(normalised(one) in agreed for one in reading.times):
            return changed(reading, asked=rest, asks_hour=True)
    spoken_of = state.rapport.proposed or any(part.kind in _OF_A_MEETING for part in state.last)
    if reading.times:
        rest = tuple(
            one for one in reading.asked if not (asks_which(one.text) or asks_if_suits(one.text, reading.times))
        )
        return changed(reading, asked=rest, suggests_meeting=True) if len(rest) < len(reading.asked) else reading
    if reading.knows_when or not (reading.needs_time and asks_when_to_meet(reading.text, spoken_of=spoken_of)):
        return reading  # "what days are you free" asks somebody who looks for work for their days
    rest = tuple(one for one in reading.asked if not asks_when_to_meet(one.text, spoken_of=spoken_of))
    return changed(reading, asked=rest, asks_when=True, suggests_meeting=True)


def _after_what_was_told(state: BuyerState, reading: Reading) -> Reading:
    told = next((part.ref for part in reversed(state.last) if part.kind in SPOKEN_OF), "")
    return changed(reading, asked=tuple(changed(one, after=told) for one in reading.asked)) if told else reading


def _put_right(state: BuyerState, reading: Reading) -> Reading:
    """What was told last is not what "no, I meant how often" asks for."""
    told = frozenset(part.ref for part in state.last if part.kind in SPOKEN_OF)
    asked = tuple(one if one.written else changed(one, not_these=told, on="") for one in reading.asked)
    return changed(reading, asked=asked, puts_right=True)


def _pressing(state: BuyerState, words: str) -> Question:
    """To "like what?", after what told nothing: what was asked before, or what the buyer began the call with."""
    opened = any(part.kind is PartKind.OPEN for part in state.last)
    before = normalised(state.said[-1]) if opened else state.rep_said[-1]
    told = frozenset(state.rapport.told)
    return Question(None, is_open=True, text=f"{before} {words}", not_these=told, pressed=True)


def _asking_on_a_fact(state: BuyerState, reading: Reading, asked: tuple[Question, ...]) -> Reading:
    last = {part.kind: part.ref for part in state.last}
    fact = next((last[kind] for kind in _FACTS if kind in last), "")
    if not fact and reading.asks_on in _SEQUELS:
        return reading
    if not fact:
        if reading.asks_on and _wants_particulars(reading):
            return changed(reading, asked=(*asked, Question(None, False, reading.asks_on)))
        vague = all(one.topic in VAGUE for one in reading.asked)
        if vague and reading.asks_on and (state.rep_said or state.said) and not _EVADED.isdisjoint(last):
            return changed(reading, asked=(*asked, _pressing(state, reading.asks_on)))
        return changed(reading, asked=asked, asks_back=NOTHING) if vague and reading.asks_on else reading
    return changed(reading, asked=(*asked, Question(None, True, reading.asks_on or reading.text, on=fact)))


def _wants_particulars(reading: Reading) -> bool:
    """Whether a "when was that?" wants a date, a place, a number or a name, and not only that one goes on."""
    return Question(None, False, reading.asks_on).form in PARTICULARS


def _about_what_was_told(state: BuyerState, reading: Reading) -> Reading:
    """A short question with no word of its own is about what was just spoken of: "by yourself?", "any good?"."""
    spoken_of = next((part.ref for part in state.last if part.kind in _FACTS), "")
    if len(reading.asked) != 1 or not spoken_of or reading.asked[0].written:
        return reading
    if not _points_back(reading.asked[0]) and not _picks_up_a_word(reading.asked[0], state.said[-1]):
        return reading
    return changed(reading, asked=(changed(reading.asked[0], on=spoken_of),))


def _has_told(state: BuyerState) -> bool:
    return any(part.kind in SPOKEN_OF for part in state.last)


def _points_back(asked: Question) -> bool:
    words = asked.text.split()
    if asked.on or asked.found or asked.words or asked.topic not in VAGUE or len(words) > _SHORT_QUESTION:
        return False
    fragment = len(words) <= _FRAGMENT and not asked.is_open and asked.form is not AnswerForm.WHO
    return fragment or not _POINTERS.isdisjoint(words)


def _picks_up_a_word(asked: Question, said: str) -> bool:
    """As in "which three?" after "I have my three", or "oh my, eleven hours?" after "in bed for eleven hours"."""
    words = asked.text.split()
    if asked.on or len(words) > _SHORT_QUESTION:
        return False
    heard = normalised(said).split()
    if words[0] in ("which", "what"):
        return len(words) <= _FRAGMENT and not asked.found and words[-1] in heard
    own = [word for word in bare(asked.text).split() if word not in _EXCLAIMED]
    return asked.wants_yes_or_no and 0 < len(own) <= _FRAGMENT and " ".join(own) in " ".join(heard)


def _notices(state: BuyerState, reading: Reading) -> Iterator[Notice]:
    if reading.words > LONG_WORDS or reading.duration_ms > LONG_MS:
        yield Notice.MONOLOGUE
    if not reading.puts_right and _repeats(state, reading.text):
        yield Notice.REPEATS
    if len({one.text for one in reading.asked if not one.text.startswith(_CHOICES)}) >= _MANY_QUESTIONS:
        yield Notice.MANY_QUESTIONS
    if ActKind.GIBBERISH in reading.kinds or _has_no_word(reading.text):
        yield Notice.NONSENSE
    if ActKind.TO_THE_GRADER in reading.kinds:
        yield Notice.TO_THE_GRADER
    if Aside.ROBOT in reading.asides:
        yield Notice.ROBOT
    yield from _too_early(state, reading)


def _has_no_word(text: str) -> bool:
    """Whether none of several words is one of the eleven thousand that people say: "blorp fitz nanna goo"."""
    words, table = text.split(), word_vectors()
    return len(words) >= _SEVERAL and all(table.row(word) is None for word in words)


def _too_early(state: BuyerState, reading: Reading) -> Iterator[Notice]:
    if (
        not _only_introduces(state, reading)
        and not reading.kinds.isdisjoint(_PITCHES)
        and _asked_so_far(state, reading) < 2
    ):
        yield Notice.EARLY_PITCH
    if ActKind.PRICE in reading.kinds and not _asked_so_far(state, reading) and not _price_wanted(state):
        yield Notice.EARLY_PRICE
    if reading.amounts and state.amounts and _figures(reading.amounts).isdisjoint(_figures(state.amounts)):
        yield Notice.OTHER_PRICE


def _only_introduces(state: BuyerState, reading: Reading) -> bool:
    """Whether it is too short for a pitch, or answers what was asked: who says who they are may take longer."""
    introduces = not reading.kinds.isdisjoint({ActKind.GIVES_NAME, ActKind.GIVES_AGENCY, ActKind.ASKS_FOR_TIME})
    longest = _INTRODUCTION_WORDS if introduces and len(state.rep_said) < _TWO else _SHORT_PITCH_WORDS
    answers = bool(state.wondered) or (len(state.said) == 1 and "?" in state.said[0])
    return answers or reading.words <= longest


def _asked_so_far(state: BuyerState, reading: Reading) -> int:
    return sum(state.asked.values()) + len(reading.asked)


def _figures(amounts: Iterable[str]) -> frozenset[int]:
    return frozenset[int]().union(*(numbers(normalised(amount)) for amount in amounts))


def _own_prices(state: BuyerState, reading: Reading) -> tuple[str, ...]:
    """The prices without those that the buyer named: "twenty an hour is cheap. We're thirty-six" offers no twenty."""
    said = _figures(state.said)
    elsewhere = " ".join((*_own_claims(reading), *(one.text for one in reading.asked)))
    quoted = {one for one in reading.amounts if _figures((one,)) and _figures((one,)) <= said}
    return tuple(one for one in reading.amounts if one not in quoted or normalised(one) in elsewhere)


def _names_a_figure(state: BuyerState, reading: Reading) -> bool:
    """Whether the rep says a number of their own that the buyer has not: "we're thirty-six"."""
    return not _figures(_own_claims(reading)) <= _figures(state.said)


def _own_claims(reading: Reading) -> list[str]:
    return [claim for claim in reading.claims.split("|") if not _OURS.isdisjoint(claim.split())]


def _only_repeats_numbers(state: BuyerState, reading: Reading) -> bool:
    """As in "one in ten, okay": a number that the buyer has just given proves nothing to them."""
    theirs = numbers(reading.text)
    said = numbers(normalised(state.said_lately(1)))
    return bool(theirs) and theirs <= said and _OURS.isdisjoint(reading.text.split())


def _only_repeats_a_day(state: BuyerState, reading: Reading) -> bool:
    """As in "oh wow, tomorrow already?" after "they're sending him home tomorrow": nothing has been offered."""
    said = normalised(state.said_lately(1))
    named = all(normalised(time) in said for time in reading.times)
    return named and not (reading.suggests_meeting or reading.meets or ActKind.PROPOSES_NEXT_STEP in reading.kinds)


def _price_wanted(state: BuyerState) -> bool:
    said = " ".join(state.said).lower()
    return any(word in said for word in _PRICE_WORDS)


def _repeats(state: BuyerState, text: str) -> bool:
    if any(part.kind in _ASKED_TO_REPEAT for part in state.last):
        return False
    return _says_again(text, state.rep_said[-_REMEMBERED:])


@lru_cache(maxsize=16)
def _says_again(text: str, earlier: tuple[str, ...]) -> bool:
    """Kept for the three buyers of a hard call, who have all heard the same."""
    words = frozenset(text.split())
    if len(words) < 4:
        return False
    alike = (one for one in earlier if len(text) < 2 * len(one) and len(one) < 2 * len(text))
    return any(len(words & (one := _bag(said))) >= _REPEAT_OVERLAP * len(words | one) for said in alike)


@lru_cache(maxsize=256)
def _bag(text: str) -> frozenset[str]:
    return frozenset(text.split())
