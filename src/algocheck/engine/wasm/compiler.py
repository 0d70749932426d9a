"""The side of `engine.wasm.compiling` that does it: Wasm comes in, this machine's code goes out."""

import sys

from algocheck.engine.limits import Limits, confine

REFUSED = 3
"""The exit code where the input is no Wasm; the reason goes out."""

TOO_LARGE = 4
"""The exit code where the code is larger than it may be."""


def main(seconds: float, memory: int, largest: int) -> int:
    """Compile standard input to standard output, within limits (see `Limits`)."""
    confine(Limits(seconds, memory, largest))
    # Imported here: with limits on it, and not where the exit codes are read.
    import wasmtime

    from algocheck.engine.wasm import host

    try:
        code = wasmtime.Module(host.engine(), sys.stdin.buffer.read()).serialize()
    except wasmtime.WasmtimeError as error:
        sys.stdout.write(str(error))
        return REFUSED
    if len(code) > largest:
        return TOO_LARGE
    sys.stdout.buffer.write(code)
    return 0
