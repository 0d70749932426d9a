"""Which files a manifest refers to: its supplier's manifest, evidence, whatever names a file."""

import os
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

MOST = 2_000
"""Values that look like a path: no manifest that people write has so many."""

_LONGEST = 2_000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # one letter is a drive
_LIKE_A_PATH = re.compile(r"[/\\]|%2[fF]|\.[A-Za-z0-9]{1,10}(?:#|$)")


def references(value: Any) -> Iterator[str]:
    """Yield every text within *value* that may be a path; each once.

    Not by field: evidence is named in prose fields too, and a rule may read any of them.
    """
    seen = set()
    waiting = [value]
    while waiting:
        match waiting.pop():
            case dict() as group:
                waiting.extend(group.values())
            case list() as elements:
                waiting.extend(elements)
            case str() as text:
                path = _path(text.strip())
                if path and path not in seen:
                    seen.add(path)
                    yield path


def places(reference: str, *folders: str) -> Iterator[str]:
    """Yield every absolute path that *reference* may mean, relative to one of *folders*.

    With and without what follows a #, with escapes of an address taken as such or not.
    """
    without_digest = reference.rpartition("#")[0]
    spellings = [reference, reference.partition("#")[0], without_digest]
    spellings += [unquote(each, errors="surrogateescape") for each in spellings]
    spellings += [each.replace("\\", "/") for each in spellings]
    for spelling in dict.fromkeys(filter(_can_be_looked_up, spellings)):
        for folder in folders:
            yield os.path.join(folder, spelling)  # noqa: PTH118 -- for each value of a manifest
            if spelling.startswith("/"):
                yield os.path.join(folder, spelling.lstrip("/"))  # noqa: PTH118 -- likewise


def _path(text: str) -> str:
    """Return the path in *text*, escapes and digest included; empty where there surely is none."""
    if not text or len(text) > _LONGEST or not text.isprintable():
        return ""
    if text[:5].lower() == "file:":
        try:
            return urlsplit(text)._replace(scheme="", netloc="").geturl()
        except ValueError:
            return ""
    return text if _LIKE_A_PATH.search(text) and not _SCHEME.match(text) else ""


def _can_be_looked_up(path: str) -> bool:
    # What begins with two slashes is the name of a server, which is not to be called.
    if not path or "\0" in path or path.replace("\\", "/").startswith("//"):
        return False
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return True
