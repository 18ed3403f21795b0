"""The words every buyer shares, for what a persona has no lines of its own.

One table: a group of lines per thing to say, some by mood (`group.mood`). At least four each, short enough to be
spoken in one breath; `{…}` is filled by the wording. A data file in Python's clothes, hence longer than other modules.
"""

from typing import Final

# Words that keep their capital in the middle of a sentence, besides the names of the call
CAPITALS: Final = frozenset(
    {"i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march"}
    | {"april", "may", "june", "july", "august", "september", "october", "november", "december", "medicare"}
    | {"medicaid", "english", "spanish", "va"}
)
# A line that begins with one of these needs no other lead-in
DISCOURSE: Final = frozenset(
    {"well", "so", "um", "uh", "honestly", "look", "oh", "hm", "okay", "yeah", "yes", "no", "right", "sure", "mm"}
    | {"fine", "actually", "hi", "hello", "good", "thanks", "thank", "all", "nobody", "wow", "sorry"}
)

LEADS: Final[dict[str, tuple[str, ...]]] = {
    "neutral": ("Well,", "So,", "Um,", "Let's see.", "", "", "Okay, so,"),
    "warm": ("Well,", "Sure.", "Yeah, so,", "", "", "Of course.", "Mm, so,"),
    "hesitant": ("Um,", "Well,", "I mean,", "It's hard to say, but", "", "Hm.", "I don't know,"),
    "annoyed": ("Look,", "", "Fine.", "Okay.", "", "Honestly,", "Right."),
    "open": ("Well,", "Where do I start.", "Let me think.", "So,", "Um,", "Okay.", "Hm, well,"),
    "empathy": (
        "Thank you.",
        "I appreciate that.",
        "Thanks for saying that.",
        "Thanks. Nobody has asked that way.",
        "That's kind of you.",
    ),
    "reflection": ("Right.", "Exactly.", "Yes, that's it.", "That's right.", "Yes. You got it."),
    "greet": ("Hi, {rep}.", "Hello, {rep}.", "Oh, hi, {rep}.", "Hi there, {rep}."),
}

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    # hearing and the line
    "say_again": (
        "Sorry, you broke up there. Could you say that again?",
        "I didn't catch that. Say it once more?",
        "Sorry, what was that? The line went funny.",
        "Hm, I lost you for a second. Can you repeat that?",
        "I'm sorry, I couldn't make that out.",
        "One more time, please? I missed it.",
    ),
    "check_line.0": (
        "Hello? Are you still there?",
        "Are you there?",
        "Did I lose you?",
        "Hello? I can't hear anything.",
    ),
    "check_line.1": (
        "Hello? Anybody?",
        "I still can't hear you.",
        "Okay, I think we got cut off. Hello?",
        "Can you hear me at all?",
    ),
    # noticing how the rep talks
    "notice.monologue": (
        "Okay, that was a lot at once.",
        "Sorry, I lost the thread halfway through that.",
        "Wow, okay. Can you give me the short version?",
        "Hold on, that's more than I can take in.",
    ),
    "notice.repeats": (
        "You just asked me that.",
        "Didn't we just go over that?",
        "You said that a minute ago.",
        "We've been here already, haven't we?",
    ),
    "notice.early_pitch": (
        "That's nice, but you don't know what we need yet.",
        "Okay, but you haven't asked me anything.",
        "Sounds like a brochure, to be honest.",
        "Sure. Everybody says that, though.",
    ),
    "notice.early_price": (
        "Okay. But you don't even know what we need yet.",
        "How can you know the price already?",
        "That's a number, but a number for what?",
        "Hm. You haven't asked what it would be for.",
    ),
    "notice.other_price": (
        "Wait, that's not the number you gave me before.",
        "Hold on, a minute ago you said something else.",
        "That's different from what you told me earlier.",
        "Which is it? You had another figure before.",
    ),
    "notice.many_questions": (
        "That's a lot of questions at once.",
        "Okay, one at a time.",
        "Let me take those one by one.",
        "Hang on, I'll start with the first.",
    ),
    "notice.nonsense": (
        "Sorry, what?",
        "I don't follow you at all.",
        "Is this a bad line, or did that make no sense?",
        "I'm not sure what you're saying.",
        "Come again?",
    ),
    "notice.to_the_grader": (
        "Who are you talking to?",
        "Sorry, was that meant for me?",
        "I'm not sure who that was for.",
        "Is somebody else on the line?",
    ),
    "notice.talked_over": (
        "If I can just finish.",
        "Let me finish, please.",
        "Hang on, I wasn't done.",
        "Can I get a word in?",
    ),
    # answers there is no fact for
    "unknown": (
        "I couldn't tell you, to be honest.",
        "I don't know that one.",
        "Hm. I'd have to find out.",
        "That I really don't know.",
        "Good question. I don't have an answer.",
        "I'm not sure, honestly.",
    ),
    "unknown.closed": (
        "Not that I know of.",
        "I don't think so, no.",
        "Not really, no.",
        "I couldn't say for sure.",
        "No, nothing like that so far.",
        "Hm, I don't believe so.",
    ),
    "unknown.feelings": (
        "I'm all right. Let's stay with the practical side.",
        "Oh, I'm managing, thanks for asking.",
        "I'm okay. A bit tired.",
        "Fine, thanks. Busy.",
    ),
    "unknown.concern": (
        "Nothing special. I just want it done properly.",
        "I'd say I'm mostly careful.",
        "I don't know. I want to get this right.",
        "Nothing I could put my finger on.",
    ),
    "unknown.elsewhere": (
        "You'd have to ask about that further up.",
        "That's not something I can answer at this desk.",
        "I wouldn't know that, I just take the calls.",
        "That's above my pay grade.",
    ),
    "pleasantry": (
        "Fine, thanks.",
        "I'm all right, thank you.",
        "Good, thanks. And you?",
        "Oh, you know. Fine.",
    ),
    "pleasantry.annoyed": (
        "Busy.",
        "I've been better.",
        "Fine. What is it?",
        "All right.",
    ),
    "contact.again": (
        "You've got my number already.",
        "I gave you that one, didn't I?",
        "Same number as before.",
        "You should have it written down by now.",
    ),
    "name.stage": (
        "This is {name}.",
        "I'm {name}.",
        "{name}. I'm on the desk today.",
        "My name's {name}.",
    ),
    "give_time": (
        "I have a few minutes.",
        "Go ahead, but keep it short.",
        "A minute or two, sure.",
        "Okay, what is it about?",
    ),
    "recall": (
        "It's that, mainly.",
        "That's really it.",
        "Same thing, really.",
        "Well, what I told you.",
        "Mostly what I said.",
    ),
    "recall.annoyed": (
        "I told you.",
        "Like I said,",
        "I said that already.",
        "Again,",
    ),
    "exhausted": (
        "I've told you what I know about that.",
        "There's nothing more I can add there.",
        "I really have said all I can on that.",
        "We've covered that one.",
        "I can only tell you the same thing again.",
        "That's the third time now.",
        "I've got nothing new on that.",
        "You have my answer on that.",
    ),
    "come_back": (
        "You asked me something before and I ducked it.",
        "Okay, I'll be straight with you about what you asked earlier.",
        "Going back to your question from before.",
        "I didn't really answer you earlier.",
    ),
    "guard": (
        "I'd rather not go into that yet.",
        "Can we leave that for now?",
        "That's a bit personal for a first call.",
        "Let's just say it's complicated.",
        "I don't really want to get into that.",
        "Hm. Why do you need to know that?",
    ),
    # concerns
    "again": (
        "You haven't really answered my worry, though.",
        "I still have that same problem with it.",
        "That doesn't get rid of my concern.",
        "You kind of skipped over what I said.",
        "I'm still stuck on what I said before.",
        "We're not past my point yet.",
    ),
    "soften": (
        "Okay. I hear you. I'm just not all the way there.",
        "That helps a little.",
        "Fair enough. But I'd still like a real answer.",
        "All right. So how would you handle it, then?",
        "Hm. Go on.",
        "Okay, I'm listening.",
    ),
    # own questions
    "wonder_again": (
        "You didn't answer me, though.",
        "But what about my question?",
        "That's not what I asked, though.",
        "Okay, but I asked you something.",
    ),
    "thank": (
        "Okay, good to know.",
        "All right, that answers it.",
        "Okay. Thanks.",
        "Got it.",
        "Okay, that's clear.",
    ),
    # moving on
    "nudge.greeted": (
        "What can I do for you?",
        "What's this about?",
        "How can I help?",
        "What are you calling about?",
    ),
    "nudge.go_on": (
        "Mm-hm.",
        "Okay.",
        "Right.",
        "I see.",
        "Okay, go on.",
        "Mm.",
        "All right.",
        "Sure.",
        "Got it.",
        "Uh-huh.",
    ),
    "nudge.go_on.annoyed": (
        "And?",
        "Okay. What's your point?",
        "So what does that mean for me?",
        "Where is this going?",
        "Right. And what do you want from me?",
        "Fine. What else?",
    ),
    "nudge.next": (
        "So what happens next?",
        "Okay. What do we do from here?",
        "So how would this work?",
        "All right. What would you suggest?",
        "And what's the next step, then?",
        "So where does that leave us?",
    ),
    "nudge.what_else": (
        "What else do you need to know?",
        "Is there anything else you need from me?",
        "Okay. What do you want to know?",
        "Ask me whatever you need.",
    ),
    "nudge.checked": (
        "Yes, that answers it.",
        "It does, thanks.",
        "I think so, yes.",
        "Yes. That was my question.",
    ),
    "nudge.not_settled": (
        "Not quite, no.",
        "Almost. Not entirely.",
        "Partly.",
        "Honestly, not yet.",
    ),
    "nudge.pleased": (
        "That's good to hear.",
        "Okay, I like that.",
        "Good. That makes sense.",
        "All right, that helps.",
        "Okay. That's more than I expected.",
        "Good to know.",
    ),
    "nudge.doubtful": (
        "Okay. We'll see.",
        "That's easy to say.",
        "If you say so.",
        "Maybe. I've heard that before.",
        "Hm. I'd have to see it.",
        "Sure. On paper.",
    ),
    "agree.time": (
        "{time} is good.",
        "{time} works for me.",
        "Let's say {time}.",
        "I can do {time}.",
    ),
    "no_time": (
        "Okay. When were you thinking?",
        "That could work. What day?",
        "Sure, but when?",
        "I'd be open to that. When do you have time?",
    ),
    "short": (
        "I don't have much longer.",
        "I need to wrap this up soon.",
        "Listen, I've only got another minute.",
        "I have to get going in a minute.",
    ),
    "warn.abuse": (
        "Excuse me? Don't talk to me like that.",
        "Wow. I'd like you to stop that right now.",
        "I don't have to listen to language like that.",
        "One more like that and I'm hanging up.",
    ),
    # going
    "part": (
        "Okay. Well, thanks anyway. Bye.",
        "All right. I'll think about it. Goodbye.",
        "Okay, thanks for your time. Bye now.",
        "Fine. Goodbye.",
    ),
    "part.annoyed": (
        "Right. Goodbye.",
        "Okay. Bye.",
        "Fine, I'll try somebody else. Bye.",
        "Yeah. Goodbye.",
    ),
    "leave.abuse": (
        "That's it. Goodbye.",
        "I'm not listening to this. Goodbye.",
        "No. We're done here.",
        "I'm hanging up now.",
    ),
    "leave.pressure": (
        "I don't like being pushed. Goodbye.",
        "You're pushing too hard. I'm going to leave it there.",
        "No. I won't be rushed into this. Bye.",
        "I feel like I'm being sold something. Goodbye.",
    ),
    "leave.disparages": (
        "I don't like how you talk about other people. Goodbye.",
        "Running others down doesn't help me. Bye.",
        "I'd rather not listen to that. Goodbye.",
        "That's not how I do business. Goodbye.",
    ),
    "leave.offers_value": (
        "I can't be part of that. Goodbye.",
        "You know that's not allowed. I'm ending this call.",
        "No. That's exactly what I can't have. Goodbye.",
        "I'll pretend I didn't hear that. Goodbye.",
    ),
    "leave.brushed_aside": (
        "You're not listening to me. I'm going to leave it there.",
        "I've said what worries me and you keep going past it. Goodbye.",
        "I don't think this is going anywhere. Bye.",
        "I don't feel heard here. I'll call somebody else.",
    ),
    "leave.gibberish": (
        "I can't understand a word. I'm going to hang up.",
        "This isn't working. Goodbye.",
        "I'm sorry, I can't follow this. Bye.",
        "Okay, I'm going to try another number. Goodbye.",
    ),
    "leave.patience": (
        "I have to stop here. Goodbye.",
        "Sorry, I've run out of time for this. Bye.",
        "I'm going to have to go. Goodbye.",
        "Look, I need to go. Bye.",
    ),
    "leave.silence": (
        "I think we lost each other. I'm going to hang up.",
        "Okay, nobody there. Goodbye.",
        "I'll try another time. Bye.",
        "I can't hear anyone, so I'm hanging up.",
    ),
    "leave.time_up": (
        "That's my time, I have to go. Bye.",
        "I'm out of time. Goodbye.",
        "Sorry, I have to run now. Bye.",
        "I've got to go, somebody's waiting. Goodbye.",
    ),
    "block": (
        "I'd need to know what it's about first.",
        "I can take a message.",
        "I can't just put everybody through.",
        "Can you tell me a bit more before I try?",
    ),
    "transfer": (
        "One moment, let me see.",
        "Hold on, I'll put you through.",
        "Okay, one second.",
        "Let me try the line for you.",
    ),
}
