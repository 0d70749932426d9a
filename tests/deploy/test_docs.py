"""What docs/deploy.md tells people to type does what it says."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from deploy.deployed import LOG_KEY, TOKEN, Opa, Place
from support import AT, ROOT, TODAY, Algocheck

DEPLOYING = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
MANIFEST = {"manifest": {"kind": "deployment"}, "today": TODAY}


def _sh(script: str, opa: Path, cwd: Path, **environment: str) -> str:
    path = os.pathsep.join([str(opa.parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-e", "-c", script],
        cwd=cwd,
        env=os.environ | {"PATH": path} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _typed(line: str) -> str:
    """Return the command of a console block that begins with *line*, its next lines included."""
    _, start, rest = DEPLOYING.partition(f"$ {line}")
    assert start, line
    command = line
    for following in rest.splitlines():
        command += following
        if not following.endswith("\\"):
            break
        command = command.removesuffix("\\")
    return command


def test_a_published_bundle_that_is_signed_as_told_is_served_and_algocheck_takes_its_word(
    place: Place, published: Path, tmp_path: Path, algocheck: Algocheck
):
    shutil.copy(published, tmp_path / "bundle.tar.gz")
    for script in re.findall(r"^```sh\n(.*?)^```", DEPLOYING, re.MULTILINE | re.DOTALL):
        _sh(script, place.opa, tmp_path)
    shutil.copy(tmp_path / "bundle-key.pem", place.secrets)
    place.web.publish((tmp_path / "signed.tar.gz").read_bytes())

    check = ("check", ROOT / "manifests" / "examples", *AT, "--lang", "en")
    with Opa(place) as opa:
        opa.wait_until_ready()
        url = f"http://127.0.0.1:{opa.port}"
        served = algocheck(
            *(*check, "--engine", "opa", "--opa-url", url), env={"ALGOCHECK_OPA_TOKEN": TOKEN}
        )
    here = algocheck(*check, "--engine", "regorus")

    assert served.returncode == here.returncode == 1, served.stderr
    assert place.logs.decisions


def test_a_caller_that_is_listed_as_told_is_known(place: Place, tmp_path: Path):
    make = _typed("openssl rand -hex 32 > ci.token")
    tell = _typed("printf 'ci=")
    listed = _sh(f"{make}\n{tell}", place.opa, tmp_path)
    token = (tmp_path / "ci.token").read_text().strip()

    with Opa(place, ALGOCHECK_CALLERS=listed) as opa:
        asked = "/v1/data/algocheck/main/complete"
        assert opa.send("POST", asked, {"input": MANIFEST}, token=token).status == 200
        assert opa.send("POST", asked, {"input": MANIFEST}).status == 401


def test_the_digest_of_a_logged_manifest_is_made_again_as_told(place: Place, tmp_path: Path):
    manifest = {"kind": "deployment", "purpose": {"goal": "Büro <b>&</b> 'quotes' \u2028 end"}}
    (tmp_path / "manifest.yaml").write_text(json.dumps(manifest), encoding="utf-8")
    with Opa(place) as opa:
        answer = opa.judge({"manifest": manifest, "today": TODAY})
        logged = place.logs.decision(answer["decision_id"])["input"]["digest"]
    command = _typed("ALGOCHECK_LOG_KEY=... opa eval").removeprefix("ALGOCHECK_LOG_KEY=... ")

    digest = _sh(command, place.opa, tmp_path, ALGOCHECK_LOG_KEY=LOG_KEY)

    assert logged == f"hmac-sha256:{digest.strip()}"
