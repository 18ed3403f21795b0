"""Which facts a question reaches, and which of them the rep has earned.

Flows in: the questions of one reading and the buyer's rapport. Flows out: answers in the order in which they are
given, and the facts told. A hidden fact is only ever reached by a question; trust alone opens nothing.
"""

import re
from collections.abc import Iterator, Sequence

from sparring.call.mind.decision import SPOKEN_OF, TOLD, Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of, reached, told_words
from sparring.call.mind.facts.evasions import not_evaded_twice
from sparring.call.mind.facts.feelings import of_feelings
from sparring.call.mind.facts.follow_on import (
    asked_then,
    echoed,
    follows_on,
    lacks,
    led_to,
    more_of,
    part_of_story,
    unanswered,
)
from sparring.call.mind.facts.followed_up import followed_up
from sparring.call.mind.facts.kept_back import asked_for_themselves, kept_back
from sparring.call.mind.facts.nearness import Near
from sparring.call.mind.facts.several_questions import (
    TWO,
    Answered,
    both,
    in_their_own_right,
    more_than_said_back,
    worth_saying,
)
from sparring.call.mind.facts.story_order import come_to, comes_before, first_untold, guessed
from sparring.call.mind.facts.told_again import not_told_again
from sparring.call.mind.facts.unasked import comes_back, goes_on, picks_up, stuck, takes_up
from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.answer_fit import PARTICULARS
from sparring.call.mind.heard.answer_form import INVITES, AnswerForm
from sparring.call.mind.heard.asides import asks_on
from sparring.call.mind.heard.in_context import written_for
from sparring.call.mind.heard.invitations import asks_whole_story, leads_in, offers_help, only_invites
from sparring.call.mind.heard.presuppositions import agrees, denies, is_known
from sparring.call.mind.heard.questions import VAGUE, Question, parted, widened
from sparring.call.mind.heard.repairs import puts_right
from sparring.call.mind.heard.sentences import bare, hits, mentions
from sparring.call.mind.heard.utterance import Reading
from sparring.call.mind.not_known.at_work import wishes
from sparring.call.mind.not_known.by_callers import asks_opinion, asks_them_to_come, asks_to_come, tells_who_comes
from sparring.call.mind.not_known.groups import asks_of_the_idea, no_answer, not_known
from sparring.call.mind.phrases import GENERAL_WORDS
from sparring.call.mind.state import BuyerState, Rapport
from sparring.persona import Fact, Persona, stems
from sparring.speech_acts import Topic

_WISHED = re.compile(r"\b(?:would|need|want|wish|take|expect|help|like|change|look|useful|see|earn|chance|try|fix)")
_ANYBODY = frozenset({"any", "anybody", "anyone", "anything", "anywhere", "else", "ever", "still", "yet"})
_POINTS = frozenset({"those", "them", "they", "these"})
TALKATIVE_TRUST = 50  # from here on an open question gets more than was asked for
_FRESH_MOVES = 3  # of one's own that are in mind
_NEAR = 70  # points of a fact that answers a question, whatever kind of answer that seems to want
_FEWEST = 2  # words of such a question, but one: "different?" only takes up a word
_FRAGMENT = 4  # words: "by herself?"


def answers(persona: Persona, state: BuyerState, rapport: Rapport, reading: Reading) -> tuple[Part, ...]:
    """The answers to what the rep asked, or what the buyer adds when the rep only listens."""
    if reading.sums_up:
        return (Part(PartKind.NUDGE, "said_so"),)
    listener = AskedBuyer(persona, state, rapport)
    # "I meant when nobody takes one" says nothing back
    wrong = bool(reading.contradicts) and not puts_right(reading.text)
    parts = [Part(PartKind.PUT_RIGHT, reading.contradicts)] if wrong else list[Part]()
    answered = in_their_own_right(listener, _each_answered(listener, more_than_said_back(reading, state), parts))
    parts += [part for _, said in answered for part in said]
    told = {part.ref for part in parts if part.kind in TOLD}
    parts = [part for part in parts if part.kind is not PartKind.GUARD or part.ref not in told]
    # "yes" answers one question alone
    parts = [part for part in dict.fromkeys(parts) if part.kind is not PartKind.NUDGE] or parts
    if of_both := both(persona, answered):
        return of_both
    if not (reading.is_question or reading.proposes or any(part.kind in TOLD for part in parts)):
        parts = [*comes_back(listener, state, reading), *parts]
    if not parts:
        parts.extend(takes_up(listener, reading))
    guesses = bool(reading.supposed) and not is_known(persona, state, reading.supposed)
    if not (reading.is_question or reading.proposes or guesses or parts or rapport.agreed):
        parts.extend(goes_on(listener, reading) if not stuck(state) else picks_up(listener))
    return worth_saying(parts)


