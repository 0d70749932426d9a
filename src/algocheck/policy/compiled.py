"""What stands beside the compiled form of a bundle: what it was made of, and with."""

import json
from pathlib import Path
from typing import Any

_BYTES = 64 * 1024  # some hundred, really


def origin_of(compiled: Path) -> dict[str, Any]:
    """Return what is told of the file *compiled*, empty where that is unreadable.

    `digest` is of the source (`bundles.digest_of`), `sha256` of the file itself and
    `opa` the version that made it.
    """
    try:
        with compiled.with_name(f"{compiled.name}.json").open("rb") as file:
            origin = json.loads(file.read(_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return origin if isinstance(origin, dict) else {}
