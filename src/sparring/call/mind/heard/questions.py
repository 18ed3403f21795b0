"""The questions in one utterance of the rep: what each is about, how it was put, which of the persona's words it uses.

Flows in: the sentences with their acts, and the cues that occur. Flows out: one `Question` per question. Typed and
recognised speech comes without question marks as often as not, so a sentence asks by its form as well as by its mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sparring.call.mind import phrases
from sparring.call.mind.heard.answer_form import (
    AUXILIARIES,
    INVITES,
    INVITES_TO,
    WONDERS,
    AnswerForm,
    form_of,
    half_asks,
    has_form,
)
from sparring.call.mind.heard.asides import asks_on
from sparring.call.mind.heard.sentences import QUESTION_WORDS, HeardSentence, Spoken, bare, hits, mentions, normalised
from sparring.call.mind.heard.small_talk import is_small_talk, only_feels
from sparring.call.mind.heard.suggestions import suggests
from sparring.persona import stem
from sparring.speech_acts import Act, ActKind, Topic

QUESTIONS = (ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION)
VAGUE = (None, Topic.OTHER)
_SENTENCES_KEPT = 256  # the three buyers of a hard call, and the facts of each, look at one sentence many times
_CUES_KEPT = 1_024  # lists of cues of all personas
_SHORT_SENTENCE = 7  # words
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
_FEELINGS = (
    "how are you ", "how do you feel", "how do you cope", "how are things for you", "are you ok", "are you okay",
    "are you all right", "are you alright", "and you yourself", "what about you", "how about you",
    "make you feel", "makes you feel",
)  # fmt: skip
_INJURED = ("hurt", "injured", "injury", "injuries")
_OF_THE_CASE = (Topic.CARE_NEEDS, Topic.SAFETY, Topic.WHO, Topic.LOCATION, Topic.TIMING)
_ELSEWHERE = (
    "dog", "cat", "cats", "pet", "pets", "garden", "television", "computer", "internet", "favorite", "movie",
    "football", "baseball", "beer", "wine", "birthday", "you have for breakfast", "you have for lunch",
    "you have for dinner", "snow", "raining", "the weather",
)  # fmt: skip
_WHATS_UP = (
    "what's up", "whats up", "what's it about", "whats it about", "what is it about", "what's this about",
    "what's going on", "whats going on", "what can i do for you", "how can i help",
    "what's the matter", "whats the matter",
)  # fmt: skip
_SOMEBODYS_NAME = re.compile(r"\b(?:your|his|her|the) (?!first|last|full|own)\w+(?:'s|s) name(?: is| was)?$")
# "who is it you're looking after", "the one you take care of, is that your wife"
_WHAT_IS_WRONG = re.compile(r"\bwhat(?:'s|s| is| has) (?:just )?(?:happened|going on|wrong|the matter) (?:with|to)\b")
_FOR_WHOM = re.compile(
    r"\bwhom?\b.*\b(?:you|we|i)(?:'re|'d| are|'ll)? (?:be )?(?:\w+ )?"
    r"(?:look(?:ing)? after|tak(?:e|ing) care of|car(?:e|ing) for|calling)\b"
    r"|\bwho(?:'s|s| is| are| would)? (?:we|it|this|i) (?:be )?(?:help(?:ing)?|for|calling for)\b"
    r"|\b(?:take|taking) care of\b.*\bis (?:that|it|this) your\b"
    r"|^(?:and )?(?:under )?whose name\b"
)
_WORRIES = (
    "feel comfortable", "would it take", "what would you need", "would you need to see", "would you need to hear",
    "would you need to know", "worries you", "worry you", "worried about", "concerns you", "concern you", "scares you",
    "scare you", "afraid of", "holds you back", "hold you back", "keeps you up", "keep you up",
    "want from me", "want from us", "need from us", "expect from us", "want me to say", "want me to do",
)  # fmt: skip
_HALF_NAMES = (" mr", " mrs", " ms", "your name", "and you are", "and you are who", "and who are you")
_TOLD_BY_YOU = re.compile(r"(?<!can )(?<!could )(?<!would )(?<!will )\byou (?:just )?tell me\b")
_OF_YOU = re.compile(r"(?:do|did|are|were|have|had) you\b")
_AFTER_THAT = re.compile(r"^(?:after that|after this|until then|till then|before that) ")
_OF_SOMEBODY = frozenset({"her", "his", "the", "your", "their", "about"})
_SHORTEST_DECLARED = 3  # words
_DECLARED_OF = frozenset(
    {"you", "you're", "he", "he's", "she", "she's", "they", "they're", "it's", "there's", "nobody"}
)
_ANSWERS_ITSELF = (
    "i do",
    "we do",
    "i will",
    "we will",
    "i am",
    "we're",
    "we are",
    "i'm the",
    "because",
    "it's because",
    "nothing ",
    "nobody ",
    "that's me",
    "that would be me",
)
_NAMES_IT = re.compile(r"well (?:\w+ ){0,4}(?:it's|its|that's|that would be|it would be|it's gonna be|is) ")
_POINTS_BACK = (
    "like that",
    "that way",
    "that be",
    "that so",
    "of those",
    "of them",
    "any of that",
    "is that",
    "reason for that",
    "got one",
    "have one",
    "has one",
)
_POINTS_AT_IT = (
    "where's it", "where is it", "how's it", "how is it", "what's it", "what is it", "is it", "are they", "do they",
    "what are they", "who are they", "where are they",
)  # fmt: skip
_CLEFT = re.compile(r"what is it (?:that|you|he|she|they)\b")  # "what is it that he needs help with"
# "we write down what was seen, who was there", "what has changed is that I pick up"
_TELLS_WHAT = re.compile(
    r"we (?!wonder|were wondering)\w+ |(?:what|all|the thing that) .+ is (?:that )?(?:i|we|i'm|we're|i'll|we'll)\b"
)
_SUPPOSES_FIRST = re.compile(
    r"(?:if|say|suppose|supposing|imagine|let's say) "
    r"(?:he|she|they|it|you|your|nobody|no one|somebody|someone|the)(?:'s|'re)?\b"
    r"(?!.*\b(?:i|we|i'll|we'll|i'd|we'd)\b)"
)
_SAYS_BACK = re.compile(
    r"(?:if i(?:'m hearing| hear| heard| understand| understood| got)|what i(?:'m hearing|'m getting| hear))\b"
)
_SAYS_BACK_WORDS = 4
OPENERS = ("what", "how", "tell", "why", "describe", "walk", "who", "where", "when")


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `text` is the normalised sentence it stands in, `found` the persona's cues that occur there.

    Cues of common words alone ("who else", "how do you", "patients") point at a fact only where the topic allows it.
    """

    topic: Topic | None
    is_open: bool
    text: str
    found: frozenset[str] = frozenset()
    on: str = ""  # the fact that a "why?" or an "and then?" asks on from
    own: str = ""  # its own words, where `text` begins with the sentence before, which its "it" stands for
    after: str = ""  # the fact told just before, whatever the question is about
    not_these: frozenset[str] = frozenset()  # facts told in answer to it, or before, that were not what was meant
    pressed: bool = False  # asked once more of what was dodged: `text` begins with what was asked before
    written: frozenset[int] = frozenset()  # places of the facts of which it is a way to ask, word for word

    @property
    def words(self) -> frozenset[str]:
        """Stems of the words that ask for something in particular."""
        return _particular(self.text)

    @property
    def form(self) -> AnswerForm:
        """What kind of answer it wants."""
        return form_of(self.own or self.text)

    @property
    def carried(self) -> bool:
        """Whether `text` begins with the sentence before."""
        return bool(self.own)

    @property
    def wants_yes_or_no(self) -> bool:
        """Whether "not that I know of" would be an answer to it."""
        return self.form is AnswerForm.YES_OR_NO

    @property
    def declares(self) -> bool:
        """Whether only its mark makes it a question: "she lives alone?"; "and your son?" says nothing by itself."""
        core = _AFTER_THAT.sub("", bare(self.text)).split()
        return len(core) >= _SHORTEST_DECLARED and self.form is AnswerForm.YES_OR_NO and core[0] in _DECLARED_OF

    @property
    def about_you(self) -> bool:
        """Whether it is about the buyer in person: "do you have brothers or sisters?"."""
        return _of_you(self.text)

    @property
    def invites(self) -> bool:
        """Whether it leaves the answer open: every question does that cannot be answered with yes or no."""
        return self.is_open or not self.wants_yes_or_no

    def names(self, cues: tuple[str, ...]) -> int:
        """How many of these cues the question contains, those of common words aside."""
        return len(self.found & parted(cues)[0]) if self.found else 0

    def brushes(self, cues: tuple[str, ...]) -> int:
        """How many of these cues of common words alone the question contains."""
        return len(self.found & parted(cues)[1]) if self.found else 0


