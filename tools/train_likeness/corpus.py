"""What the heads are taught by: examples, judged utterances and scored calls in, bags of windows out.

A bag is what a rep said in one example, or in one call. Of a bag that counts for a head one window says it, a sentence
or two neighbours, and nobody wrote down which; of one that does not, none.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from tools.train_likeness.judged import JUDGED, Judged, call_of, judged_utterances
from tools.train_likeness.kinship import ANY_OF_ITS_HEADS, HEADS_OF, OF_A_LOWER_LEVEL, are_near, are_parts

from sparring.grade.heard.testimony import hear
from sparring.grade.human.scores import SUFFIX, parse_human_scores
from sparring.grade.rules.criteria import grade_criterion
from sparring.grade.uploads.conversion import transcript_from_text
from sparring.rubric import Criterion, Rubric, find_rubric, parse_rubric
from sparring.speech_acts import Likeness
from sparring.speech_acts.learned.worded import said_after
from sparring.speech_acts.segmentation import read
from sparring.speech_acts.text.heard import heard
from sparring.transcript import Speaker, Transcript, parse_transcript
from tests.fakes.scripted import AT

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = Path(__file__).with_name("examples")
CALLS: Final = Path(__file__).with_name("calls")
CONCERNS: Final = Path(__file__).with_name("concerns")
ORDINARY: Final = "ordinary"
"""Heads the examples that are like nothing that any head knows."""
SCORED: Final = ROOT / "tests" / "golden" / "scored"
CALIBRATION: Final = SCORED.with_name("calls")
EXPECTED: Final = ".expected.json"
_EXAMPLE: Final = re.compile(r"([+-])\s*(?:\{([^}]*)\})?\s*(.+)")
_VERSION: Final = re.compile(rb'"rubric_version": \d+')
_BEFORE_HEADS: Final = 7
# How much a bag teaches a head, beside an example of its own
NEAR_MISS: Final = 2
OF_A_PART: Final = 1  # of the other part of a criterion: half of it is easily taken for the whole
_OF_OTHERS, _OF_SEVERAL, BY_A_CALL, BY_EVIDENCE, _OF_ANOTHER_RUBRIC, OF_A_TURN = 0.3, 0.7, 0.3, 0.4, 0.1, 1


class Window(NamedTuple):
    """One sentence, or two neighbours, of a turn."""

    turn: int
    start: int
    end: int
    features: frozenset[str]


class Label(NamedTuple):
    """What a bag teaches a head: that something in it counts, or that nothing does."""

    counts: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Bag:
    """What a rep said in one example, in one turn of a call, or in one call.

    `evidence`: windows that the rules took for evidence of a criterion that a person scored as met. `source`: bags of
    one source are tried together, on heads that none of them taught.
    """

    kind: str
    windows: tuple[Window, ...]
    labels: dict[str, Label]
    evidence: dict[str, frozenset[int]] = field(default_factory=dict)
    judged: Judged | None = None
    source: str = ""


def digest_of_sources() -> str:
    """Of every file that teaches heads: weights that carry another were taught by others.

    By which version of a rubric a person scored teaches nothing: scores that stand under a new one are the same.
    """
    folders = (EXAMPLES, CALLS, CONCERNS, SCORED, CALIBRATION, JUDGED)
    found = sorted(file for folder in folders for file in folder.rglob("*.*") if file.suffix != ".md")
    digest = hashlib.sha256()
    for file in found:
        digest.update(f"{file.relative_to(ROOT)}\n".encode() + _VERSION.sub(b"", file.read_bytes()))
    return digest.hexdigest()


def bags() -> list[Bag]:
    """Everything that may teach: nothing of the held-out half, and no call that the error of a score is measured on."""
    judged = (of_judged(one) for one in judged_utterances() if not one.held_out)
    return [*map(written, examples()), *judged, *scored(), *calibrating()]


class Example(NamedTuple):
    """What one side says after the other, and whether it is like one head's examples; of no head, like nothing."""

    head: str | None
    counts: bool
    before: str
    said: str


def examples() -> Iterator[Example]:
    """The examples that were written for each of the rep's heads, and ordinary lines."""
    for file in sorted(EXAMPLES.glob("*.txt")):
        yield from examples_in(file)


def examples_in(file: Path) -> Iterator[Example]:
    """The examples of one file."""
    head = None
    for line in filter(None, map(str.strip, file.read_text("utf-8").splitlines())):
        if line.startswith("## "):
            head = None if line[3:] == ORDINARY else line[3:]
        elif found := _EXAMPLE.fullmatch(line):
            yield Example(head, found[1] == "+", found[2] or "", found[3])


