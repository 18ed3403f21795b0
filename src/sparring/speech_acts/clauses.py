"""Sentences to clauses, and which clauses ask: by form, because a recogniser gives no question marks.

Flows in: a sentence of words. Flows out: its clauses, each with the way it asks, if it does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from sparring.speech_acts.lexicon import word_set
from sparring.speech_acts.words import Word, Words

_WH: Final = word_set("what how why which where who when whose whom")
_AUX: Final = word_set("""is are am was were do does did have has had can could will would should shall may might""")
_PRONOUNS: Final = word_set("i you he she it we they there")
_SUBJECTS: Final = _PRONOUNS | word_set(
    """your her his their our my the this that these those anyone anybody someone somebody any mom dad everyone
    everything tuesday monday wednesday thursday friday saturday sunday tomorrow today mornings afternoons
    evenings either one two three four nine ten eleven noon"""
)
_CONJUNCTIONS: Final = word_set("and but or so well okay now then because yes yeah right all great good sure oh")
_INTRO: Final = _CONJUNCTIONS | word_set(
    """alright thanks hi hello perfect wonderful also again if no first lastly finally then yep gotcha"""
)
_NOT_BEFORE_INVERSION: Final = word_set(
    "i you he she we they who that which neither nor than as so whatever everyone people"
)
_BINDS: Final = word_set(
    """that if when while what how why which where who whose because and but or so as than whether until unless
    before after since although though to of in on at for with from about by into like think know hope wish say
    said guess believe see hear heard understand feel sure glad sorry afraid suppose mean tell told thought
    mentioned promise thing things way time reason person one everything anything something all the a an my your
    our her his their maybe perhaps even only also not never always where whatever is are was were be been am
    have has had do does did can could will would should may might must let make makes made help helps"""
)
_DECLARATIVE_STARTS: Final = word_set("i we you she he they it our there let thank thanks that this my")
_DECLARATIVE_SECONDS: Final = word_set(
    """am is are was were will would can could have has had do does did understand know want need think hear
    appreciate hope look work provide offer help take send see mentioned said told us sounds seems makes must
    should caregivers aides rate rates agency team nurse office you name might may charge handle specialize
    never always also going call promise guarantee feel felt like love get keep"""
)
_WH_VERBS: Final = word_set(
    """happened happens brings brought made makes worries matters led prompted lives helps takes handles decides
    else concerns caused changed scares bothers keeps prevents stops got needs has gives coordinates manages
    runs makes comes goes works holds fails causes took told referred stays cares pays"""
)
_IMPERATIVE_ASKS: Final = (
    "tell me", "walk me", "talk me", "help me understand", "describe", "share with me", "say more", "tell us",
    "give me a sense", "give me an idea", "paint me", "fill me in", "catch me up", "remind me", "take me through",
    "i would love to hear", "i would like to hear", "i would love to know", "i would like to know",
    "i would love to understand", "i would like to understand", "i want to understand", "i am curious", "i was curious",
    "i am wondering", "i was wondering", "i wonder", "curious", "i would love to learn", "i would like to learn",
    "i want to hear", "i want to know", "love to hear", "explain to me", "help us understand", "i need to ask",
)  # fmt: skip
_POLITE_OPEN: Final = (
    "tell me", "describe", "share", "walk me", "explain", "talk me", "talk to me", "help me understand", "say more",
    "tell us", "give me a sense", "give me an idea", "elaborate", "give me an example", "take me through", "fill me in",
)  # fmt: skip
_CLOSED_WH: Final = (
    "how many", "how much", "how old", "how long", "how often", "how far", "how soon", "how big", "how late",
    "how quickly", "how early", "how tall", "how heavy", "what time", "what day", "what days", "what year", "what age",
    "what hours", "what date", "when", "who", "whom", "where", "which", "whose", "what is your name", "what is your first",
    "what is your last", "what is her name", "what is his name", "what is your phone", "what is your email",
    "what is your address", "what is the address", "what is the best number", "what is the best phone",
    "what is the best email", "what is a good number", "what city", "what town", "what zip", "what is your zip",
    "what is the zip", "what phone", "what number", "what address", "what is your number", "what is the best time",
    "what is a good time", "what was your name", "what is your mother's name", "what is your mom's name",
    "what is your dad's name", "what is your father's name", "what is your title", "what is the name",
    "with whom", "at what time", "in what city", "for how long", "what part of town", "what area", "what state",
    "what hospital", "what floor", "what insurance", "what is your relationship", "what is the date", "what is your budget",
    "to whom", "what is the best way to reach", "what is the best email", "what is your best",
)  # fmt: skip
_TAGS: Final = (
    "is that right", "is that correct", "is that fair", "is not it", "do not you think", "does not she", "does not he",
    "do i have that right", "did i get that right", "is that it", "am i right", "correct", "are not you", "have not you",
    "is not that right", "does not it", "will not she", "would you agree", "would not you say", "have i got that right",
    "did i hear that right", "is not she", "is not he", "right so far", "would you say",
)  # fmt: skip
_ANY: Final = (
    "any ",
    "anyone else",
    "anything else",
    "anybody else",
    "how about",
    "what about",
    "what if",
    "how come",
    "why not",
)


class Asks(Enum):
    """How a clause asks."""

    NO = "no"
    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first..last` (inclusive) of a sentence; `core` is where its own matter begins, after "so", "okay", "and"."""

    first: int
    last: int
    core: int
    asks: Asks


