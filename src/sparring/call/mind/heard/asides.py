"""Short sentences that mean something on any telephone call: why?, what do you mean?, hold on, are you still there?

Flows in: the sentences of an utterance. Flows out: which of them occur, and the sentence that asks on from what was
said last. A sentence counts only when it is nothing else: "why do you ask about the nights" is a question of its own.
"""

import re
from collections.abc import Iterable, Iterator

from sparring.call.mind.heard.answer_form import AUXILIARIES
from sparring.call.mind.heard.sentences import QUESTION_WORDS, HeardSentence, bare
from sparring.call.mind.heard.whole_asides import MEANS, Aside
from sparring.speech_acts.text.names import FIRST_NAMES
from sparring.speech_acts.text.needed_letters import any_in

_INVITES_QUESTIONS = (
    " question for me", " question for us", " else can i answer", " else could i answer", " else may i answer",
    " need anything else from me", " need anything else from us", " need anything from me", " else do you need to know",
    " what else should i know", " anything else i should know", " what else do i need to know",
    " questions for me", " questions for us", " want to know about us", " like to know about us", " like to know of us",
    " like to know from us", " want to ask me",
    " like to ask me", " anything else you",
    " anything you'd like to know", " anything you'd like to tell", " like me to explain",
    " would you like to know about our",
    " anything you would like to know", " else on your mind", " questions do you have", " questions you have",
    " ask me anything",
)  # fmt: skip
_WANTS_THROUGH = re.compile(
    r"(?:is the doctor in|(?:can|could|may) i (?:please )?(?:have|get) (?:him|her)(?: please)?$"
    r"|(?:can|could|would|will) you (?:please |just |maybe )?"
    r"(?:try|get|grab|reach|ring|page|ask) (?:him|her|them|mr|ms|mrs|dr|(?:his|her|their) (?:line|extension))\b"
    r"|(?:(?:can|could|may|will|would) (?:i|you)|i(?:'d| would) like to|i (?:need|want) to|let me) "
    r"(?:(?:please|just|maybe|quickly|possibly) )*(?:speak|talk to|(?:put|connect|transfer|patch) (?:me|us))"
    r"|(?:(?:please|just) )*(?:put|connect|transfer|patch) (?:me|us))\b"
)
_PUT_ME_THROUGH = re.compile(
    r"\b(?:can|could|would|will) you (?:please |just )?(?:put|connect|transfer|patch) (?:me|us)\b"
)
_GOODBYES = (
    " see you", " see ya", " talk to you", " talk tomorrow", " talk then", " talk soon", " speak soon",
    " speak to you", " take care", " have a good", " have a great", " have a nice", " until then", " till then",
    " catch you later", " nice talking", " good talking", " great talking", " lovely talking", " nice to talk",
    " good to talk", " pleasure talking", " thanks for calling", " thank you for calling", " cheers",
    " i'll let you go", " ill let you go", " i will let you go", " bye",
)  # fmt: skip
_ASKS_WHEN = ("when", "can", "could", "where", "would")  # "when can I see you?"
_CHAT = (
    " the weather", " cold enough for you", " hot enough for you",
    " beautiful weather", " nice weather", " lovely weather", " terrible weather", " weather today",
    " your weekend", " a good weekend", " a nice weekend", " the game last night", " the traffic",
    " a beautiful day", " a lovely day", " a nice day today", " this heat", " this rain", " all this snow",
    " your holidays",
)  # fmt: skip
# What one stranger asks another who has no case of their own
PERSONAL = {
    Aside.TENURE: re.compile(
        r"(?:how long|since when)(?: have| had|'ve)? you (?:been|worked|run|done)\b(?! (?:looking|waiting|dealing|us))"
        r"|have you (?:been doing this|been here|worked here|been at this|done this) (?:for )?(?:a )?long"
    ),
    Aside.DATE: re.compile(
        r"(?:what(?:'s|s| is) (?:the date|today's date|the time)|what (?:day|date|time|year) is it|what's today)\b"
        r"(?: (?:right )?(?:now|today|again))*$"
    ),
    Aside.AGE: re.compile(r"(?:.* )?(?:how old are you|you(?:'re| are) how old|what(?:'s| is) your age)\b(?! and)"),
    Aside.LIKES_IT: re.compile(
        r"(?:(?:do|don't) )?you (?:like|love|enjoy) "
        r"(?:it$|it there|your (?:job|work|boss|team|company)|working|what you do|being|doing)"
    ),
    Aside.BEFORE: re.compile(r"(?:what (?:did you do|were you(?: doing)?)|where (?:were you|did you work)) before\b"),
    Aside.FROM_HERE: re.compile(
        r"(?:are|were) you (?:(?:originally|born) )?(?:from |in )?(?:around |near )?here\b"
        r"(?! (?:today|now|all|every|on|at|till))"
        r"|(?:did|have) you (?:grow up|grown up|always lived|lived long) (?:around |near )?here\b"
    ),
    Aside.PRIVATE: re.compile(
        r"how much do you (?:make|earn)|do you have (?:kids|children|a family)|are you married|where "
        r"(?:are you from|do you live|did you grow up)|what(?:'s| is) your favorite (?!agenc)|what do you do "
        r"for fun|do you (?:play|watch) (?!it|your|work|what|be|this|do)|what do you (?:charge|make|earn)"
        r"|do you like (?:sports|football|baseball|hockey|golf|fishing|movies|music|cooking|reading|dogs|cats)\b"
    ),
}
_BEGINNINGS = {
    Aside.RECORDING: ("are you recording", "is this being recorded", "is this recorded", "are we being recorded"),
    Aside.BUSY: (
        "is it always this",
        "is it always so",
        "is it always like this",
        "are you always this busy",
        "busy day",
        "busy today",
        "busy morning",
    ),
}
_ADDRESSES = re.compile(
    r"(?:(?:oh|okay|ok|well|so|and|yes|yeah|great|right|sure|alright) )*"
    r"(?:thanks|thank you|hi|hello|hey|sorry|bye|goodbye|good (?:morning|afternoon|evening))"
    r"(?: (?:so|very) much| a lot)?(?: mr| mrs| ms| miss)? ([a-z]+)"
)
_THINGS = (
    r"(?:something(?: else| more)?|(?:a |a few |some |\w+ )?(?:quick |short |small )?questions?(?: or two)?"
    r"|(?:one or two|two or three|a few|some|several|a thing or|one)(?: quick| short| small)? \w+"
    r"|(?:a )?couple (?:of )?(?:quick |short |small )?(?:things|questions))"
)
_FINE = r"(?:okay|ok|alright|all right|fine|cool)"
_ASK = r"(?:just )?(?:ask(?:ed)?(?: you)?|run|go through)"
# What asks leave wherever it stands last: "this is Kyle, I know you're busy, can I ask"
_LEAVE_LAST = (
    rf"(?:(?:can|could|may|(?:do you |would you )?mind if|let me|is it {_FINE} (?:if|for me to)) (?:i |we )?{_ASK}"
    rf"(?: {_THINGS})?(?: (?:with|by) you)?"
    rf"|(?:just |was |was just )?(?:wonder(?:ed|ing)|hop(?:ed|ing)) (?:if )?i (?:could|can|might) {_ASK}(?: {_THINGS})?"
    r"|i(?:'ll| will| do)? (?:just )?(?:need|have|want|like)(?: to ask)?(?: you)? (?:\w+ ){0,3}questions?(?: for you)?"
    r"|(?:can|could|may|let me|hop(?:ed|ing)) (?:if )?(?:i )?(?:could |can |might )?(?:just )?pick your brain"
    rf"|(?:do )?(?:you )?mind {_THINGS}"
    rf"|(?:got|have) (?:time|a (?:sec|second|minute|moment)) for (?:\w+ ){{0,3}}questions?)"
    r"(?: real quick| quick| quickly| first| anyway| anyhow| all the same"
    r"| for (?:a|one) (?:sec|second|minute|moment)| before we (?:start|begin))*"
    rf"(?: (?:is that|if that's|if thats|if it's|if its) {_FINE}(?: with you| by you)?)?"
)
_LEAVE = re.compile(
    rf"{_LEAVE_LAST}"
    rf"|may i|(?:can|could|may|mind if|let me|do you mind if|is it {_FINE} if) (?:i )?{_ASK} {_THINGS} about .+"
    rf"|i(?:'d| would) (?:just )?(?:like|love) to (?:ask|understand|know|learn)(?: you)? {_THINGS}"
    rf"|(?:would|will) (?:it|that) be {_FINE} (?:to|if i) ask(?:ed)?(?: you)?(?: {_THINGS})?(?: about .+)?"
    rf"|{_THINGS} (?:and|then) (?:i'm|i am|i'll be|i will be) (?:gone|done|off|out of your hair)(?: okay| ok| alright)?"
)
_OF_LEAVE = ("ask", "question", "brain", " or two", " run ", " go through ")
_LEAVE_AFTER = re.compile(rf"(.+) {_LEAVE_LAST}")
_LEAVE_ABOUT = re.compile(r"(?:\w+ ){0,2}?(?:can|could|may) i ask(?: you)? about (?:that|it|this)")
_IS_THIS = re.compile(
    r"(?:(?:morning|afternoon|evening) )?(?:is (?:this|that|it)|am i (?:speaking|talking) (?:to|with)"
    r"|(?:may|can|could) i (?:please )?(?:speak|talk) "
    r"(?:to|with)|i'm looking for|do i have|have i reached|would this be"
    r"|is(?= [a-z. ]+ (?:there|in|around|available|free)$))\b (.+)"
)
_SPELL = re.compile(
    r"(?:(?:can|could|would) (?:you|i get you to) (?:please |maybe )?spell (?:that|it|your (?:last |first |full )?name)"
    r"|how (?:do|would) (?:you|i) (?:spell|write) (?:that|it|your (?:last |first )?name)"
    r"|(?:what(?:'s|s| is) )?the spelling(?: of (?:that|it|your (?:last |first )?name))?"
    r"|spell (?:that|it|your (?:last |first )?name))(?: for me)?(?: please)?"
)
_EXAMPLE = re.compile(
    r"(?:(?:can|could) you )?(?:give me |tell me |name )?(?:just )?(?:one|an|any|some|a few)(?: quick)?"
    r"(?: examples?| of them)"
    r"|(?:what|which) (?:(?:kind|kinds|sort|sorts) of )?(?:reasons?|things?|problems?|issues?|stuff|troubles?)"
    r"|such as what|like (?:what|who) for example|name (?:one|some)"
)
_PRAISE = re.compile(
    r"(?:you're|you are) (?:so |really |an? )?(?:amazing|awesome|wonderful|incredible|great|saint|angel|kind|sweet)"
    r"(?: you know(?: that)?)?"
    r"|(?:\w+ )?(?:that's|that is|what) (?:such )?an? (?:very |really )?"
    r"(?:beautiful|lovely|pretty|nice|great|wonderful) name"
)
_ROBOT = re.compile(
    r"(?:i mean |seriously |tell me |honestly |wait )*(?:are you|is this|am i (?:talking|speaking) (?:to|with)) "
    r"(?:actually |really |just |like |even )*(?:an? )?(?:actual |real )?"
    r"(?:robot|bot|machine|computer|ai|human|person|recording|program|real)"
    r"(?: being| program| person| or what| or not)*"
    r"(?: or (?:an? )?(?:real |actual )?(?:robot|bot|machine|computer|ai|human|person|recording|program)(?: being)?)?"
)
_FOLLOWS_UP = re.compile(
    r"(?:(?:(?:is|would) (?:it|that)|it's) (?:be )?(?:okay|ok|all right|alright|fine) if|can|could|may|should|shall) "
    r"(?:i|we) (?:just )?"
    r"(?:follow up|check (?:back|in)|touch base|(?:call|ring|try) (?:you )?(?:back|again)|(?:stay|keep) in touch)"
    r"(?: with you)?(?: (?:sometime|next week|next month|in a (?:week|month|few days)|later|again|on that|about it))*"
)
# What one asks of an offer just made; of anything else it is a question
_USEFUL = re.compile(
    r"(?:(?:is|would|could|does|will|might) (?:that|this|it|something like that)"
    r"|(?:isn't|wouldn't|doesn't) (?:that|this|it)(?= (?:be |sound |make )?(?:worth|better|help|sense|fair)))"
    r" (?:be |sound |feel |make )?(?:(?:(?:of )?(?:any |some )?(?:use|help|interest|value|good)"
    r"|a (?:start|help|difference))"
    r"|(?:still )?in the (?:running|ballpark)|in your range|within (?:your|the) budget|doable|affordable"
    r"|useful|helpful|enough|fair|reasonable|sense|better|good|do(?: it)?|help|interest you|sound (?:fair|good|right)"
    r"|take (?:a|some) (?:load|weight|pressure) off|make (?:it|that|things|life|your \w+) easier|make a difference"
    r"|save (?:you|him|her|them) (?:an?|some|the) \w+|worth (?:something|it|anything|a (?:try|shot|call)"
    r"|(?:\w+ ){1,3}of your time)|answer (?:it|that|your (?:\w+ )?question))"
    r"(?: (?:enough|at all|a little|a bit|any|already|then|for now|(?:to|for|with) \w+(?: \w+)?|you|your \w+))*"
)
_WAITS = re.compile(
    r"(?:(?:of course|absolutely|no problem|no worries|go ahead|sure thing|yes|yep) )*"
    r"(?:i can (?:hold|wait)|i'll (?:hold|wait)|i don't mind (?:holding|waiting)|happy to hold|take your time|no rush"
    r"|no hurry)(?: on| for (?:a|one) (?:minute|second))?"
    r"(?: (?:no problem|no worries|take your time|of course|no rush|thanks|thank you))*"
)
_OFFERS_MORE = re.compile(
    r"(?:(?:would you like|do you want|want) (?:me|us) to|(?:would it help|is it okay|mind) if (?:i|we)"
    r"|(?:shall|should|can|could|may) (?:i|we)|let me)"
    r" (?:(?:just|quickly|briefly|first) )*(?:explain|tell you|walk you through|talk you through|go (?:over|through)"
    r"|run (?:you )?through|describe|say|repeat|spell)(?!.*\b(?:visit|meet|over the phone|number)\b)(?: [\w']+)*"
)
_FIRST_NAME = re.compile(
    r"(?:may|can|could|mind if|do you mind if|is it (?:okay|ok|all right|alright) (?:if|to)) (?:i )?(?:just )?"
    r"call you by (?:your )?first name"
)
_WHOLE = {
    Aside.FIRST_NAME: _FIRST_NAME,
    Aside.OFFERS_MORE: _OFFERS_MORE,
    Aside.ASKS_ON: _EXAMPLE,
    Aside.WAITS: _WAITS,
    Aside.ROBOT: _ROBOT,
    Aside.ASKS_LEAVE: _LEAVE,
    Aside.PRAISE: _PRAISE,
    Aside.FOLLOWS_UP: _FOLLOWS_UP,
    Aside.USEFUL: _USEFUL,
    Aside.SPELL: _SPELL,
    Aside.IS_THIS: _IS_THIS,
}
# Whether a sentence has any of these forms at all: most have none
_ANY_FORM = re.compile(
    "|".join(
        [one.pattern for one in PERSONAL.values()]
        + [re.escape(begins) for some in _BEGINNINGS.values() for begins in some]
        + [f"(?:{one.pattern})$" for one in _WHOLE.values()]
    )
)
_NODS = frozenset({"uh huh", "oh huh"})  # no "huh?"
_HANDLES_IT = re.compile(
    r"how do you (?:deal with|handle|manage|cope with|get around|work around|do) (?:that|it|this|them|those)"
    r"(?: (?:now|at the moment|these days|right now|today|then))?"
)
_FOR_INSTANCE = (" like what", " such as", " such as what", " like who", " for example", " for instance")
_TAILS = (
    " then", " before", " beforehand", " first", " from me", " exactly", " again", " though", " by the way",
    " if you don't mind me asking", " if i may ask", " if i may",
)  # fmt: skip
_LONGEST_BEGUN = 14  # words
_LONGEST_GOODBYE = 7


