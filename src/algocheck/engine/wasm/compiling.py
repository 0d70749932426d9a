"""Turn Wasm into this machine's own code: in a process with limits, once, and kept after that.

Compiling counts no fuel: some kilobytes can keep it busy for minutes and fill
gigabytes. The process that does it is ours, and so is the wasmtime in it; nobody
else can write what it returns. That code is as good as if we had made it ourselves.
"""

import hashlib
import json
import platform
import signal
import subprocess
import sys
from pathlib import Path

import wasmtime

from algocheck.engine.limits import Limits
from algocheck.engine.wasm import bounds, cache, host
from algocheck.engine.wasm.compiler import REFUSED
from algocheck.engine.wasm.failures import failing
from algocheck.errors import EngineError, reason

STARTER = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from algocheck.engine.wasm.compiler import main; main(*json.loads(sys.argv[2]))"
)

_OUT_OF_TIME = -getattr(signal, "SIGXCPU", sys.maxsize)  # Windows has none


def module_of(wasm: bytes, folder: Path | None, *, bundle: str) -> wasmtime.Module:
    """Return *wasm* ready to run; kept in *folder*, or compiled each time where that is None.

    Raises `EngineError` where it is nothing that OPA made, or costs more than
    `bounds.COMPILING`.
    """
    name = _name(wasm)
    kept = cache.load(folder, name) if folder else None
    if kept:
        try:
            return wasmtime.Module.deserialize(host.engine(), kept)
        except wasmtime.WasmtimeError:
            pass  # from a processor with other instructions: compiled again
    code = compiled(wasm, bounds.COMPILING, bundle=bundle)
    with failing(bundle):
        module = wasmtime.Module.deserialize(host.engine(), code)
    if folder:
        cache.save(folder, name, code)
    return module


def compiled(wasm: bytes, limits: Limits, *, bundle: str) -> bytes:
    """Return the machine code of *wasm*, checked and made in a process of its own in *limits*."""
    arguments = json.dumps([bundle, *limits])
    try:
        done = subprocess.run(  # noqa: S603 -- ourselves
            # -I and -S: no environment and no site packages but those we name ourselves.
            [sys.executable, "-I", "-S", "-c", STARTER, json.dumps(sys.path), arguments],
            input=wasm,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(bundle, limits) from None
    except OSError as error:
        raise _not_begun(bundle, error) from None
    if done.returncode == REFUSED:
        key, values = json.loads(done.stdout)
        raise EngineError(key, **values)
    if done.returncode == _OUT_OF_TIME:
        raise _too_slow(bundle, limits)
    if done.returncode:
        raise EngineError("wasm.compile-died", bundle=bundle, code=done.returncode)
    return done.stdout


def _not_begun(bundle: str, error: OSError) -> EngineError:
    python, why = sys.executable, reason(error)
    return EngineError("wasm.compile-not-begun", bundle=bundle, python=python, reason=why)


def _too_slow(bundle: str, limits: Limits) -> EngineError:
    return EngineError("wasm.compile-too-slow", bundle=bundle, n=round(limits.seconds) or 1)


def _name(wasm: bytes) -> str:
    digest = hashlib.sha256(wasm).hexdigest()
    return f"{digest}-wasmtime-{host.version()}-{host.CONFIGURATION}-{platform.machine()}"
