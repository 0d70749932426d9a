"""`algocheck check --engine opa`, in real processes: the same report, or no verdict."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from algocheck.bundles import shipped
from algocheck.engine.regorus import RegorusEngine
from opas import Opa, eventually, free_port, impostor, saying
from support import AT, ROOT, TODAY, Algocheck, clean_environment

EXAMPLES = ROOT / "manifests" / "examples"
OPEN = 1
NO_VERDICT = 2

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@pytest.fixture
def path(opa: Path) -> dict[str, str]:
    """Put OPA in PATH."""
    return {"PATH": f"{opa.parent}{os.pathsep}{os.environ['PATH']}"}


@pytest.fixture(scope="module")
def platform(opa: Path, published: Path) -> Iterator[Opa]:
    """Run an OPA that loaded what is published."""
    with Opa(opa, "--bundle", published) as server:
        yield server


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Make enough manifests for several processes."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3):
        for file in EXAMPLES.glob("*.yaml"):
            (folder / f"{number}-{file.name}").write_bytes(file.read_bytes())
    return folder


def report(done: subprocess.CompletedProcess[str]) -> Any:
    """Return the report without the name of the engine, and without who says which policies."""
    assert done.returncode == OPEN, done.stderr
    told = json.loads(done.stdout)
    assert told.pop("engine").startswith(("OPA 1.", "regorus"))
    assert {bundle.pop("origin") for bundle in told["bundles"]} <= {"released", "served"}
    return told


def judged(algocheck: Algocheck, folder: Path, *options: str, **more: Any) -> Any:
    return report(algocheck("check", folder, *AT, "--format", "json", *options, **more))


# The same report.


def test_an_opa_of_our_own_judges_alike(algocheck: Algocheck, path: dict[str, str]):
    ours = judged(algocheck, EXAMPLES, "--engine", "regorus")

    assert judged(algocheck, EXAMPLES, "--engine", "opa", env=path) == ours


def test_a_server_judges_alike_in_several_processes(
    algocheck: Algocheck, platform: Opa, many: Path
):
    ours = judged(algocheck, many, "--engine", "regorus")
    options = ("--engine", "opa", "--opa-url", platform.url, "--jobs", "2")

    assert judged(algocheck, many, *options) == ours


def test_a_server_that_alone_says_which_policies_it_has_is_told_of(
    algocheck: Algocheck, opa: Path, platform: Opa, path: dict[str, str]
):
    said = "was said by the OPA server itself, and nobody compared the policies"

    def told(server: Opa, *options: str) -> tuple[str, bool]:
        opa_of = ("--engine=opa", f"--opa-url={server.url}")
        asked: tuple[str | Path, ...] = ("check", EXAMPLES, *AT, *opa_of, *options)
        done = algocheck(*asked, "--format=json", env=path)
        assert done.returncode == OPEN, done.stderr
        origin = json.loads(done.stdout)["bundles"][0]["origin"]
        text = algocheck(*asked, "--lang=en", env=path).stdout
        return origin, said in " ".join(text.split())

    assert told(platform) == ("served", True)
    assert told(platform, "--verify-engine=regorus") == ("released", False)
    with Opa(opa) as server:
        assert told(server, "--opa-push") == ("released", False)


def test_several_processes_share_one_opa(algocheck: Algocheck, path: dict[str, str], many: Path):
    ours = judged(algocheck, many, "--engine", "regorus")

    assert judged(algocheck, many, "--engine", "opa", "--jobs", "3", env=path) == ours


def test_a_fleet_judges_alike_while_one_of_it_is_gone(
    algocheck: Algocheck, platform: Opa, many: Path
):
    ours = judged(algocheck, many, "--engine", "regorus")
    gone = f"http://127.0.0.1:{free_port()}"
    env = {"ALGOCHECK_ENGINE": "opa", "ALGOCHECK_OPA_URL": f"{gone} {platform.url}"}

    assert judged(algocheck, many, "--jobs", "2", env=env) == ours


def test_a_configuration_names_the_server(algocheck: Algocheck, platform: Opa, tmp_path: Path):
    ours = judged(algocheck, EXAMPLES, "--engine", "regorus")
    (tmp_path / "algocheck.toml").write_text(f'engine = "opa"\nopa-url = "{platform.url}"\n')

    assert judged(algocheck, EXAMPLES, cwd=tmp_path) == ours


def test_policies_can_be_pushed_to_a_server_that_has_none(
    algocheck: Algocheck, opa: Path, path: dict[str, str]
):
    ours = judged(algocheck, EXAMPLES, "--engine", "regorus")
    with Opa(opa) as server:
        options = ("--engine", "opa", "--opa-url", server.url, "--opa-push")
        theirs = judged(algocheck, EXAMPLES, *options, env=path)
        left = held(server)

    assert theirs == ours
    assert left == {"policies": [], "data": {}}


def held(server: Opa) -> dict[str, Any]:
    found = {}
    for what in ("policies", "data"):
        with urllib.request.urlopen(f"{server.url}/v1/{what}") as answer:  # noqa: S310
            found[what] = json.load(answer)["result"]
    return found


# No verdict.


def no_verdict(algocheck: Algocheck, *options: str, **more: Any) -> str:
    done = algocheck("check", EXAMPLES, *AT, "--engine", "opa", *options, **more)
    assert done.returncode == NO_VERDICT
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


def test_when_all_are_down_each_is_named(algocheck: Algocheck):
    urls = [f"http://127.0.0.1:{free_port()}" for _ in range(2)]
    options = [part for url in urls for part in ("--opa-url", url)]
    said, gezegd = (no_verdict(algocheck, *options, "--lang", lang) for lang in ("en", "nl"))

    for url in urls:
        assert f"{url} cannot be reached (nobody answers there): start it" in said
        assert f"{url} is niet te bereiken (daar antwoordt niemand): start hem" in gezegd


def test_without_opa_the_sentence_says_what_to_install(algocheck: Algocheck):
    assert "install OPA" in no_verdict(algocheck, env={"PATH": "/nowhere"})


def test_a_token_is_never_told(algocheck: Algocheck):
    with impostor(saying("", 401)) as url:
        env = {"ALGOCHECK_OPA_TOKEN": "a-very-secret-token"}
        said = no_verdict(algocheck, "--opa-url", url, env=env)

    assert "check the token" in said
    assert "a-very-secret-token" not in said


def test_a_server_for_another_engine_is_refused(algocheck: Algocheck):
    done = algocheck("check", EXAMPLES, "--opa-url", "http://localhost:1")

    assert done.returncode == NO_VERDICT
    assert "--opa-url is for OPA, and the engine is regorus" in done.stderr


def test_without_an_answer_for_every_rule_there_is_no_verdict(algocheck: Algocheck):
    bundle = shipped()
    answer = RegorusEngine(bundle).query(
        "algocheck.main.evaluation", {"manifest": {}, "today": TODAY}
    )
    missing = answer["answers"].popitem()[0]
    provenance = {"version": "1.22.2", "bundles": {"x": {"revision": bundle.revision}}}

    with impostor(saying({"result": answer, "provenance": provenance})) as url:
        assert f"{missing} was not evaluated" in no_verdict(algocheck, "--opa-url", url)


@posix
def test_a_server_that_dies_halfway_is_no_verdict(
    command: str, opa: Path, published: Path, tmp_path: Path
):
    file = next(EXAMPLES.glob("*.yaml"))
    for number in range(500):
        (tmp_path / f"{number}.yaml").write_bytes(file.read_bytes())
    with Opa(opa, "--bundle", published) as server:
        options = ("--engine", "opa", "--opa-url", server.url, "--jobs", "2")
        with subprocess.Popen(
            [command, "check", tmp_path, *AT, *options],
            env=clean_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as checking:
            eventually(lambda: answered(server) > 5, "some questions are answered")
            server.process.kill()
            said, complaint = checking.communicate(timeout=60)

    assert checking.returncode == NO_VERDICT
    assert said == ""
    assert f"no OPA server answers for bundle algocheck: {server.url} " in complaint


def answered(server: Opa) -> int:
    """Return how many questions *server* has answered."""
    with urllib.request.urlopen(f"{server.url}/metrics") as answer:  # noqa: S310
        counts = re.findall(
            r'^http_request_duration_seconds_count{.*handler="v1/data".*} (\d+)$',
            answer.read().decode(),
            re.MULTILINE,
        )
    return sum(map(int, counts))


@posix
@pytest.mark.parametrize("push", ["--opa-push", ""], ids=["pushed", "here"])
def test_ctrl_c_leaves_nothing_behind(
    command: str, opa: Path, path: dict[str, str], tmp_path: Path, push: str
):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with Opa(opa) as server:
        options = ("--opa-url", server.url, push) if push else ()
        with subprocess.Popen(
            [command, "check", EXAMPLES, *AT, "--engine", "opa", *options, "--jobs", "2"],
            env=clean_environment() | path | {"TMPDIR": str(temporary)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as checking:
            if push:
                eventually(lambda: len(held(server)["policies"]) > 2, "something is pushed")
            else:
                eventually(lambda: list(temporary.iterdir()), "an OPA is started")
            os.killpg(checking.pid, signal.SIGINT)  # as a terminal does
            _, complaint = checking.communicate(timeout=120)
        left = held(server)

    assert checking.returncode == 130
    assert b"Traceback" not in complaint
    assert left == {"policies": [], "data": {}}
    assert not list(temporary.iterdir())
