"""A LiveKit server as our server sees it: tickets into rooms, dispatch of jobs, rooms closed.

Flows in: whose call. Flows out: a signed token for the page, a job for a worker. Tokens last five minutes, open one
room as one person, and let a rep speak and send data, nothing else.
"""

from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any

import aiohttp
from livekit import api

from sparring.adapters.room.access import LiveKitAccess
from sparring.adapters.room.job_metadata import JobMetadata, identity_of, room_of
from sparring.errors import MediaFailed
from sparring.ids import CallId
from sparring.ports import RoomTicket, RoomWish

TICKET_LIFE = timedelta(minutes=5)
EMPTY_FOR_S = 300  # nobody came: longer than a ticket lasts
AFTER_REJOIN_S = 60  # everybody left: the call's own grace ends first, also in a job that is held up
ANSWERS_WITHIN_S = 5.0


class LiveKitRooms:
    """Implements `Rooms`.

    Args:
        access: to the server.
        rejoin_s: how long a rep may stay away.
    """

    def __init__(self, access: LiveKitAccess, *, rejoin_s: int) -> None:
        self._access, self._departed_for_s = access, rejoin_s + AFTER_REJOIN_S
        self._api: api.LiveKitAPI | None = None

    def ticket(self, wish: RoomWish, *, dispatch: bool) -> RoomTicket:
        """See the port."""
        room, access = room_of(wish.call_id), self._access
        grants = api.VideoGrants(
            room_join=True,
            room=room,
            can_publish=True,
            can_publish_sources=["microphone"],
            can_publish_data=True,
            can_subscribe=True,
            can_update_own_metadata=False,
        )
        token = (
            api.AccessToken(access.key, access.secret)
            .with_identity(identity_of(wish.rep_id))
            .with_ttl(TICKET_LIFE)
            .with_grants(grants)
        )
        jobs = [api.RoomAgentDispatch(agent_name=access.agent, metadata=_metadata(wish))] if dispatch else []
        configured = api.RoomConfiguration(
            empty_timeout=EMPTY_FOR_S, departure_timeout=self._departed_for_s, agents=jobs
        )
        return RoomTicket(url=access.url, token=token.with_room_config(configured).to_jwt())

    async def dispatch(self, wish: RoomWish) -> None:
        """See the port."""
        room = room_of(wish.call_id)
        client = self._client()
        await _asked(self._remove_agents(client, room))
        request = api.CreateAgentDispatchRequest(
            agent_name=self._access.agent, room=room, metadata=_metadata(wish, again=True)
        )
        await _asked(client.agent_dispatch.create_dispatch(request))

    async def close_room(self, call_id: CallId) -> None:
        """See the port."""
        with suppress(_NotThere):
            await _asked(self._client().room.delete_room(api.DeleteRoomRequest(room=room_of(call_id))))

    async def probe(self) -> None:
        """Raises: MediaFailed when the server does not answer or does not know our key."""
        await _asked(self._client().room.list_rooms(api.ListRoomsRequest()))

    async def close(self) -> None:
        """See the port."""
        if self._api is not None:
            client, self._api = self._api, None
            await client.aclose()

    def _client(self) -> api.LiveKitAPI:
        if self._api is None:
            timeout = aiohttp.ClientTimeout(total=ANSWERS_WITHIN_S)
            self._api = api.LiveKitAPI(self._access.url, self._access.key, self._access.secret, timeout=timeout)
        return self._api

    @staticmethod
    async def _remove_agents(client: api.LiveKitAPI, room: str) -> None:
        """A job whose process is gone stays in the room for 20 s more: nobody is to wait for it, or to hear two."""
        try:
            there = await client.room.list_participants(api.ListParticipantsRequest(room=room))
        except api.TwirpError as error:
            if error.code == api.TwirpErrorCode.NOT_FOUND:
                return
            raise
        for one in there.participants:
            if one.kind == api.ParticipantInfo.Kind.AGENT:
                await client.room.remove_participant(api.RoomParticipantIdentity(room=room, identity=one.identity))


class _NotThere(MediaFailed):
    """The room is gone already."""


def _metadata(wish: RoomWish, *, again: bool = False) -> str:
    job = JobMetadata(call_id=wish.call_id, rep_id=wish.rep_id, persona_id=wish.persona_id, again=again)
    return job.model_dump_json(exclude_defaults=True)


async def _asked(work: Coroutine[Any, Any, Any]) -> Any:
    try:
        return await work
    except api.TwirpError as error:
        if error.code == api.TwirpErrorCode.NOT_FOUND:
            raise _NotThere("There is no such room.") from None
        if error.code in (api.TwirpErrorCode.UNAUTHENTICATED, api.TwirpErrorCode.PERMISSION_DENIED):
            raise MediaFailed(
                "LiveKit does not know this key: look at SPARRING_LIVEKIT_KEY and SPARRING_LIVEKIT_SECRET."
            ) from None
        raise MediaFailed("LiveKit did not take that request. Try again in a minute.") from None
    except (TimeoutError, aiohttp.ClientError, OSError):
        raise MediaFailed(
            "LiveKit cannot be reached now: see that its server runs, and that SPARRING_LIVEKIT_URL is its address."
        ) from None
