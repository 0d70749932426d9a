"""CSV, as DuckDB reads it: by itself, as a spreadsheet does."""

import json
import subprocess
from pathlib import Path

# The reader chooses the separator, the quotes and the types, as a spreadsheet does.
OPEN = """
import duckdb, json, sys
found = duckdb.read_csv(sys.argv[1], all_varchar=True)
rows = [dict(zip(found.columns, ("" if cell is None else cell for cell in row)))
        for row in found.fetchall()]
print(json.dumps(rows))
"""


def opened(python: Path, file: Path) -> list[dict[str, str]]:
    """Return the rows of *file*; *python* has DuckDB."""
    done = subprocess.run(
        [python, "-c", OPEN, file], capture_output=True, encoding="utf-8", check=True
    )
    rows: list[dict[str, str]] = json.loads(done.stdout)
    return rows
