"""What callers say about their own lives when a question reaches no fact."""

import pytest

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.not_known.by_callers import asks_opinion, of_a_caller
from sparring.call.mind.phrases import PHRASES


def asked(text: str) -> Question:
    """A question about nothing in particular."""
    return Question(None, is_open=False, text=text)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("what time does she get up", "life.varies"),
        ("how often do you talk to her", "life.varies"),
        ("what would you do if the helper got the flu", "life.would"),
        ("how long can you keep that up", "life.how_long"),
        ("when did you last have a day off", "life.last_time"),
        ("what was your last boss like", "life.thought"),
        ("how tall is he", ""),
        ("does she drive", ""),
        ("who'll be there on thursday", "life.who_comes"),
        ("can kevin come too", "life.come"),
        ("is she more of a morning person or a night owl", "choice"),
        ("which one works better for you", "which"),
        ("do you drive", "habit"),
        ("have you thought about a hospital bed", "life.you_ever"),
        ("do you have her old schedule", "life.you_have"),
        ("are you patient with her", "life.you_are"),
        ("does she get along with people", "life.state"),
        ("is he okay with strangers", "life.state"),
        ("does he have a piano", ""),
        ("does she live in a condo", ""),
        ("was it a stroke", ""),
        ("what line of work are you in", ""),
        ("he plays golf", ""),
    ],
)
def test_a_caller_has_seen_their_own_life(text: str, group: str) -> None:
    """Whoever calls about their mother does not say "as far as I know"."""
    assert of_a_caller(asked(text)) == group
    assert not group or f"unknown.{group}" in PHRASES


@pytest.mark.parametrize(
    ("text", "proposes"),
    [
        ("how do you feel about a nurse coming by", True),
        ("would you be open to a short visit", True),
        ("how do you feel about it", False),
        ("how do you feel", False),
    ],
)
def test_an_opinion_is_asked_on_something(text: str, *, proposes: bool) -> None:
    """To be asked what one thinks of an idea is not to be asked how one is."""
    assert asks_opinion(asked(text)) is proposes
