"""What an engine is given besides a bundle; paths, addresses and secrets come in as values."""

from pathlib import Path
from typing import NamedTuple

from algocheck.words import Message


class Server(NamedTuple):
    """How to reach OPA servers, and how to trust them."""

    urls: tuple[str, ...] = ()  # none: a local OPA is started on loopback
    token: str = ""  # bearer token, never from the command line
    ca: Path | None = None  # certificates that vouch for the servers; the system's when None
    certificate: Path | None = None  # the client's own, with its key
    key: Path | None = None
    timeout: float = 30.0  # seconds for one question
    retries: int = 2  # after failures to connect and answers of 5xx, each
    push: bool = False  # upload the bundle and remove it again

    @property
    def is_taken_at_its_word(self) -> bool:
        """Whether only the servers themselves say which policies they evaluate."""
        return bool(self.urls) and not self.push


class Holder(NamedTuple):
    """An OPA server that was found to hold a bundle."""

    url: str
    bundle: str  # the server's own name for it; empty where it was pushed
    version: str  # of OPA


class Served(NamedTuple):
    """A bundle that servers hold, ready for any number of engines in any process."""

    digest: str  # the bundle's
    root: str  # the first name of its packages there: "algocheck", or another where it was pushed
    revision: str  # what the servers call it in every answer
    holders: tuple[Holder, ...]
    left_out: tuple[tuple[str, Message], ...] = ()  # servers that do not hold it, and why


class Settings(NamedTuple):
    """What the command line knows and an engine may need."""

    cache: Path | None = None  # where compiled forms are kept; None keeps nothing
    opa: str = "opa"  # the OPA binary to start where no server is named
    server: Server = Server()
    served: tuple["Served", ...] = ()  # bundles that servers were found to hold already
