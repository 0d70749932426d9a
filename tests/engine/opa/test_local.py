"""An OPA that is started here: it answers, to nobody else, and it never outlives us."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from algocheck.engine.opa import process, serving, start, watch
from algocheck.engine.opa.fleet import OpaEngine
from algocheck.engine.settings import Server, Settings
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.words import say
from opas import MAIN, answer_to, eventually, impostor, listens, saying, small
from rego import HOSTILE
from support import ROOT

ENTRYPOINT = "algocheck.main.evaluation"
QUESTION = {"manifest": {"kind": "deployment"}, "today": "2027-01-01"}

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")


@pytest.fixture
def here(opa: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Say which OPA to start; what is temporary lies in a folder that can be looked at."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return Settings(opa=str(opa), server=Server(timeout=20.0, retries=0))


def port_of(engine: OpaEngine) -> int:
    """Return where the OPA of *engine* listens, which only errors tell."""
    (holder,) = engine.served.holders
    return urlsplit(holder.url).port or 0


def refusal(bundle: Bundle, settings: Settings) -> str:
    with pytest.raises(EngineError) as error:
        start(bundle, settings)
    assert str(error.value).isprintable()
    return str(error.value)


# It answers.


def test_it_answers_question_after_question(here: Settings):
    engine = start(small(), here)
    answers = [engine.query(ENTRYPOINT, {"n": n}) for n in range(50)]
    engine.close()

    assert answers == [answer_to({"n": n}) for n in range(50)]
    assert engine.description.startswith("OPA 1.")


def test_each_bundle_has_an_opa_of_its_own(here: Settings):
    one, other = small(), small(MAIN.replace("2 *", "3 *").replace("42", "63"), digest="e2" * 32)
    with serving((one, other), here) as settings:
        first, second = (start(bundle, settings) for bundle in (one, other))

        assert port_of(first) != port_of(second)
        assert first.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)
        first.close()
        # What is served is stopped where it was started, not by who asks.
        assert start(one, settings).query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)


def test_other_processes_can_ask_what_is_served_here(here: Settings):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from algocheck.engine.opa import start\n"
        "from algocheck.engine.settings import *\n"
        "from opas import answer_to, small\n"
        "settings = Settings(served=eval(sys.argv[1]))\n"
        f"answer = start(small(), settings).query({ENTRYPOINT!r}, {QUESTION!r})\n"
        f"print(answer == answer_to({QUESTION!r}))\n"
    )
    with serving((small(),), here) as settings:
        told = subprocess.run(
            [sys.executable, "-c", code, repr(settings.served)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert told == "True\n"


def test_builtin_errors_are_errors(here: Settings):
    engine = start(small(f'{MAIN}\nfails if to_number("x\x7f")\n'), here)
    with pytest.raises(EngineError, match=r"main\.rego:\d+: to_number: .* invalid syntax"):
        engine.query("algocheck.main.fails", QUESTION)
    engine.close()


# It answers nobody else, and shows nothing.


def test_nobody_can_change_what_it_answers_from(here: Settings):
    engine = start(small(), here)
    base = f"http://127.0.0.1:{port_of(engine)}/v1"
    for path, content in (
        ("policies/x", b"package algocheck.x"),
        ("policies/x", b"package x"),
        ("data/algocheck/params", b"{}"),
        ("data/x", b"{}"),
    ):
        request = urllib.request.Request(f"{base}/{path}", content, method="PUT")  # noqa: S310
        with pytest.raises(urllib.error.HTTPError, match="400"):
            urllib.request.urlopen(request)  # noqa: S310
    engine.close()


def test_rego_sees_nothing_of_our_environment(here: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ALGOCHECK_OPA_TOKEN", "secret")
    monkeypatch.setenv("OPA_RUN_SERVER", "nonsense")
    engine = start(small(f"{MAIN}\nenv := opa.runtime().env\n"), here)

    assert engine.query("algocheck.main.env", {}).keys() <= set(watch.KEPT)
    engine.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions elsewhere")
def test_its_policies_are_ours_alone_to_read(here: Settings, tmp_path: Path):
    engine = start(small(), here)
    (folder,) = tmp_path.glob("algocheck-opa-*")

    assert folder.stat().st_mode & 0o077 == 0
    engine.close()


# It ends.


def test_it_ends_with_the_engine_and_leaves_nothing(here: Settings, tmp_path: Path):
    engine = start(small(), here)
    assert listens(port_of(engine))
    engine.close()

    assert not listens(port_of(engine))
    assert not list(tmp_path.iterdir())
    with pytest.raises(EngineError, match="is no longer asked: the engine was closed"):
        engine.query(ENTRYPOINT, QUESTION)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, RuntimeError])
def test_it_ends_when_something_else_goes_wrong(
    here: Settings, tmp_path: Path, kind: type[BaseException]
):
    served: list[int] = []

    def go_wrong() -> None:
        with serving((small(),), here) as settings:
            served.append(port_of(start(small(), settings)))
            raise kind

    with pytest.raises(kind):
        go_wrong()

    assert [listens(port) for port in served] == [False]
    assert not list(tmp_path.iterdir())


ORPHAN = """
import os, sys, tempfile, time
sys.path.insert(0, {tests!r})
tempfile.tempdir = {temporary!r}
from algocheck.engine.opa import start
from algocheck.engine.settings import Settings
from opas import small
engine = start(small(), Settings(opa={opa!r}))
{then}
print(engine.served.holders[0].url.rpartition(":")[2], flush=True)
time.sleep(600)
"""


@pytest.fixture
def orphan(here: Settings, tmp_path: Path) -> Iterator[Any]:
    """Start a process that starts an OPA; give both the process and the OPA's port."""
    started = []

    def run(then: str = "") -> tuple[subprocess.Popen[str], int]:
        code = ORPHAN.format(
            tests=str(ROOT / "tests"), temporary=str(tmp_path), opa=here.opa, then=then
        )
        parent = subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        started.append(parent)
        assert parent.stdout
        return parent, int(parent.stdout.readline())

    yield run
    for parent in started:
        parent.kill()
        parent.wait()
        assert parent.stdout
        parent.stdout.close()


