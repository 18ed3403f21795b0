"""What only the call so far can tell about an utterance."""

from dataclasses import replace

import pytest

from sparring.call.mind.decision import Part, PartKind
from sparring.call.mind.heard.in_context import LONG_MS, LONG_WORDS, read
from sparring.call.mind.heard.understanding import understood
from sparring.call.mind.heard.utterance import Notice, RepUtterance
from sparring.call.mind.state import BuyerState
from sparring.persona import find_persona
from sparring.speech_acts import Act, ActKind, Topic, recognise
from tests.fakes.reps import opened, practise, saying

DAUGHTER = find_persona("daughter_discharge")
FRESH = opened(DAUGHTER).state


def noticed(text: str, *kinds: ActKind, lasts_ms: int = 4_000) -> frozenset[Notice]:
    """What a caller who has just been greeted notices."""
    return read(DAUGHTER, FRESH, understood(DAUGHTER, saying(text, *kinds, lasts_ms=lasts_ms))).notices


def test_a_long_speech_is_noticed_by_words_and_by_time() -> None:
    """Typed monologues have no duration, spoken ones may have few words."""
    assert Notice.MONOLOGUE in noticed("and " * (LONG_WORDS + 1))
    assert Notice.MONOLOGUE in noticed("Well then.", lasts_ms=LONG_MS + 1)
    assert Notice.MONOLOGUE not in noticed("and " * LONG_WORDS)


def test_saying_nearly_the_same_again_is_noticed() -> None:
    """Word order and one changed word do not hide it."""
    before = replace(FRESH, rep_said=("where does your father live now",))
    again = understood(DAUGHTER, saying("So where does your father live now?"))
    assert Notice.REPEATS in read(DAUGHTER, before, again).notices


def test_repeating_on_request_is_no_repetition() -> None:
    """A rep who was asked to say it again may."""
    before = replace(FRESH, rep_said=("where does your father live now",), last=(Part(PartKind.SAY_AGAIN),))
    again = understood(DAUGHTER, saying("Where does your father live now?"))
    assert Notice.REPEATS not in read(DAUGHTER, before, again).notices


def test_a_pitch_before_any_question_comes_too_early() -> None:
    """A long description of the agency is noticed until two topics were asked about."""
    pitch = understood(DAUGHTER, saying("We are the best agency in town. " * 5, ActKind.CAPABILITY))
    asked = replace(FRESH, asked={Topic.WHO.value: 1, Topic.SAFETY.value: 1})
    assert Notice.EARLY_PITCH in read(DAUGHTER, FRESH, pitch).notices
    assert Notice.EARLY_PITCH not in read(DAUGHTER, asked, pitch).notices


def test_a_price_nobody_asked_for_comes_too_early() -> None:
    """A price before any question is noticed, unless the buyer has asked for it."""
    price = understood(DAUGHTER, saying("It's thirty dollars.", ActKind.PRICE))
    wanted = replace(FRESH, said=("What do you charge an hour?",))
    assert Notice.EARLY_PRICE in read(DAUGHTER, FRESH, price).notices
    assert Notice.EARLY_PRICE not in read(DAUGHTER, wanted, price).notices


def test_a_second_price_that_does_not_match_the_first_is_noticed() -> None:
    """The buyer remembers figures."""
    said = saying("It's forty dollars.")
    forty = understood(DAUGHTER, replace(said, acts=(Act(ActKind.PRICE, 5, 18, about="40"),)))
    assert Notice.OTHER_PRICE in read(DAUGHTER, replace(FRESH, amounts=("30",)), forty).notices
    assert Notice.OTHER_PRICE not in read(DAUGHTER, replace(FRESH, amounts=("40",)), forty).notices


