"""A runner of composite actions: as much of GitHub's as action.yml needs.

Its scripts run for real, in bash as GitHub starts it. Expressions are evaluated by GitHub's own
package. Other actions are not run: which, and with which inputs, is kept.
"""

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ci.expressions import GitHub
from support import ROOT, clean_environment

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BASH = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail"]
"""What `shell: bash` means at GitHub."""

COMMAND = re.compile(r"\s*::([^ :]+)(?: [^:]*)?::")
OLD_COMMAND = re.compile(r"##\[([^\] ]+)")


@dataclass
class Run:
    """What came of one use of the action."""

    log: str = ""
    summary: str = ""
    exit_code: int = 0  # of the step that failed, if one did
    steps: dict[str, dict[str, str]] = field(default_factory=dict)  # outputs by id
    uses: dict[str, dict[str, str]] = field(default_factory=dict)  # inputs by action
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def commands(self) -> list[str]:
        """The names of the commands that the runner would obey."""
        return obeyed(self.log)


@dataclass(frozen=True)
class Runner:
    """Where the action runs."""

    github: GitHub
    action: Path  # its checkout
    temp: Path
    env: Mapping[str, str] = field(default_factory=dict)

    def run(
        self,
        workspace: Path,
        inputs: Mapping[str, str] | None = None,
        *,
        done: Mapping[str, Mapping[str, str]] | None = None,
        cancelled: bool = False,
    ) -> Run:
        """Run the action in *workspace*; steps that are *done* have these outputs already."""
        defaults = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
        unknown = set(inputs or {}) - set(defaults)
        assert not unknown, f"no such input: {unknown}"
        run = Run(steps={name: dict(outputs) for name, outputs in (done or {}).items()})
        contexts = {"inputs": defaults | dict(inputs or {}), "github": {}}
        for step in ACTION["runs"]["steps"]:
            name = step.get("id", "")
            known = contexts | {"steps": {each: {"outputs": run.steps[each]} for each in run.steps}}
            status = {
                "success": run.exit_code == 0 and not cancelled,
                "failure": run.exit_code != 0,
                "cancelled": cancelled,
                "always": True,
            }
            if name in (done or {}):
                continue
            if not self.github.holds(step.get("if", "success()"), known, status):
                continue
            given = dict(step.get("with" if "uses" in step else "env", {}))
            texts = [
                value if isinstance(value, str) else json.dumps(value) for value in given.values()
            ]
            values = dict(zip(given, self.github.fill(texts, known, status), strict=True))
            if "uses" in step:
                run.uses[step["uses"].partition("@")[0]] = values
            else:
                self._script(step, name, values, workspace, run)
        told = {name: str(each["value"]) for name, each in ACTION["outputs"].items()}
        known = contexts | {"steps": {each: {"outputs": run.steps[each]} for each in run.steps}}
        run.outputs = dict(zip(told, self.github.fill(told.values(), known, {}), strict=True))
        return run

    def _script(
        self, step: Mapping[str, Any], name: str, env: Mapping[str, str], workspace: Path, run: Run
    ) -> None:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        outputs, summary, script = (
            self.temp / each for each in ("_outputs", "_summary", "_script.sh")
        )
        outputs.write_text("")
        summary.write_text("")
        script.write_text(step["run"], encoding="utf-8")
        done = subprocess.run(
            [*BASH, script],
            cwd=workspace,
            env={
                **clean_environment(),
                "CI": "true",
                "GITHUB_ACTIONS": "true",
                "GITHUB_ACTION_PATH": str(self.action),
                "GITHUB_OUTPUT": str(outputs),
                "GITHUB_STEP_SUMMARY": str(summary),
                "GITHUB_WORKSPACE": str(workspace),
                "RUNNER_TEMP": str(self.temp),
                **self.env,
                **env,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        run.log += done.stdout
        run.summary += summary.read_text(encoding="utf-8")
        run.exit_code = run.exit_code or done.returncode
        lines = [line.partition("=") for line in outputs.read_text(encoding="utf-8").splitlines()]
        assert all(equals for _, equals, _ in lines)
        if name:
            run.steps[name] = {key: value for key, _, value in lines}


def obeyed(log: str) -> list[str]:
    """Return the names of the commands in *log* that GitHub's runner obeys, of both forms."""
    found: list[str] = []
    resume = ""
    for line in log.splitlines():
        if resume:
            resume = "" if line.strip() == f"::{resume}::" else resume
            continue
        named = COMMAND.match(line) or OLD_COMMAND.search(line)
        if named and named[1] == "stop-commands":
            resume = line.strip().removeprefix("::stop-commands::")
        elif named:
            found.append(named[1])
    return found
