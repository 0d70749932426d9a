"""`make dist`: the wheel carries what the published bundle carries."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from algocheck.bundles import digest_of
from algocheck.policy.build import stated, unpack
from algocheck.policy.source import read_source
from support import clean_environment, copy_of_the_project


@pytest.mark.skipif(not shutil.which("make"), reason="no make")
def test_make_dist_puts_the_compiled_form_into_the_wheel(opa: Path, tmp_path: Path):
    project = copy_of_the_project(tmp_path / "clone")
    environment = clean_environment()
    environment["PATH"] = f"{opa.parent}{os.pathsep}{environment['PATH']}"
    # The environment of these tests is as it should be, whatever the copy's clock says.
    ready = f"--old-file={sys.prefix}/installed-dev"

    done = subprocess.run(
        ["make", "dist", f"VENV={sys.prefix}", ready],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = (project / "dist").glob("*.whl")
    shutil.unpack_archive(wheel, tmp_path / "wheel", "zip")
    carried = tmp_path / "wheel" / "algocheck" / "policies"
    bundle = unpack((project / "dist" / "policies.tar.gz").read_bytes())
    for name in ("policy.wasm", "policy.wasm.json"):
        assert (carried / name).read_bytes() == bundle[name]
    digest = digest_of(read_source(carried, with_tests=False), stated(carried)[1])
    assert json.loads(bundle["policy.wasm.json"])["digest"] == digest
