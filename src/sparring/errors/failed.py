"""`…Failed`: a part of Sparring, or a service that it asks, did not do its work; with the kinds that are told apart."""

from sparring.errors.root import SparringError


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
