"""TAP, as a parser of version 14 and one of version 13 read it."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tap.parser import Parser


def read_as_14(parser: Path, text: str) -> tuple[dict[str, Any], bool]:
    """Return what tap-parser makes of *text*, in its strict mode, and whether it is satisfied."""
    done = subprocess.run(
        [parser, "--strict", "--json=0"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    (complete,) = (event[1] for event in json.loads(done.stdout) if event[0] == "complete")
    return complete, done.returncode == 0


def read_as_13(text: str) -> tuple[Counter[str], Any]:
    """Return how many test points there are of each sort, and the plan."""
    lines = list(Parser().parse_text(text))
    assert not [line for line in lines if line.category in ("unknown", "bail")]
    (plan,) = (line for line in lines if line.category == "plan")
    return _counted(line for line in lines if line.category == "test"), plan


def failing(text: str) -> int:
    """Return how many test points fail, as every version counts them."""
    return sum(line.startswith("not ok") and "# TODO" not in line for line in text.splitlines())


def _counted(results: Iterator[Any]) -> Counter[str]:
    return Counter(
        "skip" if each.skip else "todo" if each.todo else "ok" if each.ok else "not ok"
        for each in results
    )
