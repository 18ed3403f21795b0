"""Short sentences that mean something on any telephone call: why?, what do you mean?, hold on, are you still there?

Flows in: the sentences of an utterance. Flows out: which of them occur, and the sentence that asks on from what was
said last. A sentence counts only when it is nothing else: "why do you ask about the nights" is a question of its own.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from sparring.call.mind.heard.answer_form import AUXILIARIES
from sparring.call.mind.heard.sentences import QUESTION_WORDS, HeardSentence, bare
from sparring.speech_acts.kinds.names import FIRST_NAMES
from sparring.speech_acts.text.needed_letters import any_in


class Aside(StrEnum):
    """One thing that a short sentence does."""

    ASKS_ON = "asks_on"  # why? like what? and then?
    WHY_ASK = "why_ask"  # why do you want to know?
    REPEAT = "repeat"  # what? say that again
    ANYTHING_ELSE = "anything_else"  # what else do you want to know?
    STILL_THERE = "still_there"  # hello? are you there?
    HOLD = "hold"  # one moment, please
    ROBOT = "robot"  # are you a machine?
    SUITS = "suits"  # does that work for you?
    PUT_THROUGH = "put_through"  # can I speak to the doctor?
    SEE_YOU = "see_you"  # talk to you tomorrow
    CHAT = "chat"  # nice weather today
    ASKS_LEAVE = "asks_leave"  # can I ask you something?
    IS_THIS = "is_this"  # am I speaking to Ms. Mercer?
    OTHER_NAME = "other_name"  # thanks, Maria
    DATE = "date"  # what day is it?
    AGE = "age"  # and how old are you?
    TENURE = "tenure"  # how long have you been doing this?
    LIKES_IT = "likes_it"  # do you like your job?
    BEFORE = "before"  # what did you do before?
    PRIVATE = "private"  # how much do you make?
    RECORDING = "recording"  # are you recording this?
    BUSY = "busy"  # is it always this busy?
    SPELL = "spell"  # can you spell that for me?
    WAITS = "waits"  # sure, I can hold
    PRAISE = "praise"  # you're amazing, you know that?
    FOLLOWS_UP = "follows_up"  # is it okay if I check in next week?
    OFFERS_MORE = "offers_more"  # would you like me to explain?
    USEFUL = "useful"  # we write after every visit. Is that any use to you?


_EXACT: dict[Aside, frozenset[str]] = {
    Aside.ASKS_ON: frozenset(
        {
            "why", "why not", "why is that", "why's that", "how come", "how so", "how", "like what", "such as",
            "how is that", "for example", "and then", "then what", "what then", "and then what", "meaning",
            "in what way", "in what sense", "what makes you feel that way", "why do you feel that way",
            "what makes you think that", "why do you think that", "why would you say that", "why do you say that",
            "what do you mean", "what do you mean by that",
            "what does that mean", "what did you mean", "how do you mean", "i don't know what you mean",
            "i dont know what you mean", "i don't understand", "i dont understand", "tell me more",
            "tell me more about that", "can you tell me more", "could you tell me more", "say more",
            "say more about that", "go on", "please go on", "keep going", "what makes you say that",
            "can you explain", "can you explain that", "explain", "really", "is that so", "how was that",
            "what was that like", "what happened then", "what do you do then", "what happens then",
            "what happened next",
            "what happened after that", "because", "what's behind that", "where does that come from",
            "who says", "says who", "which is", "since when", "tell me about that", "tell me about it",
            "what about it", "what was it", "can you give me an example", "can you give me an example of one",
            "can you give me an example of that",
            "when was that", "when was this",
            "where was that", "how long ago was that", "how long ago", "when did that happen",
            "when did this happen", "how did that happen", "who was that", "how long was that",
            "what date was that", "what day was that", "which day was that", "what time was that", "what year was that",
            "when was that roughly", "when was that exactly", "which one", "which one was that",
            "so what do you do", "and what do you do", "what did you do", "what did you do then",
            "what do you do about it", "how often does that happen", "does that happen a lot", "does that happen often",
            "how often is that", "how often does it happen", "how often does that come up", "does that come up a lot",
            "is that a lot", "what did they say", "and what did they say", "what did they tell you", "what did they do",
            "what happened there", "and what happened there", "and then what do you do", "to what",
            "to what kind of thing",
            "what kind of thing", "which ones",
        }
    ),
    Aside.WHY_ASK: frozenset(
        {
            "why do you ask", "why do you want to know", "why do you need to know", "why does that matter",
            "what makes you ask", "why are you asking", "why is that important", "why would you ask that",
        }
    ),
    Aside.REPEAT: frozenset(
        {
            "what", "huh", "pardon", "pardon me", "excuse me", "come again", "what was that",
            "what did you say", "what did you say before", "what did you say earlier", "what was it you said",
            "sorry what", "say again", "say that again", "i didn't get that",
            "i didnt get that", "i didn't hear you", "i can't hear you", "i didn't catch that",
            "i missed that", "one more time", "you what",
        }
    ),
    Aside.ANYTHING_ELSE: frozenset(
        {
            "what else", "anything else", "is there anything else", "what else do you need",
            "what do you want to know", "what would you like to know", "what else do you want to know",
            "what else would you like to know", "do you have any questions",
            "any questions", "any questions for me", "any other questions",
            "do you have any other questions", "what questions do you have", "what can i tell you",
            "what else do you need from me", "what do you need from me",
            "what else can i tell you", "is there anything you want to ask me",
            "what would you like to ask me", "anything else i can help with",
            "is there anything else i can help you with", "what else can i do for you",
        }
    ),
    Aside.STILL_THERE: frozenset(
        {
            "are you there", "are you still there", "you there", "still there", "can you hear me", "you still there",
            "hello", "did i lose you", "did we get cut off", "did we lose each other", "are you still with me",
            "did the line drop", "you cut out", "i lost you for a second",
        }
    ),
    Aside.HOLD: frozenset(
        {
            "hold on", "one moment", "one second", "one sec", "hang on", "give me a second",
            "give me a moment", "can you hold", "can you hold on", "can you hold on a second",
            "can you hold for a second", "just a second", "just a moment", "bear with me", "hold on a second",
            "one moment please", "let me check", "let me look", "could you hold on for a moment",
            "wait a second", "wait", "hold please", "let me get a pen", "let me grab a pen",
        }
    ),
    Aside.ROBOT: frozenset(
        {
            "are you a robot", "are you real", "are you a real person", "are you an ai", "are you ai",
            "is this a bot", "are you a bot", "am i talking to a robot", "am i talking to a machine",
            "is this a robot", "are you a machine", "are you human", "is this a recording",
            "are you a computer", "is this ai", "are you chatgpt", "you're a robot", "am i talking to an ai",
            "am i talking to a real person", "is this a real person", "is this a test call",
        }
    ),
    Aside.SUITS: frozenset(
        {
            "does that work", "does that work for you", "would that work", "would that work for you",
            "is that okay", "is that ok", "how does that sound", "can we", "can i", "could we",
            "is that a yes", "yes or no", "what do you say", "are we good", "are you in", "is it a deal",
            "how about that", "sound good",
            "does that sound good", "that okay", "does that suit you", "you in", "are you game", "shall i",
            "would that be okay",
            "would that be ok", "can we do that", "shall we do that", "deal", "are you okay with that",
            "are you ok with that", "is that alright", "is that all right", "would you do that",
        }
    ),
}  # fmt: skip
_MEANS = {
    sentence: tuple(aside for aside, exact in _EXACT.items() if sentence in exact)
    for sentence in frozenset[str]().union(*_EXACT.values())
}
_INVITES_QUESTIONS = (
    " question for me", " question for us", " else can i answer", " else could i answer", " else may i answer",
    " need anything else from me", " need anything else from us", " need anything from me", " else do you need to know",
    " what else should i know", " anything else i should know", " what else do i need to know",
    " questions for me", " questions for us", " want to know about us", " like to know about us", " like to know of us",
    " like to know from us", " want to ask me",
    " like to ask me", " anything else you", " else on your mind", " questions do you have", " questions you have",
    " ask me anything",
)  # fmt: skip
_WANTS_THROUGH = re.compile(
    r"(?:is the doctor in|(?:can|could|would|will) you (?:please |just |maybe )?"
    r"(?:try|get|grab|reach|ring|page) (?:him|her|them|mr|ms|mrs|dr)\b"
    r"|(?:(?:can|could|may|will|would) (?:i|you)|i(?:'d| would) like to|i (?:need|want) to|let me) "
    r"(?:(?:please|just|maybe|quickly|possibly) )*(?:speak|talk to|(?:put|connect|transfer|patch) (?:me|us))"
    r"|(?:(?:please|just) )*(?:put|connect|transfer|patch) (?:me|us))\b"
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
    Aside.PRIVATE: re.compile(
        r"how much do you (?:make|earn)|do you have (?:kids|children|a family)|are you married|where "
        r"(?:are you from|do you live|did you grow up)|what(?:'s| is) your favorite (?!agenc)|what do you do "
        r"for fun|do you (?:like|play|watch) (?!it|your|work|what|be|this|do)|what do you (?:charge|make|earn)"
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
    r"(?:something|(?:a |a few |some |\w+ )?(?:quick |short |small )?questions?(?: or two)?"
    r"|(?:one or two|a few|some|several|a thing or|one)(?: quick| short| small)? \w+"
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
    r"(?: real quick| quick| quickly| first| for (?:a|one) (?:sec|second|minute|moment)| before we (?:start|begin))*"
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
_WHOLE = {
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
_TAIL = re.compile(
    r" (?:then|before|beforehand|first|from me|exactly|again|though|by the way|if you don't mind me asking|if i may ask"
    r"|if i may)$"
)
_LONGEST_BEGUN = 14  # words
_LONGEST_GOODBYE = 7


def asides(sentences: Iterable[HeardSentence]) -> dict[Aside, str]:
    """The asides of an utterance, each with the normalised sentence that makes it; the last one of a kind counts."""
    return {aside: sentence.words for sentence in sentences for aside in _meant(sentence)}


def _meant(sentence: HeardSentence) -> Iterator[Aside]:
    words, core = sentence.words, sentence.core.removesuffix(" please")
    padded, length = f" {words}", words.count(" ") + 1
    if words not in _NODS:
        yield from _MEANS.get(words) or _MEANS.get(core) or _MEANS.get(_TAIL.sub("", core), ())
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
    if _WANTS_THROUGH.match(core) and core.count(" ") < _LONGEST_BEGUN:
        yield Aside.PUT_THROUGH
    if length <= _LONGEST_GOODBYE and _begins_a_word_of(padded, _GOODBYES) and not core.startswith(_ASKS_WHEN):
        yield Aside.SEE_YOU
    if _ANY_FORM.match(core):
        yield from (aside for aside, form in PERSONAL.items() if form.match(core))
        yield from (aside for aside, begins in _BEGINNINGS.items() if core.startswith(begins))
        yield from (aside for aside, form in _WHOLE.items() if form.fullmatch(core))


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
    exact = _MEANS.get(words) or _MEANS.get(core, ())
    return Aside.ASKS_ON in exact or core.endswith(_FOR_INSTANCE) or _EXAMPLE.fullmatch(core) is not None


def asked_for(words: str) -> str:
    """Whom the normalised "am I speaking to Ms. Mercer?" asks for; empty if it asks for nobody."""
    found = _IS_THIS.match(bare(words))
    return found[1] if found else ""
