"""What is wrong with a waiver, wherever it stands: in a file, or not yet written down."""

from typing import NamedTuple

from algocheck.words import Message


class Objection(NamedTuple):
    """One thing that is wrong; `Written.told` makes a finding of it."""

    rule: str  # that the waiver breaks, such as waiver/too-long
    key: str  # of what it says, such as expires
    problem: Message
