"""The steps template for Azure Pipelines: expanded, and its bash steps run for real.

Of the template language it knows what the template uses, a parameter by its name and whether one
is empty, and nothing else: any other expression is an error. Tasks are not run but kept.
"""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from support import ROOT, clean_environment

TEMPLATE: dict[str, Any] = yaml.safe_load(
    (ROOT / "ci" / "azure-pipelines.yml").read_text(encoding="utf-8")
)
COMMAND = re.compile(r"##vso\[([\w.]+)")
_PARAMETER = re.compile(r"\$\{\{ parameters\.(\w+) \}\}")
_UNLESS_EMPTY = re.compile(r"\$\{\{ if ne\(parameters\.(\w+), ''\) \}\}")


@dataclass
class Run:
    """What came of one use of the template."""

    log: str = ""
    exit_code: int = 0
    tasks: dict[str, dict[str, Any]] = field(default_factory=dict)  # by name, without version

    @property
    def commands(self) -> list[str]:
        """The names of the commands that the agent obeys, wherever in a line they stand."""
        return COMMAND.findall(self.log)


def steps(parameters: Mapping[str, str]) -> list[dict[str, Any]]:
    """Expand the template."""
    known = {each["name"]: each.get("default") for each in TEMPLATE["parameters"]}
    assert set(parameters) <= set(known)
    values = known | dict(parameters)
    for each in TEMPLATE["parameters"]:
        if each["type"] == "boolean":  # the service writes True and False
            values[each["name"]] = str(values[each["name"]]).capitalize()
    missing = [name for name, value in values.items() if value is None]
    assert not missing, f"a parameter without a value: {missing}"
    return list(_expanded(TEMPLATE["steps"], values))


def run(
    parameters: Mapping[str, str], workspace: Path, temp: Path, *, only: str = "", **agent: str
) -> Run:
    """Run the bash steps, or the one whose name begins with *only*."""
    run = Run()
    for step in steps(parameters):
        if run.exit_code and step.get("condition") != "succeededOrFailed()":
            continue
        if "bash" not in step:
            name = step["task"].partition("@")[0] if "task" in step else "publish"
            run.tasks[name] = step
        elif step["displayName"].startswith(only):
            done = _bash(step, workspace, {"AGENT_TEMPDIRECTORY": str(temp)} | agent)
            run.log += done.stdout
            run.exit_code = run.exit_code or done.returncode
    return run


def _bash(
    step: Mapping[str, Any], workspace: Path, agent: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-c", step["bash"]],
        cwd=workspace,
        env={**clean_environment(), "TF_BUILD": "True", **agent, **step.get("env", {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def _expanded(node: Any, values: Mapping[str, str]) -> Any:
    if isinstance(node, list):
        return [each for item in node for each in _items(item, values)]
    if isinstance(node, dict):
        return {key: _expanded(value, values) for key, value in node.items()}
    if not isinstance(node, str):
        return node
    filled = _PARAMETER.sub("", node)
    assert "${{" not in filled, f"an expression that is not known here: {node}"
    return _PARAMETER.sub(lambda found: values[found[1]], node)


def _items(item: Any, values: Mapping[str, str]) -> list[Any]:
    key = next(iter(item)) if isinstance(item, dict) and len(item) == 1 else ""
    condition = _UNLESS_EMPTY.fullmatch(key)
    if condition:
        found: list[Any] = _expanded(item[key], values) if values[condition[1]] else []
        return found
    return [_expanded(item, values)]
