"""The browser's offer at the door: an SDP text in, a description with one audio section out, or the one error.

What passes costs little: forty audio sections would open forty sets of sockets, and 400 candidates held the event loop
for 190 ms.
"""

from ipaddress import ip_address

from aiortc import RTCSessionDescription
from aiortc.sdp import SessionDescription

from sparring.errors import MediaFailed

MAX_SDP_BYTES = 65_536
MAX_CANDIDATES = 64  # a laptop with many interfaces offers about twenty

_NOT_UNDERSTOOD = "The browser's offer could not be understood. Reload the page and try again."


def read_offer(sdp: str) -> RTCSessionDescription:
    """An offer that aiortc may work on. Raises: MediaFailed."""
    if len(sdp) > MAX_SDP_BYTES or sdp.count("\na=candidate:") > MAX_CANDIDATES:
        raise MediaFailed("The browser's offer is too large. Reload the page and try again.")
    try:
        media = SessionDescription.parse(sdp).media
    except Exception:  # noqa: BLE001 - aiortc raises whatever its SDP parser trips over; one documented error leaves here
        raise MediaFailed(_NOT_UNDERSTOOD) from None
    if [section.kind for section in media] != ["audio"]:
        raise MediaFailed("The browser offered something else than one microphone. Reload the page and try again.")
    if any(_of_many(candidate.ip) for candidate in media[0].ice_candidates):
        raise MediaFailed(_NOT_UNDERSTOOD)
    return RTCSessionDescription(sdp, "offer")


def _of_many(address: str) -> bool:
    """Whether a packet to it would reach a group of machines, or nobody. A name of a browser's own is no address."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    # of IPv6 the loopback ::1, which a browser on this machine offers, counts as reserved too
    return ip.is_multicast or ip.is_unspecified or (ip.version == 4 and ip.is_reserved)


def not_understood() -> MediaFailed:
    """For an offer that reads well and cannot be answered."""
    return MediaFailed(_NOT_UNDERSTOOD)
