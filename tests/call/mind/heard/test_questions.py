"""What the rep asks for."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.call.buyer import begin
from sparring.call.mind.facts.disclosure import AskedBuyer, fact_of, reached
from sparring.call.mind.heard.answer_form import AnswerForm
from sparring.call.mind.heard.questions import Question, half_asks_name, questions, widened
from sparring.call.mind.heard.sentences import Spoken, spoken
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import RepUtterance
from sparring.persona import Persona, find_persona, load_personas
from sparring.speech_acts import Act, ActKind, Context, Topic, recognise, recognise_and_part
from tests.fakes.reps import opened

WAYS: dict[str, dict[str, list[str]]] = json.loads((Path(__file__).parents[3] / "golden/ways_to_ask.json").read_text())
REACHED = (
    0.85  # of the ways to ask for a hidden fact, each fact by most of its own; open facts learned since answer some
)


def heard(text: str) -> tuple[Spoken, tuple[Act, ...]]:
    """An utterance, cut as its recogniser heard it, and its acts."""
    acts, stops = recognise_and_part(text)
    return spoken(text, stops), acts


def asked(text: str) -> list[str]:
    """The sentences of `text` that ask."""
    return [one.text for one in questions(*heard(text), frozenset())]


@pytest.mark.parametrize(
    "text",
    [
        "what happened",
        "ok slow down. what happened",
        "who sees her every day",
        "and what about you are you ok",
        "does she wander",
        "are readmissions a problem for you",
        "if you could change one thing what would it be",
        "any history of falls",
        "And besides you, who has a say in this.",
    ],
)
def test_a_question_needs_no_mark(text: str) -> None:
    """Typed and recognised speech is understood by its form."""
    assert asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "what we do is call you back",
        "when she falls we come",
        "have a good day",
        "any day works",
        "no this is the right place",
        "how about a visit on Tuesday",
        "who makes sure? I do, every Friday.",
    ],
)
def test_what_only_looks_like_a_question_is_none(text: str) -> None:
    """Relative clauses, wishes, suggestions, and questions that the rep answers."""
    assert asked(text) == []


def test_small_talk_asks_for_nothing_and_concern_does() -> None:
    """The same words, said in passing and meant."""
    assert asked("How are you today?") == []
    assert asked("How are you doing with all this?")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("so how is your mom doing and who is with her now", ["so how is your mom doing", "and who is with her now"]),
        ("So how is your mom doing, and who is with her now?", ["so how is your mom doing", "and who is with her now"]),
        ("i wanted to hear it from you what happened", ["what happened"]),
        ("I wanted to hear it from you. What happened?", ["what happened"]),
        ("that's two months wow who is with him now", ["wow who is with him now"]),
        ("That's two months. Wow, who is with him now?", ["wow who is with him now"]),
        ("would tuesday work say three twenty minutes i'd bring the sample", []),
        ("sorry didn't know they were friends of yours", []),
        ("are they any good", ["are they any good"]),
        ("what so you're mad at us", []),
    ],
)
def test_a_second_question_is_heard_with_and_without_its_mark(text: str, asks: list[str]) -> None:
    """And a statement before or after one is none of it."""
    assert asked(text) == asks


def test_a_request_to_tell_wants_no_yes_or_no() -> None:
    """It leaves the answer open."""
    assert Question(None, is_open=False, text="can you tell me about a case").form is AnswerForm.OTHER


def test_what_it_is_stands_in_the_sentence_before() -> None:
    """So "you said occupancy, where is it at" asks for the occupancy."""
    text = "You said occupancy. Where's it at right now?"
    (one,) = questions(*heard(text), frozenset({"occupancy"}))
    assert one.found == {"occupancy"}


def test_asking_how_somebody_is_is_about_them() -> None:
    """Whatever else the sentence names."""
    text = "And how are you with all the money trouble?"
    assert [one.topic for one in questions(*heard(text), frozenset())] == [Topic.FEELINGS]


def reaches(persona: Persona, fact_id: str, way: str) -> bool:
    """Whether a way to ask points at a fact before any other, the facts before it told."""
    state = begin(persona, seed=1, difficulty="easy")[0]
    rapport = replace(state.rapport, stage=len(persona.stages) - 1, told=fact_of(persona, fact_id).needs.after)
    context = Context(persona.names[0], (persona.opening_line,), "", persona.competitors)
    reading = understood(persona, RepUtterance(way, recognise(way, context), 0, 2_000))
    listener = AskedBuyer(persona, state, rapport)
    return any(near.fact.id == fact_id for one in reading.asked for near in reached(listener, one)[:1])


def test_there_are_ways_to_ask_for_every_hidden_fact() -> None:
    """Six each, as people say it: short, unpunctuated, roundabout."""
    hidden = {one.id: {fact.id for fact in one.facts if fact.visible == "hidden"} for one in load_personas()}
    assert {one: set(facts) for one, facts in WAYS.items()} == hidden
    assert all(len(ways) >= 6 for facts in WAYS.values() for ways in facts.values())


@pytest.mark.parametrize("persona_id", sorted(WAYS))
def test_a_hidden_fact_is_reached_by_how_people_ask(persona_id: str) -> None:
    """By most of its ways, not by the one in the file alone."""
    persona = find_persona(persona_id)
    for fact_id, ways in WAYS[persona_id].items():
        assert sum(reaches(persona, fact_id, way) for way in ways) >= 4, fact_id


@pytest.mark.slow
def test_nearly_every_way_to_ask_is_understood() -> None:
    """Over all personas."""
    found = [
        reaches(find_persona(one), fact, way)
        for one, facts in WAYS.items()
        for fact, ways in facts.items()
        for way in ways
    ]
    assert sum(found) >= REACHED * len(found)


@pytest.mark.parametrize(
    "text",
    [
        "and um after you leave who looks after them",
        "I asked if she wanders at night",
    ],
)
def test_a_question_in_the_middle_is_heard(text: str) -> None:
    """After a clause of its own, over again, or half asked."""
    assert asked(text)


def test_a_note_with_what_she_ate_asks_nothing() -> None:
    """A clause before it makes no question of a relative one."""
    assert not asked("And after each visit Maria sends you a short note with what she ate.")


def test_a_plainer_word_stands_beside_what_was_asked() -> None:
    """Whoever asks whether she is steady on her feet asks how she walks."""
    assert widened("is she steady") == "is she steady walk"
    assert widened("is she tired") == "is she tired"


def test_a_question_that_is_answered_at_once_asks_nothing() -> None:
    """The rep names the backup themselves."""
    assert asked("Who is the backup? Well, for Fairborn it's Angela.") == []


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("And what's happened with your husband?", Topic.WHAT_HAPPENED),
        ("Who is it that you're looking after?", Topic.WHO),
    ],
)
def test_what_is_wrong_and_for_whom_are_subjects(line: str, topic: Topic) -> None:
    """In whatever words they are asked."""
    reading = understood(find_persona("veterans_wife"), RepUtterance(line, recognise(line), 0, 2_000))
    assert [asked.topic for asked in reading.asked] == [topic]


def test_a_wish_to_hear_names_nothing_yet() -> None:
    """What stands before the question word is manners, whatever words are in it."""
    line = "I'd really like to hear how you handle a resident who suddenly needs two extra hours."
    reading = understood(find_persona("assisted_living_director"), RepUtterance(line, recognise(line), 0, 2_000))
    assert all("hear how" not in asked.found and "hear" not in asked.words for asked in reading.asked)


def test_who_is_on_the_line_is_no_question_about_the_case() -> None:
    """It is manners, and the name is given."""
    line = "Who am I speaking with?"
    reading = understood(find_persona("veterans_wife"), RepUtterance(line, recognise(line), 0, 2_000))
    assert ActKind.ASKS_NAME in reading.kinds
    assert reading.asked == ()


@pytest.mark.parametrize(
    "line",
    [
        "I was wondering whether she eats.",
        "I was wondering about the stairs.",
        "I guess what I'm wondering is how safe she is at night.",
        "I'm just trying to figure out how she pays for it.",
        "I'm wondering under what roof they sleep.",
        "you got kids",
        "I understand many people think so, did Stan serve in the military",
        "And if you don't find anyone by Monday?",
    ],
)
def test_a_question_without_the_form_of_one_is_heard(line: str) -> None:
    """Who wonders asks, and so does who leaves out "have", or asks after a comma; what may come is no offer."""
    assert len(asked(line)) == 1


@pytest.mark.parametrize("line", ["Whose name should I put down?", "And under whose name?"])
def test_whose_name_asks_who_it_is_for(line: str) -> None:
    """Though "put down" may be an offer."""
    assert [one.topic for one in questions(*heard(line), frozenset())] == [Topic.WHO]


@pytest.mark.parametrize("line", ["I was wondering if we could come by on Thursday.", "You know what I mean."])
def test_a_wish_to_come_and_a_phrase_ask_nothing(line: str) -> None:
    """The one is an offer, the other is manners."""
    assert asked(line) == []


def test_what_is_supposed_first_belongs_to_the_question() -> None:
    """Who comes if she is sick is no question about who comes."""
    assert asked("Say she gets the flu. Who comes then?") == ["say she gets the flu who comes then"]
    assert asked("If you like, I'll send it. Who comes then?") == ["who comes then"]


def test_to_miss_something_is_no_title() -> None:
    """Nor does "who are you" in the middle ask for a name by halves."""
    assert not half_asks_name("is there something you gave up that you miss")
    assert half_asks_name("i'm deb and you are who")


@pytest.mark.parametrize(
    ("persona_id", "line", "fact"),
    [
        ("price_shopper", "A policy can pay for us. Any chance she's got one?", "ltc_policy"),
        ("price_shopper", "What's the matter at home?", "the_stove"),
        ("veterans_wife", "would you be so kind as to tell me what your husband has been going through?", "the_stroke"),
    ],
)
def test_a_question_by_way_of_another_word_reaches_its_fact(persona_id: str, line: str, fact: str) -> None:
    """A "one" stands for what was said before it, and courtesy asks what follows it."""
    practice = opened(persona_id, difficulty="easy")
    practice.state = replace(practice.state, rapport=replace(practice.state.rapport, trust=100))
    practice.speak(line)
    assert fact in [part.ref for part in practice.state.last]


def test_what_is_only_named_is_what_the_next_question_is_about() -> None:
    """As in "now her pills": the question after it has no word of its own."""
    said, acts = heard("Now her pills. Which ones does she take?")
    assert [one.text for one in questions(said, acts, frozenset())] == ["now her pills which ones does she take"]


def test_the_form_of_a_question_is_its_own() -> None:
    """Whatever the sentence begins with that its "that" stands for."""
    said, acts = heard("If nobody has checked in, we send somebody. Why is that your first question?")
    (asked,) = questions(said, acts, frozenset())
    assert asked.carried
    assert asked.form is AnswerForm.WHY
