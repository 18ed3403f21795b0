"""Sentences to clauses: the smallest stretch that does something and can be quoted.

Flows in: a sentence of words. Flows out: its clauses, each with the way it asks, if it does.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sparring.speech_acts.phrases.lexicon import COMMON, word_set
from sparring.speech_acts.text.asking import (
    AUXILIARIES,
    PRONOUNS,
    WH,
    Asks,
    asks,
    asks_uninverted,
    aux_inverts,
    wh_inverts,
)
from sparring.speech_acts.text.text_word import TextWord
from sparring.speech_acts.text.words import SentenceWords

_CONJUNCTIONS: Final = word_set(
    """and but or so well okay now then because yes yeah right all great good sure oh mhm perfect wonderful wow"""
)
_INTRO: Final = _CONJUNCTIONS | word_set(
    """alright thanks hi hello also again if no first lastly finally yep gotcha hey understood fair enough"""
)
_NOT_BEFORE_INVERSION: Final = word_set(
    """i you he she we they who that which neither nor than as so whatever everyone people not only would could can
    will should may might must"""
)
_TELLING: Final = word_set("tell told telling ask asked asking show showed give gave teach remind reminds")
_ADDRESSED: Final = word_set("you her him them me us")
_PREPOSITIONS: Final = word_set("from for to about with of on")
_CONDITIONS: Final = word_set("if that whether because when")
_BEFORE_WH: Final = word_set(
    """that if when while what how why which where who whose as than whether until unless before after since to of in
    on at for with from about by into like think know knows hope say said tell told asked ask guess believe see
    hear understand feel sure wonder wondering imagine decide decides show find out matter is are was were be been
    depends explain learn remember forget ignore mentioned depending exactly me you her him them us never not the
    a that's whatever care choose knowing matters discuss describe confirm check understanding seeing hearing
    through recap summarize repeat review read write jot get gets"""
)
_BINDS: Final = word_set(
    """that if when while what how why which where who whose because and but or so as than whether until unless
    before after since although though to of in on at for with from about by into like think know hope wish say
    said guess believe see hear heard understand feel sure glad sorry afraid suppose mean tell told thought
    mentioned promise thing things way time reason person one everything anything something all the a an my your
    our her his their maybe perhaps even only also not never always whatever is are was were be been am have has
    had do does did can could will would should may might must let make makes made help helps else worry matter
    work works"""
)
_DECLARATIVE_STARTS: Final = word_set("i we you she he they it our there let thank thanks that this my")
_DECLARATIVE_SECONDS: Final = word_set(
    """am is are was were will would can could have has had do does did understand know want need think hear
    appreciate hope look wanted came stopped wish work provide offer help take send see mentioned said told us
    sounds seems makes must should caregivers aides rate rates agency team nurse office you name might may charge
    handle specialize guess never always also going call promise guarantee feel felt like love get keep staff start
    started answer pick match pay bring text write show let cover meet"""
)
_YOUR_SECONDS: Final = word_set("are will can could would have had sound seem must")
_ENDS_QUESTION: Final = word_set(
    """sense today now you it that this okay far better tomorrow her him them start need most alone recently right
    name there home work help lately started before again us me yet too well minutes hours noon am pm morning afternoon
    evening week monday tuesday wednesday thursday friday saturday sunday"""
)
_MAY_STAND_BEFORE: Final = _ENDS_QUESTION | _CONJUNCTIONS
_LONG_CLAUSE: Final = 9  # words from which a clause is cut at a joining word
_WHEN_CLAUSE: Final = 6  # words before a question in which "when" opens the clause that leads to it
_SOMEBODY: Final = word_set("somebody someone anybody anyone person people nurse aide caregiver family one")
_SHORT_REST: Final = 4  # words that must be left for a clause of their own
_JOINS: Final = word_set("and since if when while unless so or then but although once after before")
_NEW_SUBJECTS: Final = word_set(
    """i we you she he they it this that these those there the a an our your my her his their every each all most
    many some one caregivers caregiver aides nurses families nobody everybody everyone somebody someone what care"""
)
_SUBJECTS_AT_ONCE: Final = PRONOUNS | word_set("your mom dad")
_ASKED_FOR_WORDS: Final = 4  # "how many older people do you"
_SEEMING: Final = word_set("seem seemed sound sounded")
_FINITE: Final = word_set("says said needs wants gets goes falls thinks knows lives")
_NOT_MINE: Final = word_set("call work help offer look promise")
_AFTER_MY: Final = AUXILIARIES | _NOT_MINE
_PAUSED_STARTS: Final = word_set("so and if when or then who which since while")
_MAY_START: Final = (
    WH
    | AUXILIARIES
    | _DECLARATIVE_STARTS
    | _PAUSED_STARTS
    | _JOINS
    | word_set("you tell walk help because but thank thanks")
)
"""Words at which alone a clause can begin within a sentence."""


class Clause(NamedTuple):
    """Words `first..last` (inclusive) of a sentence.

    Args:
        first: its first word.
        last: its last word.
        core: where its own matter begins, after "so", "okay", "and".
        asks: whether and how it asks.
        asks_by_form: it would ask without its question mark.
    """

    first: int
    last: int
    core: int
    asks: Asks
    asks_by_form: bool = True

    def moved(self, words: int) -> "Clause":
        """The clause some words further on."""
        return self._replace(first=self.first + words, last=self.last + words, core=self.core + words)


def clauses(sentence: SentenceWords) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order and without gaps."""
    starts = sorted({0, *_starts(sentence)})
    ends = [*(start - 1 for start in starts[1:]), len(sentence.texts) - 1]
    found = [_clause(sentence, first, last) for first, last in zip(starts, ends, strict=True)]
    if sentence.asked and not _listens_along(sentence.texts) and all(clause.asks is Asks.NO for clause in found):
        found[-1] = found[-1]._replace(asks=Asks.CLOSED, asks_by_form=False)  # "She lives alone?" asks by its mark only
    return tuple(found)


