"""What one utterance of the rep says, whatever the buyer makes of it: its questions, times, names and acts.

Flows in: the utterance with its acts, and the persona for the words that matter on this call. Flows out: a `Reading`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from sparring.call import phrases
from sparring.persona import Persona
from sparring.speech_acts import Act, ActKind, Topic

_MAX_NAME = 16
_SHORT_CUE = 3
_BARE_OFFER_WORDS = 8
_QUESTIONS = (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION)
# Acts that make sense on one type of call only
_OUT_OF_PLACE = {
    "inside": frozenset(
        {ActKind.OFFERS_VALUE_FOR_REFERRALS, ActKind.ASKS_FOR_CASE, ActKind.EXPLAINS_REFERRING, ActKind.STEERS_CHOICE}
    )
}
# Acts whose question mark asks for nothing else
_POLITE = frozenset(
    {
        ActKind.ASKS_NAME,
        ActKind.ASKS_CONTACT,
        ActKind.ASKS_FOR_TIME,
        ActKind.OFFERS_HELP,
        ActKind.CHECKS_SETTLED,
        ActKind.PROPOSES_NEXT_STEP,
        ActKind.CONFIRMS_CONTACT,
        ActKind.ASKS_IF_SAFE,
        ActKind.GOODBYE,
    }
)
_IMPLIED = {ActKind.OFFERS_HELP: Topic.WHAT_HAPPENED, ActKind.ASKS_IF_SAFE: Topic.SAFETY}
_FEELINGS = ("how are you", "how do you feel", "how do you cope", "how are things for you")
_REACHING = (
    "number",
    "reach",
    "contact",
    "call you",
    "e-mail",
    "email",
    "mail",
    "phone number",
    "get hold",
    "text you",
)
_WORRIES = ("feel comfortable", "would it take", "would you need", "worries you", "concerns you", "holds you back")
_HALF_NAMES = (" mr", " mrs", " ms", " miss", "your name", "and you are")
_ABBREVIATED = re.compile(r"\b(mrs|mr|ms|dr|st)\.", re.IGNORECASE)  # a full stop that ends no sentence
_VAGUE = (None, Topic.OTHER)
# Questions that end in a full stop
_INVITES = (
    "tell me", "walk me", "describe", "help me understand", "talk me", "i'd like to hear", "i'd like to know",
    "i'd like to understand", "i would like to hear", "i would like to know", "curious",
)  # fmt: skip
# Suggestions with a question mark ask for nothing that the buyer knows
_SUGGESTS = (
    "what if", "how about", "why don't we", "shall we", "could we", "can we", "would you like", "could i", "can i",
    "may i", "should we", "do you want me",
)  # fmt: skip
_FILLERS = frozenset({"and", "so", "okay", "well", "um", "uh", "but", "then", "or", "now", "right", "great", "good"})
_AUXILIARIES = frozenset(
    {"do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "would", "will", "should"}
    | {"may", "any", "anything", "anyone", "isn't", "aren't", "doesn't", "didn't", "hasn't", "won't", "ever"}
)
_SMALL_TALK = (
    "how are you",
    "how's it going",
    "how is it going",
    "how's your day",
    "how is your day",
    "how are things",
)
_MEETING = (
    "work for you", "that work", "work for the", "would work", "come by", "come out", "come over", "stop by", "drop by",
    "visit", "assessment", "appointment", "meet", "sit down", "suit you", "okay for you", "be better", "ten work",
    "put you down", "pencil", "send somebody", "send someone", "call you back on", "set up a", "okay",
)  # fmt: skip
_POINTS_BACK = ("like that", "that way", "that be", "that so", "of those", "of them", "any of that", "is that")
_OPENERS = ("what", "how", "tell", "why", "describe", "walk", "who", "where", "when")


@dataclass(frozen=True, slots=True)
class RepUtterance:
    """One utterance of the rep on the call's clock. `unsure`: heard but not understood."""

    text: str
    acts: tuple[Act, ...]
    start_ms: int
    end_ms: int
    unsure: bool = False


