"""What a model is told: one section of the rubric as instructions, and the call as data that cannot pass for them.

Flows in: a rubric's section and a hearing. Flows out: two texts. Turns are JSON inside a pair of marks that carry a
nonce nobody on the call could know; what was said to the grader is left out of them before a model sees it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

from sparring.grade.heard.admissible import admissible
from sparring.grade.heard.testimony import Hearing
from sparring.rubric import Category, Criterion, Rubric
from sparring.scorecard import Coaching, Scorecard
from sparring.speech_acts.grader_talk.recogniser import grader_talk
from sparring.transcript import Speaker, Turn

MAX_MATERIAL_CHARS = 400_000
"""About 100,000 tokens: what the smallest window of the models in `adapters/openai/profile.py` takes in."""

_LEFT_OUT = "[left out: said to the grader]"
_CALLS = {
    "inside": "Somebody rings an agency for home care to ask about help for a person. The rep is the one who answers.",
    "outside": "The rep of an agency for home care calls on somebody who could send families to it. "
    "The buyer is whoever they speak with.",
}


def version_text() -> str:
    """Both texts as they are written, for the grader's version."""
    return _text("section.txt") + _text("coaching.txt")


def instructions(rubric: Rubric, category: Category, criteria: Iterable[Criterion], *, nonce: str) -> str:
    """How to judge `criteria`, in their order."""
    listed = "\n".join(_criterion(criterion) for criterion in criteria)
    call = _CALLS[rubric.call_type]
    return _text("section.txt").format(
        call=call, nonce=nonce, rubric=rubric.title, section=category.title, criteria=listed
    )


def coaching_instructions(rubric: Rubric, *, nonce: str) -> str:
    """How to word the coaching."""
    return _text("coaching.txt").format(call=_CALLS[rubric.call_type], nonce=nonce)


def material(hearing: Hearing, *, nonce: str) -> str:
    """The call as data."""
    return _marked({"turns": _turns(hearing)}, nonce)


def coaching_material(hearing: Hearing, rubric: Rubric, scorecard: Scorecard, *, nonce: str) -> str:
    """The call and what is to be worded about it."""
    known = {criterion.id: criterion for _, criterion in rubric.criteria()}
    strengths, advice = to_be_worded(scorecard.coaching, rubric)
    named = {
        "strengths": [_asked(known[name], scorecard) for name in strengths if name],
        "advice": [_asked(known[name], scorecard) for name in advice if name in known],
    }
    return _marked({"turns": _turns(hearing), "results": named}, nonce)


def to_be_worded(coaching: Coaching, rubric: Rubric) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The criteria of the coaching's strengths and of its advice, in its order; "" for what is bound to none.

    A strength is bound to the criterion whose own words it begins with.
    """
    words = {criterion.coaching.strength: criterion.id for _, criterion in rubric.criteria()}
    praised = (
        next((name for strength, name in words.items() if one.startswith(strength)), "") for one in coaching.strengths
    )
    advice = [*([coaching.fix_first] if coaching.fix_first else []), *coaching.next_up]
    return tuple(praised), tuple(one.criterion for one in advice)


def complaint(quotes: Sequence[str]) -> str:
    """What is added when a section is asked again because `quotes` were not found."""
    listed = json.dumps(list(quotes), ensure_ascii=False)
    return (
        "\nAn earlier answer quoted words that do not stand in the call; as data they were: "
        f"{_neutral(listed)}\nCopy words exactly, from turns of the right side, or choose the level that needs none."
    )


@cache
def _text(name: str) -> str:
    return resources.files("sparring.grade.judge").joinpath(name).read_text("utf-8")


def _criterion(criterion: Criterion) -> str:
    levels = "\n".join(f"  {level.id}: {level.check}" for level in criterion.levels)
    return f"\n{criterion.id}: {criterion.title} (quote the {criterion.said_by})\n{levels}"


def _asked(criterion: Criterion, scorecard: Scorecard) -> dict[str, object]:
    result = next(one for one in scorecard.criteria if one.id == criterion.id)
    quotes = [{"turn": one.turn, "quote": one.quote} for one in result.evidence]
    return {"criterion": criterion.id, "asks_for": criterion.check, "said": quotes}


def _turns(hearing: Hearing) -> list[dict[str, object]]:
    return [
        {"turn": turn.index, "speaker": turn.speaker.value, "text": _shown(turn, hearing)}
        for turn in hearing.transcript.turns
    ]


def _shown(turn: Turn, hearing: Hearing) -> str:
    """What was said, without what was said to the grader, by whomever."""
    if turn.speaker is Speaker.REP:
        said = hearing.rep.texts[turn.index]
    else:
        said = admissible(turn.text, ((act.start, act.end) for act in grader_talk(turn.text)))
    text = turn.text
    for start, end in reversed(said.excluded):
        text = f"{text[:start]}{_LEFT_OUT}{text[end:]}"
    return text


def _marked(document: Mapping[str, object], nonce: str) -> str:
    inside = _neutral(json.dumps(document, ensure_ascii=False))
    return f"<call-{nonce}>\n{inside}\n</call-{nonce}>"


def _neutral(text: str) -> str:
    """JSON whose strings hold no angle brackets, hence no mark of ours or of any model's template."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e")
