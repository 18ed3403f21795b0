"""What somebody asked for and does not get: a call (`CallRefused`), an upload, an appeal, what is another person's."""

from sparring.errors.root import SparringError


class CallRefused(SparringError):
    """A call is not started, or not joined."""

    code = "call_refused"
    http_status = 409


class TicketRejected(CallRefused):
    """The join ticket is unknown, used, expired, or belongs to another call."""

    code = "ticket_rejected"
    http_status = 401


class ConsentMissing(CallRefused):
    """The rep has not agreed to being heard and written down."""

    code = "consent_missing"
    http_status = 403


class CallOver(CallRefused):
    """The call has ended: there is nothing to join."""

    code = "call_over"
    http_status = 410


class ForkRefused(CallRefused):
    """A moment of a call cannot be taken again exactly."""

    code = "fork_refused"


class ExamClosed(CallRefused):
    """The last day of an exam is over."""

    code = "exam_closed"


class NoRoomForCall(CallRefused):
    """The machine carries as many calls as it can carry well, or cannot write."""

    code = "no_room_for_call"
    retryable = True
    http_status = 503


class PersonaUnknown(CallRefused):
    """No such persona is installed."""

    code = "persona_unknown"
    http_status = 404


class TooManyUploads(SparringError):
    """A rep's share of uploaded calls is used up for now; `retry_after_s` says until when, in whole seconds."""

    code = "too_many_uploads"
    retryable = True
    http_status = 429

    def __init__(self, sentence: str, *, retry_after_s: int = 3_600) -> None:
        super().__init__(sentence)
        self.retry_after_s = retry_after_s


class AppealRefused(SparringError):
    """A criterion of which nobody can say that they see it otherwise: not graded, not shown to managers, or said."""

    code = "appeal_refused"
    http_status = 409


class NotYours(SparringError):
    """No such thing for this person: it does not exist, or it is another's."""

    code = "not_found"
    http_status = 404


class ManagersOnly(SparringError):
    """A team's figures are for whoever has the manager's key."""

    code = "managers_only"
    http_status = 401