@lru_cache(_SENTENCES_KEPT)
def _particular(text: str) -> frozenset[str]:
    plain = (word.removesuffix("'s") for word in bare(text).split())
    return frozenset(stem(word) for word in plain if not (word in phrases.GENERAL_WORDS or word.isdigit()))


@lru_cache(_SENTENCES_KEPT)
def _of_you(text: str) -> bool:
    return _OF_YOU.match(bare(text)) is not None


@lru_cache(_CUES_KEPT)
def parted(cues: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Cues that mean something by themselves, and those of common words alone."""
    common = frozenset(cue for cue in cues if phrases.COMMON_WORDS.issuperset(cue.split()))
    return frozenset(cues) - common, common


def questions(said: Spoken, acts: tuple[Act, ...], cues: frozenset[str]) -> Iterator[Question]:
    """What an utterance asks for; `cues` are the persona's that occur in it."""
    polite = [said.at(act.start, act.end).words for act in acts if act.kind in _POLITE]
    manners = bool(polite)
    found = [
        Question(
            _topic(act.topic, words),
            act.kind is ActKind.OPEN_QUESTION,
            words,
            _cues_in(words, cues),
            own=own if (own := said.at(act.start, act.end).words) != words else "",
        )
        for act in acts
        if act.kind in QUESTIONS and (words := _question(said, act)) and not is_small_talk(words)
    ]
    known = {one.text for one in found}
    kind_words = only_feels(said, acts)
    missed = [one for one in _missed(said, cues) if one.text not in kind_words]
    missed = [one for one in missed if not any(one.text in words or words in one.text for words in known)]
    found += [one for one in missed if one.found or one.topic not in VAGUE]
    found = [one for one in found if not _is_rhetorical(one, said)]
    about = {asked.text for asked in found if asked.topic not in VAGUE}
    # "May I ask your name?" and "What happened, if I may ask?" are questions about one thing each
    kept = [
        one
        for one in found
        if one.found or one.topic not in VAGUE or not (one.text in about or any(one.text in words for words in polite))
    ]
    dates = {one.text for one in kept if one.topic is Topic.TIMING and one.form is AnswerForm.WHEN}
    kept = [one for one in kept if one.topic is not Topic.SAFETY or one.text not in dates]
    yield from dict.fromkeys(kept)
    if not kept:
        yield from _implied(said, acts, cues)
    # Recognisers and rules both miss questions; one left alone would get no answer at all
    if not found and not manners:
        yield from (one for one in missed[-1:] if not _is_rhetorical(one, said))


def _cues_in(words: str, cues: frozenset[str]) -> frozenset[str]:
    return hits(widened(bare(words)), cues)  # "I'd love to hear how" names nothing yet


def widened(words: str) -> str:
    """Normalised `words`, followed by plainer ones for what they name."""
    plainer = [phrases.NEAR[word] for word in words.split() if word in phrases.NEAR]
    return " ".join((words, *plainer)) if plainer else words


def _is_rhetorical(asked: Question, said: Spoken) -> bool:
    """Whether the rep goes on to answer it: "Who makes sure? I do, and here is my cell"."""
    return not asked.found and asked.topic in VAGUE and answers_itself(asked.text, said)


def answers_itself(words: str, said: Spoken) -> bool:
    """Whether what follows the sentence of these normalised words answers it: "Why not? Because we have done it"."""
    after = iter(said.sentences)
    if not any(one.words == words for one in after):
        return False
    answer = next(after, None)
    if answer is not None and answer.core.startswith(("never ", "not ")) and not answer.marked.rstrip().endswith("?"):
        return True  # "so who pays? never you"
    return answer is not None and (answer.core.startswith(_ANSWERS_ITSELF) or _NAMES_IT.match(answer.words) is not None)


def half_asks_name(text: str) -> bool:
    """As in "Of course, Mr.?"."""
    return text.endswith(_HALF_NAMES)


def _missed(said: Spoken, cues: frozenset[str]) -> list[Question]:
    """Sentences that ask although no act may say so."""
    return [
        Question(_topic(None, one.words), one.core.startswith(OPENERS), one.words, _cues_in(one.words, cues))
        for one in said.sentences
        if _asks(one, said)
    ]


def _asks(sentence: HeardSentence, said: Spoken) -> bool:
    words = sentence.words
    # "and after five, nobody. What does that do to them?" says back, as its full stop beside the question mark tells
    half_asked = not (sentence.marked.endswith(".") and "?" in said.text) and half_asks(words)
    if not (sentence.marked.endswith("?") or has_form(sentence.core) or _invites(words) or half_asked):
        return False
    asks = not (is_small_talk(words) or words.endswith(_HALF_NAMES) or suggests(sentence.core))
    return asks and not says_back(sentence.core)


def _topic(topic: Topic | None, words: str) -> Topic | None:
    """Asking how somebody is, or what they would need, is about them, whatever else the sentence names."""
    if topic is Topic.DECISION_MAKER and "doctor" in words:
        return Topic.OTHER  # what a doctor says decides nothing
    if (topic is Topic.SAFETY and mentions(words, _INJURED)) or (topic in _OF_THE_CASE and mentions(words, _ELSEWHERE)):
        # how he gets around is no answer to "was anybody hurt", how he washes none to "has he a dog"
        return Topic.OTHER
    if mentions(words, _FEELINGS):
        return Topic.FEELINGS
    if topic in VAGUE and (mentions(words, _WHATS_UP) or _WHAT_IS_WRONG.search(words)):
        return Topic.WHAT_HAPPENED
    if topic in VAGUE and (_FOR_WHOM.search(words) or _SOMEBODYS_NAME.search(words)):
        return Topic.WHO
    return Topic.CONCERN if mentions(words, _WORRIES) else topic


def _implied(said: Spoken, acts: tuple[Act, ...], cues: frozenset[str]) -> Iterator[Question]:
    """What a manner of speaking asks: "how can I help?" what happened, "is she safe right now?" about safety."""
    for act in acts:
        topic = _IMPLIED.get(act.kind)
        if topic is not None:
            words = said.at(act.start, act.end).words
            yield Question(_topic(topic, words), act.kind is ActKind.OFFERS_HELP, words, _cues_in(words, cues))
            return


def _question(said: Spoken, act: Act) -> str:
    """The normalised sentence of a question act; empty for a statement that only contains a question word."""
    sentence = said.at(act.start, act.end)
    words, core = sentence.words, sentence.core
    if says_back(core):
        return ""
    points_back = act.topic in VAGUE and mentions(words, _POINTS_BACK) and not asks_on(words)
    before = said.text.find(sentence.marked)
    previous = said.at(before - 2, before - 1) if before > 1 and len(said.sentences) > 1 else None
    if previous and (
        points_back
        or (core.startswith(_POINTS_AT_IT) and not _CLEFT.match(core))
        or _SUPPOSES_FIRST.match(previous.core)
        or (_brings_up(previous) and not _particular(words))
    ):
        # "Could there be anything like that?", "Say she gets the flu. Who comes?", "Now her pills. Which ones?"
        words = f"{previous.words} {words}"
        core = core if _SUPPOSES_FIRST.match(previous.core) else bare(words)
    if _TELLS_WHAT.match(core) and not sentence.marked.rstrip().endswith("?"):
        return ""
    marked = (
        sentence.marked.rstrip().endswith("?")
        or has_form(core)
        or _is_long(sentence.marked, words)
        or _follows_a_comma(said, act)
    )
    return words if (marked and not suggests(core)) or _invites(words) else ""


def _brings_up(sentence: HeardSentence) -> bool:
    """Whether it only names something: "now her pills"."""
    words = sentence.core.split()
    short = 0 < len(words) <= _SHORTEST_DECLARED + 1 and words[0] in _OF_SOMEBODY
    return short and not sentence.marked.rstrip().endswith(("?", "!")) and AUXILIARIES.isdisjoint(words)


def says_back(core: str) -> bool:
    """As in "if I'm hearing you right, it's that nobody picked up the phone, right?"."""
    return _SAYS_BACK.match(core) is not None and QUESTION_WORDS.isdisjoint(core.split()[_SAYS_BACK_WORDS:])


def _follows_a_comma(said: Spoken, act: Act) -> bool:
    """As in "besides you, who has a say in this."."""
    before, after = said.text[: act.start].rstrip(), said.text[act.start :]
    if "?" in after and "." in after.partition("?")[0].rstrip():
        return False  # "we write down the time, what was seen and who saw it. What would you check?" asks one thing
    apart = before.endswith(",") and ":" not in before.rpartition(".")[2]  # no list of what is written down
    return apart and has_form(bare(normalised(said.text[act.start : act.end])))


def _is_long(marked: str, words: str) -> bool:
    """Long enough, and without a mark, for a question to stand anywhere in it: there the acts are to be believed."""
    if marked.rstrip().endswith((".", "!")):
        return False
    items = words.split()
    return len(items) > _SHORT_SENTENCE or not QUESTION_WORDS.isdisjoint(items)


def _invites(words: str) -> bool:
    """As in "tell me about her"; "if it's no good you tell me" asks nothing."""
    invites = mentions(words, INVITES) or INVITES_TO.search(words) is not None or WONDERS.search(words) is not None
    return invites and not _TOLD_BY_YOU.search(words)
