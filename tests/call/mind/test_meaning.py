"""How alike a question is to a fact that is told in other words."""

import pytest

from sparring.call.mind.meaning import (
    alike,
    answer_alike,
    answer_words_alike,
    is_asked_for,
    lines_alike,
    nearest_example,
    no_answer_alike,
    sureness,
    touches_on,
)
from sparring.persona import find_persona, spoken_words


def nearest(persona_id: str, question: str, among: int = 1) -> set[str]:
    """The facts most alike to a question."""
    persona = find_persona(persona_id)
    likeness = alike(persona, question)
    ranked = sorted(range(len(likeness)), key=likeness.__getitem__, reverse=True)
    return {persona.facts[place].id for place in ranked[:among]}


@pytest.mark.parametrize(
    ("persona_id", "question", "fact"),
    [
        ("daughter_discharge", "can he manage the steps on his own two feet", "walking"),
        ("price_shopper", "is she still behind the wheel", "driving"),
        ("long_distance_son", "when did a physician last examine her", "her_doctor"),
        ("husband_dementia", "does she enjoy songs", "company"),
        ("job_seeker", "what did your salary come to", "wage"),
    ],
)
def test_a_question_in_other_words_is_alike_to_its_fact(persona_id: str, question: str, fact: str) -> None:
    """No word of it need stand in the fact or in its cues."""
    assert fact in nearest(persona_id, question, among=3)


@pytest.mark.parametrize(
    ("persona_id", "question", "fact"),
    [
        ("husband_dementia", "what's going on with evelyn", "diagnosis"),
        ("price_shopper", "how would she be with somebody new", "how_joyce_feels"),
        ("veterans_wife", "what happened to stan that he needs help now", "the_stroke"),
        ("home_health_nurse", "what do you end up doing that nobody pays you for", "does_laundry"),
        ("job_seeker", "anybody who'd vouch for you", "references"),
    ],
)
def test_a_question_as_it_is_put_in_a_call_is_most_alike_to_its_fact(persona_id: str, question: str, fact: str) -> None:
    """None of them is among the ways to ask that the table was made by."""
    assert nearest(persona_id, question) == {fact}


def test_words_that_nobody_knows_are_alike_to_nothing() -> None:
    """All facts are as far."""
    assert set(alike(find_persona("price_shopper"), "xqzt vwlk")) == {0}


def test_likeness_is_told_from_the_average_of_the_persona() -> None:
    """What every fact has in it, a "she" or a name, says nothing."""
    likeness = alike(find_persona("daughter_discharge"), "he")
    assert abs(sum(likeness)) <= len(likeness)


def test_a_fact_is_found_by_questions_that_its_author_gave() -> None:
    """Though neither its cues nor anything it is told in have a word of them."""
    persona = find_persona("price_shopper")
    ladder = ("Could I borrow a ladder?", "Is there a ladder in the shed?", "Whose ladder is it?")
    first = persona.facts[0].model_copy(update={"asked_as": ladder})
    with_ways = persona.model_copy(update={"version": 900, "facts": (first, *persona.facts[1:])})
    question = "have you got a ladder"
    assert alike(with_ways, question)[0] > alike(persona, question)[0] + 20


def test_a_question_is_nearest_to_the_line_that_answers_it() -> None:
    """Of all that is told of one fact a question for a dog is not like the line on smoking; nothing is like silence."""
    alike_to = lines_alike(find_persona("price_shopper"), "no_dog", "got any dogs or cats")
    assert "smoke" not in max(alike_to, key=alike_to.__getitem__)
    assert set(lines_alike(find_persona("price_shopper"), "no_dog", "").values()) == {0}


def test_a_way_to_ask_is_most_like_itself() -> None:
    """But for what is lost in rounding, and further from the ways to ask for any other fact."""
    persona = find_persona("price_shopper")
    place, fact = next((place, one) for place, one in enumerate(persona.facts) if one.id == "driving")
    nearest = nearest_example(persona, spoken_words(fact.asked_as[0]))
    assert nearest.place == place
    assert 990 < nearest.likeness <= 1_000
    assert 0 < nearest.lead < 1_000


