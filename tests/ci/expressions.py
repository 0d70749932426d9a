"""GitHub's own reader of actions, workflows and expressions, asked from here."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

SCRIPT = Path(__file__).with_name("github.mjs")
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
STATUS = re.compile(r"\b(success|failure|always|cancelled)\(")


class GitHub(NamedTuple):
    """What GitHub's packages answer."""

    folder: Path  # with node_modules

    def problems(self, kind: str, content: str) -> list[str]:
        """Return what is wrong with an action or a workflow."""
        return list(self._ask("parse", {"kind": kind, "content": content}))

    def fill(
        self, texts: Iterable[str], contexts: Mapping[str, Any], status: Mapping[str, bool]
    ) -> list[str]:
        """Return *texts* with the values of the expressions in them."""
        filled = list(texts)
        found = [each for text in filled for each in EXPRESSION.findall(text)]
        if not found:
            return filled
        asked = {"contexts": contexts, "status": status, "expressions": found}
        values = iter(self._ask("evaluate", asked))
        return [EXPRESSION.sub(lambda _: next(values), text) for text in filled]

    def holds(
        self, condition: str, contexts: Mapping[str, Any], status: Mapping[str, bool]
    ) -> bool:
        """Whether a step with this `if` runs; one that asks for no status asks for success."""
        inner = EXPRESSION.fullmatch(condition.strip())
        asked = inner[1] if inner else condition
        if not STATUS.search(asked):
            asked = f"success() && ({asked})"
        return self.fill([f"${{{{ !!({asked}) }}}}"], contexts, status) == ["true"]

    def _ask(self, task: str, given: Mapping[str, Any]) -> Any:
        node = shutil.which("node")
        assert node
        done = subprocess.run(
            [node, SCRIPT, self.folder, task],
            input=json.dumps(given),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
