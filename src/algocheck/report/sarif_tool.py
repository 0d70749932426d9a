"""Who made a SARIF report: algocheck, in which version."""

import re
from typing import Any

from algocheck.words import Language, message, say

_SEMANTIC = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
"""Of Python's versions those that are semantic versions too: releases."""


def driver(language: Language) -> dict[str, Any]:
    """Return the tool, without its rules."""
    # Imported here: it takes longer than a check, and no other format needs it.
    from importlib.metadata import metadata

    about = metadata("algocheck")
    version = about["Version"]
    told = {
        "name": "algocheck",
        "fullName": f"algocheck {version}",
        "version": version,
        "language": language,
        "shortDescription": {"text": f"{say(message('scanning.tool'), language)}."},
    }
    if _SEMANTIC.fullmatch(version):
        told["semanticVersion"] = version
    home = [url.partition(", ")[2] for url in about.get_all("Project-URL") or ()]
    return told | ({"informationUri": home[0]} if home else {})
