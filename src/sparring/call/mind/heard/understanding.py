"""One utterance of the rep read on its own, whatever the buyer makes of it: its questions, times, names and acts.

Flows in: the utterance with its acts, and the persona for the words that matter on this call. Flows out: a `Reading`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import takewhile

from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.asides import PERSONAL, asides, asked_for
from sparring.call.mind.heard.examples import Way, asked_like, ways_in
from sparring.call.mind.heard.good_time import asks_for_a_moment, asks_for_minutes
from sparring.call.mind.heard.joined_questions import apart
from sparring.call.mind.heard.meant_kinds import SECOND_NAME, WHO_IS_THIS, meant_kinds
from sparring.call.mind.heard.offered_times import (
    MEETING,
    asks_when_to_meet,
    comes_then,
    offers_time,
    suggests_meeting,
    times_in,
)
from sparring.call.mind.heard.presuppositions import suppositions
from sparring.call.mind.heard.questions import (
    OPENERS,
    QUESTIONS,
    VAGUE,
    Question,
    answers_itself,
    parted,
    questions,
    widened,
)
from sparring.call.mind.heard.sentences import OURS, HeardSentence, Spoken, bare, hits, mentions, normalised, spoken
from sparring.call.mind.heard.settled_checks import with_checks, without_checks
from sparring.call.mind.heard.small_talk import says_hello, small_talks
from sparring.call.mind.heard.suggestions import suggests
from sparring.call.mind.heard.utterance import Reading, RepUtterance
from sparring.call.mind.heard.ways_to_reach import asked_ways, asks_way
from sparring.call.mind.heard.whole_asides import Aside
from sparring.call.mind.phrases import GENERAL_WORDS
from sparring.persona import Persona
from sparring.speech_acts import Act, ActKind, Topic, stops
from sparring.speech_acts.text.names import FIRST_NAMES

_PERSONAS_KEPT = 32
_MAX_NAME = 16
_WORDS_OF_ONE_THING = 4
_BIDS = re.compile(r"(?:um |uh |please |now |just )*(?:(?:can|could|will|would) you|call|dial|hang up)\b")
_MORE_THAN_A_NAME = 5  # words, but one
_NUMBER_OF_YOURS = re.compile(
    r"\b(?<!my )(?:best|good|call ?back|phone|cell) (?:phone )?number\b(?: (?:for|to reach) you\b)?"
)
_MANNERS = re.compile(r"\b(?:nice|good|great|lovely|pleasure) (?:to meet|meeting) (?:you|both of you)\b")  # no meeting
_OF_THE_DEAD = re.compile(r"\b(?:alive|passed|died|lost your|your late|used to|back when|without your)\b")
_ABBREVIATED = re.compile(r"\b(mrs|mr|ms|dr|st)\.", re.IGNORECASE)  # a full stop that ends no sentence
_MAY_BE_ABBREVIATED = ("mrs.", "mr.", "ms.", "dr.", "st.")
_WHEN_MAY_I_COME = re.compile(
    r"\b(?:could|can|may|might|shall|should|would) (?:i|we) (?:come|visit|meet|stop|drop|swing|sit|see)\b"
)
_NAME_TAG = re.compile(r"\b([a-z]+) (?:is it|was it|right|correct|isn't it|is that right)$")
_NAME_ALONE = re.compile(
    r"(?:(?:what(?:'s|s| is)|(?:may|can|could) i (?:ask|have|get)) your (?:own |first |last |full )?)?name"
    r"(?: please| again)?"
)
_TITLES = frozenset({"mr", "ms", "mrs", "dr", "the"})
_PLACE = re.compile(r"(.+?)(?:'s|s)? (?:office|place|desk|department|line|number|practice|firm)")
_NO_MEETING = frozenset({ActKind.PROPOSES_NEXT_STEP, ActKind.ASKS_FOR_TIME})  # as in "can I check back next week"
# What a way to ask for a fact does not do as well, whatever it sounds like
_ONLY_ASKED = frozenset(
    {ActKind.ASKS_NAME, ActKind.ASKS_CONTACT, ActKind.ASKS_FOR_TIME, ActKind.PROPOSES_NEXT_STEP, ActKind.NAMES_TIME}
    | {ActKind.OFFERS_HELP, ActKind.CHECKS_SETTLED, ActKind.CONFIRMS_CONTACT, ActKind.GOODBYE, ActKind.ASKS_FOR_CASE}
    | {ActKind.PRESSURE, ActKind.DISPARAGES, ActKind.GREETING}
)
_YOU_SAID = ("you said", "you mentioned", "you told me", "you're saying", "you were saying", "you say")


def understood(persona: Persona, utterance: RepUtterance) -> Reading:
    """Read one utterance on its own."""
    said = _cut(utterance)
    reading = _read(persona, utterance, said, utterance.acts)
    ways = tuple(ways_in(persona, said))
    return changed(reading, as_written=_as_written(persona, utterance, reading, said, ways)) if ways else reading


def _as_written(
    persona: Persona, utterance: RepUtterance, reading: Reading, said: Spoken, ways: tuple[Way, ...]
) -> Reading:
    """The utterance with every way to ask that the persona has taken for that, and for no offer, aside or manners."""
    taken = {number for way in ways for number in range(way.first, way.end)}
    kept = [number for number in range(len(said.sentences)) if number not in taken]
    text = said.text
    for start, end in (said.spans[number] for number in taken):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    rest = Spoken(
        text,
        " ".join(said.sentences[number].words for number in kept),
        tuple(said.sentences[number] for number in kept),
        tuple(said.spans[number] for number in kept),
    )
    spans = [said.spans[number] for number in taken]
    within = [act for act in utterance.acts if any(act.start < end and start < act.end for start, end in spans)]
    others = _read(persona, utterance, rest, tuple(act for act in utterance.acts if act not in within))
    asked = (*others.asked, *(_written(way, said, within) for way in ways))
    return changed(
        others,
        text=reading.text,
        words=reading.words,
        asked=tuple(sorted(asked, key=lambda one: reading.text.find(one.text))),
        kinds=others.kinds | {act.kind for act in within if act.kind not in _ONLY_ASKED},
        found=reading.found,
        rep_name=reading.rep_name,
        unsure=reading.unsure,
        knows_when=True,
    )


def _written(way: Way, said: Spoken, acts: list[Act]) -> Question:
    start, end = said.spans[way.first][0], said.spans[way.end - 1][1]
    act = next((one for one in acts if one.kind in QUESTIONS and start <= one.start < end), None)
    is_open = act.kind is ActKind.OPEN_QUESTION if act else bare(way.words).startswith(OPENERS)
    return Question(act.topic if act else None, is_open, way.words, written=way.places)


def _read(persona: Persona, utterance: RepUtterance, said: Spoken, acts: tuple[Act, ...]) -> Reading:
    text = said.words
    acts = with_checks(said, acts)
    found = _cues_in(persona, text)
    times = times_in(said, acts)
    short = _said_shortly(persona, said, found)
    offered = offers_time(said, times) and Aside.FOLLOWS_UP not in short
    each = _each_question(persona, said, acts, found) or (() if offered else tuple(_suggested(said, found)))
    asked = _meant(persona, each, short, offers_time=offered, times=times)
    kinds = meant_kinds(persona, said, acts, asked) - _no_meeting(short, offered=offered)
    claims = _claims(said, asked)
    stated = hits(claims, found)
    return Reading(
        text=text,
        words=len(text.split()),
        kinds=kinds,
        asked=asked,
        times=times,
        small_talk=_talks_small(persona, text, asked),
        offers_time=offered,
        amounts=tuple(act.about for act in acts if act.kind is ActKind.PRICE and act.about),
        found=found,
        stated=stated,
        claims=claims,
        reactions=_reactions(persona, kinds, stated),
        correction=_correction(persona, found, text),
        rep_name=_rep_name(acts),
        duration_ms=utterance.end_ms - utterance.start_ms,
        end_ms=utterance.end_ms,
        unsure=utterance.unsure or not text,
        needs_time=persona.agrees_when.needs_time,
        meets=offered and mentions(text, MEETING),
        suggests_meeting=any(map(suggests_meeting, said.sentences)),
        requests=any(suggests(one.core) for one in said.sentences),
        asides=frozenset(short),
        asks_on=short.get(Aside.ASKS_ON, ""),
        knows_when=not times and any(_knows_when(persona, one) for one in asked),
        supposed=() if times else tuple(suppositions(said, acts, found, asked)),
    )


def _talks_small(persona: Persona, text: str, asked: tuple[Question, ...]) -> bool:
    """Whether some of it is small talk, and no part of a question: "how are you doing, that doesn't leave one"."""
    if any(small_talks(one.text) for one in asked):
        return False
    return small_talks(text) or (persona.rep_calls and says_hello(text))


def _cues_in(persona: Persona, text: str) -> frozenset[str]:
    meant = widened(_MANNERS.sub(" ", text))
    return hits(meant, persona.cue_index.near(meant))


def _no_meeting(short: Mapping[Aside, str], *, offered: bool) -> frozenset[ActKind]:
    """The acts that propose nothing where only leave is asked: to follow up, or to ask something."""
    if Aside.FOLLOWS_UP in short:
        return _NO_MEETING
    asks_leave = Aside.ASKS_LEAVE in short and not offered
    return frozenset({ActKind.PROPOSES_NEXT_STEP}) if asks_leave else frozenset()


def _knows_when(persona: Persona, asked: Question) -> bool:
    """Whether a question of the form that leaves the day of a meeting open is one that a fact answers."""
    if not asks_when_to_meet(asked.text, spoken_of=True):
        return False
    if _WHEN_MAY_I_COME.search(asked.text):
        return False  # that proposes as much as it asks
    return bool(parted(tuple(sorted(asked.found)))[0] or asked_like(persona, bare(asked.text)))


def _said_shortly(persona: Persona, said: Spoken, found: frozenset[str]) -> dict[Aside, str]:
    """The asides that the utterance has, each with its sentence."""
    short = _in_place(persona, _calls_by_name(persona, said) | asides(said.sentences), found)
    if Aside.ASKS_ON in short and answers_itself(short[Aside.ASKS_ON], said):
        del short[Aside.ASKS_ON]
    if Aside.USEFUL in short and not _offers_before(said, short[Aside.USEFUL]):
        del short[Aside.USEFUL]
    if Aside.FOLLOWS_UP in short and asks_for_a_moment(said.words.removesuffix(short[Aside.FOLLOWS_UP])):
        del short[Aside.FOLLOWS_UP]  # "is it okay to talk now, or should I call back"
    return short


def _cut(utterance: RepUtterance) -> Spoken:
    text = utterance.text
    if any(map(text.lower().__contains__, _MAY_BE_ABBREVIATED)):
        text = _ABBREVIATED.sub(r"\1 ", text)
    return spoken(text, stops(text) if utterance.stops is None else utterance.stops)


def _each_question(
    persona: Persona, said: Spoken, acts: tuple[Act, ...], found: frozenset[str]
) -> tuple[Question, ...]:
    """What is asked, each for itself; "can you call 911 right now?" is told to do."""
    sent = [said.at(act.start, act.end) for act in acts if act.kind is ActKind.CALL_911]
    told = {one.words for one in sent if _BIDS.match(one.core)}
    each = tuple(one for asked in questions(said, acts, found) for one in apart(asked, found) if one.text not in told)
    if ways := asked_ways(persona, said):
        each = (*(one for one in each if not asks_way(one.text)), *ways)
    if others := tuple(_whose_name_else(said.words, found)):
        each = (*(one for one in each if not SECOND_NAME.search(one.text)), *others)
    return tuple(sorted(without_checks(said, each), key=lambda one: said.words.find(one.own or one.text)))


def _whose_name_else(text: str, found: frozenset[str]) -> Iterator[Question]:
    """As in "may I ask your name, and your dad's?": the second one is asked for as well."""
    for other in SECOND_NAME.finditer(text):
        words = f"what is {other[1]} name" if other[1].endswith("'s") else "who needs the care"
        yield Question(Topic.WHO, is_open=False, text=words, found=hits(widened(words), found))


def _suggested(said: Spoken, found: frozenset[str]) -> Iterator[Question]:
    """As in "can I leave you my number?": where no day is offered, what a suggestion names is asked about."""
    for one in said.sentences:
        named = hits(widened(one.words), found)
        if _suggests_something(one) and parted(tuple(named))[0]:
            yield Question(None, is_open=False, text=one.words, found=named)


def _suggests_something(sentence: HeardSentence) -> bool:
    return suggests(sentence.core) and not suggests_meeting(sentence) and not mentions(sentence.words, MEETING)


def _in_place(persona: Persona, short: dict[Aside, str], found: frozenset[str]) -> dict[Aside, str]:
    """The asides that are ones on this call: asked of a caller about the house, "where do you live" is a question."""
    own = {
        aside: words for aside, words in short.items() if aside not in PERSONAL or _is_personal(persona, words, found)
    }
    if Aside.DATE in short:
        own[Aside.DATE] = short[Aside.DATE]
    if Aside.AGE in short and not any(" you" in cue for cue in hits(short[Aside.AGE], found)):
        own[Aside.AGE] = short[Aside.AGE]  # a caller's own age is not that of whoever the call is about
    if Aside.OTHER_NAME in own and own[Aside.OTHER_NAME].rsplit(" ", 1)[-1] in _names_on(persona):
        del own[Aside.OTHER_NAME]
    if Aside.FOLLOWS_UP in own and not persona.rep_calls:
        del own[Aside.FOLLOWS_UP]  # a caller waits for it: it is the next step
    if Aside.PRAISE in own and own[Aside.PRAISE].split(" ", 1)[0] in persona.name_words - _own_names(persona):
        del own[Aside.PRAISE]  # "Evelyn, that's a beautiful name"
    if Aside.IS_THIS in own and asked_for(own[Aside.IS_THIS]).count(" ") >= _MORE_THAN_A_NAME:
        del own[Aside.IS_THIS]  # "is it just you doing all that lifting, Dorothy"
    if Aside.IS_THIS in own and asks_way(own[Aside.IS_THIS]):
        del own[Aside.IS_THIS]  # "is this the best number"
    if Aside.IS_THIS in own and not _is_one_of_us(persona, asked_for(own[Aside.IS_THIS]) or own[Aside.IS_THIS]):
        del own[Aside.IS_THIS]
    return own


def _is_personal(persona: Persona, words: str, found: frozenset[str]) -> bool:
    """Whether it is asked of the one on the line and names nothing they know: "how long" is nothing of it."""
    named = (cue for cue in hits(words, found) if _is_particular(cue.split()))
    return persona.rep_calls and not any(named)


def _is_particular(cue: list[str]) -> bool:
    """Whether a cue asks for one thing: "long have you been" does, though each of its words is a common one."""
    return len(cue) >= _WORDS_OF_ONE_THING or not GENERAL_WORDS.issuperset(cue)


@lru_cache(_PERSONAS_KEPT)
def _names_on(persona: Persona) -> frozenset[str]:
    """Every name that belongs to this call, in small letters and word by word."""
    stages = (stage.name or persona.name for stage in persona.stages)
    return frozenset(normalised(" ".join((*persona.names, *stages, *persona.hearing_names))).split())


@lru_cache(_PERSONAS_KEPT)
def _own_names(persona: Persona) -> frozenset[str]:
    return frozenset(normalised(" ".join(persona.names)).split())


def _calls_by_name(persona: Persona, said: Spoken) -> dict[Aside, str]:
    """As in "Marcia Holt?", and nothing else: whether it is them."""
    if "?" not in said.text:
        return {}
    names, own = _names_on(persona), _own_names(persona)
    tags = (_NAME_TAG.search(one.words) for one in said.sentences if one.marked.rstrip().endswith("?"))
    if tag := next((one for one in tags if one and one[1] in own), None):
        return {Aside.IS_THIS: tag[0].strip()}  # "anything else, Tasha is it?"
    called = (one for one in said.sentences if one.core and one.marked.rstrip().endswith("?"))
    alone = next((one.words for one in called if names.issuperset(one.core.split())), "")
    return {Aside.IS_THIS: alone} if alone else {}


def _is_one_of_us(persona: Persona, words: str) -> bool:
    """Whether somebody is asked for by name or by what they are: "is this Ms. Mercer", "can I talk to the nurse"."""
    names = {stage.name or persona.name for stage in persona.stages} | set(persona.names)
    people = {word for name in names for word in normalised(name).split()} - _TITLES
    theirs = normalised(f"{persona.role} {persona.opening_line}").split()
    if (place := _PLACE.fullmatch(words)) and set(place[1].split()) - _TITLES <= set(theirs):
        return True
    return not people.isdisjoint(words.split()) or (
        words.startswith("the ") and not set(words.split()[1:]).isdisjoint(theirs)
    )


def _is_who_is_this(words: str) -> bool:
    """Whether it asks who is on the line, and for nobody else: not in "…, and for whom would the help be"."""
    asks = WHO_IS_THIS.search(words)
    return asks is not None and not words[asks.end() :].strip()


def _offers_before(said: Spoken, asked: str) -> bool:
    """Whether what is asked after, as in "is that any use to you?", has just been said by the rep about themselves."""
    told = takewhile(lambda one: one.words != asked, said.sentences)
    return any(not one.marked.rstrip().endswith("?") and not OURS.isdisjoint(one.words.split()) for one in told)


def _meant(
    persona: Persona,
    asked: tuple[Question, ...],
    short: Mapping[Aside, str],
    *,
    offers_time: bool,
    times: tuple[str, ...],
) -> tuple[Question, ...]:
    """The questions that want something the buyer knows: not "hold on a second?", not "Tuesday at two?"."""
    own = {text for aside, text in short.items() if aside is not Aside.ASKS_ON}
    rep_calls = persona.rep_calls
    return tuple(
        one
        for one in asked
        if one.text not in own
        and not _NAME_ALONE.fullmatch(bare(one.text))
        and not ((one.carried or not (one.found or one.is_open)) and any(map(one.text.endswith, own)))
        and not (offers_time and _is_of_the_offer(one, times))
        and not (rep_calls and says_hello(one.text))
        and not (
            (rep_calls or one.topic in (*VAGUE, Topic.TIMING))
            and (asks_for_a_moment(one.text) or asks_for_minutes(one.text))
        )
        and not (_NUMBER_OF_YOURS.search(one.text) or _is_who_is_this(one.text))
    )


def _is_of_the_offer(asked: Question, times: tuple[str, ...]) -> bool:
    """Whether it asks for nothing but a yes to a time: "Wednesday at ten. What do they want to hear?" asks more."""
    if comes_then(asked.text):
        return True
    own = not asked.wants_yes_or_no and len(asked.words) > 1
    with_time = mentions(asked.text, MEETING) or any(normalised(time) in asked.text for time in times)
    return asked.topic in VAGUE and (with_time or not own)


def _claims(said: Spoken, asked: tuple[Question, ...]) -> str:
    asking = {one.text for one in asked}
    return " | ".join(one.words for one in said.sentences if one.words not in asking and not _says_over(one))


def _says_over(sentence: HeardSentence) -> bool:
    """As in "you said the other one includes it": what is only said over is not claimed."""
    return sentence.core.startswith(_YOU_SAID) and OURS.isdisjoint(sentence.words.split())


def _reactions(persona: Persona, kinds: frozenset[ActKind], stated: frozenset[str]) -> tuple[int, ...]:
    """Indices of what the persona reacts to: an act, or words that are not asked."""
    return tuple(
        index
        for index, one in enumerate(persona.reactions)
        if not (kinds.isdisjoint(one.acts) and stated.isdisjoint(one.cues))
    )


def _correction(persona: Persona, found: frozenset[str], text: str) -> int:
    """Index of what the rep got wrong; nothing is wrong with "when your mom was alive"."""
    wrong = next((i for i, one in enumerate(persona.corrections) if not found.isdisjoint(one.cues)), -1)
    return -1 if wrong >= 0 and _OF_THE_DEAD.search(text) else wrong


def _rep_name(acts: tuple[Act, ...]) -> str:
    names = [act.about.split()[0] for act in acts if act.kind is ActKind.GIVES_NAME and act.about.split()]
    # "this is, uh, reading from my sheet, my name is Kyle"
    name = next((one for one in names if one.lower() in FIRST_NAMES), names[0] if names else "")
    return name.capitalize() if name.isalpha() and len(name) <= _MAX_NAME else ""
