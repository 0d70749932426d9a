"""The two servers around a deployed OPA: one that hands out bundles, one that takes logs."""

import gzip
import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PATIENCE = 20
"""Seconds until what does not come is a failure: far beyond what it takes."""


def eventually(happens: Callable[[], object], what: str, why: Callable[[], str] = str) -> None:
    """Wait until *happens* answers something true; fail with *what* and *why* otherwise."""
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, f"in {PATIENCE} seconds not: {what} {why()}"
        time.sleep(0.02)


class Server:
    """An HTTP server of the standard library, on a loopback port of its own."""

    def __init__(self, handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Stop; whoever asks from now on is refused."""
        self._http.shutdown()
        self._http.server_close()


class WebServer(Server):
    """Hands out a folder of files, as any web server does, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.asked = 0
        web = self

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                super().do_GET()
                web.asked += 1

            def log_message(self, *_: object) -> None:
                pass

        super().__init__(lambda *given: Handler(*given, directory=str(folder)))

    def publish(self, bundle: bytes, name: str = "bundle.tar.gz") -> None:
        """Replace the bundle in one step, as whoever publishes should: no half is ever read."""
        new = self._folder / f"{name}.new"
        new.write_bytes(bundle)
        new.replace(self._folder / name)

    def wait_until_asked(self, times: int = 1) -> None:
        """Wait until the bundle was fetched that often from now on."""
        already = self.asked
        eventually(lambda: self.asked >= already + times, "a poll for the bundle")


class LogServer(Server):
    """Takes decision logs and keeps them, with the tokens that came along."""

    def __init__(self) -> None:
        self.decisions: list[dict[str, Any]] = []
        self.tokens: set[str | None] = set()
        log = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                log.tokens.add(self.headers["Authorization"])
                log.decisions += json.loads(gzip.decompress(body))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        super().__init__(Handler)

    def decision(self, identifier: str) -> dict[str, Any]:
        """Wait for the log of the decision that an answer names."""
        found: list[dict[str, Any]] = []

        def is_logged() -> bool:
            found[:] = [each for each in self.decisions if each["decision_id"] == identifier]
            return bool(found)

        eventually(is_logged, f"decision {identifier} in the log")
        (only,) = found
        return only
