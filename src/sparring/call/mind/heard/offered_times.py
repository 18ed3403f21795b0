"""Which days and hours an utterance names, and whether they are offered for a meeting or only spoken of.

Flows in: the utterance cut into sentences, with its acts. Flows out: the times in the rep's words, and whether they are
an offer.
"""

import re
from collections.abc import Iterable

from sparring.call.mind.heard.answer_form import AUXILIARIES
from sparring.call.mind.heard.sentences import QUESTION_WORDS, HeardSentence, Spoken, mentions, normalised
from sparring.call.mind.heard.suggestions import suggests
from sparring.speech_acts import Act, ActKind
from sparring.speech_acts.text.calendar import HOURS

_HABIT = re.compile(r"\b(?:\w+day|morning|afternoon|evening|night|weekend)s\b", re.IGNORECASE)
_ABOUT_A_HABIT = re.compile(
    r"(?:what|how) about (?:on |at |the |your )?(?:\w+ )*(?:\w+day|morning|evening|afternoon|night|weekend)s"
)
_BARE_OFFER_WORDS = 8
_UNMARKED_OFFER_WORDS = 5
_HOUR_ALONE = re.compile(
    r"(?:(?:so|and|okay|say|maybe|or) )*(around |about |at )?"
    rf"((?:{'|'.join(HOURS)}|\d{{1,2}})(?: thirty| fifteen)?)"
    r"(?: then| maybe| okay| or so)?"
)
_HOUR_SUGGESTED = re.compile(  # "would eight thirty at your huddle be okay"
    rf"\b(?:would|does|is|how's|how about) ((?:{'|'.join(HOURS)}) (?:thirty|fifteen|forty five|o'clock))"
    r"(?: at| in| for| with)?(?: \w+){0,4}? ?(?:be )?(?:okay|ok|good|work|fine|alright|possible|suit|all right)\b"
)
_JUDGES_A_DAY = re.compile(
    r"(?:is|are|was|were|does|do) .*\b(?:every|each)\b"
    r"|(?:is|are|was|were) (?:it )?(?:(?:on|always|mostly|usually|the) )*\w+ (?:your |the |a |an )?"
    r"(?:so |really |always |usually )?(?:bad|hard|tough|worst|difficult|busy|busiest|hardest|toughest|problem|worse)"
    r"|(?:is|are|was|were) .*\b(?:too|as) \w+"
)  # "is Friday bad?" offers no Friday
MEETING = (
    "work for you", "that work", "work for the", "would work", "come by", "come out", "come over", "stop by", "drop by",
    "visit", "assessment", "appointment", "meet", "sit down", "suit you", "okay for you", "be better", "ten work",
    "put you down", "pencil", "send somebody", "send someone", "call you back on", "set up a", "be okay", "that okay",
    "i'll be there", "ill be there", "i'll come", "we'll come", "see you then", "see you on",
    "ten minutes", "five minutes", "fifteen minutes", "twenty minutes", "half an hour",
)  # fmt: skip
# "and if you don't find anyone by Monday": a day of what may come
_SUPPOSES_OTHERS = re.compile(r"if (?:you|he|she|they|it|your|nobody|no one|somebody|someone|anybody|anyone|there)\b")
_PARTS_OF_A_DAY = frozenset({"morning", "afternoon", "evening", "night", "noon", "then", "maybe", "instead", "okay"})
_ASKS_WHO = ("who ", "who's ", "whose ", "why ", "how come ")
_OCCASIONS = (
    "visit", "come by", "come out", "come over", "stop by", "drop by", "assessment", "appointment", "meet", "sit down",
    "a call", "video call", "phone call", "a zoom", "facetime", "a tour",
    "a coffee", "a trial", "one trial", "a try", "one case", "one patient", "one resident", "one evening",
)  # fmt: skip
# "what do the families do until Monday", "how did Friday go": a day in it is offered to nobody
_ASKS_FOR_FACTS = re.compile(
    r"(?:who(?:'s|se)?|why|how come|what(?:'s|s)|how (?:many|often|long|far|early|late|soon)"
    r"|(?:what|how|where|when) (?:do|does|did|is|are|was|were|has|have|had|happens|happened))\b"
    r"(?! (?:i|we|if|about|your (?:schedule|calendar|week))\b)"
)
# "you'd have my cell, and I'd call you before they hear it": what would be, not what is offered now
_WOULD_BE = re.compile(r"\b(?:(?:i|we|you)(?:'d| would)) (?!like\b|love\b|be happy\b|be glad\b|appreciate\b|suggest\b)")
# "I'd come Friday at four with the agreement"
_WOULD_COME = re.compile(
    r"\b(?:i|we)(?:'d| would) (?:come|drive|be there|bring|meet)\b.*\b(?:\w+day|tomorrow|today|tonight)\b"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!s)|tomorrow|today|tonight|next week|this week)"
