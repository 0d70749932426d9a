"""How questions travel: no proxy, no ~/.netrc, no redirect, no answer without bounds."""

import io
import json
import ssl
from collections.abc import Iterator
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from algocheck.engine.limits import Limits
from algocheck.engine.opa.failure import Failure, plain, why
from algocheck.engine.settings import Server
from algocheck.errors import UsageError

CHUNK = 64 * 1024
FIRST_ERROR = 400
FIRST_FAULT_OF_THE_SERVER = 500
REFUSED = (401, 403)
REDIRECTS = range(300, 400)
MOST_PROBLEMS = 10


def session_for(context: ssl.SSLContext, headers: dict[str, str]) -> requests.Session:
    """Make a session that obeys us and nothing else on this machine."""
    session = requests.Session()
    # Else a proxy in the environment sees everything, and ~/.netrc replaces the token.
    session.trust_env = False
    # Compressed answers could be a thousand times what their length promises.
    session.headers.update({"Accept-Encoding": "identity", "User-Agent": "algocheck"} | headers)
    session.mount("http://", Careful(context))
    session.mount("https://", Careful(context))
    return session


def trust(server: Server) -> ssl.SSLContext:
    """Return whom we trust and who we are; raises `UsageError` for files that cannot be read."""
    try:
        context = ssl.create_default_context(cafile=server.ca)
    except OSError as error:
        raise UsageError("opa.bad-ca", path=str(server.ca), reason=why(error)) from None
    if server.certificate:
        try:
            # Without a password of ours, OpenSSL would ask one on the terminal.
            context.load_cert_chain(server.certificate, server.key, password=lambda: "")
        except OSError as error:
            path = str(server.certificate)
            raise UsageError("opa.bad-certificate", path=path, reason=why(error)) from None
    return context


class Careful(HTTPAdapter):
    """Sends a request once; anything but a whole answer of bounded size is a `Failure`."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=2, max_retries=0)

    def init_poolmanager(
        self,
        connections: int,
        maxsize: int,
        block: bool = False,  # noqa: FBT001, FBT002 -- the signature is not ours
        **more: Any,
    ) -> None:
        """Give every connection our own context."""
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._context, **more)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the context as it is: here requests would add certificates of its own choice."""

    def send(self, request: requests.PreparedRequest, *args: Any, **more: Any) -> requests.Response:
        """Return a whole answer of status 2xx; raises `Failure` for any other."""
        received = super().send(request, *args, **{**more, "stream": True})
        try:
            body = _read(received)
        finally:
            received.close()
        if received.status_code >= REDIRECTS.start:
            raise _refusal(received, body)
        answer = requests.Response()
        answer.status_code = received.status_code
        answer.headers = received.headers
        answer.request = request
        answer.url = received.url
        answer.raw = io.BytesIO(body)
        return answer


def _read(response: requests.Response) -> bytes:
    most = Limits().answer
    body = bytearray()
    for chunk in response.iter_content(CHUNK):
        body += chunk
        if len(body) > most:
            raise Failure("opa.too-large", most=most)
    return bytes(body)


def _refusal(response: requests.Response, body: bytes) -> Failure:
    status = response.status_code
    if status in REDIRECTS:
        return Failure("opa.redirect", where=plain(response.headers.get("Location", "?")))
    if status in REFUSED:
        return Failure("opa.refused", status=status)
    reason = plain("; ".join(_problems(body))) or plain(response.reason or "?")
    again = status >= FIRST_FAULT_OF_THE_SERVER
    return Failure("opa.status", again=again, status=status, reason=reason)


def _problems(body: bytes) -> Iterator[str]:
    """Yield what OPA says went wrong; nothing where it is not OPA that speaks."""
    try:
        said = json.loads(body)
        for each in (said.get("errors") or [])[:MOST_PROBLEMS]:
            at = each.get("location") or {}
            place = f"{at['file']}:{at.get('row')}: " if at.get("file") else ""
            yield f"{place}{each['message']}"
        if not said.get("errors"):
            yield str(said["message"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return
