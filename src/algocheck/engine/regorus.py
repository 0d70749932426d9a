"""Rego source, evaluated in process by regorus."""

import json
import os
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.words.plain import on_one_line

# Before the first error: with it, an error carries sixty lines of backtrace and
# nested literals parse 33 times slower.
os.environ["RUST_LIB_BACKTRACE"] = "0"

import regorus

if TYPE_CHECKING:
    from algocheck.engine.coverage import Covered

VERSION_QUERY = 'opa.runtime()["regorus-version"]'
VERSION = "0.13.0"
"""The version that the pinned wheel says it is; another is another engine."""

FORBIDDEN = (
    ("http.send", 1),
    ("opa.runtime", 0),
    ("rand.intn", 2),
    ("time.now_ns", 0),
    ("uuid.rfc4122", 1),
)
"""Builtins that would make an answer depend on anything but the input; with their arity."""

_PLACE = re.compile(r"^--> (.*):(\d+):\d+$", re.MULTILINE)
PROBLEM = re.compile(r"^error: (.*)", re.MULTILINE | re.DOTALL)
_LONGEST_REASON = 500
_NO_MEMORY = "PyObject pointer is null"  # how the engine says that Python had none left


class RegorusEngine:
    """A bundle, ready to answer; bound to the thread that made it."""

    def __init__(self, bundle: Bundle, *, coverage: bool = False) -> None:
        """Load *bundle*; raises `EngineError` naming the module that does not parse."""
        self._name = bundle.name
        _check_version()
        self._engine = regorus.Engine()
        self._engine.set_enable_coverage(coverage)
        for name, arity in FORBIDDEN:
            self._engine.add_extension(name, arity, _refuse(name))
        for module in bundle.modules:
            self._attempt(self._engine.add_policy, module.path, module.text)
        self._attempt(self._engine.add_data_json, bundle.data)

    @property
    def description(self) -> str:
        """The engine's name and version, for reports."""
        return f"regorus {VERSION}"

    def query(self, document: str, question: Mapping[str, Any]) -> Any:
        """Evaluate *document* against *question*; raises `EngineError` where it is undefined."""
        # Only JSON goes in and only JSON comes out: the other ways crash or lie.
        self._attempt(lambda: self._engine.set_input_json(json.dumps(question)))
        query = f"data.{document}"
        answer = self._attempt(lambda: json.loads(self._engine.eval_query_as_json(query)))
        if not answer.get("result"):
            raise EngineError("engine.undefined", bundle=self._name, document=document)
        return answer["result"][0]["expressions"][0]["value"]

    def coverage(self) -> "tuple[Covered, ...]":
        """Return what the queries so far have evaluated; nothing unless it was asked for."""
        # Imported here: only tests of policies ask.
        from algocheck.engine.coverage import Covered

        report = self._attempt(lambda: json.loads(self._engine.get_coverage_report_as_json()))
        return tuple(
            Covered(file["path"], frozenset(file["covered"]), frozenset(file["not_covered"]))
            for file in report["files"]
        )

    def close(self) -> None:
        """Let go of the engine; there is nothing else to give back."""

    def _attempt(self, call: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return call(*arguments)
        except BaseException as error:
            # A panic in the engine is no Exception, and neither is Ctrl-C.
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise
            raise self._failure(error) from None

    def _failure(self, error: BaseException) -> EngineError:
        if isinstance(error, MemoryError) or _NO_MEMORY in str(error):
            return EngineError("engine.out-of-memory", bundle=self._name)
        return EngineError("engine.failed", bundle=self._name, reason=_reason(error))


def _check_version() -> None:
    found = "?"
    try:
        # An engine of its own: in ours, this question is refused.
        answer = json.loads(regorus.Engine().eval_query_as_json(VERSION_QUERY))
        found = answer["result"][0]["expressions"][0]["value"]
    except (RuntimeError, LookupError):
        pass
    if found != VERSION:
        raise EngineError("engine.other-version", wanted=VERSION, found=found)


def _refuse(name: str) -> Callable[..., NoReturn]:
    def refuse(*_: Any) -> NoReturn:
        raise ValueError(name)

    return refuse


def _reason(error: BaseException) -> str:
    """Return where it went wrong and the engine's own words, on one line."""
    said = str(error) or type(error).__name__
    place, problem = _PLACE.search(said), PROBLEM.search(said)
    words = problem[1] if problem else said
    if place:
        words = f"{place[1]}:{place[2]}: {words}"
    # They may quote the policy, and a policy may try to write to the terminal.
    return on_one_line(words, _LONGEST_REASON)
