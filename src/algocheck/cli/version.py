"""Say which algocheck this is: its version, its policies and what evaluates them."""

import importlib.metadata

from algocheck.bundles import shipped
from algocheck.words import Language, message, say

ENGINE = "gordon-to-regorus"


def describe(language: Language) -> str:
    """Name algocheck, the shipped bundle and the engine, on one line."""
    bundle = shipped()
    form = message("cli.compiled" if bundle.compiled else "cli.source")
    if not bundle.vouched:
        form = message("cli.changed", form=form)
    told = message(
        "cli.version",
        version=importlib.metadata.version("algocheck"),
        bundle=f"{bundle.name} {bundle.revision}",
        digest=bundle.digest[:12],
        form=form,
        engine=importlib.metadata.version(ENGINE),
    )
    return say(told, language)