def _listens_along(words: Sequence[str]) -> bool:
    """As in "Yeah?", "Okay?": no question, whatever the mark."""
    return len(words) <= 2 and all(word in _CONJUNCTIONS or word == "no" for word in words)


def _clause(sentence: SentenceWords, first: int, last: int) -> Clause:
    core, texts = first, sentence.texts
    while core < last and texts[core] in _INTRO:
        core += 1
    if _speaks_to_somebody(sentence, core, last):
        core += 1
    return Clause(first, last, core, asks(sentence, core, last))


def _speaks_to_somebody(sentence: SentenceWords, core: int, last: int) -> bool:
    """As in "Dorothy, tell me about your husband": what is asked stands behind the name."""
    if core == last or not sentence.items[core + 1].paused or sentence.items[core].text in COMMON:
        return False
    return asks(sentence, core, last) is Asks.NO and asks(sentence, core + 1, last) is not Asks.NO


def _starts(sentence: SentenceWords) -> Iterator[int]:
    items = sentence.items
    asking = _opens_question(sentence.texts)
    latest = 0
    for index, text in enumerate(sentence.texts):
        if text not in _MAY_START or not index:
            continue
        asks = _starts_question(sentence, index)
        tells = not asks and _starts_statement(items, index) and not (asking and _relative(items, index))
        if asks or tells or (not asking and _breaks_a_long_one(items, latest, index)):
            asking = asks
            latest = _with_conjunction(items, index)
            yield latest


def _breaks_a_long_one(items: Sequence[TextWord], latest: int, index: int) -> bool:
    """A recogniser runs sentences together; a long stretch is cut where a new subject follows a joining word."""
    if index - latest < _LONG_CLAUSE or len(items) - index < _SHORT_REST or items[index].text not in _JOINS:
        return False
    following = items[index + 1].text
    return following in _NEW_SUBJECTS or following in AUXILIARIES


def _opens_question(words: Sequence[str]) -> bool:
    first = next((word for word in words if word not in _INTRO), words[-1])
    return first in AUXILIARIES or first in WH


def _relative(items: Sequence[TextWord], index: int) -> bool:
    """As in "is there an email | i could use": in a question a statement begins only where the question can end."""
    if items[index].text == "you" and _next(items, index) in _SEEMING:
        return False
    return not items[index].paused and items[index - 1].text not in _MAY_STAND_BEFORE


def _with_conjunction(items: Sequence[TextWord], index: int) -> int:
    """Move a start back over "and", "so", "okay", which belong to the clause they open."""
    while index > 1 and items[index - 1].text in _CONJUNCTIONS and not items[index].paused:
        index -= 1
    return index if index > 1 or items[0].text not in _INTRO else 0


def _starts_question(sentence: SentenceWords, index: int) -> bool:
    items = sentence.items
    word, before = items[index], items[index - 1].text
    if word.text in WH:
        if not _may_open_question(word, before, items, index):
            return False
        in_order = (word.paused and sentence.asked) or not sentence.stopped
        return wh_inverts(items, index) or (in_order and asks_uninverted(items, index, begins=before in _CONJUNCTIONS))
    if word.text in AUXILIARIES:
        freed = word.paused or not (before in _NOT_BEFORE_INVERSION or _ends_condition(items, index))
        return freed and aux_inverts(sentence, index) and not _belongs_to_wh(items, index)
    invites = word.text in ("tell", "walk", "help") and before in _CONJUNCTIONS
    if word.text == "let" and before in _CONJUNCTIONS:
        invites = index + 2 < len(items) and items[index + 2].text == "ask"  # "so | let me ask it simply"
    return invites and _next(items, index) == "me"


