"""A PostgreSQL of this machine's own packages, thrown away after the tests: one cluster on a socket in a folder."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import psycopg

MISSING = "needs PostgreSQL's server: apt-get install postgresql"
_PATIENCE_S = 30.0
_ROLE = "sparring"


def find_server() -> Path | None:
    """The folder of `initdb` and `postgres`, which Debian keeps off the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


class PostgresServer:
    """A running cluster, as a context manager. It trusts whoever reaches its socket.

    Args:
        programs: the folder of `initdb` and `postgres`.
        folder: keeps the cluster, and may have one already; None: it is thrown away.
    """

    def __init__(self, programs: Path, folder: Path | None = None) -> None:
        self._programs = programs
        self._is_kept = folder is not None
        self._folder = folder or Path(tempfile.mkdtemp(prefix="pg-"))  # a socket's path may have 107 bytes
        self._schemas = 0
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        data = self._folder / "data"
        if data.exists():
            self.start()
            return self
        if (user := _server_user()) is not None:
            shutil.chown(self._folder, user)
        made: list[str | Path] = [
            self._programs / "initdb",
            "-D",
            data,
            "-U",
            _ROLE,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        ]
        subprocess.run(made, user=user, cwd=self._folder, stdout=subprocess.DEVNULL, check=True)
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if not self._is_kept:
            shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Up and answering on return."""
        serve: list[str | Path] = [
            self._programs / "postgres",
            "-D",
            self._folder / "data",
            "-k",
            self._folder,
            "-h",
            "",
            "-F",
        ]
        log = subprocess.DEVNULL
        self._process = subprocess.Popen(serve, user=_server_user(), cwd=self._folder, stdout=log, stderr=log)
        deadline_s = time.monotonic() + _PATIENCE_S
        while True:
            try:
                psycopg.connect(self._url()).close()
            except psycopg.OperationalError:
                assert time.monotonic() < deadline_s, "PostgreSQL does not start"
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """Every connection is cut."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(_PATIENCE_S)
            self._process = None

    def process_id(self) -> int:
        """Of the server; each connection is a child of it."""
        assert self._process is not None
        return self._process.pid

    def new_database(self) -> str:
        """The URL of an empty schema of its own, which is what a store sees of a database."""
        self._schemas += 1
        name = f"s{self._schemas}"
        with psycopg.connect(self._url(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        return self.database(name)

    def database(self, name: str) -> str:
        """The URL of a schema that is there."""
        return f"{self._url()}&options={quote(f'-csearch_path={name}')}"

    def _url(self) -> str:
        return f"postgresql:///postgres?host={quote(str(self._folder), safe='')}&user={_ROLE}"


def _server_user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
