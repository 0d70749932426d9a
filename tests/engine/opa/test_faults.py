"""Servers that are not what they should be: each ends as one sentence, none as an answer."""

import os
import re
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from algocheck.engine.limits import Limits
from algocheck.engine.opa import start, transport
from algocheck.errors import EngineError
from algocheck.words import say
from opas import (
    REVISION,
    Opa,
    Responder,
    answer_to,
    asking,
    free_port,
    impostor,
    said_by_opa,
    saying,
    small,
)

ENTRYPOINT = "algocheck.main.evaluation"
QUESTION = {"manifest": {"kind": "deployment"}, "today": "2027-01-01"}

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def refusal(*urls: str, **more: Any) -> str:
    """Return the error of starting an engine on *urls* and asking it, which both languages have."""
    with pytest.raises(EngineError) as error:
        ask_once(*urls, **more)
    dutch = say(error.value.message, "nl")
    assert dutch.isprintable()
    assert all(url in dutch for url in urls)
    return str(error.value)


def ask_once(*urls: str, **more: Any) -> Any:
    engine = start(small(), asking(*urls, **more))
    try:
        return engine.query(ENTRYPOINT, QUESTION)
    finally:
        engine.close()


# Servers that do not answer.


def test_a_server_that_is_not_there():
    url = f"http://127.0.0.1:{free_port()}"

    assert refusal(url) == (
        f"no OPA server answers for bundle small: {url} cannot be reached (nobody answers there): "
        "start it, or correct its address"
    )


def test_a_name_that_nobody_knows():
    said = refusal("http://no-such-host.invalid:8181")

    assert "cannot be reached (no machine was found by that name): start it" in said


def test_a_server_that_dies_between_two_questions(opa: Path, small_folder: Path):
    with Opa(opa, "--bundle", small_folder) as server:
        engine = start(small(), asking(server.url, retries=1))
        assert engine.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)
        server.process.kill()
        server.process.wait()

        with pytest.raises(EngineError, match=f"{server.url} cannot be reached"):
            engine.query(ENTRYPOINT, QUESTION)
        engine.close()


@posix
def test_a_server_that_hangs_is_waited_for_no_longer_than_was_said(opa: Path, small_folder: Path):
    with Opa(opa, "--bundle", small_folder) as server:
        os.kill(server.process.pid, signal.SIGSTOP)

        assert "did not answer within 1 second: " in refusal(server.url, timeout=1)


@posix
def test_one_that_hangs_after_it_answered_is_not_waited_for_longer(opa: Path, small_folder: Path):
    with Opa(opa, "--bundle", small_folder) as server:
        engine = start(small(), asking(server.url, timeout=1))
        os.kill(server.process.pid, signal.SIGSTOP)

        with pytest.raises(EngineError, match="did not answer within 1 second"):
            engine.query(ENTRYPOINT, QUESTION)
        engine.close()


def drip(*, headers: bool) -> Responder:
    """Send a byte now and then: no pause is as long as the timeout, the whole is for ever."""

    def respond(handler: BaseHTTPRequestHandler) -> None:
        start_line = b"HTTP/1.1 200 OK\r\n"
        handler.wfile.write(start_line + (b"A: " if headers else b"Content-Length: 999\r\n\r\n"))
        for _ in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.1)

    return respond


@pytest.mark.parametrize("headers", [True, False])
def test_a_server_that_answers_a_byte_at_a_time(headers: bool):  # noqa: FBT001
    with impostor(drip(headers=headers)) as url:
        assert "did not answer within 1 second" in refusal(url, timeout=1)


def test_a_server_that_takes_the_connection_and_never_reads():
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}"

        assert "did not answer within 1 second" in refusal(url, timeout=1)


# Servers that answer something else.

DEEP = '{"result": ' + "[" * 100_000 + "]" * 100_000 + "}"
HTML = "<!doctype html><title>Sign in</title>"


