"""Which names an object may have; hostile ones are in tests/abuse/test_a08_ids.py."""

import pytest

from sparring.adapters.store.names import checked_name
from sparring.errors import IdRejected
from sparring.transcript import object_name
from tests.fakes.documents import a_transcript


def test_a_transcripts_name_is_a_name() -> None:
    """What the call derives from its own fields is accepted by every store."""
    assert checked_name(object_name(a_transcript())) == object_name(a_transcript())


@pytest.mark.parametrize("name", ["a.json", "A/b.json", "a/b.txt", "a/.json", "a/b.json.json", "a/" * 9 + "b.json"])
def test_names_are_lower_case_and_have_a_folder(name: str) -> None:
    """No hidden, upper-case, unfiled or deeply buried name is taken."""
    with pytest.raises(IdRejected):
        checked_name(name)
