"""One instance of a compiled bundle: its data goes in once, then question after question."""

from typing import Any

import wasmtime

from algocheck.engine.wasm import bounds, host, link
from algocheck.engine.wasm.answer import GarbledError, read
from algocheck.engine.wasm.failures import AbortedError, failing
from algocheck.engine.wasm.memory import SharedMemory, UnreadableError
from algocheck.errors import EngineError

_JSON = 0  # the form of an answer
_TABLE = 1024**2  # bytes of names
_REASON = 1000  # bytes


class Instance:
    """A compiled bundle with its data in memory; of no further use after an error."""

    def __init__(self, module: wasmtime.Module, data: bytes, *, bundle: str) -> None:
        """Load *data*, a JSON text; raises `EngineError` where *module* is none of OPA's."""
        self._bundle = bundle
        self._store = wasmtime.Store(host.engine())
        self._store.set_limits(bounds.MEMORY, bounds.FUNCTIONS, instances=1, tables=1, memories=1)
        self._refuel(data)
        with failing(bundle):
            memory, imports = link.imports(self._store, module)
            self._memory = SharedMemory(self._store, memory)
            self._exports = wasmtime.Instance(self._store, module, imports).exports(self._store)
            link.check_version(self._store, self._exports, bundle)
            link.refuse_builtins(self._table("builtins"), bundle)
            self._entrypoints = self._table("entrypoints")
            self._data = self._parse(data)
            # Each question is written here, over all that the last one left behind.
            self._heap = self._call("opa_heap_ptr_get")

    def evaluate(self, document: str, question: bytes) -> Any:
        """Return the value of *document* for *question*, a JSON text.

        Raises `EngineError` where it is undefined or no entry point, and where there
        is no answer within the bounds.
        """
        number = self._entrypoints.get(document.replace(".", "/"))
        if number is None:
            raise EngineError("wasm.no-entrypoint", bundle=self._bundle, document=document)
        self._refuel(question)
        with failing(self._bundle):
            at, size = self._heap, len(question)
            heap = self._memory.write(question, at)
            answer = self._call("opa_eval", 0, number, self._data, at, size, heap, _JSON)
            results = read(self._memory.text(answer, bounds.ANSWER))
            if results == []:
                raise EngineError("engine.undefined", bundle=self._bundle, document=document)
            return _only(results)

    def _refuel(self, about: bytes) -> None:
        self._store.set_fuel(bounds.FUEL + bounds.FUEL_PER_BYTE * len(about))

    def _parse(self, text: bytes) -> int:
        at = self._call("opa_malloc", len(text))
        self._memory.write(text, at)
        value = self._call("opa_json_parse", at, len(text))
        if not value:
            raise GarbledError
        return value

    def _table(self, export: str) -> dict[str, int]:
        """Return the names that *export* tells of, each with its number."""
        table = read(self._memory.text(self._call("opa_json_dump", self._call(export)), _TABLE))
        if not isinstance(table, dict) or not all(isinstance(each, int) for each in table.values()):
            raise GarbledError
        return table

    def _call(self, export: str, *arguments: int) -> int:
        function: Any = self._exports[export]  # of this type, and returns this: link.EXPORTS
        try:
            return int(function(self._store, *arguments))
        except AbortedError as aborted:
            aborted.reason = self._said(aborted.pointer)
            raise

    def _said(self, pointer: int) -> str:
        try:
            reason = self._memory.text(pointer, _REASON).decode(errors="replace")
        except UnreadableError:
            reason = ""
        return reason or "it gave up"


def _only(results: Any) -> Any:
    try:
        return results[0]["result"]
    except (LookupError, TypeError):
        raise GarbledError from None
