"""action.yml, its scripts run as GitHub runs them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ci.actions import ACTION, BASH, Run, Runner, obeyed
from ci.conftest import EXAMPLES
from ci.documented import block
from ci.expressions import GitHub
from repositories import Repository, repository
from support import ROOT, TODAY, clean_environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts run in a POSIX bash")

AT = f"--at={TODAY}"
UPLOAD = "github/codeql-action/upload-sarif"
INSTALLATION = ("found", "installed")


@pytest.fixture(scope="session")
def installation(
    github: GitHub, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, dict[str, str]]]:
    """Run the steps that install, for real, in a repository that would rather be imported."""
    temp = tmp_path_factory.mktemp("runner") / "_temp"
    temp.mkdir()
    hostile = tmp_path_factory.mktemp("hostile")
    for name in ("pip", "venv", "ensurepip", "secrets", "algocheck", "sitecustomize"):
        (hostile / f"{name}.py").write_text("raise SystemExit('imported from the repository')\n")
    runner = Runner(github, project, temp, {"PYTHONPATH": str(hostile)})
    run = runner.run(hostile, {"paths": "."})
    assert run.outputs["exit-code"] == "2", run.log
    assert "imported from the repository" not in run.log
    assert "manifest" in run.log
    return temp, {name: run.steps[name] for name in INSTALLATION}


@pytest.fixture
def use(
    github: GitHub,
    project: Path,
    installation: tuple[Path, dict[str, dict[str, str]]],
    tmp_path: Path,
):
    """Use the action in a repository, as installed above; `as` is a word of Python, so `as_`."""
    temp, steps = installation

    def run(
        repo: Repository, *, cancelled: bool = False, python: Path | None = None, **inputs: str
    ) -> Run:
        installed = {"folder": str(tmp_path), "python": steps["installed"]["python"]}
        done = steps | {"installed": installed | ({"python": str(python)} if python else {})}
        named = {name.rstrip("_").replace("_", "-"): value for name, value in inputs.items()}
        named["arguments"] = f"{AT}\n{named.get('arguments', '')}"
        runner = Runner(github, project, temp)
        return runner.run(repo.folder, named, done=done, cancelled=cancelled)

    return run


# --- What it installs ---


def test_it_installs_its_own_checkout_in_a_folder_of_its_own(installation, project):
    temp, done = installation
    python = Path(done["installed"]["python"])
    environment = python.parents[1]

    (origin,) = environment.rglob("algocheck-*.dist-info/direct_url.json")

    assert environment.is_relative_to(temp)
    assert json.loads(origin.read_text(encoding="utf-8"))["url"] == project.as_uri()


def test_a_python_is_fetched_only_where_there_is_none(github, project, tmp_path, compliant):
    bare = tmp_path / "path"
    bare.mkdir()
    (bare / "bash").symlink_to("/bin/bash")
    runner = Runner(github, project, tmp_path, {"PATH": str(bare)})

    run = runner.run(compliant.folder, done={"installed": {}, "check": {}})

    assert run.steps["found"] == {}
    assert run.uses["actions/setup-python"] == {
        "python-version": "3.13",
        "update-environment": "false",
    }


# --- What it says ---


def test_a_compliant_repository_passes(use, compliant):
    run = use(compliant)

    assert run.exit_code == 0, run.log
    assert run.outputs["exit-code"] == "0"
    assert run.outputs["passes"] == "true"
    assert "(exit 0)" in run.log
    assert run.commands == ["notice"]
    assert "algocheck" in run.summary


def test_a_broken_repository_fails_with_annotations_a_summary_and_a_report(use, broken):
    run = use(broken)

    assert run.exit_code == 1
    assert run.outputs["exit-code"] == "1"
    assert run.outputs["passes"] == "false"
    assert run.commands[0] == "error"
    assert "::error file=algorithms/chat bot.yaml,line=" in run.log
    assert "transparency/undisclosed-ai" in run.summary
    sarif = json.loads(Path(run.outputs["sarif-file"]).read_text(encoding="utf-8"))
    assert any(
        result["ruleId"] == "transparency/undisclosed-ai" for result in sarif["runs"][0]["results"]
    )


def test_a_repository_without_manifests_is_no_verdict_and_says_so_in_both_languages(use, empty):
    run = use(empty)

    assert run.exit_code == 2
    assert run.outputs == {"exit-code": "2", "passes": "false", "sarif-file": ""}
    assert run.commands == ["error"]
    for told in run.log, run.summary:
        assert "no verdict" in told
        assert "geen oordeel" in told
    assert UPLOAD not in run.uses


# --- What it uploads ---


def test_the_report_is_uploaded_also_where_something_is_open(use, broken):
    run = use(broken)

    assert run.uses[UPLOAD] == {
        "sarif_file": run.outputs["sarif-file"],
        "category": "algocheck",
    }


@pytest.mark.parametrize(
    "inputs",
    [{"since": "HEAD"}, {"arguments": "--since\nHEAD"}, {"upload_sarif": "false"}],
    ids=["since", "since-as-argument", "switched-off"],
)
def test_a_report_on_what_changed_alone_is_not_uploaded_nor_one_that_nobody_wants(
    use, broken, inputs
):
    run = use(broken, **inputs)

    assert run.outputs["exit-code"] in ("0", "1"), run.log
    assert Path(run.outputs["sarif-file"]).is_file()
    assert UPLOAD not in run.uses


def test_a_run_that_was_cancelled_uploads_nothing(use, broken):
    assert UPLOAD not in use(broken, cancelled=True).uses


def test_since_checks_what_changed(use, broken):
    broken.git("switch", "--quiet", "--create", "change")
    fees = broken.folder / "algorithms" / "fees.yaml"
    fees.write_text(fees.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    broken.commit()

    assert use(broken).exit_code == 1
    assert use(broken, since="main").exit_code == 0


# --- What its inputs mean ---


def test_every_input_reaches_the_check_or_the_upload_and_none_is_left_over():
    steps = ACTION["runs"]["steps"]
    (check,) = [step for step in steps if step.get("id") == "check"]
    read = {value for value in check["env"].values() if "inputs." in value}
    of_the_upload = {f"${{{{ inputs.{name} }}}}" for name in ("category", "upload-sarif")}

    assert read | of_the_upload == {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]}
    assert not [name for name in check["env"] if f"${name}" not in check["run"].replace("{", "")]


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"fail_on": "critical"}, "(exit 0)"),
        ({"as_": "supplier", "lang": "nl"}, "leverancier"),
        ({"paths": "algorithms/fees.yaml"}, "(exit 0)"),
        ({"paths": "algorithms/fees.yaml\nalgorithms/chat bot.yaml\n"}, "(exit 1)"),
        ({"paths": "algorithms/fees.yaml\r\n"}, "(exit 0)"),
        ({"unknown": "warn"}, "(exit 1)"),
        ({"waivers": "no such.yaml"}, "no such.yaml"),
        ({"baseline": "no such.json"}, "no such.json"),
        ({"policy": "one house\nno such house"}, "one house"),
        ({"since": "no-such-branch"}, "no-such-branch"),
    ],
)
def test_an_input_means_what_it_says(use, broken, inputs, told):
    assert told in use(broken, **inputs).log


NASTY = "; touch owned $(touch owned) `touch owned` ' && touch owned # \" || touch owned"
HOSTILE = [
    *(("paths", value) for value in (NASTY, "--all", "--skip-others", "*", "${{ github.token }}")),
    *(("since", value) for value in (NASTY, "--all", "--output=owned")),
    *((name, NASTY) for name in ("fail_on", "unknown", "as_", "waivers", "baseline", "lang")),
    *((name, "a\nexit-code=0") for name in ("paths", "fail_on", "waivers")),
]


@pytest.mark.parametrize(("name", "hostile"), HOSTILE)
def test_no_input_is_a_command_an_option_or_an_output(use, broken, name, hostile):
    run = use(broken, **{name: hostile})

    assert run.exit_code == 2, run.log
    assert run.outputs == {"exit-code": "2", "passes": "false", "sarif-file": ""}
    assert not list(broken.folder.rglob("*owned*"))


def test_a_file_may_be_called_anything(use, compliant):
    name = "--fail-on=$(touch owned); 'quoted' \"twice\" &.yaml"
    compliant.write({name: "kind: nothing\n"})

    run = use(compliant, paths=name)

    assert run.exit_code == 1, run.log
    assert "touch owned" in run.log
    assert not (compliant.folder / "owned").exists()


# --- What is in the log ---


@pytest.mark.parametrize("command", ["::add-mask::x", "  ::debug::x", "a ##[add-mask]x"])
def test_no_command_is_obeyed_in_whatever_is_printed(
    use, installation, compliant, tmp_path, command
):
    # A Python that prints the command where algocheck should be, on both streams.
    real, python = installation[1]["installed"]["python"], tmp_path / "python"
    python.write_text(
        "#!/bin/sh\n"
        f'case "$*" in *algocheck*) echo "{command}" | tee /dev/stderr; exit 3 ;; esac\n'
        f'exec "{real}" "$@"\n'
    )
    python.chmod(0o755)

    run = use(compliant, python=python)

    assert run.outputs["exit-code"] == "3"
    assert run.log.count(command) == 2
    assert run.commands == ["error"]
    assert obeyed(run.log.partition("\n")[2])[0] != "error"  # without the first line it would be


# --- What holds for the file ---


def test_no_script_has_an_expression_in_it():
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]

    assert len(scripts) == 3
    assert not [script for script in scripts if "${{" in script]
    assert all(script.startswith("set -euo pipefail\n") for script in scripts)


def test_the_scripts_know_no_more_than_the_bash_of_macos():
    newer = ("mapfile", "readarray", "declare -A", "local -n", "${line,,}", "|&", "&>>", "coproc")
    scripts = "".join(step.get("run", "") for step in ACTION["runs"]["steps"])

    assert not [each for each in newer if each in scripts]


def test_inputs_and_outputs_are_documented():
    told = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")

    assert not [name for name in (*ACTION["inputs"], *ACTION["outputs"]) if f"`{name}`" not in told]


# --- What docs/ci.md makes of it ---


@pytest.fixture
def release() -> dict[str, dict[str, Any]]:
    """Return the steps of a supplier's release that check, by name or by what they use."""
    steps = block(".github/workflows/release.yml").value["jobs"]["human-rights"]["steps"]
    return {step.get("name", step.get("uses", "").partition("@")[0]): step for step in steps}