_DAY_AROUND = re.compile(rf"\b{_DAY} (?:around|about|after|before) (?:noon|lunch|{'|'.join(HOURS)})\b")  # no clear hour
# "then I bring you the names on Thursday", "would it help if we came by tomorrow"; "we come every Friday" is a habit
_COMES_THEN = re.compile(
    r"\b(?:(?:i|we)(?:'ll|'d|'m| am| will| would| could| can| might| may)?"
    r"(?: (?:like|love|be happy|be glad|want) to| going to| just| also)? "
    r"(?:come|stop|drop|swing|drive|bring|meet|visit|be there|pop|sit down|see you)"
    r"|(?:i|we)(?:'ll| will) (?:check (?:back|in)|follow up)(?: with you)?\b"
    r"|if (?:i|we) (?:came|come|stopped|dropped|swung|drove|brought|met|meet|visited|were there|sat|sit)"
    r"|(?:let me|let us|why don't i) (?:come|stop|drop|swing|drive|bring|meet|visit|pop|sit))\b(?! every| each)"
    rf".*\b(?<!every )(?<!each )(?<!last ){_DAY}"
)
# "could you come in Tuesday at ten and we talk face to face"
_INVITES = re.compile(
    r"(?:could|can|would|will) you (?:be able to )?(?:please |maybe )?(?:come (?:in|by|over|out|see us|to|for)"
    r"|stop (?:by|in)|drop (?:by|in)|meet (?:me|us))\b"
)
# "that sounds like a lonely Friday", "they went home on Saturday": a day of what has happened
_OF_A_STORY = re.compile(
    r"(?:that|it|this|he|she|they|there|you|your \w+|nobody|somebody)(?: (?:all|both|really|just|then|still))*"
    r"(?: (?:sounds?|sounded|seems?|felt|was|were|had|went|came|fell|called|got|must (?:be|have|feel))\b|'ve )"
)
_OF_A_PLAN = re.compile(r"what (?:i|we)(?:'d| would|'ll| will)? (?:do|offer|promise) (?:then )?(?:is|for)\b")
# "who'd be with him once he's home tomorrow"
_ASKS_OF_OTHERS = re.compile(r"(?:who|whose|where|why)(?:'\w+)? .*\b(?:he|she|they|him|her|them|his|their)(?:'\w+)?\b")
_PAST = re.compile(
    r"\b(?:last|past|previous|(?:on|of|from|about|us|them|happened|done|said|wanted|had|called) that) $", re.IGNORECASE
)  # "last Sunday"
_PROMPT = re.compile(r"\b(?:in|within|after|for) (?:half an hour|(?:\w+ )?\w+ minutes)\b")
_OF_THINGS = frozenset(
    {"the", "there's", "it's", "that's", "nothing", "they", "he", "she", "nobody", "because", "there"}
)
_TAGS = frozenset({"yes", "okay", "ok", "deal", "right", "no", "would that do", "is it good", "is that good"})
_VAGUE_DAYS = frozenset({"today", "tonight", "now"})
_OKAY_THEN = re.compile(
    r"^how(?:'s|s| is| (?:do|would) you feel about) "
    r"| (?:ok|okay|alright|all right|good|fine|then|work|works|maybe|for you)$"
)
_OF_OTHERS = frozenset({"he", "he's", "she", "she's", "they", "they're", "his", "her", "their"})
_DECLARES = _OF_OTHERS | {"it", "it's", "you", "you're", "your", "there", "there's", "nobody", "somebody"}
_COUNTS = ("how often", "how many", "how long", "how much", "when did", "when was", "why")
_WHAT_IF = ("what if you", "what if somebody", "what if someone", "what if we had", "what if it", "what if the")
_OFFERS_TO = (
    "do you want me to",
    "do you want us to",
    "would you like me to",
    "would you like us to",
    "how about",
    "what if",
    "could i",
    "can i",
    "could we",
    "can we",
    "shall we",
    "may i",
    "why don't we",
)


