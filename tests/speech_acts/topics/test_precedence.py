"""Rows of topics are read in order, and every topic has questions that lead to it."""

from sparring.speech_acts import Topic
from sparring.speech_acts.topics.precedence import PARTNERS, TOPICS


def test_every_topic_can_be_asked_about() -> None:
    """No topic of the vocabulary is without a row."""
    assert {row.topic for row in TOPICS} == set(Topic)


def test_arranging_comes_before_every_topic() -> None:
    """What arranges the call must never count as discovery."""
    assert TOPICS[0].topic is Topic.OTHER


def test_a_partner_is_another_topic() -> None:
    """A question counts once per topic."""
    assert all(topic is not row.topic for topic, row in PARTNERS.items())
