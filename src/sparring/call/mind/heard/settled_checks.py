"""Whether the rep checks that a worry is gone: "does that take care of it, or is there still a but in there?".

Flows in: an utterance with the acts that the recogniser heard. Flows out: the acts that the mind goes by.
"""

import re
from collections.abc import Iterator

from sparring.call.mind.heard.follow_ups import FollowUp, follow_up
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import Spoken, bare
from sparring.speech_acts import Act, ActKind

_BEGIN = ("does ", "did ", "are we ", "is ", "would ", "was ")
_OR = re.compile(r"or (?:is|was) (?:there|it|that)\b")
_CHECKS = re.compile(
    r"(?:does|did) (?:that|this|it) (?:\w+ )?(?:take care of|settle|answer (?:it|that|you|your)|get at|do it$"
    r"|do the trick|put your mind|ease your|help(?: at all| any| a little)?$)"
    r"|are we (?:good|okay|ok|all right|square|clear) (?:on|with|about)\b"
    r"|(?:is|does|would|was) (?:that|this|it)\b.* or (?:is|was) (?:there (?:something|still|anything|more|an? \w+)"
    r"|(?:it|that) (?:just |only )?(?:noise|nonsense|no use|useless|not enough|beside the point))\b"
)
# "is it better to phone or to e-mail" wants an answer, and is no "is it better now?"
_WHICH_WAY = re.compile(
    r"(?:if .* )?(?:is|would) (?:it|that) (?:be )?(?:better|easier|best|quicker|simpler) (?:to|if|by) "
)


def with_checks(said: Spoken, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts without checks that are none, and with those the recogniser knows in other words only."""
    kept = tuple(act for act in acts if not (act.kind is ActKind.CHECKS_SETTLED and _asks_something(said, act)))
    if any(act.kind is ActKind.CHECKS_SETTLED for act in kept):
        return kept
    return (*kept, *(Act(ActKind.CHECKS_SETTLED, *said.spans[place]) for place in _checking(said)))


def without_checks(said: Spoken, asked: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions but for those that only check whether a worry is gone: they are for no fact."""
    checks = {said.sentences[place].words for place in _checking(said)}
    return tuple(one for one in asked if not any(one.text in words for words in checks)) if checks else asked


def _checking(said: Spoken) -> Iterator[int]:
    """Places of the sentences that check it, and of the "or is there still …" behind one."""
    for place, one in enumerate(said.sentences):
        if not one.core.startswith(_BEGIN):
            continue
        whole = " ".join(each.words for each in said.sentences[place : place + 2])
        goes_on = place + 1 < len(said.sentences) and _OR.search(whole, max(0, len(one.words) - len(" or")))
        if _CHECKS.match(bare(whole) if goes_on else one.core):
            yield place
            if goes_on:
                yield place + 1


def _asks_something(said: Spoken, act: Act) -> bool:
    """Whether it asks which way is better, or, all by itself, how the buyer feels about what they told."""
    core = said.at(act.start, act.end).core
    alone = len(said.sentences) == 1 and follow_up(core) is FollowUp.FELT
    return alone or _WHICH_WAY.match(core) is not None
