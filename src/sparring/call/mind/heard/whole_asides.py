"""Asides that are known by the whole of a sentence: "why?", "hold on", "are you still there", and what each means.

Flows in: nothing. Flows out: the asides there are, and which of them a normalised sentence is.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


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
    FROM_HERE = "from_here"  # are you from around here?
    RECORDING = "recording"  # are you recording this?
    BUSY = "busy"  # is it always this busy?
    SPELL = "spell"  # can you spell that for me?
    FIRST_NAME = "first_name"  # may I call you Laura?
    WAITS = "waits"  # sure, I can hold
    PRAISE = "praise"  # you're amazing, you know that?
    FOLLOWS_UP = "follows_up"  # is it okay if I check in next week?
    OFFERS_MORE = "offers_more"  # would you like me to explain?
    USEFUL = "useful"  # we write after every visit. Is that any use to you?


_SENTENCES: dict[Aside, frozenset[str]] = {
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
MEANS: Final[Mapping[str, tuple[Aside, ...]]] = {
    sentence: tuple(aside for aside, exact in _SENTENCES.items() if sentence in exact)
    for sentence in frozenset[str]().union(*_SENTENCES.values())
}
"""Normalised sentence -> the asides that it is, and nothing else."""
