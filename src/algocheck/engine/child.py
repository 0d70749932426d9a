"""Rego that nobody vouches for, evaluated in a child process with limits.

An evaluation cannot be interrupted from within its own process, and a hostile
policy can make the engine loop, crash or eat all memory. The child may do all
of that: its parent reads a line, or says within the limit what became of it.
"""

import contextlib
import json
import subprocess
import sys
import threading
from typing import IO, Any

from algocheck.engine.limits import Limits, confine
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.policy.source import Module

STARTER = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from algocheck.engine.child import serve; serve(sys.stdin, sys.stdout)"
)


class ChildEngine:
    """A bundle in a process of its own; answers as the engine in that process does."""

    def __init__(self, bundle: Bundle, limits: Limits | None = None) -> None:
        """Start the child and load *bundle*; raises `EngineError` as the engine itself does."""
        self._name = bundle.name
        self._limits = limits or Limits()
        self._process = subprocess.Popen(
            # -I and -S: no environment and no site packages but those we name ourselves.
            [sys.executable, "-I", "-S", "-c", STARTER, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._description = self._ask(
            {
                "name": bundle.name,
                "modules": [[module.path, module.text] for module in bundle.modules],
                "data": bundle.data,
                "limits": [self._limits.seconds, self._limits.bytes],
            }
        )

    @property
    def description(self) -> str:
        """The name and version of the engine in the child."""
        return str(self._description)

    def query(self, document: str, question: dict[str, Any]) -> Any:
        """Evaluate *document* in the child; `EngineError` where it dies or takes too long."""
        return self._ask({"document": document, "input": question})

    def close(self) -> None:
        """End the child."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()

    def _ask(self, message: dict[str, Any]) -> Any:
        timed_out = threading.Event()
        # A timer works on every platform, where waiting on a pipe does not.
        timer = threading.Timer(self._limits.seconds, self._stop, (timed_out,))
        timer.start()
        try:
            line = self._exchange(json.dumps(message))
        finally:
            timer.cancel()
        if not line:
            self._explain(timed_out=timed_out.is_set())
        answer = json.loads(line)
        if "failed" in answer:
            raise EngineError(answer["failed"][0], **answer["failed"][1])
        return answer["value"]

    def _exchange(self, message: str) -> str:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return ""
        try:
            stdin.write(message + "\n")
            stdin.flush()
            return stdout.readline(self._limits.answer)
        except (OSError, ValueError):
            return ""

    def _stop(self, timed_out: threading.Event) -> None:
        timed_out.set()
        self._process.kill()

    def _explain(self, *, timed_out: bool) -> None:
        code = self._process.wait()
        if timed_out:
            raise EngineError("engine.too-slow", bundle=self._name, n=round(self._limits.seconds))
        raise EngineError("engine.child-died", bundle=self._name, code=code)


def serve(questions: IO[str], answers: IO[str]) -> None:
    """Be the child: a bundle on the first line, then a question a line, an answer a line."""
    from algocheck.engine.regorus import RegorusEngine

    engine: RegorusEngine | None = None
    limits = Limits()
    for line in questions:
        message = json.loads(line)
        try:
            if engine is None:
                limits = Limits(*message["limits"])
                confine(limits)
                engine = RegorusEngine(_bundle(message))
                answer: dict[str, Any] = {"value": engine.description}
            else:
                confine(limits)
                answer = {"value": engine.query(message["document"], message["input"])}
        except EngineError as error:
            answer = {"failed": [error.message.key, dict(error.message.values)]}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _bundle(message: dict[str, Any]) -> Bundle:
    return Bundle(
        name=message["name"],
        revision="",
        digest="",
        modules=tuple(Module(path, text) for path, text in message["modules"]),
        data=message["data"],
        rules=(),
        vouched=False,
    )
