"""What a manifest must at least state to pass a rule, as `manifests/passes` holds it."""

import re
import textwrap

from algocheck.model import Rule
from algocheck.resources import passes

_ENTRY = re.compile(
    r"^(?P<defect>[a-z0-9-]+):\n(?P<lines>(?:[ \t].*\n|\n(?=[ \t]))+)", re.MULTILINE
)


def snippet(rule: Rule) -> str:
    """Return lines of YAML to state in a manifest; empty for a house rule."""
    theme, _, defect = rule.id.partition("/")
    file = passes() / f"{theme}.yaml"
    if not file.is_file():
        return ""
    for entry in _ENTRY.finditer(file.read_text(encoding="utf-8")):
        if entry["defect"] == defect:
            return textwrap.dedent(entry["lines"])
    return ""