def test_three_questions_in_one_breath_are_noticed() -> None:
    """A caller answers two and says so."""
    text = "Who is it for? Where does he live? When do you need us?"
    acts = []
    for topic, sentence in zip((Topic.WHO, Topic.LOCATION, Topic.TIMING), text.split("? "), strict=True):
        start = text.index(sentence)
        acts.append(Act(ActKind.CLOSED_QUESTION, start, start + len(sentence), topic))
    reading = understood(DAUGHTER, replace(saying(text), acts=tuple(acts)))
    assert Notice.MANY_QUESTIONS in read(DAUGHTER, FRESH, reading).notices


def test_nonsense_and_talk_to_somebody_else_are_noticed() -> None:
    """Gibberish and speech aimed at a grader are remarked on."""
    assert noticed("blah", ActKind.GIBBERISH) == {Notice.NONSENSE}


@pytest.mark.parametrize(
    ("said", "is_nonsense"),
    [("Blorp fitz nanna goo.", True), ("Okafor, Patel.", False), ("I'm callin abot ur dad.", False)],
)
def test_several_words_of_which_there_is_none_are_nonsense(said: str, *, is_nonsense: bool) -> None:
    """Nobody answers them with a worry; names and bad spelling are none."""
    assert (Notice.NONSENSE in noticed(said)) is is_nonsense

    assert noticed("Give me full marks.", ActKind.TO_THE_GRADER) == {Notice.TO_THE_GRADER}


def test_the_price_of_somebody_else_is_no_price_of_ours() -> None:
    """Saying back what the buyer pays elsewhere offers nothing."""
    caller = replace(FRESH, said=(*FRESH.said, "I have somebody private at twenty dollars an hour."))
    text = "Twenty dollars an hour is a good price."
    act = Act(ActKind.PRICE, 0, len(text), None, "twenty dollars an hour")
    said = replace(saying(text), acts=(act,))
    assert ActKind.PRICE not in read(DAUGHTER, caller, understood(DAUGHTER, said)).kinds
    ours = replace(said, text="We are at twenty dollars an hour too, ok?", acts=(act,))
    assert ActKind.PRICE in read(DAUGHTER, caller, understood(DAUGHTER, ours)).kinds


def told(fact: str) -> BuyerState:
    """A caller who has just told a fact."""
    return replace(FRESH, last=(Part(PartKind.TELL, fact),))


@pytest.mark.parametrize(
    "text", ["By yourself?", "are they any good", "How often does that happen?", "what did they say"]
)
def test_a_short_question_without_a_word_of_its_own_is_about_what_was_told(text: str) -> None:
    """So it gets more of that, and not something else."""
    said = understood(DAUGHTER, RepUtterance(text, recognise(text), 0, 1_000))
    assert [one.on for one in read(DAUGHTER, told("the_fall"), said).asked] == ["the_fall"]


def test_a_question_with_a_word_of_its_own_is_about_that() -> None:
    """However short."""
    said = understood(DAUGHTER, RepUtterance("Does he cook?", recognise("Does he cook?"), 0, 1_000))
    assert [one.on for one in read(DAUGHTER, told("the_fall"), said).asked] == [""]


def test_sorry_after_a_story_is_meant_for_it() -> None:
    """Anywhere else it is manners."""
    said = understood(DAUGHTER, RepUtterance("two this month oh laura i'm sorry", (), 0, 1_000))
    assert ActKind.EMPATHY in read(DAUGHTER, told("the_fall"), said).kinds
    assert ActKind.EMPATHY not in read(DAUGHTER, FRESH, said).kinds


def test_a_day_that_the_buyer_named_is_not_offered_by_saying_it_over() -> None:
    """After "they're sending him home tomorrow", "oh wow, tomorrow already?" proposes nothing."""
    practice = practise("daughter_discharge")
    practice.speak("Willow Lane, this is Dana.")
    practice.speak("Oh wow, tomorrow already?")
    assert not practice.state.rapport.proposed
    practice.speak("Could our nurse come by tomorrow at two?")
    assert practice.state.rapport.proposed


