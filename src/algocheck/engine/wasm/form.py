"""The compiled form of a bundle: a file of Wasm, and beside it what it was compiled from."""

import hashlib
import json

from algocheck.engine.wasm import bounds
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle


def wasm_of(bundle: Bundle) -> bytes:
    """Return the Wasm of *bundle*, as it was built; raises `EngineError` where it is not that."""
    file = bundle.compiled
    if file is None:
        raise EngineError("wasm.not-compiled", bundle=bundle.name)
    try:
        with file.open("rb") as opened:
            wasm = opened.read(bounds.SOURCE + 1)
        description = file.with_name(f"{file.name}.json").read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EngineError(
            "wasm.unreadable", bundle=bundle.name, path=str(file), reason=reason
        ) from None
    if hashlib.sha256(wasm).hexdigest() != _digest(description):
        raise EngineError("wasm.damaged", bundle=bundle.name, path=str(file))
    return wasm


def _digest(description: bytes) -> str:
    try:
        return str(json.loads(description)["sha256"])
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