def offers_time(said: Spoken, times: tuple[str, ...]) -> bool:
    """A bare "so, Wednesday at three?" offers as much as asking whether it works; "Monday then" does as well."""
    if not times or _only_asks_who(said):
        return False
    if all(map(_HABIT.search, times)) and not any(map(suggests_meeting, said.sentences)):
        return False  # "what about Friday afternoons"
    if any((suggests(one.core) and not _imagines(one.core)) or comes_then(one.words) for one in said.sentences):
        return True
    named = tuple(normalised(time) for time in times)
    choice = len(times) > 1
    if any((choice and _offers_a_choice(one, named)) or _invites(one, named) for one in said.sentences):
        return True
    if any(_OKAY_THEN.sub("", one.core) in named for one in said.sentences):
        return True  # "friday at two ok", "how's four o'clock"
    tagged = said.sentences[-1].core in _TAGS or said.sentences[-1].words in _TAGS  # "Thursday at three. Yes?"
    asked = any((tagged or _is_marked(one)) and _is_bare_offer(one, named) for one in said.sentences)
    unmarked = not said.text.rstrip().endswith((".", "!", "?"))
    short = asked or (unmarked and len(said.words.split()) <= _UNMARKED_OFFER_WORDS)
    return short or any(_speaks_of_meeting(one, named) for one in said.sentences)


def _is_marked(sentence: HeardSentence) -> bool:
    return sentence.marked.rstrip().endswith("?")


def _invites(sentence: HeardSentence, times: tuple[str, ...]) -> bool:
    return _INVITES.match(sentence.core) is not None and any(time in sentence.words for time in times)


def _speaks_of_meeting(sentence: HeardSentence, times: tuple[str, ...]) -> bool:
    """Whether it has a word of meeting, and one of the times in it or asks or says what the rep would do.

    "I'd answer on Friday at four, within half an hour" promises, and asks for no half hour; "the first visit is free"
    offers none.
    """
    words = _PROMPT.sub(" ", sentence.words)
    if _only_promises(sentence) or not mentions(words, MEETING):
        return False
    states = sentence.core.split(" ", 1)[0] in _OF_THINGS and not _is_marked(sentence)
    return not states or any(time in words for time in times if time not in _VAGUE_DAYS)


def _offers_a_choice(sentence: HeardSentence, times: tuple[str, ...]) -> bool:
    """As in "would it help to look at it together Thursday at four or Friday": two days to choose from are offered."""
    core = sentence.core
    *_, last = core.split(" or ")
    chosen = " or " in core and any(time in last or time.split()[-1] in last.split() for time in times)
    return chosen and not _ASKS_FOR_FACTS.match(core) and not _JUDGES_A_DAY.match(core)


def _is_bare_offer(sentence: HeardSentence, times: tuple[str, ...]) -> bool:
    """As in "Tuesday, noon, the gas station on Fifth?"; "what time tomorrow?" asks."""
    words = sentence.words
    first = sentence.core.split(" ", 1)[0]
    # "Friday at four, and bring your red pen?"; "the gas station on Fifth, the one by the bridge, Wednesday at ten?"
    begins = sentence.core.startswith(times) or (
        sentence.core.endswith(times) and first not in _DECLARES and first not in AUXILIARIES
    )
    short = (begins or len(words.split()) <= _BARE_OFFER_WORDS) and first not in QUESTION_WORDS | _OF_OTHERS
    if any(words == f"{time} {noun}" for time in times for noun in words.split()[-1:] if noun not in _PARTS_OF_A_DAY):
        return False  # "Saturday people?"
    if _SUPPOSES_OTHERS.match(sentence.core):
        return False
    return short and any(f" {time} " in f" {words} " for time in times) and not _JUDGES_A_DAY.match(sentence.core)


def comes_then(words: str) -> bool:
    """Whether the rep says that they would come, or bring something, on a day: "I can swing by on Thursday"."""
    return _COMES_THEN.search(words) is not None


def _only_asks_who(said: Spoken) -> bool:
    """As in "who would I send the Friday note to?": a day in it is offered to nobody."""
    return all(one.core.startswith(_ASKS_WHO) and not suggests(one.core) for one in said.sentences)