def _each_answered(listener: AskedBuyer, questions: Sequence[Question], parts: Sequence[Part]) -> Iterator[Answered]:
    """Each question with its answer; what has just been said, `parts` before all, is said once."""
    said = {one.ref for one in parts if one.kind is not PartKind.GUARD}
    has_told, first = any(part.kind in SPOKEN_OF for part in parts), True
    for asked in sorted(questions, key=leads_in):
        if has_told and leads_in(asked):
            continue
        replies = (_honest(listener, asked, part) for part in _replies(listener, asked, first=first))
        new = tuple(part for part in replies if part.ref not in said)
        said |= {part.ref for part in new if part.kind is not PartKind.GUARD}
        has_told, first = has_told or any(part.kind in SPOKEN_OF for part in new), False
        yield asked, new


def _honest(listener: AskedBuyer, asked: Question, part: Part) -> Part:
    """A part that neither tells what has just been told nor evades a second time."""
    return not_evaded_twice(listener, asked, not_told_again(listener, asked, part))


def with_told(rapport: Rapport, parts: tuple[Part, ...]) -> Rapport:
    """`rapport` after these answers."""
    # asked for in so many words, a fact may be the reason behind a worry as well
    new = tuple(dict.fromkeys(part.ref for part in parts if part.kind in TOLD and part.ref not in rapport.told))
    return changed(rapport, told=rapport.told + new) if new else rapport


def only_granted(parts: tuple[Part, ...], rapport: Rapport) -> tuple[Part, ...]:
    """The same answers when the easier buyer has not granted all of them: the rest is guarded."""
    return tuple(
        Part(PartKind.GUARD, part.ref) if part.kind in TOLD and part.ref not in rapport.told else part for part in parts
    )


def _replies(listener: AskedBuyer, asked: Question, *, first: bool) -> Iterator[Part]:
    if asked.written and (fact := written_for(listener.persona, listener.state, asked)):
        return iter((_word_for_word(listener, asked, fact),))
    if at_once := _said_at_once(listener, asked):
        return iter((at_once,))
    if first and (then := asked_then(listener, asked) or followed_up(listener, asked) or echoed(listener, asked)):
        return iter((then,))
    if felt := of_feelings(listener, asked):
        return iter((felt,))
    return _answer(listener, asked, first=first)


def _answer(listener: AskedBuyer, asked: Question, *, first: bool) -> Iterator[Part]:
    """`first`: the first question of the turn; an "it" in a later one stands for what that asked about."""
    if points_back := _on_what_was_told(listener, asked):
        yield points_back
        return
    if asked.form is AnswerForm.WHERE and asked.topic in VAGUE and not asked.words:
        asked = changed(asked, topic=Topic.LOCATION)  # "and where?" is about the house
    if asks_whole_story(asked) and (story := _of_the_subject(listener, asked, first=True)):
        yield Part(PartKind.TELL, story.id)
        return
    ranked = asked_for_themselves(listener, asked, reached(listener, asked))
    if ranked and only_invites(asked) and ranked[0].fact.visible == "hidden":
        ranked = []  # "tell me all about it" is like "how is it for you", and asks for no such thing
    if first and (just_told := follows_on(listener, asked, ranked)):
        yield more_of(listener, asked, just_told)
    elif asked.wants_yes_or_no and not asked.found and _says_only_what_was_said(asked, listener.state):
        yield Part(PartKind.NUDGE, "said_so")
    elif not ranked and (on_topic := _of_the_subject(listener, asked)):
        yield Part(PartKind.TELL, on_topic.id)
    elif hidden := kept_back(listener, asked, ranked):
        part = guessed(listener, asked, hidden)
        yield part
        yield from come_to(listener, asked, part)
    elif not ranked or (asks_opinion(asked) and not (ranked[0].meant or asked.names(ranked[0].fact.cues))):
        yield unanswered(listener, asked)
    else:
        yield from _told_of(listener, asked, ranked)


