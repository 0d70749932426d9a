"""A bundle on servers that do not hold it: uploaded for a while, under a root of its own."""

import json
import re
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from algocheck.engine.opa.address import Address, addresses
from algocheck.engine.opa.client import Client
from algocheck.engine.opa.failure import Failure
from algocheck.engine.opa.found import EMPTY, ENTRYPOINT, ROOT, check_version
from algocheck.engine.opa.local import opa_command
from algocheck.engine.opa.lost import none_left
from algocheck.engine.opa.move import move, package
from algocheck.engine.settings import Holder, Served, Settings
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.policy.source import Module
from algocheck.words import Message

DIGITS = 16
"""How much of a digest is in the name of a root."""
NOT_THERE = 404
LATECOMER = 20
"""How often to look for what was interrupted on its way..."""
LATEST = 5.0
"""...within this many seconds."""

_MISSING = re.compile(r"undefined function data\.(\S+)\.\w+")


@contextmanager
def pushed(bundle: Bundle, settings: Settings) -> Iterator[Served]:
    """Have *bundle* on the servers until the block is left, however it is left.

    Raises `EngineError` where no server takes it, and where one does not let go of it.
    """
    places = addresses(settings.server)
    # One bundle may be pushed by many at once, to be removed by each when it is done.
    root = f"{ROOT}_{bundle.digest[:DIGITS]}_{secrets.token_hex(4)}"
    modules = move(bundle, opa_command(settings.opa), root)
    data = json.loads(bundle.data).get(ROOT, {})
    uploads: list[Upload] = []
    holders: list[Holder] = []
    left_out: list[tuple[str, Message]] = []
    try:
        for place in places:
            # Known before it begins, so that it is removed even if it is interrupted.
            uploads.append(Upload(place, settings, root))
            try:
                holders.append(uploads[-1].put(modules, data))
            except Failure as failure:
                left_out.append((place.url, failure.message))
        if not holders:
            raise none_left(bundle.name, left_out)  # noqa: TRY301 -- so that nothing stays there
        yield Served(bundle.digest, root, "", tuple(holders), tuple(left_out))
    except BaseException:
        _remove(uploads)  # what went wrong before is what must be told
        raise
    for url, reason in _remove(uploads):
        raise EngineError("opa.not-removed", url=url, root=root, reason=reason)


def _remove(uploads: Iterable["Upload"]) -> list[tuple[str, Message]]:
    """Remove all of *uploads*; return where something stays, and why."""
    stays = []
    for upload in uploads:
        try:
            upload.remove()
        except Failure as failure:
            stays.append((upload.url, failure.message))
    return stays


class Upload:
    """What was put on one server, and may still be there."""

    def __init__(self, place: Address, settings: Settings, root: str) -> None:
        self.url = place.url
        self._root = root
        self._place, self._server = place, settings.server
        self._names: list[str] = []  # of policies, in the order in which they were sent
        self._underway = ""  # the policy of which it is not known whether it arrived
        self._began = False

    def put(self, modules: tuple[Module, ...], data: Mapping[str, Any]) -> Holder:
        """Upload everything and ask it a question; raises `Failure`."""
        question = ENTRYPOINT.replace(ROOT, self._root, 1)
        client = Client(self._place, self._server)
        try:
            # A server that is not there, or is no OPA, is found out before anything is sent.
            check_version(client.ask(question, EMPTY))
            self._began = True
            client.put_data(self._root, data)
            self._put_all(client, modules)
            answer = client.ask(question, EMPTY)
        finally:
            client.close()
        if not answer.defined:
            raise Failure("opa.half-loaded")
        return Holder(self.url, "", answer.version)

    def remove(self) -> None:
        """Remove what was sent, the last first; raises `Failure` where something stays."""
        if not self._began:
            return
        client = Client(self._place, self._server)
        try:
            if self._underway:
                _overtaken(client.delete_policy, self._underway)
            while self._names:
                _gone(client.delete_policy, self._names[-1])
                self._names.pop()
            _gone(client.delete_data, self._root)
        finally:
            client.close()

    def _put_all(self, client: Client, modules: tuple[Module, ...]) -> None:
        """Send *modules* one by one: OPA compiles everything again with each of them.

        So the largest, the facts that all rules read, goes last. What defines a
        function must be there before what calls it; OPA says which.
        """
        waiting = sorted(modules, key=lambda module: -len(module.text))
        while waiting:
            module = waiting.pop()
            name = f"{self._root}/{len(self._names)}"
            # Before it is sent: what is interrupted may have arrived.
            self._names.append(name)
            self._underway = name
            try:
                client.put_policy(name, module.text)
                self._underway = ""
            except Failure as failure:
                if "status" in dict(failure.message.values):
                    self._underway = ""  # refused, and so not there
                needed = set(_MISSING.findall(str(dict(failure.message.values).get("reason"))))
                first = [each for each in waiting if package(each) in needed]
                if not first:
                    raise Failure(
                        "opa.not-taken", path=module.path, reason=failure.message
                    ) from None
                rest = [each for each in waiting if package(each) not in needed]
                waiting = [*rest, module, *first]


def _overtaken(delete: Callable[[str], None], name: str) -> None:
    """Remove what was interrupted on its way: it may arrive after the request to remove it."""
    for _ in range(LATECOMER):
        try:
            delete(name)
        except Failure as failure:
            if dict(failure.message.values).get("status") != NOT_THERE:
                raise
        else:
            return
        threading.Event().wait(LATEST / LATECOMER)


def _gone(delete: Callable[[str], None], name: str) -> None:
    try:
        delete(name)
    except Failure as failure:
        if dict(failure.message.values).get("status") != NOT_THERE:
            raise