def _is_told_of(said: Spoken, sentence: HeardSentence) -> bool:
    """Whether a day in it belongs to a story or a plan: "that sounds like a lonely Friday"."""
    if _ASKS_OF_OTHERS.match(sentence.core) and not mentions(sentence.words, MEETING):
        return True
    if _is_marked(sentence) or mentions(sentence.words, MEETING):
        return False
    if _OF_A_STORY.match(sentence.core):
        return True
    return _OF_A_PLAN.match(sentence.core) is not None and not any(
        mentions(one.words, MEETING) for one in said.sentences
    )


def _imagines(core: str) -> bool:
    """As in "what if you had one number that is answered till nine": what is suggested is not that one meets."""
    return core.startswith(_WHAT_IF) and not mentions(core, _OCCASIONS)


def suggests_meeting(sentence: HeardSentence) -> bool:
    """Whether it suggests to meet, with or without a time: "how about a visit?"."""
    core = sentence.core
    return core.startswith(_OFFERS_TO) and suggests(core) and mentions(sentence.words, _OCCASIONS)


def times_in(said: Spoken, acts: tuple[Act, ...]) -> tuple[str, ...]:
    """Days and hours that stand close together are one time: "Thursday" and "two" are "Thursday at two".

    Where a sentence proposes something, only those in it: "I pick up at six. Could I come on Saturday at ten?".
    """
    spans: list[tuple[int, int]] = []
    named = [
        act
        for act in acts
        if act.kind is ActKind.NAMES_TIME
        and not (_is_told_of(said, said.at(act.start, act.end)) or _PAST.search(said.text[: act.start]))
    ]
    for act in sorted(_in_the_offer(said, acts, named) or named, key=lambda act: act.start):
        between = said.text[spans[-1][1] : act.start] if spans else ""
        if spans and len(between) <= 6 and " or " not in between and "," not in between:
            spans[-1] = (spans[-1][0], max(spans[-1][1], act.end))
        else:
            spans.append((act.start, act.end))
    if (
        not spans
        and any(act.kind is ActKind.PROPOSES_NEXT_STEP for act in acts)
        and (day := _DAY_AROUND.search(said.words))
    ):
        return (day[0],)
    if not spans and (suggested := _HOUR_SUGGESTED.search(said.words)):
        return (suggested[1],)
    if not spans and (alone := _HOUR_ALONE.fullmatch(said.words)):
        return (alone[2],) if alone[1] or "?" in said.text else ()
    return tuple(said.text[start:end].strip(" .,?!").removeprefix("on ") for start, end in spans)


# "should I bring anything when we meet", "when does your team meet": no day is left open by that
_ASKS_WHEN = re.compile(
    r"\b(?:when(?:'s|s)?(?! (?:i|we|you|they|he|she)(?! (?:can|could|should|may|might)\b))"
    r"(?! (?:do|does|did|is|are) (?:they|he|she|your|the|his|her|their)\b)"
    r"|(?:what|which) (?:day|time|days|times|date|afternoon|morning)(?:'s|s)?)\b.*"
)
_THEIR_OWN = re.compile(r"\b(?:your|their|his|her) (?:\w+ ){0,3}(?:visits?|meetings?|assessments?)\b")
_WHICH = re.compile(
    r"\b(?:what|which)(?:'s| is|'d be| would be| one| works| suits| day| time)*(?: is)? "
    r"?(?:better|best|easier|works?|suits?|(?:do |would )?you prefer)(?: (?:better|best))?(?: for you)?$"
)
_IF_SUITS = re.compile(
    r"^(?:and |so |then )?(?:would|does|is|might|could|will|how does|how would) .*"
    r"\b(?:work|suit|be (?:okay|ok|fine|all right|alright|good|possible|too \w+)|sound|a good (?:time|day))\b"
    r"(?: (?:for|with) .*| out)?$"
)
_TO_MEET = re.compile(
    r"\b(?:meet|visit|come (?:by|over|out|in|see)|stop by|drop by|swing by|sit down|stop in|see you"
    r"|(?:i|we) (?:come|call|start)|you (?:two|both|all)? ?(?:free|available))\b"
)
_SUITS_YOU = re.compile(
    r"\b(?:good|best|better|works?|suits?|okay|ok|fine|convenient|easier|easiest|prefer|like)\b"
    r"(?: (?:for|with) (?:you|y'all|everybody|everyone|him|her|both|the)\b.*| then| again)?$"
)