def _word_for_word(listener: AskedBuyer, asked: Question, fact: Fact) -> Part:
    """What a question in its author's own words is answered with: its fact, or what has to be told before it."""
    if fact.id in listener.rapport.told:
        return Part(PartKind.RECALL, fact.id)
    first = fact_of(listener.persona, first_untold(listener, fact))
    return Part(PartKind.TELL if listener.earned(first, is_open=asked.invites) else PartKind.GUARD, first.id)


def _said_at_once(listener: AskedBuyer, asked: Question) -> Part | None:
    """What a question of a kind is answered with, whatever facts are near."""
    if asks_them_to_come(asked) and not any(tells_who_comes(one.fact) for one in reached(listener, asked)[:1]):
        return Part(PartKind.UNKNOWN, "life.come")  # when there is a meeting says nothing of who would come
    if offers_help(asked):
        return _matter(listener)
    if listener.persona.rep_calls and asks_of_the_idea(asked):
        return Part(PartKind.UNKNOWN, no_answer(listener.persona, listener.state, asked))
    return None


def _matter(listener: AskedBuyer) -> Part | None:
    """What a caller calls about, as long as they have told nothing; whoever is called called nobody."""
    if listener.persona.rep_calls:
        return Part(PartKind.UNKNOWN, "work.you_called")
    matter = None if listener.rapport.told else _next_that_happened(listener)
    return Part(PartKind.TELL, matter.id) if matter else None


def _of_the_subject(listener: AskedBuyer, asked: Question, *, first: bool = False) -> Fact | None:
    """To an open question on what happened that names nothing one knows: the first that one has not told of it.

    `first`: only while nothing of it has been told.
    """
    if not (asked.is_open and asked.topic is Topic.WHAT_HAPPENED) or listener.persona.rep_calls:
        return None
    if first and any(one.id in listener.rapport.told for one in _that_happened(listener.persona)):
        return None
    return _next_that_happened(listener)


def _next_that_happened(listener: AskedBuyer) -> Fact | None:
    """The first that one has not told yet of what happened, and may tell."""
    untold = (one for one in _that_happened(listener.persona) if one.id not in listener.rapport.told)
    return next((one for one in untold if listener.earned(one, is_open=True)), None)


def _that_happened(persona: Persona) -> Iterator[Fact]:
    """What is open on the subject of what happened."""
    return (one for one in persona.facts if Topic.WHAT_HAPPENED in one.topics and one.visible == "open")


def _on_what_was_told(listener: AskedBuyer, asked: Question) -> Part | None:
    """The answer to a question that only makes sense after what was said last; None: it makes sense by itself."""
    if asked.pressed:
        found = listener.cues_in(asked.text)
        ranked = reached(listener, changed(asked, found=found))
        return _part(listener, asked, ranked[0].fact) if ranked else Part(PartKind.UNKNOWN, "pressed")
    points_back = asks_on(asked.text)
    if (points_back or asked.on) and (next_fact := led_to(listener, asked)):
        return Part(PartKind.TELL, next_fact.id)
    if not asked.on:  # "when was that?", after nothing told
        about_nothing = points_back and asked.form in PARTICULARS
        return unanswered(listener, asked) if about_nothing else None
    fact = part_of_story(listener, asked, fact_of(listener.persona, asked.on))
    if listener.persona.rep_calls and asked.wants_yes_or_no and not points_back and asked.text.count(" ") >= _FRAGMENT:
        return unanswered(listener, asked)
    return None if lacks(fact, asked) or _means_another(listener, asked) else more_of(listener, asked, fact)


