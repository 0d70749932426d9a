"""The child's side of `engine.child`: a bundle on the first line, then a question a line."""

import json
import signal
from collections.abc import Mapping
from typing import IO, Any

from algocheck.engine.limits import Limits, confine
from algocheck.engine.regorus import RegorusEngine
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.policy.source import Module


def serve(questions: IO[str], answers: IO[str]) -> None:
    """Answer each line of *questions* with a line of *answers*, until there are no more."""
    # Ctrl-C reaches us too; it is the parent who decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    engine: RegorusEngine | None = None
    limits = Limits()
    for line in questions:
        message = json.loads(line)
        try:
            if engine is None:
                limits = Limits(*message["limits"])
                confine(limits)
                engine = RegorusEngine(_bundle(message), coverage=message["coverage"])
                answer: dict[str, Any] = {"value": engine.description}
            else:
                confine(limits)
                answer = {"value": _answer(engine, message)}
        except EngineError as error:
            answer = {"failed": [error.message.key, dict(error.message.values)]}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _answer(engine: RegorusEngine, message: Mapping[str, Any]) -> Any:
    if "document" in message:
        return engine.query(message["document"], message["input"])
    return [[each.path, sorted(each.lines), sorted(each.missed)] for each in engine.coverage()]


def _bundle(message: Mapping[str, Any]) -> Bundle:
    return Bundle(
        name=message["name"],
        revision="",
        digest="",
        modules=tuple(Module(path, text) for path, text in message["modules"]),
        data=message["data"],
        rules=(),
        vouched=False,
    )
