"""Rego that nobody vouches for, evaluated in a child process with limits.

An evaluation cannot be interrupted from within its own process, and a hostile
policy can make the engine loop, crash or eat all memory. The child may do all
of that: its parent reads a line, or says within the limit what became of it.
"""

import contextlib
import json
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from typing import Any, NoReturn

from algocheck.engine.coverage import Covered
from algocheck.engine.limits import Limits
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle

STARTER = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from algocheck.engine.serve import serve; serve(sys.stdin, sys.stdout)"
)

_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)  # Windows has none, and no bound that sends it


class ChildEngine:
    """A bundle in a process of its own; answers as the engine in that process does.

    After an error the child is gone, for who knows what state it was left in; it
    goes on only where a document is merely undefined.
    """

    def __init__(
        self, bundle: Bundle, limits: Limits | None = None, *, coverage: bool = False
    ) -> None:
        """Start the child and load *bundle*; raises `EngineError` as the engine itself does."""
        self._name = bundle.name
        self._limits = limits or Limits()
        self._process = subprocess.Popen(  # noqa: S603 -- ourselves
            # -I and -S: no environment and no site packages but those we name ourselves.
            [sys.executable, "-I", "-S", "-c", STARTER, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",  # what is no UTF-8 is no JSON either
        )
        # Whatever happens to us, the child is ended and waited for.
        self._end = weakref.finalize(self, _end, self._process)
        self._description = self._ask(
            {
                "name": bundle.name,
                "modules": [[module.path, module.text] for module in bundle.modules],
                "data": bundle.data,
                "limits": [self._limits.seconds, self._limits.bytes],
                "coverage": coverage,
            }
        )

    @property
    def description(self) -> str:
        """The name and version of the engine in the child."""
        return str(self._description)

    def query(self, document: str, question: Mapping[str, Any]) -> Any:
        """Evaluate *document* in the child; `EngineError` where it dies or takes too long."""
        return self._ask({"document": document, "input": question})

    def coverage(self) -> tuple[Covered, ...]:
        """Return what the queries so far have evaluated; nothing unless it was asked for."""
        answer = self._ask({})
        return tuple(Covered(p, frozenset(lines), frozenset(missed)) for p, lines, missed in answer)

    @property
    def closed(self) -> bool:
        """Whether the child is gone: after `close`, and after every error but one."""
        return not self._end.alive

    def close(self) -> None:
        """End the child."""
        self._end()

    def _ask(self, message: Mapping[str, Any]) -> Any:
        try:
            question = json.dumps(message)
        except (ValueError, RecursionError) as error:
            reason = str(error)
            raise EngineError("engine.failed", bundle=self._name, reason=reason) from None
        timed_out = threading.Event()
        # A timer works on every platform, where waiting on a pipe does not.
        timer = threading.Timer(self._limits.seconds, _stop, (self._process, timed_out))
        timer.daemon = True
        try:
            timer.start()
            line = self._exchange(question)
            if not line.endswith("\n") and len(line) < self._limits.answer:
                self._process.wait()  # whoever says no more should end; the timer runs
        except BaseException:
            self.close()
            raise
        finally:
            timer.cancel()
        if timed_out.is_set() or not line.endswith("\n"):
            self._explain(len(line), timed_out=timed_out.is_set())
        return self._read(line)

    def _exchange(self, question: str) -> str:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return ""
        try:
            stdin.write(question + "\n")
            stdin.flush()
            return stdout.readline(self._limits.answer)
        except (OSError, ValueError):  # the pipe is broken, or closed
            return ""

    def _read(self, line: str) -> Any:
        try:
            answer = json.loads(line)
            if "failed" not in answer:
                return answer["value"]
            key, values = answer["failed"]
            error = EngineError(key, **values)
        except (ValueError, LookupError, TypeError, RecursionError):
            error = EngineError("engine.child-garbled", bundle=self._name)
        if error.message.key != "engine.undefined":
            self.close()
        raise error

    def _explain(self, received: int, *, timed_out: bool) -> NoReturn:
        """Say why there is no whole line, of which *received* characters came."""
        code = self._process.returncode
        self.close()
        if not timed_out and received >= self._limits.answer:
            raise EngineError(
                "engine.answer-too-large", bundle=self._name, most=self._limits.answer
            )
        if timed_out or (_OUT_OF_TIME and code == -_OUT_OF_TIME):
            n = round(self._limits.seconds) or 1
            raise EngineError("engine.too-slow", bundle=self._name, n=n)
        raise EngineError("engine.child-died", bundle=self._name, code=code)


def _stop(process: subprocess.Popen[str], timed_out: threading.Event) -> None:
    timed_out.set()
    process.kill()


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            with contextlib.suppress(OSError):
                stream.close()
