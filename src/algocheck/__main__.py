"""`python -m algocheck` is `algocheck`."""

from algocheck.cli import entry

entry()
