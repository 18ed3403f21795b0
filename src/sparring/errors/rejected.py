"""`…Rejected`: what was given to us and cannot be used: documents, ids, settings. Trying it again cannot help."""

from sparring.errors.root import SparringError


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
