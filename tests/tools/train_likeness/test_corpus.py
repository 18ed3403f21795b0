"""What teaches the heads."""

from bench.criteria import JUDGED, judged_utterances
from tools.train_likeness.corpus import of_judged, written
from tools.train_likeness.kinship import HEADS_OF, are_near

from sparring.rubric import load_rubrics
from sparring.speech_acts import Likeness


def test_every_spoken_criterion_has_a_head_and_every_head_a_criterion() -> None:
    """And examples of its own, with some that are none."""
    spoken = {one.id for rubric in load_rubrics().values() for _, one in rubric.criteria() if one.kind == "quoted"}
    assert set(HEADS_OF) == spoken
    assert {head for heads in HEADS_OF.values() for head in heads} == set(Likeness)
    taught = [(head, label.counts) for bag in written() for head, label in bag.labels.items() if label.weight >= 1]
    assert all((head, counts) in taught for head in Likeness for counts in (True, False))


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
