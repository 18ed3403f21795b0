"""What the buyer says that is no turn: their last words once more, and a goodbye to somebody they cannot hear."""

from sparring.call.mind.phrases import PHRASES
from sparring.call.outage_lines import last_words, parting
from sparring.transcript import Speaker, Turn


def turn(speaker: Speaker, text: str) -> Turn:
    return Turn(index=0, speaker=speaker, text=text, start_ms=0, end_ms=900, channel="voice", mood="warm", stage="desk")


def test_the_buyer_s_last_words_are_said_again_as_they_were() -> None:
    """In their mood and on their stage of the call, and nothing is revealed, raised or ended by it."""
    again = last_words([turn(Speaker.REP, "Hello."), turn(Speaker.BUYER, "He fell.")], "home")
    assert again is not None
    assert (again.text, again.mood, again.stage) == ("He fell.", "warm", "desk")
    assert (again.reveals, again.raises, again.settles, again.agrees, again.hangs_up) == ((), (), (), False, False)


def test_a_rep_who_had_the_last_word_is_told_nothing() -> None:
    """Neither is one with whom nobody has spoken."""
    assert last_words([turn(Speaker.BUYER, "He fell."), turn(Speaker.REP, "I'm sorry.")], "home") is None
    assert last_words([], "home") is None


def test_a_goodbye_is_one_of_its_lines_and_the_same_for_a_seed() -> None:
    """Every line is said by some seed."""
    lines = PHRASES["cannot_hear"]
    assert {parting(seed, "home").text for seed in range(len(lines))} == set(lines)
    assert parting(7, "home") == parting(7, "home")
