"""A WebSocket to a service that is told who we are: it goes where it was sent, and nothing of it is written down.

Flows in: an address and headers that prove who calls. Flows out: an open connection, or the library's error.
"""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect

from sparring.adapters.openai.endpoint import LOOPBACK

_quiet = logging.getLogger("sparring.adapters.web_socket.frames")
_quiet.setLevel(logging.CRITICAL + 1)  # the library would write whole frames, words included, and keys


class _Straight(connect):
    """Follows no redirect: the library takes all but an `Authorization` along to another host, keys among it."""

    def process_redirect(self, exc: Exception) -> Exception:
        return exc


async def straight_to(url: str, headers: Mapping[str, str], **options: Any) -> ClientConnection:
    """`options`: of the library. Raises: OSError, WebSocketException, TimeoutError."""
    on_this_machine = urlsplit(url).hostname in LOOPBACK
    options |= {"logger": _quiet} | ({"proxy": None} if on_this_machine else {})
    return await _Straight(url, additional_headers=headers, **options)
