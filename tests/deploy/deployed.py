"""OPA as deploy/opa starts it: with the very command, configuration and policies."""

import hashlib
import http.client
import json
import os
import re
import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any, NamedTuple, Self

from deploy.bundles import SCOPE
from deploy.described import DEPLOY, compose
from deploy.servers import PATIENCE, LogServer, WebServer, eventually

TOKEN = "a-token-of-the-tests-" + "0" * 32
LOG_KEY = "a-key-of-the-tests-" + "0" * 32


class Answer(NamedTuple):
    """What OPA said: the status and the body, as it is or read."""

    status: int
    body: Any


class Place(NamedTuple):
    """Folders that a container has mounted, and the servers around it."""

    opa: Path
    secrets: Path
    state: Path
    web: WebServer
    logs: LogServer
    config: Path = DEPLOY
    policies: Path = DEPLOY / "policies"
    tls: Path | None = None

    def mounts(self) -> dict[str, Path]:
        """Say which folder stands for which path in a container."""
        return {
            "/etc/algocheck/config": self.config,
            "/etc/algocheck/policies": self.policies,
            "/run/secrets/algocheck-tls": self.tls or self.secrets,
            "/run/secrets/algocheck": self.secrets,
            "/var/lib/algocheck": self.state,
        }

    def environment(self) -> dict[str, str]:
        """Set every variable of config.yaml, with delays as short as OPA allows."""
        return {
            "ALGOCHECK_ENVIRONMENT": "tests",
            "ALGOCHECK_BUNDLE_URL": self.web.url,
            "ALGOCHECK_BUNDLE_PATH": "bundle.tar.gz",
            "ALGOCHECK_BUNDLE_SCOPE": SCOPE,
            "ALGOCHECK_CALLERS": f"other={'0' * 64}\ntests={_digest(TOKEN)}",
            "ALGOCHECK_POLL_MIN_SECONDS": "1",
            "ALGOCHECK_POLL_MAX_SECONDS": "1",
            "ALGOCHECK_LOG_URL": self.logs.url,
            "ALGOCHECK_LOG_PATH": "/logs",
            "ALGOCHECK_LOG_MIN_SECONDS": "1",
            "ALGOCHECK_LOG_MAX_SECONDS": "1",
            "ALGOCHECK_LOG_KEY": f"{LOG_KEY}\n",  # as from a file
            "ALGOCHECK_LOG_TOKEN_FILE": str(self.secrets / "log-token"),
            "ALGOCHECK_STATE_DIRECTORY": str(self.state),
        }

    def fill_secrets(self, public_key: Path) -> None:
        """Write the secrets that docs/deploy.md asks for."""
        self.secrets.mkdir()
        (self.secrets / "bundle-key.pem").write_bytes(public_key.read_bytes())
        (self.secrets / "log-token").write_text("the-token-of-the-log\n")


class Opa:
    """A running OPA; leaving its block stops it."""

    def __init__(
        self, place: Place, command: list[str] | None = None, **environment: str | None
    ) -> None:
        self.port = _free_port()
        self._place = place
        self._output = place.state.parent / f"opa-{self.port}.log"
        given = place.environment() | environment
        variables = {name: value for name, value in given.items() if value is not None}
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                [place.opa, *self._here(command or compose()["command"])],
                env=_bare_environment() | variables,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._tls = place.tls and ssl.create_default_context(cafile=place.tls / "tls.crt")

    def _here(self, command: list[str]) -> list[str]:
        """Say the command of a container with the folders and the port of this machine."""
        local = {there: str(folder) for there, folder in self._place.mounts().items()}
        local["0.0.0.0:8181"] = f"127.0.0.1:{self.port}"
        local["shutdown-wait-period=5"] = "shutdown-wait-period=0"
        anything = "|".join(re.escape(there) for there in local)
        return [re.sub(anything, lambda found: local[found[0]], argument) for argument in command]

    def __enter__(self) -> Self:
        try:
            eventually(self._has_started, "an OPA that listens", self.says)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End it as a platform does."""
        self._process.terminate()
        self._process.wait(PATIENCE)

    def exit_code(self) -> int:
        """Wait for it to give up, and return how it did."""
        return self._process.wait(PATIENCE)

    def says(self) -> str:
        """Return all that it wrote to its output so far."""
        return self._output.read_text()

    def connect(self) -> http.client.HTTPConnection:
        """Open a connection of one's own."""
        if self._tls:
            return http.client.HTTPSConnection(
                "localhost", self.port, timeout=20, context=self._tls
            )
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        token: str | None = TOKEN,
        over: http.client.HTTPConnection | None = None,
    ) -> Answer:
        """Send one request, *over* a connection that is kept or one that is not."""
        headers = {"Content-Type": "application/json"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        connection = over or self.connect()
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        response = connection.getresponse()
        answer = Answer(response.status, json.loads(response.read() or b"null"))
        if over is None:
            connection.close()
        return answer

    def judge(self, manifest: Any, document: str = "evaluation", **more: Any) -> dict[str, Any]:
        """Ask for a judgement, and for the revision that gave it."""
        path = f"/v1/data/algocheck/main/{document}?provenance=true"
        status, body = self.send("POST", path, {"input": manifest}, **more)
        assert status == 200, body
        assert isinstance(body, dict)
        return body

    def is_alive(self) -> bool:
        """Say what the liveness probe says."""
        return self._probe("/health")

    def is_ready(self) -> bool:
        """Say what the readiness probe says."""
        return self._probe("/health?bundles")

    def _has_started(self) -> bool:
        assert self._process.poll() is None, self.says()
        return self.is_alive()

    def _probe(self, path: str) -> bool:
        try:
            return self.send("GET", path, token=None).status == 200
        except ConnectionError:
            return False

    def wait_until_ready(self) -> Self:
        """Wait for the first bundle."""
        eventually(self.is_ready, "a first bundle", self.says)
        return self

    def revision(self) -> str | None:
        """Return the revision that answers now, None where there is no bundle."""
        bundles = self.judge({"manifest": {}}, "complete")["provenance"].get("bundles", {})
        revision: str | None = bundles.get("algocheck", {}).get("revision")
        return revision

    def wait_for(self, revision: str) -> None:
        """Wait until another bundle answers."""
        eventually(lambda: self.revision() == revision, f"revision {revision}", self.says)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _bare_environment() -> dict[str, str]:
    proxies = {"http_proxy", "https_proxy", "all_proxy"}
    return {
        name: value
        for name, value in os.environ.items()
        if name.lower() not in proxies and not name.startswith(("ALGOCHECK_", "OPA_"))
    }
