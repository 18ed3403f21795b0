"""What the rep says back and asks whether it is right: "so mornings, three days … is that about it?".

Flows in: the state before the utterance, and the utterance as understood. Flows out: the same reading, with a yes for
what the buyer has said themselves and a no for what they have said otherwise; anything else stays what it was.
"""

import re
from collections.abc import Iterator

from sparring.call.mind.decision import SPOKEN_OF
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.answer_form import AUXILIARIES, AnswerForm, form_of
from sparring.call.mind.heard.contradictions import contradicted
from sparring.call.mind.heard.follow_ups import follow_up
from sparring.call.mind.heard.presuppositions import denies, guess_in, numbers, says_of_you
from sparring.call.mind.heard.sentences import OURS, bare, normalised
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.phrases import FUNCTION_WORDS, GENERAL_WORDS
from sparring.call.mind.state import BuyerState
from sparring.persona import Fact, Persona, stem, stems
from sparring.speech_acts import ActKind
from sparring.speech_acts.text.needed_letters import Needed
from sparring.speech_acts.text.numbers import NUMBERS

_OF_MINE = (
    r"(?:did|have|do) i (?:get|got|have|hear|heard|understand|understood|catch|caught)"
    r"(?: (?:that|it|this|you|all|all of (?:that|it)|everything|anything))*(?: (?:all|about))?(?: (?:right|correctly))?"
    r"|am i (?:getting|hearing|understanding|reading) (?:that|it|this|you)(?: all)?(?: (?:right|correctly))?"
)
_IF_RIGHT = Needed(
    re.compile(
        rf"\b(?P<mine>{_OF_MINE}|am i right)$"
        r"|(?<=\w )(?P<tag>right|correct)$"
        r"|\b(?:is|does) (?:that|this|it) (?:all )?(?:sound )?"
        r"(?:about |more or less |pretty much |roughly |basically )*"
        r"(?:it|right|correct|so|true|the size of it|everything"
        r"|(?:the|a)(?: \w+)? (?:picture|summary|gist|idea|story))$"
    ),
    ("i get", "i got", "i ha", "i hea", "i under", "i cat", "i cau", "am i ", "right", "correct",
     "is that ", "is this ", "is it ", "does that ", "does this ", "does it "),
)  # fmt: skip
_SAYS_BACK = re.compile(  # before which a mere "right?" asks whether it is right
    r"\b(?:correct me if i(?:'m| am) wrong|stop me if i(?:'m| am) wrong|just (?:to (?:check|be sure|be clear|confirm)"
    r"|so i (?:get|have|understand) (?:it|this|that))|let me (?:make sure|see if|check)|to sum up|in short)\b"
)
# What makes a question of a few words that were said before: "at four, right?", "a Thursday, was it?"
_TAG = re.compile(
    r"(?: (?:right|correct|you said|did you say|you mean|(?:was|is) (?:it|that)|is that (?:right|correct)|yes|yeah))+$"
)
# "the stairs, does she have anybody with her"
_ASKS_INSIDE = re.compile(
    r" (?:do|does|did|is|are|was|were|has|have|can|could|would|will) "
    r"(?:you|he|she|they|there|anybody|anyone|somebody|someone|your \w+|the \w+) \w"
)
_FEW_WORDS = 10
_SIDES = frozenset({"before", "after", "until"})  # of an hour, which is another one by them
_SAYS_LITTLE = FUNCTION_WORDS | GENERAL_WORDS
_NUMBER_STEMS = frozenset(map(stem, (*NUMBERS, "o'clock")))
_OF_A_NUMBER = Needed(
    re.compile(r"[0-9]{3}|\b(?:dot|at sign|number|e ?mail|address|spelled|name)\b"),
    (*"0123456789", "dot", "at sign", "number", "mail", "address", "spelled", "name"),
)


def checked(persona: Persona, state: BuyerState, reading: Reading) -> Reading:
    """`reading`, with a yes to "did I get that right?" where the buyer has said so, a no where they said otherwise."""
    asks = _asks_if_right(reading)
    if asks is None:
        return _taken(persona, state, reading)
    before = _SAYS_BACK.sub(" ", bare(reading.text[: asks.start()].strip())).strip()
    said_back = before or " ".join(state.rep_said[-1:])
    if before or asks["mine"]:
        if wrong := _spoken_against(persona, state, said_back):
            return changed(reading, asked=(), supposed=(), contradicts=wrong)
        right = _has_said(persona, state, said_back)
    else:  # "is that right?" of what one has just told
        right = any(part.kind in SPOKEN_OF for part in state.last)
    return changed(reading, asked=(), supposed=(), sums_up=True) if right else reading


def _asks_if_right(reading: Reading) -> re.Match[str] | None:
    """Where it is asked whether what is said back is right, and nothing else is."""
    asks = _IF_RIGHT.found_in(reading.text)
    if asks is None or reading.proposes or _OF_A_NUMBER.is_in(reading.text):
        return None
    if asks["tag"] and not _SAYS_BACK.search(bare(reading.text[: asks.start()].strip())):
        return None
    return None if any(not one.text.endswith(asks[0]) for one in reading.asked) else asks


