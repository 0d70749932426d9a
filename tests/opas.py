"""OPA servers, real ones and some that are none, and a small bundle to ask; shared by tests."""

import contextlib
import json
import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

from algocheck.engine.settings import Server, Settings
from algocheck.policy.bundle import Bundle
from algocheck.policy.source import Module

PATIENCE = 30
"""Seconds after which what does not come is a failure: far beyond what it takes."""

MAIN = """\
package algocheck.main

import data.algocheck.lib.double
import data.algocheck.params

# METADATA
# description: What is asked; "data" in a text is no reference to data.
evaluation := {
	"said": input,
	"twice": double.of(params.number),
	"data": [theme | some theme; data.algocheck.rules[theme]],
}

other := "defined"

undefined if input.nothing
"""

DOUBLE = "package algocheck.lib.double\n\nof(n) := 2 * n\n"
RULE = 'package algocheck.rules.theme["defect"]\n\nanswer := "yes"\n'
REVISION = "2027.01"
DIGEST = "d1" * 32


def small(
    main: str = MAIN, *, name: str = "small", revision: str = REVISION, digest: str = DIGEST
) -> Bundle:
    """Make a bundle with an entry point, a function in another package, a rule and data."""
    texts = {"main/main": main, "lib/double/double": DOUBLE, "rules/theme/defect/defect": RULE}
    modules = tuple(Module(f"algocheck/{path}.rego", text) for path, text in texts.items())
    data = json.dumps({"algocheck": {"params": {"number": 21}}})
    return Bundle(name, revision, digest, modules, data, (), vouched=False)


def answer_to(question: Any) -> dict[str, Any]:
    """Return what `small` answers."""
    return {"said": question, "twice": 42, "data": ["theme"]}


def asking(*urls: str, **more: Any) -> Settings:
    """Make settings to ask *urls*, without patience unless told."""
    return Settings(server=Server(urls=urls, **({"timeout": 20.0, "retries": 0} | more)))


def lay_out(
    bundle: Bundle, folder: Path, *, roots: Sequence[str] = ("algocheck",), **manifest: Any
) -> Path:
    """Write *bundle* to *folder* as an operator has it."""
    stated = {"revision": bundle.revision, "roots": list(roots), "rego_version": 1, **manifest}
    files = {module.path: module.text for module in bundle.modules}
    for path, text in {**files, "data.json": bundle.data, ".manifest": json.dumps(stated)}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def free_port() -> int:
    """Return a port that nobody has just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(port: int) -> bool:
    """Tell whether somebody answers at *port* of this machine."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 5):
        return True
    return False


def eventually(happens: Callable[[], object], what: str) -> None:
    """Wait until *happens* is true; fail with *what* where it never is."""
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, f"not within {PATIENCE} seconds: {what}"
        time.sleep(0.02)


class Opa:
    """A real OPA server, started as an operator would."""

    def __init__(self, opa: Path, *arguments: str | Path, scheme: str = "http") -> None:
        self.port = free_port()
        self.url = f"{scheme}://127.0.0.1:{self.port}"
        command: list[str | Path] = [
            opa,
            "run",
            "--server",
            f"--addr=127.0.0.1:{self.port}",
            "--skip-version-check",
        ]
        self.process = subprocess.Popen(
            [*command, "--log-level=error", *arguments],
            env={"PATH": os.environ["PATH"]},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        eventually(lambda: listens(self.port) or self.process.poll() is not None, "OPA listens")
        assert self.process.poll() is None, "OPA ended by itself"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()


Responder = Callable[[BaseHTTPRequestHandler], None]


@contextlib.contextmanager
def impostor(respond: Responder) -> Iterator[str]:
    """Run a server that says what *respond* writes, whatever it is asked; give its URL."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            with contextlib.suppress(OSError):  # whoever asked may be gone
                respond(self)

        do_GET = do_PUT = do_DELETE = do_POST  # noqa: N815 -- the names are the library's

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def saying(body: bytes | str | Mapping[str, Any], status: int = 200, **headers: str) -> Responder:
    """Write an answer: JSON where it is a mapping."""
    content = json.dumps(body) if isinstance(body, Mapping) else body
    encoded = content.encode() if isinstance(content, str) else content

    def respond(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(encoded)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(encoded)

    return respond


def said_by_opa(result: Any = None, *, revision: str = REVISION, **more: Any) -> dict[str, Any]:
    """Make an answer as OPA gives it, from a bundle of *revision*."""
    bundles = {"small": {"revision": revision}}
    return {"result": result, "provenance": {"version": "1.22.2", "bundles": bundles}, **more}
