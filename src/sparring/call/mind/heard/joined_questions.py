"""Two questions in one sentence: "how many residents do you have and do they need more help than you can give".

Flows in: a question and the persona's cues that occur. Flows out: it, or what each half of it asks.
"""

import re
from collections.abc import Iterator

from sparring.call.mind.fast_replace import changed
from sparring.call.mind.heard.answer_form import AUXILIARIES
from sparring.call.mind.heard.questions import VAGUE, Question
from sparring.call.mind.heard.sentences import QUESTION_WORDS, bare, hits

_SUBJECTS = (
    r"(?:you|he|she|it|they|we|there|that|this|your \w+|the \w+|his \w+|her \w+|any\w*|somebody|many of \w+"
    r"|[a-z]+(?= (?:be|come|join|live|know|have|want|need|like|work|help|visit)\b))"  # "will Linda be there"
)
_JOINT = re.compile(
    rf" (?:and|or) (?:also )?(?=(?:{'|'.join(sorted(QUESTION_WORDS))})(?: \S+){{2,}}"
    rf"|(?:do|does|did|is|are|was|were|has|have|can|could|would|will) {_SUBJECTS}(?: \S+)+)"
)
# "is it the money, or is it something else": one thing is asked
_A_CHOICE = re.compile(r" or (?:is|was|are|were) (?:it|that|there|they)\b")
_SHORTEST = 3  # words of a question that stands by itself
_ASKS_FIRST = QUESTION_WORDS | AUXILIARIES


def apart(asked: Question, cues: frozenset[str]) -> Iterator[Question]:
    """A question, or the two that it is made of; the second one is about whatever its own words name."""
    joint = _JOINT.search(asked.text)
    first = asked.text[: joint.start()] if joint else ""
    asks = bool(first) and bare(first).split(" ", 1)[0] in _ASKS_FIRST
    asks = asks and not (joint and _A_CHOICE.match(asked.text, joint.start()) and bare(first).split()[0] in AUXILIARIES)
    if joint is None or not asks or first.count(" ") + 1 < _SHORTEST:
        yield asked
        return
    second = asked.text[joint.end() :]
    yield changed(asked, text=first, found=hits(first, asked.found))
    topic = asked.topic if asked.topic in VAGUE else None
    yield Question(topic, is_open=False, text=second, found=hits(second, cues))
