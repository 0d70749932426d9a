"""The process of an OPA that we start, and what it says where it will not."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from algocheck.engine.opa import watch
from algocheck.engine.opa.address import Address, address
from algocheck.engine.opa.client import Client
from algocheck.engine.opa.failure import plain
from algocheck.engine.opa.folder import write_bundle
from algocheck.engine.settings import Server
from algocheck.errors import EngineError, reason
from algocheck.policy.bundle import Bundle

SECONDS = 60.0
"""How long OPA may take to read a bundle."""
BYTES = 4 * 1024**3
"""Its address space on Linux; OPA claims nearly half of it at once."""
EVERY = 0.01
TO_END = 10.0
TO_NOTICE = 2.0
OPTIONS = ("--skip-version-check", "--log-level=error", "--log-format=text")
TAIL = 2000

_TAKEN = re.compile(r'"Syscall":\s*"bind"')

_REFUSED = re.compile(rf"{watch.REFUSED} (\d+) (.*)")

_NEW_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


class Process:
    """An OPA, watched by a process that outlives us just long enough to end it."""

    def __init__(
        self, bundle: str, port: int, watched: subprocess.Popen[bytes], log: IO[bytes]
    ) -> None:
        self.address: Address = address(f"http://127.0.0.1:{port}")
        self._bundle = bundle
        self._watched = watched
        self._log = log
        self._owner = os.getpid()

    @staticmethod
    @contextmanager
    def started(command: str, bundle: Bundle, revision: str) -> Iterator["Process"]:
        """Start *command* on a port that was free just now; it is ended with the block."""
        with ExitStack() as stack:
            # Only our user can read it, and the watcher removes it if we cannot.
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="algocheck-opa-"))
            log = stack.enter_context(tempfile.TemporaryFile())
            write_bundle(bundle, Path(folder), revision)
            port = free_port()
            process = Process(bundle.name, port, _watched(command, folder, port, log), log)
            stack.callback(process.end)
            yield process

    def becomes_ready(self) -> bool:
        """Wait until the bundle is loaded; False where another program was faster to the port.

        Raises `EngineError` where OPA ends by itself, or needs too much time.
        """
        client = Client(self.address, Server(timeout=TO_NOTICE, retries=0))
        until = time.monotonic() + SECONDS
        try:
            while self._watched.poll() is None:
                if client.is_ready():
                    return True
                if time.monotonic() > until:
                    raise EngineError("opa.not-ready", bundle=self._bundle, n=round(SECONDS))
                time.sleep(EVERY)
        finally:
            client.close()
        if self.lost_its_port():
            return False
        raise _not_started(self._bundle, self._said())

    def lost_its_port(self) -> bool:
        """Tell whether OPA has ended because another program has its port, and may answer there."""
        with suppress(subprocess.TimeoutExpired):
            self._watched.wait(TO_NOTICE)
        return self._watched.poll() is not None and bool(_TAKEN.search(self._said()))

    def end(self) -> None:
        """End OPA and its watcher, unless we are a copy of the process that started them."""
        if os.getpid() != self._owner or self._watched.stdin is None:
            return
        with suppress(OSError):  # it may have ended by itself
            self._watched.stdin.write(b".")
        self._watched.stdin.close()
        try:
            self._watched.wait(TO_END)
        except subprocess.TimeoutExpired:
            self._watched.kill()
            self._watched.wait()

    def _said(self) -> str:
        self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, self._log.tell() - TAIL))
        return self._log.read().decode("utf-8", "replace")


def _not_started(bundle: str, said: str) -> EngineError:
    """Tell by what its process *said* why there is no OPA."""
    refused = _REFUSED.match(said)
    if refused:
        number = int(refused[1])
        why = reason(OSError(number, os.strerror(number)))
        return EngineError("build.opa-unusable", opa=plain(refused[2]), reason=why)
    words = plain(said.partition("error: ")[2] or said)
    return EngineError("opa.not-started", bundle=bundle, reason=words)


def _watched(command: str, folder: str, port: int, log: IO[bytes]) -> subprocess.Popen[bytes]:
    watcher = [sys.executable, "-I", "-S", watch.__file__, str(os.getpid()), str(BYTES), folder]
    served = ["--server", f"--addr=127.0.0.1:{port}", "--bundle", folder]
    return subprocess.Popen(  # noqa: S603 -- ourselves, and the OPA that the user named
        [*watcher, command, "run", *served, *OPTIONS],
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=log,
        bufsize=0,
        # Ctrl-C is for us: we end OPA when we are done with it.
        start_new_session=True,
        creationflags=_NEW_GROUP,
    )


def free_port() -> int:
    """Return a port of loopback that nobody has at this moment."""
    # OPA takes port 0 too, but tells nobody which one it got.
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
