"""How large a manifest can be: far beyond any real one, and still read in a moment."""

BYTES = 10 * 1024 * 1024
"""Of a file; no more is ever read."""

DEPTH = 100
"""Of blocks within blocks."""

NODES = 100_000
"""Of keys, values and blocks in a document, those that aliases repeat included."""

CHARACTERS = BYTES
"""Of text in a document, that which aliases repeat included."""

FAULTS = 1_000
"""Of reading, in a document: who has more of them does not read a longer list either."""

DOCUMENTS = 10_000
"""In a file, empty ones included."""