def asides(sentences: Iterable[HeardSentence]) -> dict[Aside, str]:
    """The asides of an utterance, each with the normalised sentence that makes it; the last one of a kind counts."""
    return {aside: sentence.words for sentence in sentences for aside in _meant(sentence)}


def _meant(sentence: HeardSentence) -> Iterator[Aside]:
    words, core = sentence.words, sentence.core.removesuffix(" please")
    padded, length = f" {words}", words.count(" ") + 1
    if words not in _NODS:
        yield from MEANS.get(words) or MEANS.get(core) or MEANS.get(_without_tail(core), ())
    if _HANDLES_IT.fullmatch(core) or core.endswith(_FOR_INSTANCE):
        yield Aside.ASKS_ON
    if (address := _ADDRESSES.fullmatch(words)) and address[1] in FIRST_NAMES:
        yield Aside.OTHER_NAME
    if _LEAVE_ABOUT.fullmatch(words) or _asks_leave_last(words):
        yield Aside.ASKS_LEAVE
    if _begins_a_word_of(padded, _INVITES_QUESTIONS):
        yield Aside.ANYTHING_ELSE
    if length <= _LONGEST_BEGUN and _begins_a_word_of(padded, _CHAT):
        yield Aside.CHAT
    if _PUT_ME_THROUGH.search(core) or (_WANTS_THROUGH.match(core) and core.count(" ") < _LONGEST_BEGUN):
        yield Aside.PUT_THROUGH
    if length <= _LONGEST_GOODBYE and _begins_a_word_of(padded, _GOODBYES) and not core.startswith(_ASKS_WHEN):
        yield Aside.SEE_YOU
    if _ANY_FORM.match(core):
        yield from (aside for aside, form in PERSONAL.items() if form.match(core))
        yield from (aside for aside, begins in _BEGINNINGS.items() if core.startswith(begins))
        yield from (aside for aside, form in _WHOLE.items() if form.fullmatch(core))


