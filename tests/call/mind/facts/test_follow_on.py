"""What is answered to a question that only makes sense after what was told."""

from dataclasses import replace

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of
from sparring.call.mind.facts.follow_on import echoed, lacks, led_to, more_of, part_of_story, unanswered
from sparring.call.mind.heard.questions import Question
from tests.fakes.personas import a_fact, a_secret, small_persona
from tests.fakes.reps import opened

_DAY = ["It was on Easter.", "Easter Sunday.", "That Easter, it was.", "On Easter, of all days."]
_AFTER = ["Nobody called.", "There was no call at all.", "Not one call.", "No call came."]
_HOURS = ["Three o'clock, every fourth week.", "It's monthly.", "Once every four weeks.", "On a Monday, as a rule."]
_FACTS = [
    a_fact("the_day", "what_happened", lines=_DAY),
    a_fact("no_call", "concern", lines=_AFTER, needs={"after": ["the_day"]}),
]


def _listener(*told: str) -> AskedBuyer:
    practice = opened(small_persona(facts=_FACTS))
    rapport = replace(practice.state.rapport, told=told)
    return AskedBuyer(practice.persona, practice.state, rapport)


def test_a_day_is_looked_for_in_the_whole_story() -> None:
    """Question when it was after the end of a story, one says the day that its beginning has."""
    listener = _listener("the_day", "no_call")
    ending = fact_of(listener.persona, "no_call")
    assert part_of_story(listener, Question(None, is_open=False, text="when exactly was it"), ending).id == "the_day"
    assert part_of_story(listener, Question(None, is_open=True, text="why is that"), ending) is ending


def test_a_question_in_the_very_words_of_what_was_told_is_about_that() -> None:
    """Gone on about in other words; one with words of its own, or a yes or a no to give, is another question."""
    practice = opened(small_persona(facts=[a_fact("hours", "timing", lines=_HOURS)]))
    said = "The aide comes once a month, at three."
    last = (Part(PartKind.TELL, "hours"),)
    rapport = replace(practice.state.rapport, told=("hours",))
    state = replace(practice.state, said=(said,), last=last, rapport=rapport)
    listener = AskedBuyer(practice.persona, state, rapport)

    def told(text: str) -> Part | None:
        return echoed(listener, Question(None, is_open=True, text=text))

    assert told("who comes once a month at three") == Part(PartKind.TELL_MORE, "hours")
    assert told("how does she get along with the neighbours") is None
    assert told("does the aide come once a month at three") is None
    assert echoed(_listener("the_day"), Question(None, is_open=True, text="who comes at three")) is None


def test_what_has_not_been_told_is_no_part_of_the_story() -> None:
    """A day that is still to be earned is not given away by the question after it."""
    listener = _listener("no_call")
    ending = fact_of(listener.persona, "no_call")
    asked = Question(None, is_open=False, text="when exactly was it")
    assert part_of_story(listener, asked, ending) is ending
    assert lacks(ending, asked)


def test_what_any_fact_told_in_an_answer_leads_to_is_next() -> None:
    """Two facts in one answer: the question goes on from the one that it has a cue of."""
    often = a_fact("often", "timing", cues=["how often"], needs={"after": ["the_day"]})
    practice = opened(small_persona(facts=[*_FACTS, often]))
    parts = (Part(PartKind.TELL, "the_day"), Part(PartKind.TELL, "no_call"))
    state = replace(practice.state, last=parts)
    listener = AskedBuyer(practice.persona, state, replace(state.rapport, told=("the_day", "no_call")))
    fact = led_to(listener, Question(None, is_open=False, text="how often does that happen"))
    assert fact is not None
    assert fact.id == "often"
    assert led_to(listener, Question(None, is_open=False, text="who said that")) is None


def test_what_was_dodged_is_told_to_whoever_has_earned_it_and_asks_on() -> None:
    """As with "how long ago was that?", of a rep who is trusted by now."""
    secret = a_secret("no_call", "concern", lines=_AFTER, needs={"trust": 40})
    practice = opened(small_persona(facts=[secret]))
    asked = Question(None, is_open=True, text="why is that", on="no_call")
    fact = fact_of(practice.persona, "no_call")
    wary = AskedBuyer(practice.persona, practice.state, replace(practice.state.rapport, trust=20))
    trusting = replace(wary, rapport=replace(wary.rapport, trust=100))
    assert more_of(wary, asked, fact).kind is PartKind.GUARD
    assert more_of(trusting, asked, fact).kind is PartKind.TELL


def test_a_day_is_gone_on_about_said_again_or_not_known() -> None:
    """As the lines of what was told have one that was not said yet, one that was, or none."""
    listener = _listener("the_day", "no_call")
    asked = Question(None, is_open=False, text="when was that")
    assert more_of(listener, asked, fact_of(listener.persona, "the_day")) == Part(PartKind.TELL_MORE, "the_day")
    said = AskedBuyer(listener.persona, replace(listener.state, said=(" ".join(_DAY),)), listener.rapport)
    assert more_of(said, asked, fact_of(listener.persona, "the_day")) == Part(PartKind.RECALL, "the_day")
    assert more_of(listener, asked, fact_of(listener.persona, "no_call")).kind is PartKind.UNKNOWN


