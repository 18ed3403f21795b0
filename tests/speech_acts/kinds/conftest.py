"""What every group of kinds holds: one contract over its own sentences."""

from collections.abc import Sequence
from typing import ClassVar

import pytest

from sparring.speech_acts import ActKind, Context
from tests.speech_acts.marked import NOTHING, expected, kinds_as_heard, spans

Marked = Sequence[tuple[ActKind, str]]


class ActsInSentences:
    """A group's test module names its sentences here: those that do an act, marked, and those that only seem to."""

    said: ClassVar[Marked]
    near_misses: ClassVar[Marked]
    context: ClassVar[Context] = NOTHING

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """A test a sentence."""
        table = {"marked": self.said, "text": self.near_misses}
        for name in table.keys() & set(metafunc.fixturenames):
            metafunc.parametrize(("kind", name), table[name])

    def test_the_act_spans_the_words_that_do_it(self, kind: ActKind, marked: str) -> None:
        """The clauses that do the act are its span, and nothing else of the utterance is."""
        assert spans(kind, marked, self.context) == expected(marked)

    def test_it_is_found_in_what_a_recogniser_gives(self, kind: ActKind, marked: str) -> None:
        """Without marks and capitals and with fillers put in, the act is still there."""
        assert kind in kinds_as_heard(marked, self.context)

    def test_what_only_looks_like_it_is_none(self, kind: ActKind, text: str) -> None:
        """The same words denied, asked about, or meant otherwise do nothing."""
        assert spans(kind, text, self.context) == []