def _told_of(listener: AskedBuyer, asked: Question, ranked: list[Near]) -> Iterator[Part]:
    """The nearest of the facts reached, and a second one if there is reason."""
    first = _fitting(listener, asked, ranked[0])
    unsure = first.kind is PartKind.TELL and not (ranked[0].meant or _is_near(listener, asked, ranked[0]))
    if unsure and _beside_the_point(listener.persona, asked, ranked[0].fact):
        yield unanswered(listener, asked)  # "does he have pets" is not about what he needs help with
        return
    yield first
    yield from come_to(listener, asked, first) or _more(listener, asked, first, ranked)


def _is_near(listener: AskedBuyer, asked: Question, near: Near) -> bool:
    """Whether a fact is so near to a whole question that it beats whatever is said to questions of that form."""
    if near.points < _NEAR or not asked.words or asked.text.count(" ") < _FEWEST:
        return False
    if asked.wants_yes_or_no and asked.words.isdisjoint(told_words(near.fact)):
        return False  # "do you knit" is near to "do you sleep" for its "do you" alone
    return near.meant or not _asks_after_somebody(listener, asked, near.fact)


def _means_another(listener: AskedBuyer, asked: Question) -> bool:
    """Whether "was it good before that" has a fact of its own, though its words only point back."""
    if asks_on(asked.text):
        return False
    ranked = reached(listener, changed(asked, on=""))
    return bool(ranked) and ranked[0].meant and ranked[0].fact.id not in listener.rapport.told


def _fitting(listener: AskedBuyer, asked: Question, near: Near) -> Part:
    """What is said of the fact that a question reaches; whether somebody can come is no old news about them."""
    fact = near.fact
    part = _part(listener, asked, fact)
    if part.kind is not PartKind.RECALL and _is_near(listener, asked, near):
        return part
    if part.kind is PartKind.RECALL and asked.declares and asked.names(fact.cues):
        return Part(PartKind.NUDGE, "heard") if agrees(listener.persona, listener.state, asked, fact) else part
    if _asks_after_somebody(listener, asked, fact):
        return unanswered(listener, asked)
    said_before = part.kind is PartKind.RECALL and asked.wants_yes_or_no
    if near.meant and not (said_before or lacks(fact, asked)):
        return part
    new = part.kind is PartKind.RECALL and asks_to_come(asked)
    new = new or (listener.persona.rep_calls and not _speaks_of(listener.persona, asked, fact))
    if new or _answers_nothing(listener, asked, part):
        return unanswered(listener, asked)
    return part


def _asks_after_somebody(listener: AskedBuyer, asked: Question, fact: Fact) -> bool:
    """Whether "how's your aunt now?" meets a fact that is near for naming her alone."""
    named = asked.names(fact.cues) or asked.brushes(fact.cues)
    return not named and not_known(listener.persona, asked) == "their_health"


def _speaks_of(persona: Persona, asked: Question, fact: Fact) -> bool:
    """Whether a partner has this fact to say to a question: the subject alone, or one word, is too little for a yes."""
    named = any(cue in fact.cues for cue in asked.found)
    common = len(asked.words & told_words(fact))
    if not (named or common) and not _POINTS.isdisjoint(asked.text.split()):
        return False  # "what happens to those people then" is about what has just been told
    if fact.visible == "hidden":
        by_word = _names(persona, asked, fact) and not asked.wants_yes_or_no
        return named or common > 1 or by_word or asked.topic is Topic.HARDEST_CASES
    if wishes(bare(asked.text)) and not any(_WISHED.search(cue) for cue in asked.found if cue in fact.cues):
        return common > 1  # what somebody would need is not what there is
    return named or common > 1 or not asked.wants_yes_or_no


def _answers_nothing(listener: AskedBuyer, asked: Question, part: Part) -> bool:
    """Whether one would only say again what was not asked for, or dodge again what was dodged."""
    fact = fact_of(listener.persona, part.ref)
    if part.kind is PartKind.RECALL:  # a new question on an old topic is not a repeated one
        if listener.persona.rep_calls and asked.words and not asked.names(fact.cues):
            return lacks(fact, asked) or asked.words.isdisjoint(told_words(fact))
        return lacks(fact, asked) or not (asked.is_open or _means(listener.persona, asked, fact))
    return part.kind is PartKind.GUARD and _dodged_already(listener, asked, fact)


