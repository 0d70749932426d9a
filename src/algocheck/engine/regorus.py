"""Rego source, evaluated in process by regorus."""

import json
import os
from typing import Any, NoReturn

from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle

# Before the first error: with it, an error carries sixty lines of backtrace and
# nested literals parse 33 times slower.
os.environ["RUST_LIB_BACKTRACE"] = "0"

import regorus

VERSION = "0.13.0"
"""The version that the pinned wheel says it is; another is another engine."""

FORBIDDEN = (("http.send", 1), ("opa.runtime", 0), ("rand.intn", 2), ("time.now_ns", 0))
"""Builtins that would make an answer depend on anything but the input; with their arity."""


class RegorusEngine:
    """A bundle, ready to answer; bound to the thread that made it."""

    def __init__(self, bundle: Bundle) -> None:
        """Load *bundle*; raises `EngineError` naming the module that does not parse."""
        self._name = bundle.name
        self._engine = regorus.Engine()
        _check_version(self._engine)
        for name, arity in FORBIDDEN:
            self._engine.add_extension(name, arity, _refuse(name))
        for module in bundle.modules:
            self._attempt(self._engine.add_policy, module.path, module.text)
        self._attempt(self._engine.add_data_json, bundle.data)

    @property
    def description(self) -> str:
        """The engine's name and version, for reports."""
        return f"regorus {VERSION}"

    def query(self, document: str, question: dict[str, Any]) -> Any:
        """Evaluate *document* against *question*; raises `EngineError` where it is undefined."""
        # Only JSON goes in and only JSON comes out: the other ways crash or lie.
        self._attempt(self._engine.set_input_json, json.dumps(question))
        answer = json.loads(self._attempt(self._engine.eval_query_as_json, f"data.{document}"))
        results = answer.get("result")
        if not results:
            raise EngineError("engine.undefined", bundle=self._name, document=document)
        return results[0]["expressions"][0]["value"]

    def close(self) -> None:
        """Let go of the engine; there is nothing else to give back."""

    def _attempt(self, call: Any, *arguments: Any) -> Any:
        try:
            return call(*arguments)
        except Exception as error:
            raise EngineError("engine.failed", bundle=self._name, reason=_reason(error)) from None
        except BaseException as error:
            # A panic in the engine is no Exception, and neither is Ctrl-C.
            if type(error).__name__ != "PanicException":
                raise
            raise EngineError("engine.failed", bundle=self._name, reason=_reason(error)) from None


def _check_version(engine: regorus.Engine) -> None:
    answer = json.loads(engine.eval_query_as_json("opa.runtime()"))
    found = answer["result"][0]["expressions"][0]["value"].get("regorus-version", "?")
    if found != VERSION:
        raise EngineError("engine.other-version", wanted=VERSION, found=found)


def _refuse(name: str) -> Any:
    def refuse(*_: Any) -> NoReturn:
        raise ValueError(name)

    return refuse


def _reason(error: BaseException) -> str:
    """The engine's own words, on one line."""
    return " ".join(str(error).split())[:500]
