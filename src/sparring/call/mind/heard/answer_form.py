"""What kind of answer a question wants, by its question word and where that stands.

Flows in: the normalised words of a question. Flows out: its `AnswerForm`.
"""

import re
from enum import StrEnum
from functools import lru_cache

from sparring.call.mind.heard.sentences import QUESTION_WORDS, bare, mentions
from sparring.speech_acts.text.needed_letters import needed

_SENTENCES_KEPT = 256  # the three buyers of a hard call, and the facts of each, look at one sentence many times
AUXILIARIES = frozenset(
    {"do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "would", "will", "should"}
    | {"may", "any", "anything", "anyone", "anybody", "isn't", "aren't", "doesn't", "didn't", "hasn't", "won't", "ever"}
)
INVITES = (
    "tell me", "walk me", "describe", "help me understand", "talk me", "i'd like to hear", "i'd like to know",
    "i'd like to understand", "rather hear", "i would like to hear", "i would like to know", "love to hear",
    "love to know",
    "love to understand", "hoping to hear", "hoping to learn", "hoping to understand", "curious",
    "to ask which", "to ask what", "to ask who", "to ask how", "to ask when", "to ask where", "to ask why",
    "i asked if", "i asked whether", "i asked about", "i was asking about",
    "i asked you", "i asked what", "i asked how", "i asked who", "i asked when", "i asked where", "i was asking",
    "my question was", "my question is",
)  # fmt: skip
# As in "I'd like to learn what you need", "I was hoping to find out how it works"
INVITES_TO = re.compile(
    r"\b(?:like|love|want|wanted|hoping|hope|interested|trying|curious|need|calling) (?:in |to )"
    r"(?:hear|hearing|know|knowing|learn|learning|understand|understanding|find out|figure out|work out|see|ask)"
    r"(?: you)?(?: more)?(?: about)? "
    r"(?:what|how|who|whose|whom|where|when|why|which|if|about)\b"
    r"|\bto (?:get|have) (?:an?|some) (?:\w+ )?(?:picture|sense|idea|feel|feeling) (?:of|for)\b"
)
# As in "I was wondering whether she eats", not "if we could come by"
WONDERS = re.compile(
    r"\b(?:wonder|wondered|wondering|trying to (?:work out|figure out|understand|picture))"
    r"(?: (?:just|also|mostly|is|was))? "
    r"(?:(?:about|what|how|who|whom|whose|where|when|why|which|at what|by whom|to whom|under what|in what)\b"
    r"|(?:if|whether) (?!(?:i|we|our|my|you(?:'d| would| could| can|'re open| are open)|it(?:'d| would| might))\b))"
    r"|\binterested in (?!working|helping|meeting)\w+"
)
_WONDERS_WHETHER = re.compile(r".*\bwonder(?:ed|ing)?(?: \w+)? (?:if|whether)\b")
# Who says what they do not know asks for it: "my notes don't say why", "nobody ever told me what happened"
_WITHOUT_KNOWING = r"\b(?:\w+n't|not|never|no idea|nobody|no one|without)(?: \w+){0,4}? "
_NOT_TOLD_WHY = re.compile(_WITHOUT_KNOWING + r"why(?: (?!i\b|we\b|not\b)\w+){0,4}$")
_NOT_TOLD = needed(
    re.compile(
        rf"{_NOT_TOLD_WHY.pattern}|{_WITHOUT_KNOWING}(?:what (?:happened|went wrong|changed|it was|we did)"
        r"|how (?:it|that) (?:went|ended|happened|turned out))(?: (?!i\b|we\b)\w+){0,4}$"
    )
)
_NAMED_ALONE = re.compile(r"(?:^|\band |\bwhat about )(?:your|his|her) (?:\w+'?s )?(?:name|age)$")  # "your dad's name"
_FRAGMENT = re.compile(  # "and before that", "any pets", "what about nights"
    r"(?:and|what about|how about|okay and|and what about) (?:his|her|your|their|the|at|in|on|before|after|during|with)"
    r"(?: (?!is\b|are\b|was\b|will\b|can\b|we\b|i\b)\S+){1,2}|(?:and )?any(?:body|one|thing)? \w+"
    r"|(?:what|how) about (?:\S+ ){0,2}\S+"
)
# "and if you can't find anyone for them": what then is left unsaid
_ONLY_IF = re.compile(
    r"(?:(?:okay|well|and|but|so) )+if (?:you|he|she|they|it|nobody|no one|your \w+|all \w+)"
    r"(?: (?!(?:i|we|i'll|we'll|i'd|we'd|you|just|call|tell|please|then)\b)\S+){1,8}"
)
_HALF_ASKED = re.compile(r"\b(?:your|the|his|her) (?:\w+ )?(?:address|name|zip|zip code) (?:is|was)$")
_EXACTLY = frozenset({"exactly", "roughly", "about", "precisely", "again"})  # "when exactly was it"
_NAMED, _LEFT_OPEN = ("name", "age"), (" is", " was")
_FEW_WORDS = 5
# Questions that end in a full stop
_REQUESTS = re.compile(r"(?:can|could|would|will) you (?:please |maybe |just )?(?:tell|describe|share|walk|explain)\b")
# "where does it get hard": at which point, and in no place
_WHERE_OF_A_STORY = re.compile(
    r"where(?:'s|s)? (?:(?:do|does|did|do you think|would) )?(?:it|that|this|things|the \w+|your \w+|you|he|she|they) "
    r"(?:\w+ )?(?:gets?|go|goes|break|breaks|fall|falls|struggle|struggles|need|needs|hurt|hurts|stop|stops|fail|fails)"
    r" ?(?:hard|harder|tough|tricky|difficult|wrong|worst|worse|short|apart|down|stuck|most|the most|the worst|help)?$"
)
_WANTS_A_NAME = re.compile(
    r"which ones?(?: (?:was|is|were|are) (?:that|it|those|they))?$"
    r"|(?:what(?:'s|s| is| are| was)|tell me) (?:[\w']+ )*(?:called|names?)$"
)


class AnswerForm(StrEnum):
    """What kind of answer a question wants, by its question word."""

    YES_OR_NO = "closed"
    WHO = "who"
    NAME = "name"  # what are they called?
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    WHY = "why"
    OTHER = "other"


_AFTER_A_PREPOSITION = re.compile(
    rf"(?:at|in|on|for|from|to|with|by|since|until) (?:{'|'.join(sorted(QUESTION_WORDS))})"
    r"(?! (?:i|we|you|he|she|it|they)\b)(?: \S+){0,5}$"
)
_AT_END = re.compile(  # "it's for who", "so she lost weight how much"
    r" (?:(?P<who>for whom?|with whom?|from whom?|to whom?)|(?P<how_many>how (?:many|much|long|often|far|old))"
    r"|(?:he|she|they|it|that|you)(?:'s|s|'re| is| are| lives?| was| were| went| work| works)? "
    r"(?:(?P<when>when|what time)|(?P<where>where)))$"
)
_FORMS: tuple[tuple[tuple[str, ...], AnswerForm], ...] = (
    (("how many", "how much", "how long", "how often", "how far", "how old"), AnswerForm.HOW_MANY),
    (("who", "whose"), AnswerForm.WHO),
    (("when", "since when", "what time", "what day", "what date", "what year", "which day"), AnswerForm.WHEN),
    (("where", "which part"), AnswerForm.WHERE),
    (("why", "how come"), AnswerForm.WHY),
)


# "that isn't what you need, is it"
_TAG = re.compile(
    r"\w (?:is|isn't|was|wasn't|does|doesn't|did|didn't|has|hasn't|are|aren't|do|don't|would|wouldn't|can|can't) "
    r"(?:it|he|she|they|you|that|there)$"
)
_LONGEST_UNMARKED = 14  # words of a sentence that asks by its form alone
# "have a good day", "will do", "would love to", "any day works": no question begins like that, or ends like that
_NO_SUBJECT = frozenset({"do", "be", "love", "like", "not", "fine", "call", "have", "take", "me", "say", "just"})
_AGREES_AT_END = frozenset({"works", "fine", "good", "great", "okay"})
_CLAUSE_FIRST = frozenset({"if", "after", "before", "once", "while"})
_BINDS_TO = frozenset({"with", "to", "about", "of", "for", "from", "on", "know", "see", "hear", "tell", "me", "you"})
_ASKED_WITHOUT_DO = frozenset({"got", "ever"})  # "you got kids", "you ever try that"
# "got any kids", "been doing this a long time", "want me to bring something"
_WITHOUT_SUBJECT = re.compile(r"(?:got (?:any|some|much|many|an?|kids|family|time)|been \w+ing|want me to)\b")
_MODALS = frozenset({"would", "could", "should", "will", "can", "might"})
_ANY = frozenset({"any", "anything", "anyone", "anybody"})
_NOT_KNOWN = re.compile(
    r"(?:didn't|don't|couldn't|wouldn't|can't|didnt|dont) (?:know|mean|see|realize|think|hear|want)\b"
)
_OURS = frozenset({"i", "we", "i'll", "we'll", "i'd", "i'm", "let", "tell"})
_STATES_AFTER = frozenset({"i", "we", "you", "he", "she", "it", "they"})  # "what we do is", "when she falls"
_SHORTEST_INVERTED = 3  # words


@lru_cache(_SENTENCES_KEPT)
def form_of(text: str) -> AnswerForm:
    """Of a question in normalised words."""
    core = bare(text)
    first, _, rest = core.partition(" ")
    if _REQUESTS.match(core) or _WHERE_OF_A_STORY.match(core):  # "can you tell me about her"
        return AnswerForm.OTHER
    if first in AUXILIARIES or _WONDERS_WHETHER.match(core) or (first not in QUESTION_WORDS and _TAG.search(core)):
        return AnswerForm.YES_OR_NO
    if first in ("when", "if") and rest.split(" ", 1)[0] not in AUXILIARIES | _EXACTLY:
        return _form_after_clause(rest.split())
    if first not in QUESTION_WORDS and (at_end := _AT_END.search(f" {core}")):
        return AnswerForm(at_end.lastgroup or AnswerForm.OTHER)
    if QUESTION_WORDS.isdisjoint(core.split()) and not (
        mentions(core, INVITES) or INVITES_TO.search(core) or WONDERS.search(core)
    ):  # "he helps?", "and your son?"
        return AnswerForm.YES_OR_NO
    special = AnswerForm.NAME if _WANTS_A_NAME.match(core) else AnswerForm.WHY if _NOT_TOLD_WHY.search(core) else None
    return special or next((form for openings, form in _FORMS if core.startswith(openings)), AnswerForm.OTHER)


def _form_after_clause(words: list[str]) -> AnswerForm:
    """As in "when somebody goes home on a weekend, who do you call", "when your mom was alive, did she cook"."""
    asks = next((at for at, word in enumerate(words[1:-1], 1) if _opens_question(*words[at - 1 : at + 2])), 0)
    if asks:
        return form_of(" ".join(words[asks:]))
    return AnswerForm.OTHER if AUXILIARIES.isdisjoint(words) else AnswerForm.YES_OR_NO


def ends_by_asking(words: str) -> bool:
    """Whether normalised words have their question word at the end: "it's for who"."""
    return _AT_END.search(f" {words}") is not None


def asks_late(words: str) -> bool:
    """Whether bare normalised words ask after a preposition: "at what time of day"; "in what we do" asks nothing."""
    return _AFTER_A_PREPOSITION.match(words) is not None


def says_not_known(words: str) -> bool:
    """As in "I can see that it stopped but not why": no question by its form, and one by what is left unsaid."""
    return _NOT_TOLD.is_in(words)


def half_asks(words: str) -> bool:
    """As in "and your dad's name", "and your address is", "and before that"."""
    if (words.count(" ") < _FEW_WORDS and _FRAGMENT.fullmatch(words)) or says_not_known(words):
        return True
    if " if " in words and _ONLY_IF.fullmatch(words):
        return True
    if words.endswith(_NAMED):
        return _NAMED_ALONE.search(words) is not None
    return words.endswith(_LEFT_OPEN) and _HALF_ASKED.search(words) is not None


def has_form(bare_words: str) -> bool:
    """Whether a sentence without a question mark has the form of a question: "who sees her every day"."""
    core = bare_words.split()
    if not core or len(core) > _LONGEST_UNMARKED:
        return False
    following = core[1] if len(core) > 1 else ""
    without_do = core[0] == "you" and following in _ASKED_WITHOUT_DO
    if (
        without_do
        or _WITHOUT_SUBJECT.match(bare_words)
        or (core[0] not in _OURS and (ends_by_asking(bare_words) or asks_late(bare_words)))
    ):
        return True
    if core[0] in _CLAUSE_FIRST:
        # "if you could change one thing what would it be"
        return any(map(_opens_question, core[1:], core[2:], core[3:]))
    if core[0] in QUESTION_WORDS:
        return following not in _STATES_AFTER and following != "so"  # "what, so you're mad"
    if core[0] not in AUXILIARIES or len(core) < _SHORTEST_INVERTED:
        return False
    wishes = core[0] == "have" and following in ("a", "an")
    wishes = wishes or (core[0] in _ANY and following in _MODALS)  # "anyone would carry that"
    agrees = core[0] in _ANY and core[-1] in _AGREES_AT_END
    return not (wishes or agrees or following in _NO_SUBJECT or _NOT_KNOWN.match(" ".join(core)))


def _opens_question(before: str, word: str, following: str) -> bool:
    """Whether a question word in the middle of a sentence asks: not in "a note with what she ate"."""
    return word in QUESTION_WORDS and following not in _STATES_AFTER and before not in _BINDS_TO