def _taken(persona: Persona, state: BuyerState, reading: Reading) -> Reading:
    """`reading`, with what is wrong in "so she lives with you" taken for that, a yes to what is right."""
    offers = reading.suggests_meeting or ActKind.PROPOSES_NEXT_STEP in reading.kinds
    if offers or reading.correction >= 0 or _OF_A_NUMBER.is_in(reading.text) or not state.rapport.told:
        return reading
    taken = tuple(dict.fromkeys(_taken_for_granted(reading)))
    for words in taken:
        rest = _without(reading, words)
        # who is asked something else answers that, and lets pass what is not quite right
        if not rest.asked and (wrong := _spoken_against(persona, state, guess_in(_TAG.sub("", words)))):
            return changed(rest, contradicts=wrong)
    again = tuple(_said_again(reading))
    right = bool(again) and all(_is_said_again(persona, state, words) for words in again)
    return changed(_without(reading, *again), sums_up=True) if right else reading


def _without(reading: Reading, *words: str) -> Reading:
    """`reading` without what is asked, supposed and offered in these sentences."""
    asked = tuple(one for one in reading.asked if one.text not in words)
    supposed = tuple(one for one in reading.supposed if one.text not in words)
    times = tuple(one for one in reading.times if not any(normalised(one) in some for some in words))
    offers = reading.offers_time and bool(times)
    return changed(reading, asked=asked, supposed=supposed, times=times, offers_time=offers)


def _said_again(reading: Reading) -> Iterator[str]:
    """Of a short utterance that asks nothing else the sentences that do no more than say something back."""
    only_that = all(one.declares or _is_fragment(one.text) for one in reading.asked)
    if only_that and reading.words <= _FEW_WORDS and not follow_up(reading.text):
        yield from (one.text for one in reading.asked)
        if _TAG.search(reading.text) and _is_fragment(reading.text):
            yield reading.text


def _taken_for_granted(reading: Reading) -> Iterator[str]:
    """The sentences that say how it is with the buyer: "so she lives with you", with or without a mark."""
    yield from (one.text for one in reading.asked if not one.carried and (one.declares or _is_fragment(one.text)))
    yield from (one.text for one in reading.supposed)
    if reading.words <= _FEW_WORDS and _TAG.search(reading.text) and _is_fragment(reading.text):
        yield reading.text
    if OURS.isdisjoint(reading.text.split()):  # "then she keeps her, and she's insured with us" is no news of them
        yield from (one for claim in reading.claims.split("|") if says_of_you(one := claim.strip()))


def _is_fragment(words: str) -> bool:
    """As in "at four, right", "twice a week, you said": nothing of it asks but how it is said."""
    core = bare(words)
    asks = core.split(" ", 1)[0] in AUXILIARIES or _ASKS_INSIDE.search(core)
    return form_of(core) is AnswerForm.YES_OR_NO and not asks


def _is_said_again(persona: Persona, state: BuyerState, words: str) -> bool:
    """Whether a short sentence has nothing in it but what one told fact says, and something of that."""
    core = guess_in(_TAG.sub("", words))
    if not OURS.isdisjoint(core.split()) or core.count(" ") >= _FEW_WORDS:
        return False
    ours = {stem(word) for word in core.split() if word in _SIDES or word not in _SAYS_LITTLE} - _NUMBER_STEMS
    facts = (persona.facts_by_id[one] for one in state.rapport.told)
    return bool(ours or numbers(core)) and any(_says_as_much(one, core, ours) for one in facts)


def _says_as_much(fact: Fact, core: str, ours: set[str]) -> bool:
    said = normalised(" ".join((fact.text, *fact.lines)))
    denied = denies(core) and not denies(normalised(fact.text))
    return ours <= set(map(stem, said.split())) and numbers(core) <= numbers(said) and not denied


def _spoken_against(persona: Persona, state: BuyerState, words: str) -> str:
    """The fact told that speaks against what is said back; of the rep's own nothing can be wrong."""
    if not OURS.isdisjoint(words.split()):
        return ""
    last = next((part.ref for part in reversed(state.last) if part.kind in SPOKEN_OF), "")
    return contradicted(persona, state.rapport.told, words, last=last)


def _has_said(persona: Persona, state: BuyerState, words: str) -> bool:
    """Whether the buyer has said most of it, in these words or others, and every number in it."""
    told = (persona.facts_by_id[one] for one in state.rapport.told)
    said = normalised(" ".join((*state.said, *(line for one in told for line in (one.text, *one.lines)))))
    ours = {stem(word) for word in words.split() if word not in FUNCTION_WORDS}
    return bool(ours) and numbers(words) <= numbers(said) and 3 * len(ours & stems(said)) >= 2 * len(ours)