def written(example: Example) -> Bag:
    """One example as a bag."""
    name, counts, buyer, rep = example
    text = f"Buyer: {buyer}\nRep: {rep}" if buyer else f"Rep: {rep}"
    call = transcript_from_text(text.encode(), find_rubric("inside_sales"), source="example", started_at=AT)
    if name is None:
        return Bag("written", windows(call), {one: Label(counts=False, weight=OF_A_TURN) for one in Likeness})
    head = Likeness(name)
    others = {
        str(other): Label(counts=False, weight=OF_A_PART if are_parts(head, other) else _OF_OTHERS)
        for other in Likeness
        if other is not head and (not are_near(head, other) or (counts and are_parts(head, other)))
    }
    return Bag("written", windows(call), {**others, head: Label(counts, 1 if counts else NEAR_MISS)})


def of_judged(judged: Judged) -> Bag:
    """One judged utterance. What counts for a criterion of several heads counts for each of them."""
    call, own = call_of(judged), HEADS_OF[judged.criterion]
    labels = dict[str, Label]()
    for head in Likeness:
        if head in own:
            label = _of_own(judged, head, alone=len(own) == 1)
        elif judged.counts and not any(are_near(head, one) for one in own):
            label = Label(counts=False, weight=_OF_OTHERS)
        else:
            label = None
        if label:
            labels[head] = label
    return Bag("judged", windows(call, only=call.turns[-1].index), labels, judged=judged)


def _of_own(judged: Judged, head: Likeness, *, alone: bool) -> Label | None:
    if not judged.counts:
        return Label(counts=False, weight=NEAR_MISS) if alone or judged.level == "absent" else None
    used_a_name = head is Likeness.ASKS_CALLERS_NAME and judged.buyer
    if used_a_name or judged.criterion in ANY_OF_ITS_HEADS:
        return None
    return Label(counts=True, weight=1 if alone else _OF_SEVERAL)


def scored() -> Iterator[Bag]:
    """Calls that people scored and rules were tuned on, turn by turn where a person said what each turn is like.

    Of the others: who scored a criterion as absent heard nothing like it.
    """
    told = dict(told_by_turn())
    for file in sorted(SCORED.rglob(f"*{SUFFIX}")):
        scores = parse_human_scores(file.read_bytes(), source=file.name)
        rubric = _by_rules_alone(scores.rubric)
        text = (file.parent / scores.call).read_bytes()
        call = transcript_from_text(text, rubric, source=file.name, started_at=AT)
        if (turns := told.get(Path(scores.call).stem)) is not None:
            yield from of_turns(call, turns, heads_of(rubric), source=scores.call)
        else:
            yield _of_call(call, rubric, scores.scores[0].levels)


def calibrating() -> Iterator[Bag]:
    """The calibration calls, turn by turn: none is like the heads of a criterion that its call must not earn."""
    for file in sorted(CALIBRATION.glob(f"*/*{EXPECTED}")):
        allowed = json.loads(file.read_text("utf-8")).get("criteria", {})
        call = parse_transcript(file.with_name(file.name.replace(EXPECTED, ".json")).read_bytes(), source=file.name)
        rubric = find_rubric(f"{call.call_type}_sales")
        lowest = {one.id: [one.levels[0].id] for _, one in rubric.criteria()}
        empty = frozenset(one for one, levels in allowed.items() if levels == lowest[one])
        labels = {
            str(head): Label(counts=False, weight=OF_A_TURN)
            for head in heads_of(rubric)
            if _all_of(head, lowest) <= empty
        }
        said = hear(call).rep.sayings
        for turn in dict.fromkeys(one.turn for one in said):
            spans = [(one.turn, one.start, one.end) for one in said if one.turn == turn]
            found = windows(call, only=turn)
            kept = tuple(found[place] for place in _touched(found, spans))
            yield Bag("said", kept, labels.copy(), source=f"{file.parent.name}/{file.name}")


def _all_of(head: Likeness, criteria: Iterable[str]) -> frozenset[str]:
    """The criteria of a rubric that a head is heard for."""
    return frozenset(one for one in criteria for table in (HEADS_OF, OF_A_LOWER_LEVEL) if head in table.get(one, ()))