def _without_tail(core: str) -> str:
    """As in "how long have you worked there, by the way"."""
    return core.removesuffix(next(filter(core.endswith, _TAILS))) if core.endswith(_TAILS) else core


def _asks_leave_last(words: str) -> bool:
    """Whether unmarked speech ends on asking leave to ask, with no question before: a name, "I know you're busy"."""
    begun = _LEAVE_AFTER.fullmatch(words) if any_in(words, _OF_LEAVE) else None
    asks_before = begun and (set(begun[1].split()) & QUESTION_WORDS or bare(begun[1]).split(" ", 1)[0] in AUXILIARIES)
    return begun is not None and not asks_before


def _begins_a_word_of(padded: str, cues: tuple[str, ...]) -> bool:
    """Whether any cue stands in the sentence, from the beginning of a word on."""
    return any_in(padded, cues)


def asks_on(words: str) -> bool:
    """Whether a normalised sentence only makes sense after what was said last: "what makes you feel that way"."""
    core = bare(words)
    exact = MEANS.get(words) or MEANS.get(core, ())
    return Aside.ASKS_ON in exact or core.endswith(_FOR_INSTANCE) or _EXAMPLE.fullmatch(core) is not None


def asked_for(words: str) -> str:
    """Whom the normalised "am I speaking to Ms. Mercer?" asks for; empty if it asks for nobody."""
    found = _IS_THIS.match(bare(words))
    return found[1] if found else ""
