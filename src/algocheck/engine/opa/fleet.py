"""Questions spread over the OPA servers that hold a bundle, for as long as one of them is left."""

import json
import os
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from algocheck.engine.opa.address import address
from algocheck.engine.opa.client import Answer, Client
from algocheck.engine.opa.failure import Failure, plain
from algocheck.engine.opa.found import ROOT, check_revision
from algocheck.engine.opa.lost import none_left
from algocheck.engine.settings import Holder, Served, Server
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.words import message


class OpaEngine:
    """A bundle on one server or several, each asked in turn.

    A server that fails is left out, and what it was asked is asked of the next: an
    answer depends on the bundle and the question, never on who gives it. There is one
    question at a time in a process, so there are as many at once as there are processes.
    """

    def __init__(
        self, bundle: Bundle, served: Served, server: Server, resources: ExitStack | None = None
    ) -> None:
        """Ask what is *served*; *resources* are given back when the engine is closed."""
        self._bundle = bundle
        self.served = served
        self._resources = resources or ExitStack()
        self._left_out = list(served.left_out)
        self._able = [(each, Client(address(each.url), server)) for each in served.holders]
        for _, client in self._able:
            self._resources.callback(client.close)
        # Each process begins with another server, or all would ask the first at once.
        self._turn = os.getpid()

    @property
    def description(self) -> str:
        """OPA, in every version that the servers had to begin with."""
        versions = sorted({each.version for each in self.served.holders})
        return f"OPA {', '.join(versions)}"

    def query(self, document: str, question: Mapping[str, Any]) -> Any:
        """Evaluate *document* on the next server; `EngineError` where none is left to do so."""
        self._check(question)
        while self._able:
            self._turn = (self._turn + 1) % len(self._able)
            holder, client = self._able[self._turn]
            try:
                answer = self._ask(holder, client, document, question)
            except Failure as failure:
                del self._able[self._turn]
                self._left_out.append((holder.url, failure.message))
                continue
            if not answer.defined:
                raise EngineError("engine.undefined", bundle=self._bundle.name, document=document)
            return answer.value
        raise none_left(self._bundle.name, self._left_out)

    def close(self) -> None:
        """Close the connections, and stop or remove what was started or pushed for this engine."""
        self._left_out += [(holder.url, message("opa.closed")) for holder, _ in self._able]
        self._able.clear()
        self._resources.close()

    def _ask(
        self, holder: Holder, client: Client, document: str, question: Mapping[str, Any]
    ) -> Answer:
        answer = client.ask(self._name_there(document), question)
        if holder.bundle:
            check_revision(answer, holder.bundle, self.served.revision)
        return answer

    def _name_there(self, document: str) -> str:
        first, dot, rest = document.partition(".")
        return f"{self.served.root if first == ROOT else first}{dot}{rest}"

    def _check(self, question: Mapping[str, Any]) -> None:
        # OPA would put another character in the place of half a surrogate pair, and go on.
        try:
            json.dumps(question, ensure_ascii=False, allow_nan=False).encode()
        except (ValueError, RecursionError) as error:
            reason = plain(error)
            raise EngineError("engine.failed", bundle=self._bundle.name, reason=reason) from None
