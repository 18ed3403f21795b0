"""The words every buyer shares."""

import re

import pytest

from sparring.call.mind.phrases import CAPITALS, DISCOURSE, LEADS, PHRASES

SPOKEN = re.compile(r"[A-Za-z ,.?!'{}:-]+")


@pytest.mark.parametrize("group", sorted(PHRASES))
def test_each_group_has_four_different_speakable_lines(group: str) -> None:
    """Nothing is said in fewer than four ways, and nothing that cannot be spoken."""
    lines = PHRASES[group]
    assert len(set(lines)) == len(lines) >= 4
    assert all(SPOKEN.fullmatch(line) and len(line.split()) <= 16 for line in lines)


@pytest.mark.parametrize("group", sorted(LEADS))
def test_a_lead_in_is_short(group: str) -> None:
    """The first words of a move are there to start at once."""
    assert all(len(lead.split()) <= 6 for lead in LEADS[group])
    assert len(LEADS[group]) >= 4


def test_words_are_listed_in_small_letters() -> None:
    """They are compared that way."""
    assert all(word == word.lower() for word in CAPITALS | DISCOURSE)


@pytest.mark.parametrize("shape", ["nothing", "ever", "long_ago", "you_did"])
def test_a_partner_who_has_no_answer_denies_nothing(shape: str) -> None:
    """What nobody has asked for rightly may be a fact all the same: a "no" would contradict it."""
    said = " ".join(PHRASES[f"unknown.work.{shape}"]).lower()
    assert not re.search(r"\b(?:not that|nothing|no|nobody|never)\b", said)
