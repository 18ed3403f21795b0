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

The end of its name tells where one stands: `rejected.py` (what was given to us cannot be used), `failed.py` (a part did
not do its work); all others in `refused.py` (what somebody asked for and does not get).

`code` is stable and safe to log; `retryable` says whether the same request may succeed later; the message is a public
sentence. No message carries anything a person said on a call.
"""

from sparring.errors.failed import (
    DiaryUnreadable,
    EventPostponed,
    EventsFailed,
    GradeFailed,
    HearingFailed,
    JournalFailed,
    MailFailed,
    MailRefused,
    MediaFailed,
    ModelFailed,
    ObjectConflict,
    ObjectMissing,
    ObjectTooLarge,
    ResultsFailed,
    StoreFailed,
    StoreUnavailable,
    VoiceChanged,
    VoiceFailed,
)
from sparring.errors.refused import (
    AppealRefused,
    CallOver,
    CallRefused,
    ConsentMissing,
    ExamClosed,
    ForkRefused,
    ManagersOnly,
    NoRoomForCall,
    NotYours,
    PersonaUnknown,
    TicketRejected,
    TooManyUploads,
)
from sparring.errors.rejected import (
    AnswerRejected,
    ConfigRejected,
    DocumentRejected,
    EventRejected,
    IdRejected,
    JobRejected,
    PersonaRejected,
    PricesRejected,
    RubricRejected,
    ScorecardRejected,
    ScoresRejected,
    TranscriptRejected,
    UploadRejected,
)
from sparring.errors.root import (
    SparringError,
    code_of,
)

__all__ = [
    "AnswerRejected",
    "AppealRefused",
    "CallOver",
    "CallRefused",
    "ConfigRejected",
    "ConsentMissing",
    "DiaryUnreadable",
    "DocumentRejected",
    "EventPostponed",
    "EventRejected",
    "EventsFailed",
    "ExamClosed",
    "ForkRefused",
    "GradeFailed",
    "HearingFailed",
    "IdRejected",
    "JobRejected",
    "JournalFailed",
    "MailFailed",
    "MailRefused",
    "ManagersOnly",
    "MediaFailed",
    "ModelFailed",
    "NoRoomForCall",
    "NotYours",
    "ObjectConflict",
    "ObjectMissing",
    "ObjectTooLarge",
    "PersonaRejected",
    "PersonaUnknown",
    "PricesRejected",
    "ResultsFailed",
    "RubricRejected",
    "ScorecardRejected",
    "ScoresRejected",
    "SparringError",
    "StoreFailed",
    "StoreUnavailable",
    "TicketRejected",
    "TooManyUploads",
    "TranscriptRejected",
    "UploadRejected",
    "VoiceChanged",
    "VoiceFailed",
    "code_of",
]