def _next(items: Sequence[TextWord], index: int) -> str:
    return items[index + 1].text if index + 1 < len(items) else ""


def _ends_condition(items: Sequence[TextWord], index: int) -> bool:
    """As in "if there | is not": what looks inverted is the verb of a condition."""
    return index > 1 and items[index - 1].text == "there" and items[index - 2].text in _CONDITIONS


def _may_open_question(word: TextWord, before: str, items: Sequence[TextWord], index: int) -> bool:
    if word.paused or before in _CONJUNCTIONS or _inverts_at_once(items, index) or _ends_a_when(items, index):
        return True
    if before in _ADDRESSED and items[index - 2].text not in _TELLING:
        return index > 1 and items[index - 2].text in _PREPOSITIONS  # "to hear it from you | what happened"
    if _asks_for_the(items, index):
        return before not in _BEFORE_WH
    if word.text == "which" and _next(items, index) in ("one", "ones"):
        return before not in _BEFORE_WH
    if word.text in ("who", "which", "whose", "where", "when"):  # after a noun they mostly open relative clauses
        return before not in _BEFORE_WH and items[index + 2 : index + 3] != () and items[index + 2].text in PRONOUNS
    return before not in _BEFORE_WH


def _ends_a_when(items: Sequence[TextWord], index: int) -> bool:
    """As in "when he is home | who would be with him"; "when there is somebody at home who would" goes on."""
    if items[index].text != "who" or _next(items, index) not in ("would", "will", "is"):
        return False
    before = [item.text for item in items[max(0, index - _WHEN_CLAUSE) : index]]
    return (
        "when" in before and before[before.index("when") + 1 :][:1] != ["there"] and not _SOMEBODY.intersection(before)
    )


def _inverts_at_once(items: Sequence[TextWord], index: int) -> bool:
    """As in "sorry to hear that | where does she live", "ask you | how many people do you have"; "where she lives" not."""
    if items[index].text in ("who", "what") and _next(items, index + 1) == "there":
        return False  # "to know who is there"
    for ahead in range(index + 1, min(index + 1 + _ASKED_FOR_WORDS, len(items))):
        if items[ahead].text in AUXILIARIES:
            return _next(items, ahead) in _SUBJECTS_AT_ONCE
        if items[ahead].text in PRONOUNS:
            return False
    return False


def _asks_for_the(items: Sequence[TextWord], index: int) -> bool:
    """As in "how it works | who are the people you send home"."""
    return _next(items, index) in ("is", "are", "was", "were") and _next(items, index + 1) in ("the", "those", "your")


def _belongs_to_wh(items: Sequence[TextWord], index: int) -> bool:
    """The auxiliary belongs to a question word a few words back: "how long | has she"."""
    for back in range(index - 1, max(index - 8, -1), -1):
        text = items[back].text
        if text in WH:
            return not items[index].paused and items[back + 1].text != "about"  # "what about harmony | are they good"
        if text in PRONOUNS and back and items[back - 1].text == "what":
            return not items[index].paused  # "what i hear is she never sleeps"
        if text in AUXILIARIES or text in _CONJUNCTIONS or text in PRONOUNS or text in _FINITE:
            return False
    return False


def _starts_statement(items: Sequence[TextWord], index: int) -> bool:
    word, before = items[index], items[index - 1].text
    if word.text in ("because", "but") or (word.paused and word.text in _PAUSED_STARTS):
        return True
    if word.text in ("thank", "thanks"):
        return before not in ("to", "no", "and", "i", "we")
    if not _has_subject_and_verb(items, index) or (before == "all" and word.text in ("this", "that")):
        return False
    if word.paused or before in _CONJUNCTIONS:
        return before not in ("because", "but")
    return before not in _BINDS and before not in AUXILIARIES


def _has_subject_and_verb(items: Sequence[TextWord], index: int) -> bool:
    word, following = items[index], _next(items, index)
    if word.text == "you" and not word.paused:  # "the stairs you mentioned" and "how worried you are" go on
        return following in _YOUR_SECONDS and (index < 2 or items[index - 2].text != "how")
    if word.text == "my" and following in _AFTER_MY:
        return False
    return word.text in _DECLARATIVE_STARTS and following in _DECLARATIVE_SECONDS
