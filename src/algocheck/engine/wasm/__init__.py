"""The compiled form of a bundle, as OPA makes it, evaluated in process by wasmtime."""

from algocheck.engine import Engine
from algocheck.engine.settings import Settings
from algocheck.errors import EngineError, reason
from algocheck.policy.bundle import Bundle


def start(bundle: Bundle, settings: Settings) -> Engine:
    """Start an engine on the compiled form of *bundle*.

    Raises `EngineError` where the bundle has none, where it is damaged, and where
    compiling it to this machine's own code takes more than it may.
    """
    # Imported here: it takes longer than most of algocheck, and not every machine can.
    try:
        from algocheck.engine.wasm.engine import WasmEngine
    except (ImportError, OSError, RuntimeError) as error:
        raise EngineError("wasm.no-wasmtime", reason=reason(error)) from None

    return WasmEngine(bundle, settings.cache)
