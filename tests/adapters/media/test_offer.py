"""What passes for an offer of one microphone."""

import pytest

from sparring.adapters.media.offer import MAX_CANDIDATES, MAX_SDP_BYTES, read_offer
from sparring.errors import MediaFailed
from tests.fakes.offers import CANDIDATE, OFFER, with_candidates


def test_a_browsers_offer_is_passed_on_as_it_is() -> None:
    """Nothing of it is changed."""
    assert (read_offer(OFFER).sdp, read_offer(OFFER).type) == (OFFER, "offer")


def test_as_many_candidates_as_a_laptop_has_are_taken_and_no_more() -> None:
    """The limit holds to the candidate."""
    own = OFFER.count(CANDIDATE)
    assert read_offer(with_candidates(MAX_CANDIDATES - own))
    with pytest.raises(MediaFailed, match="too large"):
        read_offer(with_candidates(MAX_CANDIDATES - own + 1))


def test_an_offer_over_the_limit_is_not_parsed() -> None:
    """64 KiB is more than any browser sends."""
    with pytest.raises(MediaFailed, match="too large"):
        read_offer(OFFER + "a" * MAX_SDP_BYTES)


@pytest.mark.parametrize(
    "sdp",
    [
        pytest.param(OFFER.replace("m=audio", "m=video"), id="a camera"),
        pytest.param(OFFER.replace("m=audio", "m=application"), id="a data channel"),
        pytest.param(OFFER[: OFFER.index("m=audio")], id="no section"),
        pytest.param(OFFER + OFFER[OFFER.index("m=audio") :].replace("a=mid:0", "a=mid:1"), id="two microphones"),
    ],
)
def test_anything_but_one_microphone_is_refused(sdp: str) -> None:
    """Sections nobody needs would open sockets for nothing."""
    with pytest.raises(MediaFailed):
        read_offer(sdp)
