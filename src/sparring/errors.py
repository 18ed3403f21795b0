"""The whole error tree. Every failure a person can meet is one of these, with a code and a sentence to act on.

    SparringError
    ├── DocumentRejected            their bytes: nothing was read further, nothing was written
    │   ├── PersonaRejected
    │   ├── RubricRejected
    │   ├── TranscriptRejected
    │   │   └── UploadRejected      the same of what is pasted on a page, told to whoever did
    │   ├── ScorecardRejected
    │   ├── AnswerRejected          a model's answer that does not fit the form it was given
    │   ├── ScoresRejected          levels that people gave, for calibration
    │   ├── EventRejected           what is delivered as an event and is none
    │   ├── JobRejected             a job for a room that is none of ours
    │   └── PricesRejected          a table of prices
    ├── IdRejected                  an id that is not one of ours
    ├── ConfigRejected              a setting that cannot be used as it is
    ├── CallRefused                 no call is started or joined
    │   ├── TicketRejected
    │   ├── ConsentMissing
    │   ├── CallOver
    │   ├── NoRoomForCall
    │   ├── ForkRefused
    │   ├── ExamClosed
    │   └── PersonaUnknown
    ├── TooManyUploads              a rep's share of an hour is used up
    ├── AppealRefused               a grade that its rep cannot, or can no longer, see otherwise
    ├── NotYours                    unknown, or another person's: told apart by nobody
    ├── ManagersOnly                a team's figures, without the manager's key
    ├── MediaFailed                 the transport to the rep
    ├── HearingFailed               speech to text
    ├── VoiceFailed                 text to speech
    │   └── VoiceChanged            a service would speak with another voice than the buyer's
    ├── ModelFailed                 a language model
    ├── StoreFailed                 the air gap's object store
    │   ├── ObjectConflict          the name is taken by other bytes
    │   ├── ObjectMissing
    │   ├── ObjectTooLarge
    │   └── StoreUnavailable
    ├── JournalFailed
    │   └── DiaryUnreadable         this call's diary can never be handed over
    ├── GradeFailed                 no grade could be made: a state, never a number
    ├── EventsFailed                the queue between the air gap and the grader
    │   └── EventPostponed          pushed to us and not handled: whoever pushed it delivers it again
    ├── ResultsFailed
    └── MailFailed                  tried again later
        └── MailRefused             this mail will never be taken

`code` is stable and safe to log; `retryable` says whether the same request may succeed later; the message is a public
sentence. No message carries anything a person said on a call.
"""


class SparringError(Exception):
    """Root of every error raised on purpose. `sentence`: what happened and what to do, without anyone's words."""

    code = "sparring"
    retryable = False
    http_status = 500

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def code_of(error: BaseException) -> str:
    """What may be logged of any failure: our code, or the name of its type; never what it says."""
    return error.code if isinstance(error, SparringError) else type(error).__name__


class DocumentRejected(SparringError):
    """Bytes from outside that are not a document we accept.

    Args:
        source: where the bytes came from (a file name or an object name).
        field: path of the offending field, such as `turns.3.text`; empty for the document as a whole.
        reason: why, in words the author of the document can act on.
    """

    code = "document_rejected"
    http_status = 422

    def __init__(self, source: str, field: str, reason: str) -> None:
        self.source, self.field, self.reason = source, field, reason
        super().__init__(self._told())

    def _told(self) -> str:
        where = f"{self.source}: {self.field}" if self.field else self.source
        return f"{where}: {self.reason}"


class PersonaRejected(DocumentRejected):
    """Not a persona this version can read."""

    code = "persona_rejected"


class RubricRejected(DocumentRejected):
    """Not a rubric this version can read."""

    code = "rubric_rejected"


class TranscriptRejected(DocumentRejected):
    """Not a transcript this version can read."""

    code = "transcript_rejected"


_ASKED_FOR = {"held_on": "The day of the call", "rep_speaker": "The name of the rep"}


