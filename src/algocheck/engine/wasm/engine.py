"""The engine `wasm`: a compiled bundle in our own process, in a sandbox that counts."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import wasmtime

from algocheck.engine.wasm import host
from algocheck.engine.wasm.compiling import module_of
from algocheck.engine.wasm.failures import one_line
from algocheck.engine.wasm.form import wasm_of
from algocheck.engine.wasm.instance import Instance
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle


class WasmEngine:
    """A bundle, ready to answer; compiled once, and loaded again after each error."""

    def __init__(self, bundle: Bundle, cache: Path | None) -> None:
        """Load the compiled form of *bundle*, its machine code from *cache* where that has it.

        Raises `EngineError` as `engine.wasm.start` does.
        """
        self._bundle = bundle
        self._module: wasmtime.Module | None = module_of(wasm_of(bundle), cache, bundle=bundle.name)
        self._instance: Instance | None = self._load()

    @property
    def description(self) -> str:
        """The engine's name and version, for reports."""
        return f"wasm (wasmtime {host.version()})"

    def query(self, document: str, question: Mapping[str, Any]) -> Any:
        """Evaluate the entry point *document* against *question*.

        Raises `EngineError` where it is undefined or no entry point, and where the
        bundle gives no answer within its bounds.
        """
        text = self._written(question)
        instance = self._instance or self._load()
        # After an error, Ctrl-C included, nobody knows what state it was left in.
        self._instance = None
        answer = instance.evaluate(document, text)
        self._instance = instance
        return answer

    def close(self) -> None:
        """Give back the memory; a closed engine answers nothing."""
        self._module = self._instance = None

    def _load(self) -> Instance:
        if self._module is None:
            raise EngineError("wasm.closed", bundle=self._bundle.name)
        return Instance(self._module, self._bundle.data.encode(), bundle=self._bundle.name)

    def _written(self, question: Mapping[str, Any]) -> bytes:
        try:
            # UTF-8, for halves of characters are let through in escapes, and misread.
            return json.dumps(question, ensure_ascii=False, allow_nan=False).encode()
        except (ValueError, RecursionError) as error:
            reason = one_line(str(error))
            raise EngineError("engine.failed", bundle=self._bundle.name, reason=reason) from None