def test_what_asks_something_of_its_own_is_not_gone_on_about() -> None:
    """Who takes up what was said gets a yes, who points back in few words more of it; another question gets neither."""
    listener = _listener("no_call")
    heard = AskedBuyer(listener.persona, replace(listener.state, said=("Nobody called for hours.",)), listener.rapport)
    fact = fact_of(listener.persona, "no_call")
    kinds = {
        text: more_of(heard, Question(None, is_open=False, text=text), fact).kind
        for text in ("nobody called for hours", "at all", "does your guy do that", "tell me more")
    }
    assert kinds == {
        "nobody called for hours": PartKind.NUDGE,
        "at all": PartKind.TELL_MORE,
        "does your guy do that": PartKind.UNKNOWN,
        "tell me more": PartKind.TELL_MORE,
    }


def test_what_leads_nowhere_is_answered_with_what_its_nearest_way_to_ask_is_for() -> None:
    """A question after a story is asked as any other is, once the story has no answer to it."""
    charged = a_fact("charged", "payment", asked_as=["What did the agency charge you for that day?"])
    practice = opened(small_persona(facts=[*_FACTS, charged]))
    rapport = replace(practice.state.rapport, told=("the_day",))
    listener = AskedBuyer(practice.persona, practice.state, rapport)
    asked = Question(None, is_open=False, text="so what did the agency charge for the day")
    assert unanswered(listener, asked) == Part(PartKind.TELL, "charged")
    assert unanswered(listener, replace(asked, text="who won the game")).kind is PartKind.UNKNOWN


def test_what_one_says_then_is_answered_from_what_was_told_or_asked_back() -> None:
    """Whatever other fact has somebody in it to whom things are said."""
    lines = ["She calls at night.", "I say to her that we will see.", "Every night she calls.", "She calls me."]
    neighbour = a_fact("doctor", "other", cues=["say to her"])
    for told, kind in ((lines, PartKind.TELL_MORE), (["One call.", "A call.", "It rang.", "Rang."], PartKind.UNKNOWN)):
        call = a_fact("calls", "what_happened", cues=["at night"], lines=told)
        practice = opened(small_persona(facts=[call, neighbour]), difficulty="easy")
        practice.speak("What happens at night?")
        practice.speak("And what do you say to her then?")
        assert practice.kinds[:1] == [kind]


def test_what_comes_after_is_told_to_what_one_says_then() -> None:
    """The rest of the story is what was asked for."""
    call = a_fact("calls", "what_happened", cues=["at night"])
    answer = a_fact("answer", "other", cues=["promise"], needs={"after": ["calls"]})
    practice = opened(small_persona(facts=[call, answer]), difficulty="easy")
    practice.speak("What happens at night?")
    practice.speak("So what do you tell them then?")
    assert [part.ref for part in practice.state.last if part.kind is PartKind.TELL] == ["answer"]


def test_why_is_answered_with_what_says_why_of_it() -> None:
    """Of all that comes after it, and not with the first of that."""
    cope = a_fact("cope", "feelings", question="How do you deal with it?", needs={"after": ["the_day"]})
    reason = a_fact("reason", "concern", question="Why did nobody come?", needs={"after": ["the_day"]})
    practice = opened(small_persona(facts=[a_fact("the_day", "what_happened", lines=_DAY), cope, reason]))
    listener = AskedBuyer(practice.persona, practice.state, replace(practice.state.rapport, told=("the_day",)))
    told = fact_of(practice.persona, "the_day")
    assert more_of(listener, Question(None, is_open=True, text="how come"), told).ref == "reason"
    assert more_of(listener, Question(None, is_open=True, text="and then"), told).ref == "cope"


def test_two_words_that_stood_together_are_taken_up_whatever_is_guessed_beside_them() -> None:
    """Who is on the line named who it may be; a name alone takes nothing up."""
    lines = ["Two-person cases. I can feel them backing off the phone.", "Anybody heavy.", "The lifts.", "Two people."]
    practice = opened(small_persona(facts=[a_fact("heavy", "hardest_cases", lines=lines)]))
    rapport = replace(practice.state.rapport, told=("heavy",))
    state = replace(practice.state, said=(lines[0],), last=(Part(PartKind.TELL, "heavy"),), rapport=rapport)
    listener = AskedBuyer(practice.persona, state, rapport)
    asked = Question(None, is_open=False, text="who is it that backs off the agencies on your list")
    assert echoed(listener, asked) == Part(PartKind.TELL_MORE, "heavy")
    assert echoed(listener, Question(None, is_open=False, text="who sends the agencies on your list a phone")) is None


def test_a_story_is_gone_on_with_after_what_stood_beside_it() -> None:
    """Asked what one does then, after how often it happens, one does not say again how often."""
    practice = opened("elder_law_attorney", difficulty="easy")
    practice.speak("When a case of yours gets stuck at home, what is usually missing?")
    practice.speak("How often does that happen?")
    practice.speak("What do you do then, when the judge is waiting?")
    assert [part.ref for part in practice.state.last] == ["hearing_then"]
