"""Which clauses ask, and how: by form, because a recogniser gives no question marks.

Flows in: the words of a sentence and where a clause stands. Flows out: whether it asks an open or a closed question.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Final

from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.phrases.notation import any_at_start
from sparring.speech_acts.text.text_word import TextWord
from sparring.speech_acts.text.words import SentenceWords

WH: Final = word_set("what how why which where who when whose whom whereabouts")
AUXILIARIES: Final = word_set(
    """is are am was were do does did have has had can could will would should shall may might"""
)
PRONOUNS: Final = word_set("i you he she it we they there")
_PEOPLE: Final = word_set(
    """your her his their our my the this these those anyone anybody someone somebody any mom dad everyone mother
    father everybody mornings afternoons evenings either weekends"""
)
_SUBJECTS: Final = (
    PRONOUNS
    | _PEOPLE
    | word_set(
        """monday tuesday wednesday thursday friday saturday sunday tomorrow today one two three four nine ten eleven
        noon that"""
    )
)
_HAD_BY: Final = word_set("your any anyone the most families")
_NO_SUBJECT: Final = word_set("be have go like say do not been")
_WH_VERBS: Final = word_set(
    """happened happens brings brought made makes worries matters led prompted lives helps takes handles decides else
    concerns caused changed scares bothers keeps prevents stops got needs has gives coordinates manages runs comes
    goes works holds fails causes took told referred stays cares pays started keep keeps need frightens troubles
    means pushed drives went feeds bathes washes dresses cooks watches gets get hurts breaks signs checks picks sends calls
    turns visits drops looks hands"""
)
_ASKED_ALONE: Final = word_set("year years day days hours branch hospital town street month months floor weekdays")
_SHORT_WHY: Final = 2  # words after it: "why three", "why not sooner"
_ASKS_IN_ORDER: Final = word_set("what how why which where")
_VERBS_IN_ORDER: Final = AUXILIARIES | word_set(
    """need needs want wants like likes think know use work pay live lives stay stays get gets go goes eat eats take takes
    manage manages happened happens works"""
)
_BEGINS_ANEW: Final = word_set("so and but because")
_PREPOSITIONS_BEFORE: Final = word_set("with to for at in from on by")
_COUNTED: Final = word_set(
    """many much long often old far soon big late quickly early well bad close urgent comfortable steady"""
)
_ARTICLES: Final = word_set("the a an these those")
"""After "when" these begin what is told: "less when the shifts are longer"."""
_BEHIND_HOW: Final = _COUNTED | AUXILIARIES

_SURELY_INVERTED = any_at_start("""
    (do|did|have|are|were|would|could|can|will|should|may|might|shall|had) (you|they|we) {any}
    (do|did|would|could|can|will|should|may|might|shall|am|had|was|have) i {any}
    (does|did|is|was|has|had|would|could|can|will|should|may|might) (she|he) {any}
    (is|was|would) it {any}
    (is|are|was|were|does|do|did|has|have|can|could|would|will|should) not (you|they|we|she|he|it|i|there)
    (is|are|was|were) there (any|anyone|anything|anybody|a|an|someone|something|somebody|another|one|other|more|still)
    (does|did|would|is|will|was) (that|this|it) (right|correct|fair|work|help|make|sound|answer|feel|ease|seem|okay|\
        all|clear|address|take|put|settle|sit|cover|suit|deal|change|enough)
    (has|have) (that|this|it|something) (happened|been|come|gone|worked) {any}
    is this the (right|best)? (person|one|office|desk|department|nurse|place|number|line)
