"""An OPA of our own on loopback, with one bundle, for as long as it is needed."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from algocheck.engine.opa.failure import Failure
from algocheck.engine.opa.found import ROOT, holder
from algocheck.engine.opa.lost import none_left
from algocheck.engine.opa.process import Process
from algocheck.engine.settings import Served, Server, Settings
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle

PORTS = 5
"""How often another port is tried when somebody was faster."""


@contextmanager
def local(bundle: Bundle, settings: Settings) -> Iterator[Served]:
    """Have *bundle* served until the block is left; raises `EngineError` where OPA will not."""
    command = opa_command(settings.opa)
    # On loopback there are no tokens and no certificates; the time is as was asked.
    server = Server(timeout=settings.server.timeout, retries=settings.server.retries)
    # Whoever answers from this revision is the one that we started, and nobody else who
    # happened to get its port.
    revision = secrets.token_hex(16)
    with ExitStack() as stack:
        for _ in range(PORTS):
            process = stack.enter_context(Process.started(command, bundle, revision))
            if not process.becomes_ready():
                continue
            try:
                found = holder(process.address, server, bundle, revision)
            except Failure as failure:
                if process.lost_its_port():
                    continue
                reasons = [(process.address.url, failure.message)]
                raise none_left(bundle.name, reasons) from None
            yield Served(bundle.digest, ROOT, revision, (found,))
            return
        raise EngineError("opa.no-port", bundle=bundle.name, n=PORTS)


def opa_command(name: str) -> str:
    """Return the path of the OPA that *name* means; raises `EngineError` without one."""
    found = shutil.which(name)
    # Windows would find one in the folder that is being checked.
    if not found or (found != name and not Path(found).is_absolute()):
        raise EngineError("opa.none-here", opa=name)
    return found
