"""Words for a move."""

from dataclasses import replace

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.manner import Tone
from sparring.call.mind.wording import MAX_WORDS, joined, worded
from sparring.persona import Persona, load_personas
from sparring.speech_acts import ActKind, Topic
from tests.fakes.personas import a_fact, a_secret, lines_about, parsed, raw_persona, small_persona
from tests.fakes.reps import follow, opened, practise, script

_AGREED = (Part(PartKind.AGREE, "Thursday at four"),)


def test_personas_speak_in_their_own_words() -> None:
    """Lines of the persona come before shared ones."""
    practice = opened(small_persona(facts=[a_fact("needs", "care_needs")]))
    text = practice.say("What is needed?", ActKind.CLOSED_QUESTION, topic=Topic.CARE_NEEDS).text
    assert any(line.lower() in text.lower() for line in lines_about("needs"))


def test_the_seed_changes_the_words_and_nothing_else() -> None:
    """Different seeds give different sentences for the same facts."""
    calls = [follow("daughter_discharge", script("daughter_discharge_excellent"), seed=seed) for seed in range(6)]
    told = {call.state.revealed for call in calls}
    spoken = {call.moves[3].text for call in calls}
    assert len(told) == 1
    assert len(spoken) > 1


@pytest.mark.parametrize("name", ["daughter_discharge", "price_shopper", "discharge_planner", "care_manager_let_down"])
@pytest.mark.parametrize("kind", ["excellent", "fair", "poor"])
def test_no_buyer_repeats_themselves_within_a_call(name: str, kind: str) -> None:
    """No move is said twice word for word."""
    for seed in range(5):
        said = [move.text for move in follow(name, script(f"{name}_{kind}"), seed=seed).moves]
        assert len(set(said)) == len(said)


def test_even_a_long_dull_call_is_never_the_same_sentence_twice() -> None:
    """Asked the same thing over and over, the buyer finds new words or stops."""
    practice = opened("long_distance_son", difficulty="easy")
    while not practice.state.over:
        practice.say(
            f"And what about meals, number {practice.state.turn}?", ActKind.OPEN_QUESTION, topic=Topic.CARE_NEEDS
        )
    said = [move.text for move in practice.moves]
    assert len(set(said)) == len(said) > 10


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_moves_are_short_enough_to_be_spoken(persona: Persona) -> None:
    """Most moves stay under thirty words, none becomes a speech."""
    lengths = []
    for seed in range(3):
        practice = opened(persona, seed=seed, difficulty="easy")
        for fact in persona.facts:
            if not practice.state.over:
                topic = fact.topics[0]
                lengths.append(len(practice.say(fact.question, ActKind.OPEN_QUESTION, topic=topic).text.split()))
    assert max(lengths) <= MAX_WORDS + 16
    assert sorted(lengths)[int(len(lengths) * 0.7)] <= 30


def test_what_does_not_fit_is_left_out() -> None:
    """A question of one's own waits when the answer is long."""
    long = " ".join(["word"] * 24) + "."
    fact = a_fact("needs", "care_needs", lines=[f"{number} {long}" for number in ("One", "Two", "Three", "Four")])
    question = {"id": "cost", "lines": [f"{n} {long}" for n in ("Five", "Six", "Seven", "Eight")]}
    persona = small_persona(facts=[fact], questions=[question])
    state = opened(persona).state
    parts = worded(persona, state, (Part(PartKind.TELL, "needs"), Part(PartKind.WONDER, "cost")), Tone("neutral"))
    assert [part.kind for part in parts] == [PartKind.TELL]


def test_parts_are_joined_into_one_text() -> None:
    """In order, with a space between."""
    assert joined((Part(PartKind.TELL, text="One."), Part(PartKind.WONDER, text="Two?"))) == "One. Two?"


def test_agreement_names_the_time_in_the_reps_own_words() -> None:
    """What the rep offered is what is agreed to."""
    persona = small_persona()
    parts = worded(persona, opened(persona).state, (Part(PartKind.AGREE, "Thursday at two"),), Tone("warm"))
    assert "Thursday at two" in parts[0].text


def test_who_says_see_you_then_has_said_when() -> None:
    """In whichever order the other lines stand."""
    practice = opened("elder_law_attorney")
    said = (worded(practice.persona, replace(practice.state, seed=seed), _AGREED, Tone("warm")) for seed in range(12))
    late = [text for text in map(joined, said) if "see you then" in text]
    assert late
    assert all(text.endswith("I'll see you then.") for text in late)


def test_a_time_that_cannot_be_spoken_is_not_repeated() -> None:
    """Odd characters never reach the voice."""
    persona = small_persona()
    parts = worded(persona, opened(persona).state, (Part(PartKind.AGREE, "<Thursday>"),), Tone("warm"))
    assert "<" not in parts[0].text


def test_a_new_name_is_greeted_once() -> None:
    """The rep's name is used when it is first heard."""
    practice = opened(small_persona())
    said = practice.speak("By the way, my name is Dana. Where does he live?")
    assert "Dana" in said.text
    assert "Dana" not in practice.speak("And my name is Dana, what does he need help with?").text


