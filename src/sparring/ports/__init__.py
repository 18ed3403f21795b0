"""Every port by its name: what the two brains need from the world. Adapters under `adapters/` implement them.

Nothing here blocks the event loop.
"""

from sparring.ports.air_gap import (
    DeadLetter,
    DeadLetters,
    EventQueue,
    EventSink,
    ObjectListing,
    ObjectWritten,
    StoredObject,
    TranscriptStore,
)
from sparring.ports.analysis import (
    Analysis,
    Attendance,
    CallPoints,
    CriterionTally,
    Member,
    PointsByCriterion,
    ResultsStore,
    Scope,
    ScoreTally,
    SkillTally,
    TallyBy,
)
from sparring.ports.appeals import AppealedCall, Appeals
from sparring.ports.exams import Exam, Exams, Sittings
from sparring.ports.journal import DiarySetAside, Journal
from sparring.ports.mail import Mail, Mailer
from sparring.ports.models import (
    BuyerModel,
    BuyerPrompt,
    JudgeModel,
    JudgeOutcome,
    JudgeQuestion,
    JudgeReply,
    PromptTurn,
)
from sparring.ports.results import (
    Accounts,
    CallGrade,
    CallRecord,
    DeletedSitting,
    RepAccount,
    Results,
    StepId,
    StepRecord,
)
from sparring.ports.rooms import Places, Rooms, RoomTicket, RoomWish
from sparring.ports.speech import (
    MIC_RATE_HZ,
    EngineStatus,
    Heard,
    Mood,
    Recogniser,
    Recognition,
    StandIns,
    Synthesiser,
    TurnSeen,
    Uplink,
    VoiceCard,
)
from sparring.ports.stream import ResultStream
from sparring.ports.telemetry import Telemetry
from sparring.ports.time import Clock, Progress

__all__ = [
    "MIC_RATE_HZ",
    "Accounts",
    "Analysis",
    "AppealedCall",
    "Appeals",
    "Attendance",
    "BuyerModel",
    "BuyerPrompt",
    "CallGrade",
    "CallPoints",
    "CallRecord",
    "Clock",
    "CriterionTally",
    "DeadLetter",
    "DeadLetters",
    "DeletedSitting",
    "DiarySetAside",
    "EngineStatus",
    "EventQueue",
    "EventSink",
    "Exam",
    "Exams",
    "Heard",
    "Journal",
    "JudgeModel",
    "JudgeOutcome",
    "JudgeQuestion",
    "JudgeReply",
    "Mail",
    "Mailer",
    "Member",
    "Mood",
    "ObjectListing",
    "ObjectWritten",
    "Places",
    "PointsByCriterion",
    "Progress",
    "PromptTurn",
    "Recogniser",
    "Recognition",
    "RepAccount",
    "ResultStream",
    "Results",
    "ResultsStore",
    "RoomTicket",
    "RoomWish",
    "Rooms",
    "Scope",
    "ScoreTally",
    "Sittings",
    "SkillTally",
    "StandIns",
    "StepId",
    "StepRecord",
    "StoredObject",
    "Synthesiser",
    "TallyBy",
    "Telemetry",
    "TranscriptStore",
    "TurnSeen",
    "Uplink",
    "VoiceCard",
]