def test_words_that_nobody_knows_are_like_no_way_to_ask() -> None:
    """No fact leads."""
    nearest = nearest_example(find_persona("price_shopper"), "xqzt vwlk")
    assert (nearest.likeness, nearest.lead) == (0, 0)


def test_a_statement_is_like_the_answers_to_the_worry_that_it_meets() -> None:
    """And hardly like those to another; words that nobody knows are like none."""
    worries = find_persona("private_helper").objections_by_id
    said = "that goes to the aide's wages and to the cover if she falls"
    assert answer_alike(worries["twice_the_price"], said) > 2 * answer_alike(worries["bea_is_family"], said)
    assert answer_alike(worries["twice_the_price"], "xqzt vwlk") == 0


def test_words_of_a_statement_look_for_the_nearest_ones_of_any_answer() -> None:
    """The very words are as near as can be; small words and those that nobody knows count for nothing."""
    worry = find_persona("private_helper").objections_by_id["twice_the_price"]
    answered = worry.model_copy(update={"answered_as": ("Her taxes are in it, and the canary gets fed.",)})
    assert answer_words_alike(answered, "taxes canary") == 1_000
    assert answer_words_alike(worry, "taxes canary") < 1_000
    assert answer_words_alike(answered, "xqzt and the") == 0
    assert answer_words_alike(worry.model_copy(update={"cues": (), "answered_as": ()}), "taxes") == 0


def test_praise_and_promises_are_like_what_answers_no_worry() -> None:
    """More than a statement about the case; words that nobody knows are like nothing."""
    assert no_answer_alike("our caregivers are the best") > 2 * no_answer_alike("she drives to her sister on sundays")
    assert no_answer_alike("xqzt vwlk") == 0


@pytest.mark.parametrize(
    ("persona_id", "fact", "text", "asks"),
    [
        ("daughter_discharge", "brother_money", "who makes the decisions", True),
        ("daughter_discharge", "two_falls", "how steady is he", True),
        ("price_shopper", "ltc_policy", "how will you pay", False),
        ("assisted_living_director", "loses_to_nursing", "when do people leave the dining room", False),
    ],
)
def test_a_question_asks_for_a_fact_or_only_touches_on_it(persona_id: str, fact: str, text: str, *, asks: bool) -> None:
    """By its question, or by one of the ways to ask for it."""
    assert is_asked_for(find_persona(persona_id), fact, text) is asks


def test_a_question_is_surely_put_for_a_fact_that_stands_out() -> None:
    """Its own words beat those that lie between two facts; a rival that cannot be meant takes nothing away."""
    persona = find_persona("daughter_discharge")
    ids = [fact.id for fact in persona.facts]
    house, brother = ids.index("oakwood"), ids.index("kevin_lives")
    own = sureness(persona, "which street is it", range(len(persona.facts)))
    assert max(range(len(own)), key=own.__getitem__) == house
    between = "where does kevin live or your father"
    assert sureness(persona, between, [house], frozenset({brother}))[house] > sureness(persona, between, [house])[house]


@pytest.mark.parametrize(
    ("persona_id", "fact", "put_for_it", "put_for_something_else"),
    [
        ("price_shopper", "driving", "does she drive", "how long has she been driving"),
        ("daughter_discharge", "oakwood", "which street is the house on", "which street is the pharmacy on"),
    ],
)
def test_what_is_foreign_to_a_fact_speaks_against_it(
    persona_id: str, fact: str, put_for_it: str, put_for_something_else: str
) -> None:
    """A question word that no near way to ask turns on, or a word that nothing in the fact comes near."""
    persona = find_persona(persona_id)
    (place,) = (at for at, one in enumerate(persona.facts) if one.id == fact)
    by = {text: sureness(persona, text, [place])[place] for text in (put_for_it, put_for_something_else)}
    assert by[put_for_it] > by[put_for_something_else] + 200


def test_a_question_on_something_else_does_not_touch_on_a_fact() -> None:
    """Languages have nothing to do with a client who was lost."""
    persona = find_persona("care_manager_let_down")
    assert touches_on(persona, "lost_client", "did you lose a client over that")
    assert not touches_on(persona, "lost_client", "do any of your families speak something other than english")
