"""What teaches the heads."""

from tools.train_likeness.corpus import (
    SCORED,
    calibrating,
    digest_of_sources,
    examples,
    heads_of,
    of_judged,
    of_turns,
    told_by_turn,
    written,
)
from tools.train_likeness.judged import JUDGED, judged_utterances
from tools.train_likeness.kinship import HEADS_OF, are_near

from sparring.grade.uploads.conversion import transcript_from_text
from sparring.rubric import find_rubric, load_rubrics
from sparring.speech_acts import Likeness
from sparring.speech_acts.learned.likeness import read_document
from tests.fakes.scripted import AT


def test_every_spoken_criterion_has_a_head_and_every_head_a_criterion() -> None:
    """And examples of its own, with some that are none."""
    spoken = {one.id for rubric in load_rubrics().values() for _, one in rubric.criteria() if one.kind == "quoted"}
    assert set(HEADS_OF) == spoken
    assert {head for heads in HEADS_OF.values() for head in heads} == set(Likeness)
    taught = {(example.head, example.counts) for example in examples()}
    assert taught >= {(head, counts) for head in Likeness for counts in (True, False)}


def test_what_counts_for_one_head_teaches_no_head_that_is_near_that_it_does_not() -> None:
    """A sentence that asks about safety may ask about needs as well."""
    judged = next(one for one in judged_utterances(JUDGED) if one.criterion == "safety" and one.counts)
    labels = of_judged(judged).labels
    assert labels[Likeness.ASKS_SAFETY].counts
    assert Likeness.ASKS_CARE_NEEDS not in labels
    assert not labels[Likeness.PROOF].counts
    assert are_near(Likeness.ASKS_SAFETY, Likeness.ASKS_CARE_NEEDS)
    assert not are_near(Likeness.ASKS_SAFETY, Likeness.PROOF)


def test_what_counts_for_a_criterion_of_several_heads_counts_for_each() -> None:
    """Where some of them would do, it teaches none that it counts."""
    corpus = judged_utterances(JUDGED)
    both = next(one for one in corpus if one.criterion == "start_and_hours" and one.counts)
    some = next(one for one in corpus if one.criterion == "staffing" and one.counts)
    assert all(of_judged(both).labels[head].counts for head in HEADS_OF["start_and_hours"])
    assert not any(head in of_judged(some).labels for head in HEADS_OF["staffing"])


def test_ordinary_lines_teach_every_head_that_they_are_like_nothing() -> None:
    """Nobody thanks, checks or asks for anything with them."""
    ordinary = next(example for example in examples() if example.head is None)
    labels = written(ordinary).labels
    assert labels.keys() == set(Likeness)
    assert all(label == (False, 1) for label in labels.values())


def test_calls_are_told_turn_by_turn_by_names_that_heads_have() -> None:
    """Of calls that people scored, and of no other."""
    names = {prefix + head for head in Likeness for prefix in ("", "?")}
    calls = {file.stem for file in SCORED.rglob("*.txt")}
    for call, turns in told_by_turn():
        assert call in calls
        assert set().union(*turns.values()) <= names
        said = next(SCORED.rglob(f"{call}.txt")).read_text("utf-8").count("Rep: ")
        assert max(turns, default=0) <= said


def test_a_turn_teaches_heads_what_it_is_like_and_nothing_where_one_may_doubt() -> None:
    """Turns of one call are of one source."""
    text = b"Rep: Hi, Lantern Care, this is Jo!\nBuyer: Hello.\nRep: Okay, what is your name? They are all CNAs."
    rubric = find_rubric("inside_sales")
    call = transcript_from_text(text, rubric, source="a call", started_at=AT)
    told = {2: frozenset(("asks_callers_name", "?staffing_trained"))}
    first, second = of_turns(call, told, heads_of(rubric), source="a call")
    assert not any(label.counts for label in first.labels.values())
    assert second.labels[Likeness.ASKS_CALLERS_NAME].counts
    assert second.labels[Likeness.SAYS_BACK] == (False, 1)
    assert second.labels[Likeness.PROOF].weight < 1
    assert Likeness.STAFFING_TRAINED not in second.labels
    assert first.source == second.source


def test_a_near_miss_of_one_head_teaches_no_head_that_is_near() -> None:
    """It may well be an example of that one."""
    near_miss = next(one for one in examples() if one.head == Likeness.ASKS_START and not one.counts)
    labels = written(near_miss).labels
    assert labels[Likeness.ASKS_START] == (False, 2)
    assert Likeness.ASKS_HOURS not in labels
    assert not labels[Likeness.PROOF].counts


def test_one_half_of_a_criterion_is_taught_not_to_be_the_other() -> None:
    """Who asks when care should start has not asked for hours."""
    example = next(one for one in examples() if one.head == Likeness.ASKS_START and one.counts)
    labels = written(example).labels
    assert labels[Likeness.ASKS_HOURS].weight == 1
    assert not labels[Likeness.ASKS_HOURS].counts


def test_calibration_calls_teach_only_what_is_not_in_them() -> None:
    """Where a criterion must not be earned, none of its heads has anything to hear."""
    bags = list(calibrating())
    assert bags
    assert not any(label.counts for bag in bags for label in bag.labels.values())
    assert not any(bag.labels for bag in bags if bag.source == "inside/excellent.expected.json")
    charming = [bag for bag in bags if bag.source == "inside/charming.expected.json"]
    assert all(Likeness.NAMES_THE_FEELING in bag.labels for bag in charming)


def test_weights_were_taught_by_the_files_that_are_here() -> None:
    """Whoever changes what teaches builds the weights anew."""
    for name in ("likeness.json", "concerns.json"):
        assert read_document(name)["provenance"]["taught_by"] == digest_of_sources()