UNREADABLE = "gives an answer that cannot be read: check that this is the address of an OPA server"
NO_ANSWER: dict[str, tuple[Responder, str]] = {
    "a page": (saying(HTML, Content_Type="text/html"), UNREADABLE),
    "nonsense": (saying("nonsense"), UNREADABLE),
    "nothing": (saying(""), UNREADABLE),
    "no content": (saying("", 204), UNREADABLE),
    "a list": (saying("[]"), UNREADABLE),
    "null": (saying("null"), UNREADABLE),
    "no text": (saying(b"\xff\xfe\x00"), UNREADABLE),
    "no gzip": (saying(b"\x1f\x8b\x08\x00broken", Content_Encoding="gzip"), "cannot be read"),
    "no number": (saying('{"result": NaN, "provenance": {}}'), UNREADABLE),
    "infinity": (saying('{"result": 1e999, "provenance": {}}'), UNREADABLE),
    "provenance as a list": (saying('{"result": 1, "provenance": [1]}'), UNREADABLE),
    "a bundle as a number": (saying('{"provenance": {"bundles": {"a": 1}}}'), UNREADABLE),
    "too deep": (saying(DEEP), UNREADABLE),
    "an empty object": (saying("{}"), "does not say which bundle it answers from"),
    "no provenance": (saying({"result": 1}), "does not say which bundle it answers from"),
    "no revision": (saying(said_by_opa(1, revision="")), "holds revision -, and asked is revision"),
    "a revision less": (saying(said_by_opa(1, revision="2026")), "holds revision 2026, and asked"),
    "nothing here": (saying({}, 404), "answers HTTP 404 (Not Found): look in its log"),
    "a bad gateway": (saying(HTML, 502), "answers HTTP 502 (Bad Gateway)"),
    "an error": (saying({"message": "a\x1b[31m\nb"}, 500), "answers HTTP 500 (a\\x1b[31m b)"),
    "no error": (saying({"errors": [3]}, 500), "answers HTTP 500 (Internal Server Error)"),
    "an error too deep": (saying(DEEP, 500), "answers HTTP 500 (Internal Server Error)"),
    "who are you": (saying("", 401), "does not let us ask this (HTTP 401): check the token"),
    "not you": (saying("", 403), "does not let us ask this (HTTP 403): check the token"),
}


@pytest.mark.parametrize(("respond", "sentence"), NO_ANSWER.values(), ids=NO_ANSWER)
def test_an_answer_that_is_no_answer(respond: Responder, sentence: str):
    with impostor(respond) as url:
        said = refusal(url)

    assert sentence in said
    assert said.isprintable()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int):
    seen: list[str] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.path)
        saying(said_by_opa(1))(handler)

    with (
        impostor(note) as elsewhere,
        impostor(saying("", status, Location=f"{elsewhere}/v1/data")) as url,
    ):
        said = refusal(url, token="")

    assert f"sends us on to {elsewhere}/v1/data, which is not followed" in said
    assert not seen


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"result": {}}')
    handler.close_connection = True


def cut_off_in_a_chunk(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b'ff\r\n{"result": {}}')
    handler.close_connection = True


@pytest.mark.parametrize("respond", [cut_off, cut_off_in_a_chunk])
def test_an_answer_that_is_cut_off(respond: Responder):
    with impostor(respond) as url:
        assert "breaks off its answer" in refusal(url)


def test_a_connection_that_is_closed_without_a_word():
    def hang_up(handler: BaseHTTPRequestHandler) -> None:
        handler.connection.shutdown(socket.SHUT_RDWR)

    with impostor(hang_up) as url:
        assert "cannot be reached (it closed the connection" in refusal(url)


