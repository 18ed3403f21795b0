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


CLAIMS = (
    r"\b(?:varies|depends on (?:the|who)|most(?:ly| of)|some(?:times| of)|often|usually|not always|a few"
    r"|a bit of both)\b"
)


@pytest.mark.parametrize("group", sorted(one for one in PHRASES if one.startswith("unknown")))
def test_who_has_no_answer_claims_nothing(group: str) -> None:
    """What was not understood may be otherwise: a "no" or a "sometimes" would contradict it."""
    open_to_all = ("unknown.their_health", "unknown.visit", "unknown.feelings", "unknown.life.who_comes")
    said = "" if group.startswith(open_to_all) else " ".join(PHRASES[group]).lower()
    assert not re.search(CLAIMS, said)
