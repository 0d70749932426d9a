"""The side of `engine.wasm.compiling` that does it: Wasm comes in, machine code goes out."""

import json
import sys
from typing import NoReturn

from algocheck.engine.limits import Limits, confine
from algocheck.errors import EngineError

REFUSED = 3
"""The exit code where there is no code to return, but an error: its key and its values."""


def main(bundle: str, seconds: float, memory: int, largest: int) -> NoReturn:
    """Compile standard input to standard output, within *seconds* and bytes of *memory*."""
    confine(Limits(seconds, memory, largest))
    try:
        code = _compile(sys.stdin.buffer.read(), bundle, largest)
    except EngineError as error:
        sys.stdout.write(json.dumps([error.message.key, dict(error.message.values)]))
        sys.exit(REFUSED)
    sys.stdout.buffer.write(code)
    sys.exit()


def _compile(wasm: bytes, bundle: str, largest: int) -> bytes:
    # Imported here: with limits on it, and not where the exit code is read.
    import wasmtime

    from algocheck.engine.wasm import host, link
    from algocheck.engine.wasm.failures import one_line

    if not wasm.startswith(b"\0asm"):  # wasmtime would read it as text
        raise EngineError("wasm.no-wasm", bundle=bundle, reason="it does not begin as Wasm does")
    try:
        module = wasmtime.Module(host.engine(), wasm)
    except wasmtime.WasmtimeError as error:
        raise EngineError("wasm.no-wasm", bundle=bundle, reason=one_line(str(error))) from None
    link.check(module, bundle)
    code = module.serialize()
    if len(code) > largest:
        raise EngineError("wasm.compile-too-large", bundle=bundle, most=largest)
    return bytes(code)
