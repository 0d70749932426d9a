"""wasmtime, set up once: bounded, deterministic, and with no more of Wasm than OPA uses."""

from functools import cache
from pathlib import Path

import wasmtime

CONFIGURATION = 1
"""The number of what `engine` sets and `link` checks; what another let through is not used."""


@cache
def engine() -> wasmtime.Engine:
    """Return the engine that everything is compiled for and runs in."""
    config = wasmtime.Config()
    config.consume_fuel = True
    # The limit on memory counts for each one, and 64-bit ones reach beyond our pointers.
    config.wasm_multi_memory = False
    config.wasm_memory64 = False
    config.wasm_threads = False
    # No threads to compile with: none are left after a fork, and one is waited for in vain.
    config.parallel_compilation = False
    return wasmtime.Engine(config)


@cache
def version() -> str:
    """Return the version of wasmtime, which it does not tell itself."""
    # Reading the names is twenty times faster than importing importlib.metadata.
    found = list(Path(wasmtime.__file__).parents[1].glob("wasmtime-*.dist-info"))
    if len(found) == 1:
        return found[0].name.removeprefix("wasmtime-").removesuffix(".dist-info")
    from importlib.metadata import version

    return version("wasmtime")