def told_by_turn() -> Iterator[tuple[str, dict[int, frozenset[str]]]]:
    """Of each call what each of the rep's turns is like, from the first; behind a question mark what one may doubt."""
    for file in sorted(CALLS.glob("*.txt")):
        yield from sections(file)


def sections(file: Path) -> Iterator[tuple[str, dict[int, frozenset[str]]]]:
    """Of each call in a file what its turns were told to be, by their numbers."""
    for section in file.read_text("utf-8").split("## ")[1:]:
        call, *lines = section.strip().splitlines()
        turns = (line.split() for line in lines)
        yield call, {int(number): frozenset(names) for number, *names in turns}


def heads_of(rubric: Rubric) -> frozenset[Likeness]:
    """The heads that its criteria are heard by."""
    tables = (HEADS_OF, OF_A_LOWER_LEVEL)
    return frozenset(head for _, one in rubric.criteria() for table in tables for head in table.get(one.id, ()))


def of_turns(
    call: Transcript, turns: dict[int, frozenset[str]], asked: frozenset[Likeness], *, source: str
) -> Iterator[Bag]:
    """The rep's turns of a call, as a person told them; heads that its rubric does not ask learn little from it."""
    reps = [turn.index for turn in call.turns if turn.speaker is Speaker.REP]
    found = windows(call)
    for number, index in enumerate(reps, start=1):
        heard = turns.get(number, frozenset())
        labels = {str(head): label for head in Likeness if (label := _told(head, heard, asked=head in asked))}
        yield Bag("said", tuple(one for one in found if one.turn == index), labels, source=source)


def _told(head: Likeness, heard: frozenset[str], *, asked: bool) -> Label | None:
    if f"?{head}" in heard:
        return None
    if head in heard or asked:
        return Label(counts=head in heard, weight=OF_A_TURN)
    near = any(are_near(head, Likeness(one)) for one in heard if not one.startswith("?"))
    return None if near else Label(counts=False, weight=_OF_ANOTHER_RUBRIC)


def _by_rules_alone(rubric_id: str) -> Rubric:
    """The last version that asks no head: heads that were taught by what heads found would never be the same again."""
    file = files("sparring") / "rubrics" / "earlier" / f"{rubric_id}_{_BEFORE_HEADS}.json"
    return parse_rubric(file.read_bytes(), source=file.name)


def _of_call(call: Transcript, rubric: Rubric, levels: dict[str, str]) -> Bag:
    found, hearing = windows(call), hear(call)
    labels, evidence = dict[str, Label](), dict[str, frozenset[int]]()
    for head in Likeness:
        asked = [one for _, one in rubric.criteria() if one.id in levels and head in HEADS_OF.get(one.id, ())]
        if not asked:
            labels[head] = Label(counts=False, weight=_OF_ANOTHER_RUBRIC)
        elif all(levels[one.id] == one.levels[0].id for one in asked):
            labels[head] = Label(counts=False, weight=BY_A_CALL)
    for category, criterion in rubric.criteria():
        if _is_met(criterion, levels) and len(HEADS_OF[criterion.id]) == 1:
            quotes = grade_criterion(category, criterion, hearing).evidence
            spans = [(quote.turn, quote.start, quote.end) for quote in quotes]
            evidence[HEADS_OF[criterion.id][0]] = frozenset(_touched(found, spans))
    return Bag("scored", found, labels, evidence)


def _is_met(criterion: Criterion, levels: dict[str, str]) -> bool:
    return criterion.id in HEADS_OF and levels.get(criterion.id, criterion.levels[0].id) != criterion.levels[0].id


def _touched(found: Iterable[Window], spans: list[tuple[int, int, int]]) -> Iterator[int]:
    for place, one in enumerate(found):
        if any(one.turn == turn and one.start < end and start < one.end for turn, start, end in spans):
            yield place


def windows(call: Transcript, *, only: int | None = None) -> tuple[Window, ...]:
    """The windows of the rep's turns, or of one of them, as the grader looks at them."""
    texts, said, found = hear(call).rep.texts, list[str](), list[Window]()
    for turn in call.turns:
        if turn.speaker is not Speaker.REP:
            said.append(turn.text)
        elif only in (None, turn.index):
            sentences, before = read(texts[turn.index].text), heard(said)
            one = [
                Window(turn.index, s.words.items[0].start, s.words.items[-1].end, said_after(s, before).features())
                for s in sentences
            ]
            two = [Window(a.turn, a.start, b.end, a.features | b.features) for a, b in pairwise(one)]
            found += [*one, *two]
    return tuple(found)