@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"])
@posix
def test_it_ends_with_the_process_that_started_it(orphan: Any, tmp_path: Path, number: str):
    parent, port = orphan()
    assert listens(port)
    parent.send_signal(getattr(signal, number))

    eventually(lambda: not listens(port), "the OPA of a killed process ends")
    eventually(lambda: not list(tmp_path.iterdir()), "its folder is removed")


@posix
def test_a_child_that_lives_on_does_not_keep_it(orphan: Any):
    parent, port = orphan("if not os.fork(): time.sleep(8); os._exit(0)")
    parent.kill()

    eventually(lambda: not listens(port), "OPA ends though a child has our pipe")


@posix
def test_a_copy_of_the_process_does_not_end_it(orphan: Any):
    _, port = orphan("if not os.fork(): engine.close(); os._exit(0)\nos.wait()")

    assert listens(port)


@linux
def test_ctrl_c_reaches_us_and_not_opa(here: Settings):
    engine = start(small(), here)
    groups = {
        int(stat.parent.name): os.getpgid(int(stat.parent.name))
        for stat in Path("/proc").glob("[0-9]*/stat")
        if f":{port_of(engine)}" in (stat.parent / "cmdline").read_text()
    }
    engine.close()

    assert groups
    assert os.getpgid(0) not in groups.values()


# It does not start.


def test_without_opa_the_sentence_says_where_to_get_it():
    assert refusal(small(), Settings(opa="no-such-opa")) == (
        "no-such-opa was not found: install OPA "
        "(https://www.openpolicyagent.org/docs/#1-download-opa) and put it in PATH, "
        "or name a server with --opa-url"
    )


@posix
def test_an_opa_in_the_folder_that_is_checked_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    planted = tmp_path / "opa"
    planted.write_text("#!/bin/sh\ntouch ran\n")
    planted.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}/nowhere")

    assert "opa was not found" in refusal(small(), Settings())
    assert not (tmp_path / "ran").exists()


@posix
def test_another_program_of_that_name_says_what_it_says(tmp_path: Path):
    other = tmp_path / "opa"
    other.write_text("#!/bin/sh\necho I am \x1b[31manother program >&2\nexit 3\n")
    other.chmod(0o755)

    assert refusal(small(), Settings(opa=str(other))) == (
        "the local OPA does not start with bundle small: I am \\x1b[31manother program"
    )


