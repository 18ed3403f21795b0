"""Join tickets."""

import pytest

from sparring.errors import TicketRejected
from sparring.ids import new_rep_id
from sparring.web.tickets import TICKET_LIFE_S, Tickets
from tests.fakes.clock import FakeClock
from tests.fakes.documents import call_id

CALL, OTHER, REP = call_id(1), call_id(2), new_rep_id()


def test_a_ticket_is_good_once() -> None:
    """The second use is refused."""
    tickets = Tickets(FakeClock())
    ticket = tickets.issue(CALL, REP)
    assert tickets.redeem(ticket, CALL) == REP
    with pytest.raises(TicketRejected):
        tickets.redeem(ticket, CALL)


def test_a_ticket_expires() -> None:
    """At the second after its life it is worth nothing."""
    clock = FakeClock()
    tickets = Tickets(clock)
    ticket = tickets.issue(CALL, REP)
    clock.advance(TICKET_LIFE_S + 1)
    with pytest.raises(TicketRejected):
        tickets.redeem(ticket, CALL)


def test_a_ticket_for_another_call_is_used_up_without_effect() -> None:
    """Trying it elsewhere does not leave it usable."""
    tickets = Tickets(FakeClock())
    ticket = tickets.issue(CALL, REP)
    for call in (OTHER, CALL):
        with pytest.raises(TicketRejected):
            tickets.redeem(ticket, call)


def test_a_closing_page_says_whose_it_was_without_using_its_ticket_up() -> None:
    """The refreshed page needs the same ticket a moment later."""
    tickets = Tickets(FakeClock())
    ticket = tickets.issue(CALL, REP)
    assert tickets.holder(ticket, CALL) == REP
    assert tickets.redeem(ticket, CALL) == REP
    with pytest.raises(TicketRejected):
        tickets.holder(ticket, CALL)


def test_tickets_of_a_call_can_be_revoked() -> None:
    """After the call is deleted nobody joins it; other calls are untouched."""
    tickets = Tickets(FakeClock())
    gone, kept = tickets.issue(CALL, REP), tickets.issue(OTHER, REP)
    tickets.revoke(CALL)
    with pytest.raises(TicketRejected):
        tickets.redeem(gone, CALL)
    assert tickets.redeem(kept, OTHER) == REP


def test_the_table_holds_digests_and_does_not_grow_without_bound() -> None:
    """No ticket can be read out of memory, and expired ones are dropped."""
    clock = FakeClock()
    tickets = Tickets(clock)
    ticket = tickets.issue(CALL, REP)
    assert ticket not in str(tickets.__dict__)
    clock.advance(TICKET_LIFE_S + 1)
    tickets.issue(CALL, REP)
    assert len(tickets._grants) == 1
