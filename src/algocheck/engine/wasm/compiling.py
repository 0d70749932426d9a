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
from algocheck.engine.wasm.failures import one_line
from algocheck.errors import EngineError

STARTER = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from algocheck.engine.wasm.compiler import main; sys.exit(main(*json.loads(sys.argv[2])))"
)

_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0)


def module_of(wasm: bytes, folder: Path | None, *, bundle: str) -> wasmtime.Module:
    """Return *wasm* ready to run; kept in *folder*, or compiled again each time where it is None.

    Raises `EngineError` where it is no Wasm, or takes more than `bounds.COMPILING`.
    """
    name = _name(wasm)
    kept = cache.load(folder, name) if folder else None
    if kept:
        try:
            return wasmtime.Module.deserialize(host.engine(), kept)
        except wasmtime.WasmtimeError:
            pass  # from a machine with other instructions: compiled again
    code = compiled(wasm, bounds.COMPILING, bundle=bundle)
    module = wasmtime.Module.deserialize(host.engine(), code)
    if folder:
        cache.save(folder, name, code)
    return module


def compiled(wasm: bytes, limits: Limits, *, bundle: str) -> bytes:
    """Return this machine's code of *wasm*, made in a process of its own within *limits*."""
    try:
        done = subprocess.run(  # noqa: S603 -- ourselves
            # -I and -S: no environment and no site packages but those we name ourselves.
            [sys.executable, "-I", "-S", "-c", STARTER, json.dumps(sys.path), json.dumps(limits)],
            input=wasm,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(bundle, limits) from None
    if done.returncode == 0:
        return done.stdout
    if done.returncode == REFUSED:
        reason = one_line(done.stdout.decode(errors="replace"))
        raise EngineError("wasm.no-wasm", bundle=bundle, reason=reason)
    if done.returncode == _OUT_OF_TIME:
        raise _too_slow(bundle, limits)
    raise EngineError("wasm.compile-too-large", bundle=bundle, code=done.returncode)


def _too_slow(bundle: str, limits: Limits) -> EngineError:
    return EngineError("wasm.compile-too-slow", bundle=bundle, n=round(limits.seconds) or 1)


def _name(wasm: bytes) -> str:
    digest = hashlib.sha256(wasm).hexdigest()
    return f"{digest}-wasmtime-{host.version()}-{host.CONFIGURATION}-{platform.machine()}"
