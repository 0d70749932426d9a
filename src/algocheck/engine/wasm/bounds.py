"""How much a compiled bundle may cost; counted, not timed, save compiling."""

from algocheck.engine.limits import Limits

FUEL = 1_000_000_000
"""Of each question, and of loading; one for about each instruction. An ordinary one takes 1 %."""

FUEL_PER_BYTE = 10_000
"""More of it, for what is large itself; the largest manifests took a third of this."""

MEMORY = 512 * 1024**2
"""Bytes for the data, the question and all that is made of them."""

FUNCTIONS = 100_000
"""That are called by number."""

ANSWER = 32 * 1024**2
"""Bytes of JSON; read, it takes many times as much."""

SOURCE = 32 * 1024**2
"""Bytes of the compiled form, before it is compiled for this machine."""

COMPILING = Limits(seconds=30.0, bytes=1024**3, answer=64 * 1024**2)
"""Of the process that does so; its answer is machine code, in bytes."""
