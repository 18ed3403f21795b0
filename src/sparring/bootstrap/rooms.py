"""Whether calls by voice are held in LiveKit's rooms, and the way there."""

from typing import TYPE_CHECKING

from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.capacity import CapacityBoard
from sparring.bootstrap.folders import Folders
from sparring.config import Config
from sparring.errors import ConfigRejected
from sparring.ports import Clock

if TYPE_CHECKING:
    from sparring.adapters.room.rooms import LiveKitRooms

MIN_SECRET_LETTERS = 32  # a server refuses to start with less


def livekit_access(config: Config) -> LiveKitAccess | None:
    """None when calls go straight to this process. Raises: ConfigRejected for half a configuration."""
    named = {
        "SPARRING_LIVEKIT_URL": config.livekit_url,
        "SPARRING_LIVEKIT_KEY": config.livekit_key,
        "SPARRING_LIVEKIT_SECRET": config.livekit_secret,
    }
    url, key, secret = config.livekit_url, config.livekit_key, config.livekit_secret
    if url is None and key is None and secret is None:
        return None
    if url is None or key is None or secret is None:
        missing = " and ".join(name for name, value in named.items() if value is None)
        raise ConfigRejected(f"LiveKit is half configured: set {missing} too, or none of the three.")
    if len(secret) < MIN_SECRET_LETTERS:
        raise ConfigRejected(
            f"SPARRING_LIVEKIT_SECRET has fewer than {MIN_SECRET_LETTERS} characters: take all of it from "
            "LiveKit, or give a server of your own a longer one."
        )
    return LiveKitAccess(url, key, secret, agent=config.agent_name)


def open_rooms(config: Config) -> "LiveKitRooms | None":
    """None when calls go straight to this process. Raises: ConfigRejected."""
    access = livekit_access(config)
    if access is None:
        return None
    from sparring.adapters.room.rooms import LiveKitRooms  # noqa: PLC0415 - its HTTP client takes 0.3 s of a start

    return LiveKitRooms(access, rejoin_s=config.rejoin_s)


def places_board(config: Config, clock: Clock) -> CapacityBoard:
    """Where agents say how many calls they take, and the server reads it."""
    return CapacityBoard(Folders(config.data_dir).agents, clock, agent=config.agent_name)
