"""Run a command, and end it as soon as whoever started it says so or is gone.

A program of its own that needs nothing but Python, for a process that was killed
cleans up nothing: PARENT BYTES FOLDER COMMAND... runs COMMAND with at most BYTES of
address space, and removes FOLDER at the end.
"""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence

EVERY = 0.2
"""Seconds between two looks at whether the parent is still there."""

KEPT = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
"""All of the environment that the command sees; OPA takes options from it, and shows it to Rego."""

REFUSED = "cannot run:"
"""What the log begins with where the system does not run the command: its number, the command."""


def main(parent: int, most: int, folder: str, command: Sequence[str]) -> int:
    """Return the exit code of *command*, or 0 when it was ended here."""
    _confine(most)
    try:
        process = subprocess.Popen(  # noqa: S603 -- what we were started for
            command, stdin=subprocess.DEVNULL, env=bare_environment()
        )
    except OSError as error:
        # The number alone: whoever reads the log has words for it, in two languages.
        print(REFUSED, error.errno or 0, command[0], file=sys.stderr, flush=True)  # noqa: T201
        return 1
    told = threading.Event()
    threading.Thread(target=_listen, args=(told,), daemon=True).start()
    # Two signs, for each may fail: the parent's own children may keep our standard input
    # open after its death, and on Windows a process keeps the parent that it had.
    while process.poll() is None and (sys.platform == "win32" or os.getppid() == parent):
        if told.wait(EVERY):
            break
    code = process.poll()
    process.kill()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)
    return code or 0


def bare_environment() -> dict[str, str]:
    """Return what a command needs to run at all."""
    return {name: os.environ[name] for name in KEPT if name in os.environ}


def _listen(told: threading.Event) -> None:
    os.read(0, 1)  # anything at all, or the end
    told.set()


def _confine(most: int) -> None:
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    # At once, without waiting for the thread that still listens.
    os._exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]))