@pytest.fixture
def product(tmp_path: Path) -> Repository:
    """Make the repository of a product that passes its supplier's gate, in version 4.2."""
    manifest = (EXAMPLES / "anonymisation-supplier.yaml").read_text(encoding="utf-8")
    return repository(tmp_path / "product", {"product.yaml": manifest})


def test_the_example_for_a_repository_passes_the_action_inputs_that_it_has(use, broken):
    steps = block(".github/workflows/algorithms.yml").value["jobs"]["algocheck"]["steps"]
    given = steps[1]["with"] | {"since": ""}

    run = use(broken, **given)

    assert (run.exit_code, run.uses[UPLOAD]["category"]) == (1, "algocheck")


@pytest.mark.parametrize(
    ("event", "since"), [("pull_request", "origin/main"), ("push", ""), ("schedule", "")]
)
def test_the_example_judges_what_changed_in_a_pull_request_alone(github, event, since):
    steps = block(".github/workflows/algorithms.yml").value["jobs"]["algocheck"]["steps"]
    base = "main" if event == "pull_request" else ""
    contexts = {"github": {"event_name": event, "base_ref": base}}

    assert github.fill([steps[1]["with"]["since"]], contexts, {}) == [since]


def test_the_gate_of_a_release_opens_for_its_own_manifest_and_keeps_the_reports(
    use, release, product
):
    run = use(product, **release["example/algocheck"]["with"])

    assert run.exit_code == 0, run.log
    kept = release["actions/upload-artifact"]["with"]["path"].split()
    subprocess.run(
        [*BASH, "-c", release["What customers refer to"]["run"]], cwd=product.folder, check=True
    )
    assert [name for name in kept if not (product.folder / name).is_file()] == []


def test_the_gate_of_a_release_stays_shut_where_something_is_open(use, release, product):
    manifest = (EXAMPLES / "recruitment-supplier.yaml").read_text(encoding="utf-8")
    product.write({"product.yaml": manifest})

    assert use(product, **release["example/algocheck"]["with"]).exit_code == 1


@pytest.mark.parametrize(
    ("tag", "code"), [("v4.2", 0), ("4.2", 0), ("v4x2", 1), ("v4.20", 1), ("v$(touch owned)", 1)]
)
def test_the_gate_of_a_release_is_for_the_manifest_of_that_version(release, product, tag, code):
    script = release["The manifest is about this release"]["run"]

    done = subprocess.run(
        [*BASH, "-c", script],
        cwd=product.folder,
        env=clean_environment() | {"VERSION": tag},
        capture_output=True,
        check=False,
    )

    assert done.returncode == code
    assert not (product.folder / "owned").exists()
