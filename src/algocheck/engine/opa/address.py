"""Where a server is: addresses checked before anything, a token least of all, is sent there."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from algocheck.engine.settings import Server
from algocheck.errors import UsageError
from algocheck.words.plain import written_out

_PORTS = {"http": 80, "https": 443}
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")


class Address(NamedTuple):
    """An OPA server, perhaps behind a path: https://gateway.example/opa."""

    url: str  # without a slash at its end
    host: str  # in brackets where it is IPv6
    port: int
    secure: bool


def addresses(server: Server) -> tuple[Address, ...]:
    """Return the addresses that *server* names, each once.

    Raises `UsageError` for what is no address of a server, for a token that would
    travel in the clear, and for certificates that nothing would look at.
    """
    found = tuple(dict.fromkeys(address(url) for url in server.urls))
    for each in found:
        if server.token and not each.secure and not _is_loopback(each.host):
            raise UsageError("opa.token-in-the-clear", url=each.url)
    if (server.ca or server.certificate) and not any(each.secure for each in found):
        raise UsageError("opa.certificates-unused")
    return found


def address(url: str) -> Address:
    """Read *url*; raises `UsageError` where it is no http(s) address and nothing more."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UsageError("opa.bad-url", url=_shown(url)) from None
    if "@" in parts.netloc:
        raise UsageError("opa.password-in-url", host=_shown(parts.hostname or "?"))
    if not _is_plain(url, parts) or port == 0:
        raise UsageError("opa.bad-url", url=_shown(url))
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    path = parts.path.rstrip("/")
    shown = f"{parts.scheme}://{host}{f':{port}' if port else ''}{path}"
    return Address(shown, host, port or _PORTS[parts.scheme], parts.scheme == "https")


def _is_plain(url: str, parts: SplitResult) -> bool:
    return (
        url.isprintable()
        and " " not in url
        and parts.scheme in _PORTS
        and bool(parts.hostname)
        and "?" not in url
        and "#" not in url
        # What the client puts behind it is not quoted either.
        and bool(_PATH.fullmatch(parts.path.rstrip("/")))
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _shown(text: str) -> str:
    return written_out(text)[:200]
