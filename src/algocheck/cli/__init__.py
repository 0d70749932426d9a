"""The command line: the only place that knows click, the streams, exit codes and the clock."""

import gc
import sys
from typing import NoReturn

LITTLE_GARBAGE = 100_000
"""Objects between two searches for circular garbage: a run makes little, and waits for each."""


def entry() -> NoReturn:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(LITTLE_GARBAGE)
    from algocheck.cli.run import run

    code = run(sys.argv[1:])
    # Everything goes at once now: Python need not first search it for circular garbage.
    gc.freeze()
    sys.exit(code)
