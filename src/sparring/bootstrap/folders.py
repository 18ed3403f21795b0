"""Where things are kept under the data folder."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """Paths under one root; nothing is made before it is needed."""

    root: Path

    @property
    def journal(self) -> Path:
        """Diaries of running calls (Brain 1)."""
        return self.root / "journal.db"

    @property
    def air_gap(self) -> Path:
        """Transcripts: written by Brain 1, read by Brain 2."""
        return self.root / "air-gap"

    @property
    def events(self) -> Path:
        """Brain 2's queue."""
        return self.root / "events.db"

    @property
    def results(self) -> Path:
        """Scorecards, accounts, outbox."""
        return self.root / "results.db"

    @property
    def outbox(self) -> Path:
        """Reports as files."""
        return self.root / "outbox"

    @property
    def models(self) -> Path:
        """Weights joined from their packages, and what was measured about this machine."""
        return self.root / "models"

    @property
    def telemetry(self) -> Path:
        """Spans and metrics of both brains."""
        return self.root / "telemetry.db"

    @property
    def agents(self) -> Path:
        """What each agent says of its places for calls."""
        return self.root / "agents"