def clauses(sentence: Words) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order and without gaps."""
    items = sentence.items
    starts = sorted({0, *_starts(items)})
    ends = [start - 1 for start in starts[1:]] + [len(items) - 1]
    found = [_clause(sentence, first, last) for first, last in zip(starts, ends, strict=True)]
    if sentence.asked and not any(clause.asks is not Asks.NO for clause in found):
        last = found[-1]
        found[-1] = Clause(last.first, last.last, last.core, Asks.CLOSED)
    return tuple(found)


def _starts(items: Sequence[Word]) -> Iterator[int]:
    for index in range(1, len(items)):
        if _starts_question(items, index) or _starts_declarative(items, index):
            yield _with_conjunction(items, index)


def _with_conjunction(items: Sequence[Word], index: int) -> int:
    """Move a start back over "and", "so", "okay", which belong to the clause they open."""
    while index > 1 and items[index - 1].text in _CONJUNCTIONS and not items[index].paused:
        index -= 1
    return index if index > 1 or items[0].text not in _INTRO else 0


def _starts_question(items: Sequence[Word], index: int) -> bool:
    text = items[index].text
    before = items[index - 1].text
    if text in _WH:
        return _wh_inverts(items, index) and before not in _BINDS - _CONJUNCTIONS
    if text in _AUX and _inverts(items, index):
        return before not in _NOT_BEFORE_INVERSION and not _wh_just_before(items, index)
    return (text in ("tell", "walk") and _next(items, index) == "me" and before in (_CONJUNCTIONS | {"please"})) or (
        text == "can" and before not in _NOT_BEFORE_INVERSION and _next(items, index) in ("i", "you", "we")
    )


def _next(items: Sequence[Word], index: int) -> str:
    return items[index + 1].text if index + 1 < len(items) else ""


def _inverts(items: Sequence[Word], index: int) -> bool:
    """An auxiliary followed by a subject: "does she", "would tuesday"."""
    following = _next(items, index)
    if following == "not":
        return _next(items, index + 1) in _PRONOUNS
    if items[index].text in ("have", "had") and following not in (
        "you",
        "they",
        "we",
        "i",
        "your",
        "any",
        "anyone",
        "there",
    ):
        return False
    return following in _PRONOUNS or (following in _SUBJECTS and index + 2 < len(items) and following != "that")


def _wh_inverts(items: Sequence[Word], index: int) -> bool:
    """As in "What kind of help does she", "who lives", "how can i": a question's order, not a relative clause's."""
    for ahead in range(index + 1, min(index + 7, len(items))):
        text = items[ahead].text
        if text in _PRONOUNS:
            return False
        if text in _AUX:
            return ahead + 1 < len(items)
        if text in _WH_VERBS and ahead == index + 1:
            return True
    return _next(items, index) in ("about", "if", "come")


def _wh_just_before(items: Sequence[Word], index: int) -> bool:
    """The auxiliary belongs to a question word a few words back: "how long | has she"."""
    for back in range(index - 1, max(index - 8, -1), -1):
        text = items[back].text
        if text in _WH:
            return True
        if text in _PRONOUNS or text in _AUX or text in _CONJUNCTIONS:
            return False
    return False


def _starts_declarative(items: Sequence[Word], index: int) -> bool:
    word = items[index]
    before = items[index - 1].text
    if word.text in ("because", "but") or (word.paused and word.text in ("so", "and", "if", "when", "or", "then")):
        return True
    if word.text in ("thank", "thanks") and before not in ("to", "no", "and", "i", "we"):
        return True
    if word.text not in _DECLARATIVE_STARTS or _next(items, index) not in _DECLARATIVE_SECONDS:
        return False
    if word.paused or before in _CONJUNCTIONS:
        return before not in ("because", "but")
    return before not in _BINDS and before not in _AUX


def _clause(sentence: Words, first: int, last: int) -> Clause:
    core = first
    while core < last and sentence.items[core].text in _INTRO:
        core += 1
    return Clause(first, last, core, _asks(sentence, core, last))


def _asks(sentence: Words, core: int, last: int) -> Asks:
    text = sentence.between(core, last)[1:]
    items = sentence.items
    if text.startswith(_IMPERATIVE_ASKS):
        return Asks.OPEN
    word = items[core].text
    if word in _WH or text.startswith(("with whom", "at what", "in what", "for how", "to whom", "for what")):
        return _wh_asks(sentence, core, last, text)
    if word in _AUX and last > core and _inverts_at_start(items, core):
        return _aux_asks(text)
    at_end = last == len(items) - 1
    if text.startswith(_ANY) and (sentence.asked or not sentence.stopped) and last - core < 12:
        return Asks.OPEN if text.startswith(("how come", "why not")) else Asks.CLOSED
    if text.rstrip().endswith(_TAGS) or (sentence.asked and at_end):
        return Asks.CLOSED
    return Asks.NO


def _wh_asks(sentence: Words, core: int, last: int, text: str) -> Asks:
    asked_here = sentence.asked and last == len(sentence.items) - 1
    if not asked_here and not _wh_inverts(sentence.items[: last + 1], core):
        return Asks.NO
    return Asks.CLOSED if text.startswith(_CLOSED_WH) else Asks.OPEN


def _inverts_at_start(items: Sequence[Word], core: int) -> bool:
    word, following = items[core].text, _next(items, core)
    if word in ("do", "does", "did") and following == "not":
        return _next(items, core + 1) in _SUBJECTS
    if following in ("not", "be", "have", "go", "like", "say", "do"):
        return following == "not" and _next(items, core + 1) in _SUBJECTS
    if word in ("have", "had", "do", "am"):
        return following in _PRONOUNS or (word in ("have", "do") and following in ("your", "any", "anyone", "the"))
    return word != "will" or following in _SUBJECTS


def _aux_asks(text: str) -> Asks:
    _, _, rest = text.partition(" ")
    subject, _, rest = rest.partition(" ")
    if subject == "you" and rest.removeprefix("be able to ").removeprefix("mind ").startswith(_POLITE_OPEN):
        return Asks.OPEN
    if subject in ("i", "we") and rest.startswith(("ask what", "ask how", "ask why", "ask you what", "ask you how")):
        return Asks.OPEN
    return Asks.CLOSED
