"""Changes to a text that a test makes, and that cannot come to nothing unseen."""

import re

from support import ROOT

EXAMPLES = ROOT / "manifests" / "examples"


def example(name: str) -> str:
    """Return the example manifest *name*."""
    return (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")


def stating(text: str, **facts: str) -> str:
    """Return the manifest *text* with other values: each fact is named by its last part, once."""
    for name, value in facts.items():
        # A value may go on below its key, further to the right.
        whole = re.compile(rf"^( *(?:- )?){name}: .*\n(?:\1 +.*\n)*", re.MULTILINE)
        text, number = whole.subn(rf"\g<1>{name}: {value}\n", text)
        assert number == 1, f"{name} stands {number} times in it"
    return text


def line_of(text: str, part: str) -> int:
    """Return the number of the line that begins with *part*, which is one."""
    (number,) = (
        number for number, line in enumerate(text.splitlines(), 1) if line.strip().startswith(part)
    )
    return number
