"""The command line: the only place that knows click, the streams, exit codes and the clock."""

import sys
from typing import NoReturn


def entry() -> NoReturn:
    """Run the command line and leave with its exit code."""
    from algocheck.cli.run import run

    sys.exit(run(sys.argv[1:]))
