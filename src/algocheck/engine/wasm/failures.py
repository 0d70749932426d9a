"""Say of each way in which an instance can fail what it means for its bundle."""

from collections.abc import Iterator
from contextlib import contextmanager

import wasmtime

from algocheck.engine.wasm import bounds
from algocheck.engine.wasm.answer import GarbledError
from algocheck.engine.wasm.memory import UnreadableError
from algocheck.errors import EngineError
from algocheck.words.plain import on_one_line

_TRAPS = {
    wasmtime.TrapCode.OUT_OF_FUEL: "wasm.too-much-work",
    wasmtime.TrapCode.STACK_OVERFLOW: "wasm.too-deep",
    # OPA's code does not look whether it was given more, and goes on where its stack ends.
    wasmtime.TrapCode.MEMORY_OUT_OF_BOUNDS: "wasm.out-of-memory",
}

_LONGEST_REASON = 500


class AbortedError(Exception):
    """The policy gave up; its reason stands at `pointer`."""

    def __init__(self, pointer: int) -> None:
        self.pointer = pointer
        self.reason = "it gave up"
        super().__init__()


@contextmanager
def failing(bundle: str) -> Iterator[None]:
    """Turn what wasmtime and the reading of its memory raise into an `EngineError`."""
    try:
        yield
    except wasmtime.Trap as trap:
        code = trap.trap_code
        if code in _TRAPS:
            raise EngineError(_TRAPS[code], bundle=bundle) from None
        reason = code.name.lower().replace("_", " ") if code else trap.message
        raise EngineError("engine.failed", bundle=bundle, reason=one_line(reason)) from None
    except wasmtime.WasmtimeError as error:
        reason = one_line(str(error))
        raise EngineError("engine.failed", bundle=bundle, reason=reason) from None
    except AbortedError as aborted:
        reason = one_line(aborted.reason)
        raise EngineError("engine.failed", bundle=bundle, reason=reason) from None
    except UnreadableError as error:
        if error.too_large:
            most = bounds.ANSWER
            raise EngineError("engine.answer-too-large", bundle=bundle, most=most) from None
        raise EngineError("wasm.garbled", bundle=bundle) from None
    except GarbledError:
        raise EngineError("wasm.garbled", bundle=bundle) from None
    except MemoryError:
        raise EngineError("wasm.out-of-memory", bundle=bundle) from None


def one_line(text: str) -> str:
    """Return *text* as it can be put in a sentence, however long or hostile it is."""
    return on_one_line(text, _LONGEST_REASON)