class Notice(StrEnum):
    """Something about the way the rep talks that a person would remark on."""

    MONOLOGUE = "monologue"
    REPEATS = "repeats"
    EARLY_PITCH = "early_pitch"
    EARLY_PRICE = "early_price"
    OTHER_PRICE = "other_price"
    MANY_QUESTIONS = "many_questions"
    NONSENSE = "nonsense"
    TO_THE_GRADER = "to_the_grader"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `text` is the normalised sentence it stands in, `found` the persona's cues that occur there.

    Cues of function words alone ("who else", "how do you") point at a fact only where the topic allows it.
    """

    topic: Topic | None
    is_open: bool
    text: str
    found: frozenset[str] = frozenset()

    @property
    def wants_yes_or_no(self) -> bool:
        """Whether "not that I know of" would be an answer to it."""
        words = [word for word in self.text.split() if word not in _FILLERS]
        return bool(words) and words[0] in _AUXILIARIES

    @property
    def invites(self) -> bool:
        """Whether it leaves the answer open: every question does that cannot be answered with yes or no."""
        return self.is_open or not self.wants_yes_or_no

    def names(self, cues: Iterable[str]) -> int:
        """How many of these cues the question contains, common ones aside."""
        return sum(cue in self.found and not _is_common(cue) for cue in cues)

    def brushes(self, cues: Iterable[str]) -> int:
        """How many of these cues of function words alone the question contains."""
        return sum(cue in self.found and _is_common(cue) for cue in cues)


@dataclass(frozen=True, slots=True)
class Reading:
    """One utterance, read. `notices` depend on the call so far and are added by `reading`."""

    text: str  # normalised
    kinds: frozenset[ActKind]
    asked: tuple[Asked, ...]
    times: tuple[str, ...]  # days and hours as the rep said them
    amounts: tuple[str, ...]
    found: frozenset[str]  # the persona's cues that occur
    stated: frozenset[str]  # those that occur outside of questions: asking about insurance is not having it
    small_talk: bool  # "how are you today?"
    offers_time: bool  # names a day or an hour for a visit, a call or a meeting
    correction: int  # index of what the rep got wrong; -1: nothing
    rep_name: str
    duration_ms: int
    end_ms: int
    unsure: bool
    notices: frozenset[Notice] = frozenset()

    @property
    def is_question(self) -> bool:
        """Whether the rep asked for anything."""
        asks = {ActKind.ASKS_NAME, ActKind.ASKS_CONTACT, ActKind.ASKS_FOR_TIME}
        return bool(self.asked) or bool(self.kinds & asks)

    @property
    def words(self) -> int:
        """How many words were said."""
        return len(self.text.split())

    def says(self, cues: Iterable[str]) -> bool:
        """Whether any of the persona's cues occurs."""
        return not self.found.isdisjoint(cues)

    def states(self, cues: Iterable[str]) -> bool:
        """Whether any of the persona's cues occurs outside of a question."""
        return not self.stated.isdisjoint(cues)


@cache
def _is_common(cue: str) -> bool:
    return all(word in phrases.FUNCTION_WORDS for word in cue.split())


