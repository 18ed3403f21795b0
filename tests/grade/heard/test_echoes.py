"""What the other side had said that a sentence says back."""

from sparring.grade.heard.echoes import echo_of
from tests.fakes.scripted import Call


def echoed(script: str) -> str | None:
    """The buyer's words that come back in the rep's last turn."""
    hearing = Call(script).hearing()
    found = echo_of(hearing, hearing.rep.sayings[-1], "rep")
    return hearing.transcript.turns[found.turn].text[found.start : found.end] if found else None


def test_the_sentence_with_most_of_the_words_is_found() -> None:
    """Not the turn's first, nor what was said before."""
    script = "B: He walks. He fell in the kitchen on Sunday.\nR: I see.\nB: Yes.\nR: So he fell in the kitchen."
    assert echoed(script) == "He fell in the kitchen on Sunday."


def test_words_of_any_call_come_back_by_chance() -> None:
    """They say nothing of this one."""
    assert echoed("B: That's the only way.\nR: We would only come back when she wants.") is None


def test_one_word_of_long_ago_is_no_echo() -> None:
    """Of what was just said it is."""
    between = "\nB: Mm.\nR: Mm." * 4
    assert echoed("B: She plays the piano.\nR: And the piano?") == "She plays the piano."
    assert echoed(f"B: She plays the piano.{between}\nR: And the piano?") is None
