"""The compiled form of a bundle, as it was built."""

import hashlib

from algocheck.engine.wasm import bounds
from algocheck.errors import EngineError, reason
from algocheck.policy.bundle import Bundle
from algocheck.policy.compiled import origin_of


def wasm_of(bundle: Bundle) -> bytes:
    """Return the Wasm of *bundle*, whole; raises `EngineError` where there is no such thing."""
    file = bundle.compiled
    if file is None:
        raise EngineError("wasm.not-compiled", bundle=bundle.name)
    try:
        with file.open("rb") as opened:
            wasm = opened.read(bounds.SOURCE + 1)
    except OSError as error:
        why = reason(error)
        raise EngineError(
            "wasm.unreadable", bundle=bundle.name, path=str(file), reason=why
        ) from None
    if hashlib.sha256(wasm).hexdigest() != origin_of(file).get("sha256"):
        raise EngineError("wasm.damaged", bundle=bundle.name, path=str(file))
    return wasm