def normalised(text: str) -> str:
    """Lower-case words parted by single spaces; apostrophes stay."""
    return " ".join(re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'")))


def hits(text: str, cues: Iterable[str]) -> frozenset[str]:
    """The cues that occur in the normalised `text`: as the beginning of a word, or as a whole one when very short."""
    padded = f" {text} "
    return frozenset(cue for cue in cues if f" {cue}" in padded and (len(cue) > _SHORT_CUE or _is_word(padded, cue)))


def _is_word(padded: str, cue: str) -> bool:
    return any(f" {cue}{ending} " in padded for ending in ("", "s", "ing", "ed"))  # "car" is not "care"


def understood(persona: Persona, utterance: RepUtterance) -> Reading:
    """Read one utterance on its own."""
    utterance = replace(utterance, text=_ABBREVIATED.sub(r"\1 ", utterance.text))
    text = normalised(utterance.text)
    found = hits(text, persona.cues)
    times = _times(utterance)
    offers_time = bool(times) and _offers(text, is_question="?" in utterance.text)
    asked = tuple(one for one in _asked(utterance, found) if not (offers_time and one.topic in _VAGUE))
    return Reading(
        text=text,
        kinds=_kinds(persona, utterance.acts, asked, text),
        asked=asked,
        times=times,
        small_talk=bool(hits(text, _SMALL_TALK)) and "holding" not in text,
        offers_time=offers_time,
        amounts=tuple(act.about for act in utterance.acts if act.kind is ActKind.PRICE and act.about),
        found=found,
        stated=_stated(utterance.text, asked, found),
        correction=next((i for i, one in enumerate(persona.corrections) if not found.isdisjoint(one.cues)), -1),
        rep_name=_rep_name(utterance.acts),
        duration_ms=utterance.end_ms - utterance.start_ms,
        end_ms=utterance.end_ms,
        unsure=utterance.unsure or not text,
    )


def _offers(text: str, *, is_question: bool) -> bool:
    """A bare "so, Wednesday at three?" offers as much as asking whether it works."""
    return bool(hits(text, _MEETING)) or (is_question and len(text.split()) <= _BARE_OFFER_WORDS)


def _stated(text: str, asked: tuple[Asked, ...], found: frozenset[str]) -> frozenset[str]:
    questions = {one.text for one in asked}
    sentences = [normalised(sentence) for sentence in re.split(r"(?<=[.?!])", text)]
    return hits(" | ".join(one for one in sentences if one not in questions), found)


def _kinds(persona: Persona, acts: tuple[Act, ...], asked: tuple[Asked, ...], text: str) -> frozenset[ActKind]:
    kinds = frozenset(act.kind for act in acts) - _OUT_OF_PLACE.get(persona.call_type, frozenset())
    if not hits(text, _REACHING):
        kinds -= {ActKind.ASKS_CONTACT}
    if any(one.topic is Topic.HARDEST_CASES for one in asked):
        kinds -= {ActKind.ASKS_FOR_CASE}  # asking what is hard is not asking for a patient
    if not asked:
        kinds -= set(_QUESTIONS)  # small talk and suggestions
    if text.endswith(_HALF_NAMES):
        kinds |= {ActKind.ASKS_NAME}  # "Of course, Mr.?"
    if ActKind.CALL_911 in kinds:
        kinds -= {ActKind.MEDICAL_ADVICE}  # naming the danger belongs to sending for help
    return kinds


def _asked(utterance: RepUtterance, cues: frozenset[str]) -> Iterator[Asked]:
    manners = _manners(utterance.acts)
    found = [
        Asked(_topic(act.topic, sentence), act.kind is ActKind.OPEN_QUESTION, sentence, hits(sentence, cues))
        for act in utterance.acts
        if act.kind in _QUESTIONS and (sentence := _question(utterance.text, act)) and not _is_small_talk(sentence)
    ]
    found += [one for one in _missed(utterance.text, cues) if one.found and one.text not in {q.text for q in found}]
    about = {asked.text for asked in found if asked.topic not in _VAGUE}
    # "May I ask your name?" and "What happened, if I may ask?" are questions about one thing each
    kept = [one for one in found if one.found or one.topic not in _VAGUE or not (manners or one.text in about)]
    yield from dict.fromkeys(kept)
    if not kept:
        yield from _implied(utterance, cues)
    # Recognisers and rules both miss questions; one left alone would get no answer at all
    if not found and not manners:
        yield from _missed(utterance.text, cues)


def _missed(text: str, cues: frozenset[str]) -> Iterator[Asked]:
    """Sentences that ask although no act says so: those with words that mean something here, else the last one."""
    asking = [
        Asked(_topic(None, words), words.startswith(_OPENERS), words, hits(words, cues))
        for sentence in re.findall(r"[^.?!]+[.?!]?", text)
        if _asks(sentence, words := normalised(sentence))
    ]
    telling = [asked for asked in asking if asked.found]
    yield from telling or asking[-1:]


def _asks(sentence: str, words: str) -> bool:
    if _is_small_talk(words) or words.endswith(_HALF_NAMES) or _suggests(words):
        return False
    return sentence.endswith("?") or bool(hits(words, _INVITES))


def _topic(topic: Topic | None, words: str) -> Topic | None:
    """Asking how somebody is, or what they would need, is about them, whatever else the sentence names."""
    if hits(words, _FEELINGS):
        return Topic.FEELINGS
    return Topic.CONCERN if hits(words, _WORRIES) else topic


def _implied(utterance: RepUtterance, cues: frozenset[str]) -> Iterator[Asked]:
    """What a manner of speaking asks: "how can I help?" what happened, "is she safe right now?" about safety."""
    for act in utterance.acts:
        topic = _IMPLIED.get(act.kind)
        if topic is not None:
            sentence = normalised(_sentence(utterance.text, act.start, act.end))
            yield Asked(topic, act.kind is ActKind.OFFERS_HELP, sentence, hits(sentence, cues))
            return


def _is_small_talk(sentence: str) -> bool:
    return bool(hits(sentence, _SMALL_TALK)) and len(sentence.split()) <= 7 and "holding" not in sentence


def _question(text: str, act: Act) -> str:
    """The normalised sentence of a question act; empty for a statement that only contains a question word."""
    sentence = _sentence(text, act.start, act.end)
    words = normalised(sentence)
    if act.topic in _VAGUE and hits(words, _POINTS_BACK):  # "Could there be anything like that?"
        before = text.find(sentence)
        words = normalised(_sentence(text, max(0, before - 2), max(0, before - 1))) + " " + words
    punctuated = any(mark in text.rstrip()[:-1] for mark in ".?!") or text.rstrip()[-1:] in (".", "?", "!")
    marked = (sentence.endswith("?") or not punctuated) and not _suggests(words)
    return words if marked or hits(words, _INVITES) else ""


def _suggests(words: str) -> bool:
    spoken = " ".join(word for word in words.split() if word not in _FILLERS)
    return spoken.startswith(_SUGGESTS) and not spoken.startswith(("may i ask", "can i ask", "could i ask"))


def _manners(acts: tuple[Act, ...]) -> bool:
    return any(act.kind in _POLITE for act in acts)


def _sentence(text: str, start: int, end: int) -> str:
    left = max((text.rfind(mark, 0, start) for mark in ".?!"), default=-1) + 1
    rights = [at for mark in ".?!" if (at := text.find(mark, max(start, end - 1))) >= 0]
    right = min(rights, default=len(text) - 1) + 1
    if right - left > 200:  # no punctuation: the recogniser ran sentences together
        left, right = max(left, start - 40), min(right, end + 60)
    return text[left:right]


def _times(utterance: RepUtterance) -> tuple[str, ...]:
    """Days and hours that stand close together are one time: "Thursday" and "two" are "Thursday at two"."""
    spans: list[tuple[int, int]] = []
    for act in sorted((a for a in utterance.acts if a.kind is ActKind.NAMES_TIME), key=lambda a: a.start):
        between = utterance.text[spans[-1][1] : act.start] if spans else ""
        if spans and len(between) <= 6 and " or " not in between and "," not in between:
            spans[-1] = (spans[-1][0], max(spans[-1][1], act.end))
        else:
            spans.append((act.start, act.end))
    return tuple(utterance.text[start:end].strip(" .,?!").removeprefix("on ") for start, end in spans)


def _rep_name(acts: tuple[Act, ...]) -> str:
    names = [act.about for act in acts if act.kind is ActKind.GIVES_NAME]
    name = names[0].split()[0] if names and names[0].split() else ""
    return name.capitalize() if name.isalpha() and len(name) <= _MAX_NAME else ""
