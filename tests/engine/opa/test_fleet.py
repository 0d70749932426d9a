"""Several servers: the same answers in any order, for as long as one of them is left."""

import itertools
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from algocheck.engine.opa import serving, start
from algocheck.errors import EngineError
from opas import (
    MAIN,
    Opa,
    Responder,
    answer_to,
    asking,
    eventually,
    free_port,
    impostor,
    lay_out,
    listens,
    said_by_opa,
    saying,
    small,
)

ENTRYPOINT = "algocheck.main.evaluation"
QUESTIONS = [{"n": n} for n in range(12)]
ANSWERS = [answer_to(question) for question in QUESTIONS]


@pytest.fixture
def fleet(opa: Path, small_folder: Path) -> Iterator[list[Opa]]:
    """Run three servers with the small bundle."""
    with ExitStack() as stack:
        yield [stack.enter_context(Opa(opa, "--bundle", small_folder)) for _ in range(3)]


def stop(server: Opa) -> None:
    server.process.kill()
    server.process.wait()
    eventually(lambda: not listens(server.port), "a killed server is gone")


def test_the_work_is_spread():
    asked: dict[str, int] = {}

    def counting(name: str) -> Responder:
        def respond(handler: BaseHTTPRequestHandler) -> None:
            if handler.command == "POST":
                asked[name] = asked.get(name, 0) + 1
            saying(said_by_opa(name))(handler)

        return respond

    with ExitStack() as stack:
        urls = [stack.enter_context(impostor(counting(name))) for name in "abc"]
        engine = start(small(), asking(*urls))
        answers = [engine.query(ENTRYPOINT, {}) for _ in range(9)]
        engine.close()

    assert sorted(answers) == sorted("abc" * 3)
    assert asked == dict.fromkeys("abc", 4)  # each once to begin with


def test_each_process_begins_with_another_server(monkeypatch: pytest.MonkeyPatch):
    first = set()
    with ExitStack() as stack:
        urls = [stack.enter_context(impostor(saying(said_by_opa(name)))) for name in "ab"]
        for pid in (1000, 1001):
            monkeypatch.setattr(os, "getpid", lambda pid=pid: pid)
            engine = start(small(), asking(*urls))
            first.add(engine.query(ENTRYPOINT, {}))
            engine.close()

    assert first == {"a", "b"}


def test_the_answers_are_the_same_in_whatever_order_servers_are_named(fleet: list[Opa]):
    for order in itertools.permutations([server.url for server in fleet]):
        engine = start(small(), asking(*order))
        assert [engine.query(ENTRYPOINT, question) for question in QUESTIONS] == ANSWERS
        engine.close()


def test_a_server_that_is_not_there_is_left_out(fleet: list[Opa]):
    stop(fleet[1])
    engine = start(small(), asking(*[server.url for server in fleet]))

    assert [engine.query(ENTRYPOINT, question) for question in QUESTIONS] == ANSWERS
    engine.close()


def test_what_a_server_that_dies_was_asked_is_asked_of_another(fleet: list[Opa]):
    engine = start(small(), asking(*[server.url for server in fleet], retries=1))
    answers = []
    for number, question in enumerate(QUESTIONS):
        if number in (3, 6):
            stop(fleet[number // 3 - 1])
        answers.append(engine.query(ENTRYPOINT, question))
    engine.close()

    assert answers == ANSWERS


def test_a_server_that_failed_is_not_asked_again(fleet: list[Opa]):
    asked: list[str] = []

    def once(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        saying(said_by_opa(answer_to({})) if len(asked) <= 2 else "nonsense")(handler)

    with impostor(once) as url:
        engine = start(small(), asking(url, fleet[0].url))
        assert [engine.query(ENTRYPOINT, question) for question in QUESTIONS] == ANSWERS
        engine.close()

    assert len(asked) == 3


def test_a_stale_server_is_left_out(opa: Path, fleet: list[Opa], tmp_path: Path):
    older = lay_out(small(MAIN.replace("input", "1", 1), revision="2026.12"), tmp_path)
    with Opa(opa, "--bundle", older) as stale:
        engine = start(small(), asking(stale.url, fleet[0].url))
        assert [engine.query(ENTRYPOINT, question) for question in QUESTIONS] == ANSWERS
        engine.close()


def test_servers_may_hold_several_bundles_between_them(opa: Path, fleet: list[Opa], tmp_path: Path):
    house = small(MAIN.replace("2 *", "3 *"), name="house", revision="h1", digest="e2" * 32)
    with Opa(opa, "--bundle", lay_out(house, tmp_path)) as other:
        urls = [fleet[0].url, other.url]
        with serving((small(), house), asking(*urls)) as settings:
            holders = [[each.url for each in served.holders] for served in settings.served]
            for bundle in (small(), house):
                engine = start(bundle, settings)
                assert engine.query(ENTRYPOINT, {}) == answer_to({})
                engine.close()

    assert holders == [[url] for url in urls]


def test_when_none_is_left_each_is_named_with_its_reason(fleet: list[Opa]):
    gone = f"http://127.0.0.1:{free_port()}"
    with impostor(saying(said_by_opa(1, revision="2026.12"))) as stale:
        engine = start(small(), asking(gone, stale, fleet[0].url))
        assert engine.query(ENTRYPOINT, {}) == answer_to({})
        stop(fleet[0])
        with pytest.raises(EngineError) as error:
            engine.query(ENTRYPOINT, {})
        engine.close()

    assert str(error.value) == (
        f"no OPA server answers for bundle small: {gone} cannot be reached (nobody answers there): "
        "start it, or correct its address; "
        f"{stale} holds revision 2026.12, and asked is revision 2027.01: "
        "load that one there, or check with the algocheck that has 2026.12; "
        f"{fleet[0].url} cannot be reached (nobody answers there): start it, or correct its address"
    )


def test_servers_that_hang_are_waited_for_together():
    def silent(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(4)
        handler.close_connection = True

    with ExitStack() as stack:
        urls = [stack.enter_context(impostor(silent)) for _ in range(8)]
        with pytest.raises(EngineError) as error:
            start(small(), asking(*urls, timeout=2))

    assert str(error.value).count("did not answer within 2 seconds") == len(urls)


def test_one_server_named_twice_is_one_server(running: Opa):
    engine = start(small(), asking(running.url, f"{running.url}/", running.url))

    assert len(engine.served.holders) == 1
    engine.close()


def test_the_engine_names_every_version_there_is():
    with ExitStack() as stack:
        urls = []
        for version in ("1.22.2", "1.9.0", "1.22.2"):
            said = said_by_opa(1)
            said["provenance"]["version"] = version
            urls.append(stack.enter_context(impostor(saying(said))))
        engine = start(small(), asking(*urls))

    assert engine.description == "OPA 1.22.2, 1.9.0"
    engine.close()
