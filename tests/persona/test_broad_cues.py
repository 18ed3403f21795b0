"""Cues that would answer questions about everything else."""

from typing import Any

import pytest

from sparring.persona import broad_cues
from tests.fakes.personas import parsed, raw_persona


def with_cue(fact: int, cue: str) -> dict[str, Any]:
    """The daughter's file, one fact of it with no other cue than this one."""
    raw = raw_persona()
    raw["facts"][fact]["cues"] = [cue]
    return raw


def named(fact: int, cue: str) -> list[str]:
    """What is said about that cue."""
    return [one for one in broad_cues(parsed(with_cue(fact, cue))) if one.startswith(f"Cue {cue!r} ")]


MORNINGS = 9  # index of an open fact about times of day


@pytest.mark.parametrize("cue", ["when", "how do", "what", "is she", "who"])
def test_a_cue_of_other_questions_is_named(cue: str) -> None:
    """Words that any question may begin with point at nothing."""
    (sentence,) = named(MORNINGS, cue)
    assert "of fact mornings is too broad: it is found in " in sentence


@pytest.mark.parametrize("cue", ["bedtime", "mornings", "which days"])
def test_a_cue_of_its_own_is_not(cue: str) -> None:
    """Words of the subject, and questions of its topic, may be cues."""
    assert named(MORNINGS, cue) == []


def test_it_says_what_to_write_instead() -> None:
    """Words that the fact is told in, and no everyday question has."""
    (sentence,) = named(MORNINGS, "when")
    assert sentence.endswith("Write it together with what is asked about here: mornings, bedtime.")


def test_a_question_that_shares_the_cue_does_not_count() -> None:
    """Two facts may be asked for in the same words on purpose."""
    raw = with_cue(MORNINGS, "brother")
    assert any("of fact mornings" in one for one in broad_cues(parsed(raw)))
    for fact in raw["facts"]:
        fact["cues"] = ["brother"]
    assert not any("does your brother live" in one for one in broad_cues(parsed(raw)))