def _says_only_what_was_said(asked: Question, state: BuyerState) -> bool:
    """Whether "are you driving right now?" has nothing in it that has not just been said: "I'm driving"."""
    said = state.said_lately(_FRESH_MOVES)
    if " or " in asked.text or not _ANYBODY.isdisjoint(asked.text.split()):
        return False  # "for you or for someone else", "the stairs, is anybody with her" leave it open
    return bool(asked.words) and not (denies(asked.text) or denies(said.lower())) and asked.words <= stems(said)


def _more(listener: AskedBuyer, asked: Question, first: Part, ranked: list[Near]) -> Iterator[Part]:
    """A second fact: one that the question names as well, or what an open question is worth to a buyer who trusts."""
    at_ease = listener.rapport.trust >= TALKATIVE_TRUST and not listener.rapport.concerns
    # asked of nothing in particular, one goes on about the subject
    broad = not (asked.words or asked.found) and (asked.topic not in VAGUE or mentions(asked.text, INVITES))
    generous = asked.is_open and at_ease and first.kind is PartKind.TELL and broad
    for one in ranked[1:]:
        fact = one.fact
        untold = fact.id not in listener.rapport.told and listener.earned(fact, is_open=asked.invites)
        on_topic = asked.topic in fact.topics or asked.topic in VAGUE
        beside = generous and fact.visible == "open" and on_topic
        if untold and (beside or _named_beside(asked, ranked[0].fact, fact)):
            yield Part(PartKind.TELL, fact.id)
            return


def _named_beside(asked: Question, first: Fact, second: Fact) -> bool:
    """Whether two things are asked for, as in "which days and hours": one of them names `second` alone."""
    halves = asked.text.split(" and ")
    if len(halves) != TWO or not hits(widened(asked.own or asked.text), parted(second.cues)[0]):
        return False
    return any(
        hits(widened(here), second.cues) and not hits(widened(here), first.cues) and hits(widened(there), first.cues)
        for here, there in (halves, halves[::-1])
    )


def _dodged_already(listener: AskedBuyer, asked: Question, fact: Fact) -> bool:
    """Whether "what matters most to you" would only be dodged with what was dodged at another question."""
    general = asked.topic in (Topic.FEELINGS, Topic.CONCERN)
    return general and fact.id in listener.state.dodged and not _names(listener.persona, asked, fact)


def _means(persona: Persona, asked: Question, fact: Fact) -> bool:
    """Whether the question is surely for this fact: one word that happens to stand in it as well is not enough."""
    return asked.names(fact.cues) > 0 or len(asked.words & persona.fact_words[fact.id]) > 1


def _names(persona: Persona, asked: Question, fact: Fact) -> bool:
    """Whether the question has a word for this very fact."""
    return bool(asked.names(fact.cues) or asked.words & persona.fact_words[fact.id])


def _beside_the_point(persona: Persona, asked: Question, fact: Fact) -> bool:
    """Whether a yes or no is wanted on something the fact does not name: "does he have pets" is not about washing."""
    if _names(persona, asked, fact) or asked.brushes(fact.cues):
        return False
    if not asked.wants_yes_or_no:
        elsewhere = asked.words and asked.words.isdisjoint(told_words(fact))
        return persona.rep_calls and fact.visible == "open" and bool(elsewhere)
    return any(word not in GENERAL_WORDS and word not in persona.name_words for word in asked.text.split())


def _part(listener: AskedBuyer, asked: Question, fact: Fact) -> Part:
    if fact.id in listener.rapport.told:
        return Part(PartKind.RECALL, fact.id)
    if listener.earned(fact, is_open=asked.invites):
        return Part(PartKind.TELL, fact.id)
    before = comes_before(listener, asked, fact)
    return Part(PartKind.TELL, before) if before else Part(PartKind.GUARD, first_untold(listener, fact))
