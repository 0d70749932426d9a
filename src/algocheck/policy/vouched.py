"""What this algocheck was released with: by which digests it recognises its own policies.

Two files stand beside this module, both written by `algocheck policy vouch`. The digest of
the files as they are tells at a glance that nothing changed. What follows from them, the
digest of what they say and the data for engines, is then taken as noted: to parse and
to write all data again takes longer than many a check.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from algocheck.policy.source import Module

DIGESTS = Path(__file__).with_name("vouched.json")
DATA = Path(__file__).with_name("vouched_data.json")


class Vouched(NamedTuple):
    """One release of the policies; every digest is a sha256, in hex."""

    revision: str
    files: str  # of the files, as `digest_of_files`
    digest: str  # of what they say, as `bundles.digest_of`
    data: str  # of the document for engines, which is kept as it is


def vouched() -> Vouched:
    """Return what this algocheck was released with."""
    return Vouched(**json.loads(DIGESTS.read_text(encoding="utf-8")))


def vouched_data(known: Vouched) -> str | None:
    """Return the data that engines load, JSON; None where that is not what was noted."""
    try:
        text = DATA.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text if digest_of_text(text) == known.data else None


def note(known: Vouched, data: str) -> None:
    """Make *known* what this algocheck was released with, and keep *data* beside it."""
    DATA.write_text(data, encoding="utf-8", newline="\n")
    text = json.dumps(known._asdict(), indent=1) + "\n"
    DIGESTS.write_text(text, encoding="utf-8", newline="\n")


def digest_of_files(files: Iterable[Module], revision: str) -> str:
    """Return the digest of *files*, of every path and every character, and of *revision*."""
    digest = hashlib.sha256(revision.encode())
    for file in files:
        for part in file:
            content = part.encode()
            digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def digest_of_text(text: str) -> str:
    """Return the digest of one text."""
    return hashlib.sha256(text.encode()).hexdigest()
