"""The way into a room, over HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sparring.adapters.journal.memory import MemoryJournal
from sparring.ids import CallId
from sparring.web.room_calls import RoomCalls
from tests.fakes.rooms import FakePlaces, FakeRooms
from tests.web.conftest import House, form

SOMEBODY_ELSES = "call_0123456789abcdefghij"


@dataclass
class Booked:
    """A rep with a call in a room, and the ticket they were given for it."""

    rep: TestClient
    call_id: str
    ticket: str
    rooms: FakeRooms

    def enter(self, ticket: str, *, call_id: str = "") -> tuple[int, dict[str, Any]]:
        """Status and body."""
        answer = self.rep.post(f"/api/calls/{call_id or self.call_id}/room", json={"ticket": ticket})
        return answer.status_code, answer.json()


class NobodyWrites(MemoryJournal):
    """Diaries that no process has marked lately."""

    async def abandoned(self, *, idle_s: float) -> Sequence[CallId]:
        """All of them."""
        return tuple(self._lines)


@pytest.fixture
def booked(house: House, rep: TestClient) -> Booked:
    """Calls by voice are held in rooms here."""
    wired, rooms = replace(house.wired, journal=NobodyWrites()), FakeRooms()
    room_calls = RoomCalls(rooms, wired.journal, wired.store, house.clock, places=FakePlaces())
    house.app.state.services = replace(wired, room_calls=room_calls)
    started = rep.post("/api/calls", json=form(channel="voice")).json()
    return Booked(rep, started["call_id"], started["ticket"], rooms)


def test_a_ticket_of_ours_is_changed_for_one_of_livekits(booked: Booked) -> None:
    """With where the room is, and the ticket for the next time: each is worth one way in."""
    status, way = booked.enter(booked.ticket)
    assert status == 200
    assert (way["url"], way["token"]) == ("ws://rooms.invalid", "token-1")
    assert booked.enter(booked.ticket)[0] == 401
    status, again = booked.enter(way["resume_ticket"])
    assert (status, again["token"]) == (200, "token-2")
    assert booked.rooms.tickets == [True, False], "one worker is sent for"


def test_a_ticket_opens_its_own_call_alone(booked: Booked) -> None:
    """Nobody is let in, and it is still good for the call that it is for."""
    status, refused = booked.enter(booked.ticket, call_id=SOMEBODY_ELSES)
    assert (status, refused["error"]["code"]) == (401, "ticket_rejected")
    assert booked.enter(booked.ticket)[0] == 200


def test_a_ticket_outlives_a_media_server_that_is_down(booked: Booked, house: House) -> None:
    """It was not used up by a way that led nowhere."""
    _, way = booked.enter(booked.ticket)
    booked.rooms.down = True
    house.clock.advance(60)  # the worker that was sent never came
    status, refused = booked.enter(way["resume_ticket"])
    assert (status, refused["error"]["code"]) == (502, "media_failed")
    booked.rooms.down = False
    assert booked.enter(way["resume_ticket"])[0] == 200


def test_where_calls_are_not_held_in_rooms_there_is_no_way_in(house: House, rep: TestClient) -> None:
    """A page of another day is told to begin anew, in a sentence."""
    started = rep.post("/api/calls", json=form()).json()
    refused = rep.post(f"/api/calls/{started['call_id']}/room", json={"ticket": started["ticket"]})
    assert refused.json()["error"]["code"] == "media_failed"
