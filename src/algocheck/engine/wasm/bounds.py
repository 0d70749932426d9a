"""How much a compiled bundle may cost; counted, not timed, save compiling."""

from algocheck.engine.limits import Limits

FUEL = 2_000_000_000
"""Of loading, and of each question: about one a machine instruction of Wasm."""

MEMORY = 512 * 1024**2
"""Bytes in which an instance has its data, the question and all that it makes of them."""

FUNCTIONS = 100_000
"""That are called by number."""

ANSWER = 32 * 1024**2
"""Bytes of JSON; read, it takes many times as much."""

SOURCE = 32 * 1024**2
"""Bytes of the compiled form, before it is compiled for this machine."""

COMPILING = Limits(seconds=30.0, bytes=1024**3, answer=64 * 1024**2)
"""Of the process that does so; its answer is code of this machine, in bytes."""
