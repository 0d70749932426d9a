"""How large a baseline can be: some hundred thousand entries, and still read in seconds."""

MEBIBYTES = 64
BYTES = MEBIBYTES * 1024 * 1024
"""Of the file."""

TIMES = 1_000_000
"""Of points with one fingerprint."""