@pytest.mark.parametrize("chunked", [True, False])
def test_an_answer_without_end_is_read_up_to_a_limit(
    monkeypatch: pytest.MonkeyPatch,
    chunked: bool,  # noqa: FBT001
):
    monkeypatch.setattr(transport, "Limits", lambda: Limits(answer=100_000))

    def flood(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        if chunked:
            handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        while True:
            handler.wfile.write(b"3e8\r\n" + b" " * 1000 + b"\r\n" if chunked else b" " * 1000)

    with impostor(flood) as url:
        assert "gives an answer of more than 100000 bytes" in refusal(url)


def test_an_answer_that_swells_when_it_is_unpacked(monkeypatch: pytest.MonkeyPatch):
    import gzip

    monkeypatch.setattr(transport, "Limits", lambda: Limits(answer=1_000_000))
    bomb = gzip.compress(b" " * 100_000_000)

    with impostor(saying(bomb, Content_Encoding="gzip")) as url:
        assert "gives an answer of more than 1000000 bytes" in refusal(url)


# How often is asked again.


def counting(responders: list[Responder]) -> tuple[Responder, list[str]]:
    """Respond as each of *responders* in turn, the last for ever; note what was asked."""
    asked: list[str] = []

    def respond(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        responders[min(len(asked), len(responders)) - 1](handler)

    return respond, asked


AGAIN: dict[str, tuple[Responder, int]] = {
    "a fault of the server": (saying("", 503), 3),
    "a broken connection": (cut_off, 3),
    "nothing here": (saying("", 404), 1),
    "who are you": (saying("", 401), 1),
    "nonsense": (saying("nonsense"), 1),
    "elsewhere": (saying("", 302, Location="/"), 1),
}


@pytest.mark.parametrize(("respond", "times"), AGAIN.values(), ids=AGAIN)
def test_only_what_may_pass_is_asked_again_and_not_for_ever(respond: Responder, times: int):
    counted, asked = counting([respond])
    with impostor(counted) as url:
        refusal(url, retries=2)

    assert len(asked) == times


def test_a_server_that_recovers_is_no_error():
    good = saying(said_by_opa({"report": {}}))
    counted, asked = counting([saying("", 503), cut_off, good])
    with impostor(counted) as url:
        assert ask_once(url, retries=2) == {"report": {}}

    assert len(asked) == 5  # three to begin with, which bundles there are, and the question


def test_a_server_that_takes_too_long_is_not_asked_again():
    counted, asked = counting([drip(headers=False)])
    with impostor(counted) as url:
        refusal(url, retries=5, timeout=1)
        time.sleep(0.5)  # in which another attempt would have come

    assert len(asked) == 1


# What the machine around us would change.


@contextmanager
def environment(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Iterator[None]:
    with monkeypatch.context() as patched:
        for name, value in variables.items():
            patched.setenv(name, value)
        yield


def test_a_proxy_in_the_environment_sees_nothing(monkeypatch: pytest.MonkeyPatch, running: Opa):
    counted, asked = counting([saying(said_by_opa(1))])
    names = ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
    with impostor(counted) as proxy, environment(monkeypatch, **dict.fromkeys(names, proxy)):
        assert ask_once(running.url) == answer_to(QUESTION)

    assert not asked


def test_a_netrc_does_not_replace_the_token(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password secret\n")
    netrc.chmod(0o600)
    seen: list[str | None] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers.get("Authorization"))
        saying(said_by_opa(1))(handler)

    with impostor(note) as url, environment(monkeypatch, NETRC=str(netrc), HOME=str(tmp_path)):
        ask_once(url, token="our-token")  # noqa: S106 -- a token of nobody
        ask_once(url)

    assert set(seen[: len(seen) // 2]) == {"Bearer our-token"}
    assert set(seen[len(seen) // 2 :]) == {None}


def test_questions_travel_whole_and_say_how_they_are_to_be_answered():
    seen: list[str] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.path)
        saying(said_by_opa(1))(handler)

    with impostor(note) as url:
        ask_once(f"{url}/behind/a-gateway/")

    path = "/behind/a-gateway/v1/data/algocheck/main/evaluation"
    assert seen[-1] == f"{path}?provenance=true&strict-builtin-errors=true"


# What is wrong with the question.


@pytest.mark.parametrize("value", ["\ud800", float("nan"), float("inf")])
def test_what_is_no_json_is_not_asked(running: Opa, value: object):
    engine = start(small(), asking(running.url))
    with pytest.raises(EngineError, match="could not evaluate bundle small"):
        engine.query(ENTRYPOINT, {"manifest": value})

    assert engine.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)
    engine.close()


@pytest.mark.parametrize("name", ["a#b", "algocheck.main.a/../b", "a b.c", "single", "", "a.b?c"])
def test_a_name_that_would_be_another_is_never_sent(running: Opa, name: str):
    engine = start(small(), asking(running.url))
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        engine.query(name, QUESTION)
    engine.close()


def test_an_undefined_answer_is_an_error_and_the_next_question_is_answered(running: Opa):
    engine = start(small(), asking(running.url))
    with pytest.raises(EngineError, match=r"undefined of bundle small has no value"):
        engine.query("algocheck.main.undefined", QUESTION)

    assert engine.query("algocheck.main.other", QUESTION) == "defined"
    engine.close()


def test_no_thread_stays_behind(running: Opa):
    before = threading.active_count()
    for _ in range(5):
        ask_once(running.url)

    assert threading.active_count() == before


def test_revisions_are_compared_to_the_letter():
    with impostor(saying(said_by_opa(1, revision=f"{REVISION} "))) as url:
        assert "holds revision 2027.01 " in refusal(url)
