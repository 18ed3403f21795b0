"""What is slow the first time is done before there is a call."""

import gc
import sys

import pytest
from livekit.agents.tokenize._basic_hyphenator import _get_hyphenator

from sparring.bootstrap.warm import warm


def test_the_framework_has_answered_once_before_anybody_calls(caplog: pytest.LogCaptureFixture) -> None:
    """Its hyphenator, which paces captions, has read its patterns; they took the first answer of a job 43 ms."""
    threshold, interval_s = gc.get_threshold(), sys.getswitchinterval()
    _get_hyphenator.cache_clear()
    try:
        warm()
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
        sys.setswitchinterval(interval_s)
    assert not caplog.records
    assert _get_hyphenator.cache_info().currsize == 1