# "what time?", "and what time should I come by": not "what time does he get up"
_ASKS_HOUR = re.compile(
    r"(?:(?:at|around|about) )?(?:what|which) (?:time|hour)(?: of (?:the )?day)?"
    r"(?: (?:then|exactly|roughly|about|though|again|on \w+day|that day|tomorrow))*"
    r"(?:(?:'s|s| is| are| would| should| shall| can| could| do| does| may| might)?"
    r"(?: (?:i|we|you want|you prefer|you like|you need|you be|you have|you free|works?|good|best|better|suits?|okay|ok"
    r"|fine|easier|easiest|convenient)\b.*| (?:that|it)(?: again)?))?"
)
_HOUR_NAMED = re.compile(rf"\b(?:\d{{1,2}}|noon|midday|{'|'.join(HOURS)})\b", re.IGNORECASE)


def asks_hour(words: str) -> bool:
    """Whether bare words ask at which hour one meets, once there is a day for it."""
    return _ASKS_HOUR.fullmatch(words) is not None


def names_hour(time: str) -> bool:
    """Whether a time as the rep said it has its hour."""
    return _HOUR_NAMED.search(time) is not None


def asks_when_to_meet(words: str, *, spoken_of: bool) -> bool:
    """As in "when could I come by?"; "what day is good for you?" is about a meeting once one has been `spoken_of`."""
    asks = _ASKS_WHEN.search(words)
    if asks is None or _THEIR_OWN.search(asks[0]):
        return False
    return _TO_MEET.search(asks[0]) is not None or (spoken_of and _SUITS_YOU.search(asks[0]) is not None)


def asks_which(words: str) -> bool:
    """As in "Thursday at ten or Friday at two, which is better?"."""
    return _WHICH.search(words) is not None


def asks_if_suits(words: str, times: Iterable[str]) -> bool:
    """As in "would tomorrow at four work"; "is Friday hard for you" asks how Fridays are."""
    named = next((name for time in times if (name := normalised(time)) in words), "")
    return bool(named) and (words.endswith(f"feel about {named}") or _IF_SUITS.search(words) is not None)


def proposes(said: Spoken, acts: Iterable[Act]) -> bool:
    """Whether a sentence in which a next step was heard is one that offers something."""
    heard = (said.at(one.start, one.end) for one in acts if one.kind is ActKind.PROPOSES_NEXT_STEP)
    return any(not _proposes_nothing(one) for one in heard)


def asks_for_case(said: Spoken, acts: Iterable[Act]) -> bool:
    """Whether a case is asked for outright: "how often do you have one like that" wants to know something."""
    heard = (said.at(one.start, one.end) for one in acts if one.kind is ActKind.ASKS_FOR_CASE)
    return any(not one.core.startswith(_COUNTS) for one in heard)


def _in_the_offer(said: Spoken, acts: tuple[Act, ...], named: list[Act]) -> list[Act]:
    """Those of the times that stand in a sentence in which a next step is put forward."""
    if len(said.sentences) == 1 or not named:
        return named
    proposed = [act for act in acts if act.kind is ActKind.PROPOSES_NEXT_STEP]
    spans = [
        span
        for one, span in zip(said.sentences, said.spans, strict=True)
        if (suggests(one.core) and not _imagines(one.core))
        or comes_then(one.words)
        or (any(act.start < span[1] and span[0] < act.end for act in proposed) and not _proposes_nothing(one))
    ]
    return [act for act in named if any(start <= act.start < end for start, end in spans)]


def _proposes_nothing(sentence: HeardSentence) -> bool:
    """Whether it only imagines, promises or asks for something: whatever else is in it is offered to nobody."""
    core = sentence.core
    if _ABOUT_A_HABIT.fullmatch(core) or _imagines(core) or _ASKS_FOR_FACTS.match(core) or _JUDGES_A_DAY.match(core):
        return True
    return _only_promises(sentence)


def _only_promises(sentence: HeardSentence) -> bool:
    """As in "I'd answer the phone on Friday at four": what would be, and nobody would come."""
    core = sentence.core
    asks = _is_marked(sentence) or _WOULD_COME.search(core) is not None
    return not asks and _WOULD_BE.search(core) is not None and not mentions(sentence.words, _OCCASIONS)
