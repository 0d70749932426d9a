"""Draw the report that opens the README: the real command on an example, as docs/report.svg."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
COMMAND = ["algocheck", "check", "manifests/examples", "--at", "2026-11-23", "--lang", "en"]
WIDTH = 100
LINES = 48  # what a reader sees before scrolling; the rest is what the command is for


def main() -> int:
    """Run the command and draw what it says; exit 2 when it reached no verdict."""
    scripts = sysconfig.get_path("scripts")
    done = subprocess.run(
        [str(Path(scripts) / COMMAND[0]), *COMMAND[1:]],
        cwd=ROOT,
        env=os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode not in (0, 1):
        return 2
    told = done.stdout.decode("utf-8").splitlines()
    shown = [f"$ {' '.join(COMMAND)}", "", *told[:LINES]]
    if len(told) > LINES:
        shown.append("...")
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi("\n".join(shown)))
    # A name of its own for the picture's styles, or each run would make another one.
    svg = console.export_svg(title="algocheck", unique_id="report")
    (ROOT / "docs" / "report.svg").write_text(svg, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