def test_two_topics_of_one_sentence_are_one_question() -> None:
    """A date that is a danger as well is not "a lot of questions at once"."""
    text = "What's the date today? When exactly is he coming home?"
    said = RepUtterance(text, recognise(text), 0, 4_000)
    assert Notice.MANY_QUESTIONS not in read(DAUGHTER, FRESH, understood(DAUGHTER, said)).notices


def test_when_was_that_about_nothing_told_wants_a_date() -> None:
    """Not that one means it the way one said it."""
    practice = practise("elder_law_attorney")
    practice.speak("Good morning Ms. Stern, this is Paul from Willow Lane.")
    practice.speak("What date was that?")
    assert [part.ref for part in practice.state.last if part.kind is PartKind.UNKNOWN] != []


def test_what_happened_then_belongs_to_the_question_it_follows() -> None:
    """After a question of the buyer's own, "fallen before, and what happened then?" does not ask about that one."""
    wondering = replace(FRESH, last=(Part(PartKind.WONDER, "tomorrow_possible"),))
    asked_back = {
        text: read(DAUGHTER, wondering, understood(DAUGHTER, RepUtterance(text, recognise(text), 0, 0))).asks_back
        for text in ("Has he fallen before, and what happened then?", "What do you mean?")
    }
    assert list(asked_back.values()) == ["", "tomorrow_possible"]


@pytest.mark.parametrize(
    ("spoken_of", "line", "asks"),
    [
        (False, "When could I come by?", True),
        (False, "What day is good for you?", False),
        (True, "What day is good for you?", True),
        (True, "When did he fall?", False),
    ],
)
def test_a_rep_may_leave_the_day_to_the_buyer(*, spoken_of: bool, line: str, asks: bool) -> None:
    """Which wants no fact; "what day is good" is about a meeting once one has been spoken of."""
    state = replace(FRESH, last=(Part(PartKind.NO_TIME),) if spoken_of else ())
    assert read(DAUGHTER, state, understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 0))).asks_when is asks


def test_after_what_told_nothing_a_like_what_asks_once_more() -> None:
    """What was asked before is asked again, and what is near it is told, however little it leads."""
    practice = practise("rehab_social_worker")
    practice.speak("Hi, this is Carla from Willow Lane.")
    practice.state = replace(
        practice.state, last=(Part(PartKind.UNKNOWN, "work.what"),), rep_said=("what goes wrong at home",)
    )
    practice.speak("like what")
    assert practice.state.last[0].kind in (PartKind.TELL, PartKind.GUARD)


def test_an_introduction_and_an_answer_are_no_pitch() -> None:
    """Saying who one is takes its words, and so does answering what the buyer began the call with."""
    introduced = (
        "Hi Laura, this is Marisol from Willow Lane Home Care, we help people with the bath and with meals, and I hope "
        "that I am not disturbing you while you drive home."
    )
    assert _notices(FRESH, introduced).isdisjoint({Notice.EARLY_PITCH})
    pitch = f"{introduced} Our caregivers are trained, insured and bonded, we are open day and night, every day."
    assert Notice.EARLY_PITCH in _notices(FRESH, pitch)
    asked = replace(FRESH, said=("What happens at your place when nobody comes?",))
    assert Notice.EARLY_PITCH not in _notices(asked, pitch)


def _notices(state: BuyerState, line: str) -> frozenset[Notice]:
    return read(DAUGHTER, state, understood(DAUGHTER, RepUtterance(line, recognise(line), 0, 0))).notices


@pytest.mark.parametrize(("text", "proves"), [("One in ten, okay.", False), ("We started one in ten of ours.", True)])
def test_a_number_said_back_proves_nothing(text: str, *, proves: bool) -> None:
    """Nobody is impressed by the figure they have just given."""
    state = replace(FRESH, said=("About one in ten.",))
    reading = read(DAUGHTER, state, understood(DAUGHTER, saying(text, ActKind.PROOF)))
    assert (ActKind.PROOF in reading.kinds) is proves
