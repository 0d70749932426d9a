"""The examples of docs/ci.md: each block of YAML says in its first line which file it is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ci import gitlab
from support import ROOT

TEXT = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
JUDGES = {
    ".github/workflows/algorithms.yml": "vendor.github-workflows",
    ".github/workflows/release.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
    "azure-pipelines.yml": "vendor.azure-pipelines",
    ".pre-commit-config.yaml": "pre-commit",
}
"""Which schema each of these files has."""


class Block(NamedTuple):
    """An example."""

    number: int  # in the text, from 1
    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.number}-{Path(self.file).name}"

    @property
    def value(self) -> dict[str, Any]:
        """What it says."""
        read: dict[str, Any] = yaml.safe_load(self.text)
        return read

    @property
    def jobs(self) -> dict[str, Any]:
        """Its jobs, where it is for GitLab, and those that it includes."""
        return gitlab.merged(gitlab.TEMPLATE, self.value)

    def write(self, folder: Path) -> Path:
        """Write it below *folder*, where its service looks for it."""
        file = folder / str(self.number) / self.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.text, encoding="utf-8")
        return file


def _blocks() -> Iterator[Block]:
    found = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert len(found) == TEXT.count("```yaml")  # none without the name of its file
    for number, (file, text) in enumerate(found, 1):
        yield Block(number, file, text)


BLOCKS = list(_blocks())


def block(file: str, number: int = 0) -> Block:
    """Return the example for *file*, or that one of several."""
    return [each for each in BLOCKS if each.file == file][number]


def scripts() -> Iterator[tuple[str, str]]:
    """Yield each script in the examples, and its shell."""
    for each in BLOCKS:
        if ".github" in each.file:
            for job in each.value["jobs"].values():
                yield from (("bash", step["run"]) for step in job["steps"] if "run" in step)
        elif each.file == ".gitlab-ci.yml":
            own = [job for job in each.value.values() if isinstance(job, dict)]
            yield from (("sh", "\n".join(job["script"])) for job in own if "script" in job)


def commands() -> list[str]:
    """Return what is typed in the console blocks, each command on one line."""
    consoles = "".join(re.findall(r"^```console\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))
    return re.findall(r"^\$ (.*)$", consoles.replace("\\\n", " "), re.MULTILINE)
