"""The labelled conversations: files in, one row per judged turn out, each with the conversation it belongs to.

The files are development halves of four public sets. They are read where they are and never copied into the project.
"""

import csv
import hashlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple


class Source(NamedTuple):
    """Where labels come from."""

    name: str
    file: str
    licence: str
    url: str


ANNOMI: Final = Source(
    "AnnoMI (simple), counselling conversations, half of the transcripts",
    "annomi-dev.csv",
    "public domain, as the authors' README of 2023-03-08 says of this file",
    "https://github.com/uccollab/AnnoMI",
)
UPTAKE: Final = Source(
    "Conversational Uptake, exchanges in classrooms rated by three experts, about half",
    "uptake-dev.csv",
    "MIT",
    "https://github.com/ddemszky/conversational-uptake",
)
P4G: Final = Source(
    "Persuasion for Good, annotated dialogues, half",
    "p4g-dev.csv",
    "Apache-2.0",
    "https://gitlab.com/ucdavisnlp/persuasionforgood",
)
CASINO: Final = Source(
    "CaSiNo, annotated negotiations, half", "casino-dev.json", "CC-BY-4.0", "https://github.com/kushalchawla/CaSiNo"
)


class Turn(NamedTuple):
    """One turn of a counsellor, and what the client had said before it, oldest first."""

    id: str
    conversation: str
    text: str
    said_before: tuple[str, ...]
    behaviour: str  # other, question, reflection or advice
    poor_call: bool


class Exchange(NamedTuple):
    """What was said, the reply, and how far experts find that the reply takes it up (z-score)."""

    conversation: str
    previous: str
    reply: str
    uptake: float


class Sentence(NamedTuple):
    """One labelled sentence of a conversation."""

    conversation: str
    text: str
    labels: frozenset[str]


def counselling_turns(folder: Path) -> list[Turn]:
    """AnnoMI's therapist turns."""
    turns: list[Turn] = []
    for conversation, rows in groupby(_rows(folder, ANNOMI), key=lambda row: row["transcript_id"]):
        said: list[str] = []
        for row in rows:
            if row["interlocutor"] == "client":
                said.append(row["utterance_text"])
            else:
                label = row["main_therapist_behaviour"].replace("therapist_input", "advice")
                poor = row["mi_quality"] == "low"
                turn_id = f"{conversation}:{row['utterance_id']}"
                turns.append(Turn(turn_id, conversation, row["utterance_text"], tuple(said), label, poor))
    return turns


def exchanges(folder: Path) -> list[Exchange]:
    """The rated exchanges of Conversational Uptake."""
    return [
        Exchange(row["obs_id"], row["student_text"], row["teacher_text"], float(row["uptake_zscore"]))
        for row in _rows(folder, UPTAKE)
        if row["uptake_zscore"]
    ]


def persuader_sentences(folder: Path) -> list[Sentence]:
    """What the persuaders of Persuasion for Good say, with their strategies."""
    return [
        Sentence(row["B2"], row["Unit"], frozenset((row["er_label_1"], row["er_label_2"])) - {""})
        for row in _rows(folder, P4G)
        if row["B4"] == "0"
    ]


def digest(folder: Path, source: Source) -> str:
    """SHA-256 of the file a model was trained on."""
    return hashlib.sha256((folder / source.file).read_bytes()).hexdigest()


def _rows(folder: Path, source: Source) -> Iterator[dict[str, str]]:
    with (folder / source.file).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