""")
_INVERTED_TIME = any_at_start("""
    (would|does|is) ({day}|tomorrow) {any}
    (would|does|is) (one|two|three|four|nine|ten|eleven|noon|#) (am|pm|o'clock|thirty|fifteen|work|or)
""")
_INVERTED_AFTER_A_PAUSE = any_at_start("""
    (is|are|was|were|does|did|has|can|could|would|will|should|do) {subject} {any}
    (does|did) it {any}
""")
_INVITES = any_at_start("""
    (please)? (tell|walk|talk|take) (me|us)
    (please)? (help me understand|help us understand|describe|share with me|say more|explain to me|share a)
    (help|let) me (get|have) (a|some|an) (picture|sense|idea|feel|better picture|clear picture)
    (give|paint) me (a sense|an idea|a picture|an example|some background|the picture)
    (fill me in|catch me up|remind me)
    (i|we) would (love|like) to (hear|know|understand|learn|ask)
    (i guess|i suppose)? (i am|i was)? (curious|wondering) ~2 (what|how|if|whether|who|when|where|why|which|about)
    i wonder (what|how|if|whether|who|when|where|why|which|about)
    (i|we) (want|need) to (understand|hear|know|ask) (what|how|if|whether|who|when|where|why|which|about|more|you|a)
    love to hear
    (i|we) (wanted|would like|am going) to ~1 (ask|know|hear) (you)? (what|how|if|whether|who|when|where|why|which)
    any (thoughts|ideas|questions|concerns|luck) (on|about|for|with|so)
    let me ask (you|it|this|that)? ~1 (what|how|if|whether|who|when|where|why|which|about)
""")
_ASKS_WHETHER = any_at_start("""
    (i|we) (want|wanted|need|would like|would love|am going) to ~1 (know|ask|hear|see|understand) ~1 (if|whether)
    (i guess|i suppose)? (i am|i was)? (curious|wondering) ~1 (if|whether)
    i wonder (if|whether)
    let me ask ~1 (if|whether)
""")
_CLOSED_WH = any_at_start("""
    (how|what) about
    how (many|much|old|long|often|far|soon|big|late|quickly|early|tall|heavy|close|urgent)
    what (time|day|days|year|age|hours|date|city|town|zip|phone|number|address|state|hospital|floor|insurance|\
        street|county)
    what (area|part of town|side of town|neighborhood)
    (when|who|whom|which|whose|whereabouts)
    where (you|she|he|they|it) (live|lives|stay|stays|is|are)
    where (do|does|did|is|are|was|were|in|will|would) (you|she|he|they|your|the|mom|dad|we|i|that|this|her|his)
    (what is|what was) (your|her|his|the|their|your {family}) (first|last|full|best|good|new)? (name|phone|email|\
        address|number|age|title|relationship|date|budget|zip|zip code|extension|phone number|email address|cell|\
        call back number)
    what is (the|a|your) (best|good|right|better) (number|phone|phone number|email|email address|time|address|day|\
        person|extension) ~3
    (with|to|for) whom
    (at|in|for|by|from|on|until) (what|which|how) (time|city|long|day|date|many|state)
    (what is|what was) (the|your|her|his|their) (street|mailing|home|exact|full)? (address|zip|phone|number) ~1
    how much ~1 (help|care|time|notice|sleep)
""")
_REQUESTS_TO_TELL = any_at_start("""
    (can|could|would|will) you (please|maybe|also|perhaps)? (be able to|mind|be willing to)? (tell|telling|describe|\
        describing|share|sharing|walk|walking|explain|explaining|talk|talking|take me through|fill me in|say more|\
        elaborate|paint|give me (a sense|an idea|an example|a picture))
    (can|could|would|will) you (please|maybe|also|perhaps)? help (me|us) understand
    (can|could|may|might) (i|we) ask (you)? (what|how|why)
    do you (mind|mind if) ~2 (telling|sharing|walking|explaining|ask what|ask how|ask why|asking)
    would you (be willing|be comfortable|feel comfortable) ~2 (telling|sharing|tell|share|walk)
""")
_NAMES_A_FACT = any_at_start("""
    (can|could|would|will) you (please)? (tell|give) (me|us) (your|her|his|the|if|whether|when|where|who|which) \
        (name|first name|last name|phone|number|address|email|age|zip)?
""")
_ELLIPTIC = any_at_start("""
    any
    (anyone|anything|anybody) else
    (how|what) about (you|your|her|his|the|a|an|we|i|{day}|tomorrow|next|this|nights|mornings|weekends|meals|\
        bathing|him|dad|mom|if|getting|doing|at|on|in|two|three|four|nine|ten|eleven|one)
    what if
    (and)? (your|her|his) (name|number|email|address|phone number) (is|was)?
""")
TAGS: Final = (
    "is that right", "is that correct", "is that fair", "is not it", "do not you think", "does not she", "does not he",
    "do i have that right", "did i get that right", "is that it", "am i right", "correct", "are not you",
    "have not you",
    "is not that right", "does not it", "will not she", "would you agree", "would not you say", "have i got that right",
    "did i hear that right", "is not she", "is not he", "right so far", "would you say", "do you think", "make sense", "does that fit",
)  # fmt: skip


class Asks(Enum):
    """How a clause asks."""

    NO = "no"
    CLOSED = "closed"
    OPEN = "open"


def asks(sentence: SentenceWords, core: int, last: int) -> Asks:
    """How the clause whose own matter is the words `core..last` asks by its form, if it does."""
    text = sentence.between(core, last)
    if _INVITES(text):
        return Asks.CLOSED if _ASKS_WHETHER(text) else Asks.OPEN
    first = sentence.items[core].text
    if first in _PREPOSITIONS_BEFORE and core < last and sentence.items[core + 1].text in ("which", "what"):
        core += 1
        first = sentence.items[core].text
    if first in WH or text.startswith(
        (" with whom ", " to whom ", " for whom ", " at what ", " for how ", " in what ")
    ):
        marked = sentence.asked and (last == len(sentence.items) - 1 or last - core < 3)
        inverts = wh_inverts(sentence.items[: last + 1], core)
        in_order = not sentence.stopped and asks_uninverted(sentence.items, core, begins=True)
        return _by_question_word(text) if marked or inverts or in_order else Asks.NO
    if first in AUXILIARIES and last > core and _inverts_at_start(sentence.items, core):
        return Asks.OPEN if _REQUESTS_TO_TELL(text) and not _NAMES_A_FACT(text) else Asks.CLOSED
    return Asks.CLOSED if _asks_without_verb(sentence, text) else Asks.NO


def aux_inverts(sentence: SentenceWords, index: int) -> bool:
    """Whether an auxiliary in the middle of a sentence is followed by its subject: "does she", "would you"."""
    rest = sentence.since(index)
    before = sentence.items[index - 1].text
    if _SURELY_INVERTED(rest) or (before not in ("it", "that", "this", "what") and _INVERTED_TIME(rest)):
        return True
    # before a noun only where something has just ended: "her aide is the best" asks nothing
    ended = sentence.items[index].paused or before in ("and", "or", "but", "so", "okay", "wow")
    return ended and _INVERTED_AFTER_A_PAUSE(rest)


def wh_inverts(items: Sequence[TextWord], index: int) -> bool:
    """Whether a question word opens a question, not a relative clause: "what kind of help does she", "who lives"."""
    word, following = items[index].text, _at(items, index + 1)
    who_does = word == "who" and not index and following.endswith("s") and following not in AUXILIARIES
    if who_does or _asks_which_ones(items, index) or following in ("about", "if", "come", "else", "besides"):
        return True  # "who hands the families that list"
    if word == "why" and 0 < len(items) - index - 1 <= _SHORT_WHY:
        return following not in PRONOUNS and following not in _PEOPLE
    if word in ("what", "which") and index == len(items) - 2 and following in _ASKED_ALONE:
        return True
    if following in _WH_VERBS:
        return not _is_cleft(items, index) and word in ("what", "who", "which", "how", "where")
    if word == "how" and following not in _BEHIND_HOW:
        return (
            _at(items, index + 2) in AUXILIARIES and _at(items, index + 3) in _SUBJECTS
        )  # not "how hard this has been"
    return not (word == "when" and following in _ARTICLES) and _auxiliary_comes_first(items, index)


def _asks_which_ones(items: Sequence[TextWord], index: int) -> bool:
    """As in "the people you send home | which ones keep you awake"; "I know which ones she takes" asks nothing."""
    asked = items[index].text == "which" and _at(items, index + 1) in ("one", "ones")
    return asked and _at(items, index + 2) not in AUXILIARIES and (not index or items[index - 1].text not in PRONOUNS)


def _is_cleft(items: Sequence[TextWord], index: int) -> bool:
    """As in "what matters most is the heart"; in "what makes you say that | is it the number" another question begins."""
    at = next((at for at in range(index + 2, min(index + 6, len(items))) if items[at].text == "is"), None)
    return at is not None and _at(items, at + 1) not in ("it", "she", "he", "that", "there")


def asks_uninverted(items: Sequence[TextWord], index: int, *, begins: bool) -> bool:
    """As in "what he can do alone", "how many hours you are thinking": a statement's order, kept by who learnt late.

    What goes on as a statement about it asks nothing: "what he needs is a rest".

    Args:
        items: up to where the sentence ends.
        index: of the question word.
        begins: nothing but "and" or "so" stands before it.
    """
    word, following = items[index], _at(items, index + 1)
    if word.text not in _ASKS_IN_ORDER or (
        not begins and not word.paused and word.text != "why" and following in PRONOUNS
    ):
        return False  # "have i answered what you were worried about"
    for ahead in range(index + 1, min(index + 4, len(items) - 1)):
        subject, verb = items[ahead].text, items[ahead + 1].text
        if subject in AUXILIARIES or subject in _BEGINS_ANEW or items[ahead].paused:
            return False  # "what, so you are mad at us"
        if subject in PRONOUNS:
            spoken_of = items[index].text != "how" or ahead == index + 1 or items[index + 1].text in _COUNTED
            return spoken_of and verb in _VERBS_IN_ORDER and not _goes_on(items, ahead + 2)
    return False


def _goes_on(items: Sequence[TextWord], index: int) -> bool:
    """Whether a verb of its own follows: "what we do | is send two people"."""
    return any(
        item.text in ("is", "was", "means", "depends", "matters") and items[at - 1].text not in PRONOUNS
        for at, item in enumerate(items[index : index + 7], start=index)
    )


def _auxiliary_comes_first(items: Sequence[TextWord], index: int) -> bool:
    """As in "which days | would she": nothing that could be a subject stands before the auxiliary."""
    for ahead in range(index + 1, min(index + 8, len(items))):
        text = items[ahead].text
        if text in PRONOUNS or text in ("your", "my", "our", "that"):
            return False
        if text in AUXILIARIES:
            return _at(items, ahead + 1) not in ("", "not") or _at(items, ahead + 2) in PRONOUNS
        if ahead == index + 2 and text in _WH_VERBS and items[index].text in ("which", "what"):
            return _at(items, index + 1) not in ("the", "a", "her", "his", "their", "i")
    return False


def _at(items: Sequence[TextWord], index: int) -> str:
    return items[index].text if index < len(items) else ""


def _by_question_word(text: str) -> Asks:
    return Asks.CLOSED if _CLOSED_WH(text) else Asks.OPEN


def _inverts_at_start(items: Sequence[TextWord], core: int) -> bool:
    auxiliary, following = items[core].text, _at(items, core + 1)
    if following == "not":
        return _at(items, core + 2) in _SUBJECTS and _at(items, core + 3) != "worry"
    if following in _NO_SUBJECT or items[core + 1].paused:
        return False
    if auxiliary in ("have", "had", "do", "am"):
        return following in PRONOUNS or following in _HAD_BY
    conditional = auxiliary == "should" and following not in PRONOUNS  # "Should your aide be out, we send another"
    return not conditional and (auxiliary not in ("will", "may", "might") or following in _SUBJECTS)


def _asks_without_verb(sentence: SentenceWords, text: str) -> bool:
    if text.rstrip().endswith(TAGS):
        return True
    return bool(_ELLIPTIC(text)) and not sentence.stopped and text.count(" ") < 14