def test_kind_words_are_thanked_for_but_not_like_a_reflex() -> None:
    """Every other kind word is answered in words."""
    practice = opened(small_persona())
    texts = []
    for index in range(4):
        topic = (Topic.CARE_NEEDS, Topic.LOCATION, Topic.TIMING, Topic.WHO)[index]
        practice.say(
            f"That must be hard, number {index}. How is it?", ActKind.EMPATHY, ActKind.OPEN_QUESTION, topic=topic
        )
        texts.append(" ".join(part.group for part in practice.state.last))
    assert 0 < sum("lead.empathy" in groups for groups in texts) < 4


def test_a_question_for_a_name_gets_the_line_with_the_name() -> None:
    """Asked what his son is called, nobody says "our boy is out west"."""
    practice = practise("husband_dementia")
    practice.speak("Willow Lane, this is Dana.")
    assert "Peter" in practice.speak("What's your son called?").text


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize(
    ("persona_id", "question", "said"),
    [
        ("price_shopper", "Got any dogs or cats?", ("cat", "dog")),
        ("price_shopper", "Are there steps to get in?", ("steps",)),
        ("veterans_wife", "Who has a key?", ("key",)),
    ],
)
def test_of_a_facts_lines_the_one_nearest_to_the_question_is_said(
    seed: int, persona_id: str, question: str, said: tuple[str, ...]
) -> None:
    """Asked for pets, nobody says that their mother does not smoke, though one fact has both."""
    practice = practise(persona_id, seed=seed)
    practice.speak("Willow Lane, this is Dana.")
    answer = practice.speak(question).text
    assert any(word in answer for word in said), answer


def test_asked_on_after_a_dodge_one_says_that_one_will_not_tell() -> None:
    """A second evasion in a row would answer another question than the one that was asked."""
    secret = a_secret("money", "payment", question="Who pays?", needs={"trust": 100})
    practice = opened(small_persona(facts=[secret]))
    practice.say("Who pays?", ActKind.OPEN_QUESTION, topic=Topic.PAYMENT)
    assert practice.state.last[0].text.endswith("about not money.")
    practice.say("Who pays the bills?", ActKind.OPEN_QUESTION, topic=Topic.PAYMENT)
    assert practice.state.last[0].kind is PartKind.GUARD
    assert "about not money" not in practice.state.last[0].text


@pytest.mark.parametrize(("mood", "greets"), [("warm", True), ("annoyed", False)])
def test_who_is_cool_says_no_name_back(mood: str, *, greets: bool) -> None:
    """The called greet a stranger by name if they are of that kind."""
    raw = raw_persona("rehab_social_worker") | {"mood_at_start": mood}
    practice = practise(parsed(raw))
    move = practice.speak("Hi Steven, this is Joan from Willow Lane, got a minute?")
    assert ("Joan" in move.text) is greets


def test_a_name_is_said_straight_out_and_a_well_comes_now_and_then() -> None:
    """Before something longer, and in about every third answer."""
    writer_leads = []
    for seed in range(12):
        practice = opened("daughter_discharge", seed=seed)
        practice.speak("What happened to him?")
        lines = practice.persona.facts_by_id["the_fall"].lines
        writer_leads.append(not any(practice.state.last[0].text.startswith(line) for line in lines))
    assert 0 < sum(writer_leads) <= 6


def test_a_question_of_ones_own_is_whole_behind_an_answer() -> None:
    """A bare "yes?" is for whoever has only said hello."""
    lines = ["Yes?", "And?", "And what is this about, please?", "What can I do for you today?"]
    persona = small_persona(
        facts=[a_fact("place", "location")], questions=[{"id": "why", "from_turn": 1, "lines": lines}]
    )
    parts = worded(
        persona, opened(persona).state, (Part(PartKind.TELL, "place"), Part(PartKind.WONDER, "why")), Tone("neutral")
    )
    assert parts[-1].text in lines[2:]


def test_an_answer_in_the_breath_of_an_offer_is_not_passed_over() -> None:
    """A worry answered together with the next step is at most not gone: what is behind it is said, and nothing anew."""
    practice = opened("home_health_nurse", difficulty="hard")
    practice.speak("Could I meet you Thursday at ten?")
    practice.speak("Ours don't touch a dressing, ever, that's in writing. Could I meet you Thursday at ten?")
    first = next(part for part in practice.state.last if part.kind is PartKind.OBJECT_FIRST)
    assert first.group == "first.answered behind:scope first.still"
    behind = practice.persona.objections_by_id["scope"].behind
    assert any(line[1:] in first.text for line in behind)


@pytest.mark.parametrize(
    ("asked", "own"),
    [("Why do residents leave you?", True), ("When do people leave the dining room?", False)],
)
def test_a_question_that_only_touches_on_a_secret_is_dodged_without_its_own_words(asked: str, *, own: bool) -> None:
    """Nothing about people who move is an answer on the hours of a day."""
    practice = opened("assisted_living_director")
    practice.speak("Good morning, this is Dana with Willow Lane Home Care.")
    practice.speak(asked)
    [dodges] = [part for part in practice.state.last if part.kind is PartKind.GUARD]
    assert dodges.ref == "loses_to_nursing"
    guarded = practice.persona.facts_by_id[dodges.ref].guarded
    assert any(line[1:] in dodges.text for line in guarded) is own


def test_a_caller_evades_in_their_own_words_whatever_touches_on_it() -> None:
    """Who is asked how it has been for them says that they are fine."""
    practice = opened("veterans_wife", difficulty="normal")
    practice.speak("And how has it been for you since then, Dorothy?")
    [dodges] = [part for part in practice.state.last if part.kind is PartKind.GUARD]
    assert dodges.group.startswith("guard:")
