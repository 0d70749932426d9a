"""Draw the report that opens the README, of an example and in colour, as docs/report.svg."""

import io
import os
from pathlib import Path

from rich.console import Console
from rich.text import Text

from algocheck import pipeline
from algocheck.bundles import shipped
from algocheck.report import Style, text

ROOT = Path(__file__).parents[1]
EXAMPLE = "manifests/examples/welfare-reexamination.yaml"
TODAY = "2026-11-23"
WIDTH = 90
LINES = 52  # what a reader sees before scrolling; the rest is what the command is for


def main() -> None:
    """Check the example and draw what a terminal would show."""
    report = pipeline.check([EXAMPLE], pipeline.Plan((shipped(),), TODAY), root=ROOT)
    told = io.StringIO()
    text.write(report, told, Style("en", width=WIDTH, colour=True, table=True))
    lines = told.getvalue().splitlines()
    shown = [f"$ algocheck check {EXAMPLE} --at {TODAY}", "", *lines[:LINES], "..."]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi("\n".join(shown)))
    # A name of its own for the picture's styles, or each run would make another one.
    svg = console.export_svg(title="algocheck", unique_id="report")
    (ROOT / "docs" / "report.svg").write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