class UploadRejected(TranscriptRejected):
    """A call handed in on a page that cannot be read; the sentence speaks to whoever pasted it, not of a file."""

    code = "upload_rejected"

    def _told(self) -> str:
        what = self.field.capitalize() if self.field.startswith("line ") else _ASKED_FOR.get(self.field)
        if what:
            return f"{what} {self.reason}."
        return f"This text cannot be read: {self.field}{': ' if self.field else ''}{self.reason}."


class ScorecardRejected(DocumentRejected):
    """Not a scorecard this version can read."""

    code = "scorecard_rejected"


class AnswerRejected(DocumentRejected):
    """A model's answer that does not fit the form it was given. It is asked again, and never mended."""

    code = "answer_rejected"


class ScoresRejected(DocumentRejected):
    """Not levels that people gave by a rubric that is installed."""

    code = "scores_rejected"


class EventRejected(DocumentRejected):
    """Not an event as Event Grid delivers it."""

    code = "event_rejected"
    http_status = 400


class JobRejected(DocumentRejected):
    """A job whose metadata is not ours, or which is for another room."""

    code = "job_rejected"


class PricesRejected(DocumentRejected):
    """Not a table of prices."""

    code = "prices_rejected"


class IdRejected(SparringError):
    """A string that is not an id of the expected kind."""

    code = "id_rejected"
    http_status = 404


class ConfigRejected(SparringError):
    """A setting that cannot be used as it is."""

    code = "config_rejected"


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


class MediaFailed(SparringError):
    """The audio connection to the rep could not be made or kept."""

    code = "media_failed"
    retryable = True
    http_status = 502


class HearingFailed(SparringError):
    """Speech could not be turned into text."""

    code = "hearing_failed"
    retryable = True
    http_status = 502


class VoiceFailed(SparringError):
    """Text could not be turned into speech."""

    code = "voice_failed"
    retryable = True
    http_status = 502


class VoiceChanged(VoiceFailed):
    """A service would speak with another voice than the one that is pinned: the call ends rather than change it."""

    code = "voice_changed"
    retryable = False


class ModelFailed(SparringError):
    """A language model gave no usable answer.

    Args:
        sentence: what happened.
        outcome: the same as one word of small letters, for records.
        again: asking once more at once may help.
    """

    code = "model_failed"
    retryable = True
    http_status = 502

    def __init__(self, sentence: str, *, outcome: str = "unavailable", again: bool = True) -> None:
        super().__init__(sentence)
        self.outcome, self.again = outcome, again


class StoreFailed(SparringError):
    """The object store refused or could not be reached."""

    code = "store_failed"


class ObjectConflict(StoreFailed):
    """The name is taken by an object with other bytes; objects are written once."""

    code = "object_conflict"
    http_status = 409


class ObjectMissing(StoreFailed):
    """No object has this name."""

    code = "object_missing"
    http_status = 404


class ObjectTooLarge(StoreFailed):
    """It is not read."""

    code = "object_too_large"


class StoreUnavailable(StoreFailed):
    """The store cannot be reached or written now."""

    code = "store_unavailable"
    retryable = True
    http_status = 503


class JournalFailed(SparringError):
    """A turn could not be made durable."""

    code = "journal_failed"
    retryable = True
    http_status = 503


class DiaryUnreadable(JournalFailed):
    """A call's diary does not amount to a transcript: trying again cannot help."""

    code = "diary_unreadable"
    retryable = False
    http_status = 500


class GradeFailed(SparringError):
    """No grade could be made. The call is shown as unscored with the reason."""

    code = "grade_failed"


class EventsFailed(SparringError):
    """The event queue refused or could not be reached."""

    code = "events_failed"
    retryable = True
    http_status = 503


class EventPostponed(EventsFailed):
    """An event that was pushed here could not be handled now."""

    code = "event_postponed"


class ResultsFailed(SparringError):
    """The results store refused or could not be reached."""

    code = "results_failed"
    retryable = True
    http_status = 503


class MailFailed(SparringError):
    """A report could not be handed to the mail system."""

    code = "mail_failed"
    retryable = True


class MailRefused(MailFailed):
    """The mail system refused this mail for good: sending it again cannot help."""

    code = "mail_refused"
    retryable = False
