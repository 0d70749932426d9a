"""One OPA server, through opa-python-client: the only file that knows it.

Its exceptions share no base and those of requests leak through, it drops answers
that are undefined, does not quote names, and rewrites policies before it sends
them. None of that goes further than here: a question has an `Answer` or a `Failure`.
"""

import json
import re
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from http.client import RemoteDisconnected
from typing import Any, NamedTuple, TypeVar

import requests
from opa_client.opa import OpaClient

from algocheck.engine.opa.address import Address
from algocheck.engine.opa.deadline import too_slow, within
from algocheck.engine.opa.failure import Failure, plain, why
from algocheck.engine.opa.transport import session_for, trust
from algocheck.engine.settings import Server
from algocheck.words import Value, message

PARAMETERS = {"provenance": "true", "strict-builtin-errors": "true"}
PAUSE = 0.1
"""Seconds before the second attempt; each next one waits twice as long."""

_DOCUMENT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)+")
_ID = re.compile(r"[A-Za-z0-9_]+(/[A-Za-z0-9_]+)*")

Result = TypeVar("Result")


class Answer(NamedTuple):
    """What a server says, and of which bundles it says so, all in one answer."""

    value: Any
    defined: bool
    version: str
    revisions: Mapping[str, str]  # by the server's own name for the bundle


class Client:
    """A server that can be asked; connections are made when they are needed."""

    def __init__(self, address: Address, server: Server) -> None:
        """Prepare to ask; raises `UsageError` where certificates cannot be read."""
        self.url = address.url
        self._timeout = server.timeout
        self._attempts = server.retries + 1
        self._client = _Client(
            trust(server) if address.secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            host=address.host,
            port=address.port,
            ssl=address.secure,
            token=server.token or None,
            retries=0,
            timeout=server.timeout,
        )
        self._client.root_url = f"{address.url}/v1"

    def ask(self, document: str, question: Any) -> Answer:
        """Evaluate *document* ("algocheck.main.evaluation") against *question*."""
        if not _DOCUMENT.fullmatch(document):
            raise ValueError(document)
        package, _, rule = document.rpartition(".")
        return _answer(
            self._do(lambda: self._client.query_rule(question, package, rule, PARAMETERS))
        )

    def bundles(self) -> Mapping[str, Any]:
        """Return the manifests of the bundles that the server has, by name; empty where denied."""
        try:
            said = self._do(lambda: self._client.get_data("system/bundles"))
            return {name: bundle["manifest"] for name, bundle in said["result"].items()}
        except Failure as failure:
            if failure.message.key in ("opa.refused", "opa.garbled"):
                return {}
            raise
        except (LookupError, TypeError, AttributeError):
            return {}

    def is_ready(self) -> bool:
        """Tell whether the server has everything loaded; a server that is not there has not."""
        try:
            return bool(self._do(lambda: self._client.check_health({"bundles": "true"})))
        except Failure:
            return False

    def put_data(self, name: str, data: Mapping[str, Any]) -> None:
        """Store *data* under *name*."""
        self._do(lambda: self._client.update_or_create_data(data, _checked(name)))

    def put_policy(self, name: str, text: str) -> None:
        """Store a module of Rego as *name*, to the letter."""
        self._do(
            lambda: self._client.update_policy_from_string(text, _checked(name), rego_compat=False)
        )

    def delete_policy(self, name: str) -> None:
        """Remove a module."""
        self._do(lambda: self._client.delete_policy(_checked(name)))

    def delete_data(self, name: str) -> None:
        """Remove data."""
        self._do(lambda: self._client.delete_data(_checked(name)))

    def close(self) -> None:
        """Close the connections."""
        self._client.close_connection()

    def _do(self, call: Callable[[], Any]) -> Any:
        return within(self._timeout, lambda given_up: self._persist(call, given_up))

    def _persist(self, call: Callable[[], Result], given_up: threading.Event) -> Result:
        """Attempt *call* as often as may be, as long as somebody waits for it."""
        failed = 0
        while True:
            try:
                return _attempt(call, self._timeout)
            except Failure as failure:
                failed += 1
                if not failure.again or failed == self._attempts:
                    raise
                if given_up.wait(PAUSE * 2 ** (failed - 1)):
                    raise


class _Client(OpaClient):  # type: ignore[misc]
    """The client, which ships no types, with a session of ours."""

    def __init__(self, context: ssl.SSLContext, **more: Any) -> None:
        self._context = context
        super().__init__(**more)

    def _init_session(self) -> requests.Session:
        return session_for(self._context, self.headers or {})


def _checked(name: str) -> str:
    if not _ID.fullmatch(name):
        raise ValueError(name)
    return name


def _attempt(call: Callable[[], Result], timeout: float) -> Result:
    try:
        return call()
    except requests.Timeout:
        raise too_slow(timeout) from None
    except requests.exceptions.ChunkedEncodingError as error:
        raise Failure("opa.cut-off", again=True, reason=_reason(error)) from None
    except requests.ConnectionError as error:
        raise _no_connection(error, timeout) from None
    except (ValueError, RecursionError):  # what requests says of an answer that is no JSON
        raise Failure("opa.garbled") from None
    except requests.RequestException as error:
        raise Failure("opa.unreachable", reason=_reason(error)) from None
    except Failure:
        raise
    except Exception as error:  # the client's own eleven kinds
        if type(error).__module__.partition(".")[0] != "opa_client":
            raise
        raise Failure("opa.garbled") from None


def _no_connection(error: requests.ConnectionError, timeout: float) -> Failure:
    cause = _cause(error)
    if isinstance(cause, TimeoutError):  # while the answer came in
        return too_slow(timeout)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Failure("opa.untrusted", reason=plain(cause.verify_message))
    if isinstance(cause, ssl.SSLError):
        return Failure("opa.tls", reason=plain(cause.reason or cause))
    return Failure("opa.unreachable", again=True, reason=_reason(error))


def _reason(error: BaseException) -> Value:
    cause = _cause(error)
    if isinstance(cause, socket.gaierror):
        return message("opa.no-such-host")
    if isinstance(cause, RemoteDisconnected):
        return message("opa.hung-up")
    return why(cause)


def _cause(error: BaseException) -> BaseException:
    """Return what is at the bottom of *error*: libraries wrap each other's words."""
    inner = getattr(error, "reason", None)
    for each in (inner, error.__cause__, *reversed(error.args)):
        if isinstance(each, BaseException):
            return _cause(each)
    return error


def _answer(said: Any) -> Answer:
    try:
        provenance = said.get("provenance") or {}
        bundles = provenance.get("bundles") or {}
        revisions = {str(name): str(each.get("revision", "")) for name, each in bundles.items()}
        value = said.get("result")
        # OPA keeps numbers of any size, and Python reads 1e999 as infinity.
        json.dumps(value, allow_nan=False)
        version = plain(provenance.get("version") or "?")
    except (AttributeError, ValueError, RecursionError):
        raise Failure("opa.garbled") from None
    return Answer(value, "result" in said, version, revisions)
