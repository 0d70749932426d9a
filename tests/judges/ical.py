"""iCalendar, as ical.js reads it: the parser of Thunderbird and Nextcloud."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("read_ical.cjs")


def read(parser: Path, calendar: str) -> Any:
    """Return the properties and events of *calendar*."""
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, SCRIPT, parser], input=calendar.encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