@posix
def test_what_is_no_program_is_said_to_be_none(tmp_path: Path):
    text = tmp_path / "opa"
    text.write_bytes(b"\x7fELF and no more")
    text.chmod(0o755)

    with pytest.raises(EngineError) as error:
        start(small(), Settings(opa=str(text)))

    assert say(error.value.message, "en") == (
        f"{text} cannot be run: it is no program that this machine can run; "
        "name another OPA with --opa PATH"
    )
    assert "is niet uit te voeren: het is geen programma" in say(error.value.message, "nl")


def test_a_bundle_that_does_not_compile_says_where(here: Settings, tmp_path: Path):
    said = refusal(small(f"{MAIN}\nx := nosuch(1)\n"), here)

    assert "does not start with bundle small: " in said
    assert "main.rego:" in said
    assert "undefined function nosuch" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("data", ["[1]", "{", "nonsense"])
def test_data_that_is_no_data_is_refused(here: Settings, data: str):
    assert "does not start with bundle small" in refusal(small()._replace(data=data), here)


def test_a_bundle_without_its_entry_point_is_refused(here: Settings):
    said = refusal(small("package algocheck.main\n\nother := 1\n"), here)

    assert "has no answer for an empty manifest" in said


# Another program has the port.


def ports(monkeypatch: pytest.MonkeyPatch, *taken: int) -> None:
    free = process.free_port
    waiting = list(taken)
    monkeypatch.setattr(process, "free_port", lambda: waiting.pop(0) if waiting else free())


def healthy(handler: BaseHTTPRequestHandler) -> None:
    """Pretend to be an OPA that is ready, and answers."""
    provenance = {"version": "1.22.2", "bundles": {"x": {"revision": "x"}}}
    saying({"result": answer_to(1), "provenance": provenance})(handler)


def test_another_port_is_tried_and_whoever_has_it_is_not_believed(
    here: Settings, monkeypatch: pytest.MonkeyPatch
):
    with impostor(healthy) as url:
        ports(monkeypatch, urlsplit(url).port or 0)
        engine = start(small(), here)

        assert engine.query(ENTRYPOINT, QUESTION) == answer_to(QUESTION)
        assert port_of(engine) != urlsplit(url).port
        engine.close()


def test_where_others_have_every_port_that_is_tried_it_gives_up_and_says_so(
    here: Settings, monkeypatch: pytest.MonkeyPatch
):
    with impostor(saying("", 500)) as url:
        ports(monkeypatch, *[urlsplit(url).port or 0] * 5)

        assert "5 times another program was faster to a free port" in refusal(small(), here)


# What nobody vouches for.


def test_a_policy_that_never_ends_is_waited_for_no_longer_than_was_said(
    here: Settings, tmp_path: Path
):
    endless = small(f"{MAIN}\n{HOSTILE['an exponential join']}")
    engine = start(endless, here._replace(server=Server(timeout=2, retries=0)))
    with pytest.raises(EngineError, match="did not answer within 2 seconds"):
        engine.query("algocheck.main.answer", {})
    engine.close()

    assert not listens(port_of(engine))
    assert not list(tmp_path.iterdir())


@linux
@pytest.mark.parametrize("what", ["a list without end", "text that doubles again and again"])
def test_a_policy_that_eats_memory_meets_a_limit(
    here: Settings, monkeypatch: pytest.MonkeyPatch, what: str
):
    monkeypatch.setattr(process, "BYTES", 5 * 1024**3 // 2)
    hungry = small(f"{MAIN}\n{HOSTILE[what]}")
    engine = start(hungry, here._replace(server=Server(timeout=120, retries=0)))
    with pytest.raises(EngineError, match="no OPA server answers for bundle small"):
        engine.query("algocheck.main.answer", {})
    engine.close()


def test_what_is_served_is_json_that_can_be_handed_on(here: Settings):
    with serving((small(),), here) as settings:
        (served,) = settings.served

        assert served.digest == small().digest
        assert json.loads(json.dumps(served.holders)) == [list(each) for each in served.holders]
