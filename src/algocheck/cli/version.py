"""Say which algocheck this is: its version, its policies and what evaluates them."""

import importlib.metadata

from algocheck.bundles import shipped

ENGINE = "gordon-to-regorus"


def describe() -> str:
    """Name algocheck, the shipped bundle and the engine, on one line."""
    bundle = shipped()
    form = "compiled, with its Rego source" if bundle.compiled else "Rego source"
    if not bundle.vouched:
        form += ", changed since its release"
    return (
        f"algocheck {importlib.metadata.version('algocheck')}, "
        f"bundle {bundle.name} {bundle.revision} (sha256:{bundle.digest[:12]}, {form}), "
        f"engine regorus {importlib.metadata.version(ENGINE)}"
    )
