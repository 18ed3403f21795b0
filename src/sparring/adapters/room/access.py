"""The key to a LiveKit server; apart from what uses it, for who only asks whether there is one loads no client."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LiveKitAccess:
    """Where the server is, and the key it knows us by. `agent` is the name jobs are dispatched to."""

    url: str
    key: str
    secret: str
    agent: str
