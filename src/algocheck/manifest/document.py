"""What one file, or one part of it between ``---``, says, and where."""

from typing import Any, NamedTuple

from algocheck.manifest.places import Lines, Places, pointer
from algocheck.model import Finding, Location, Path


class Document(NamedTuple):
    """Plain JSON values with their places.

    What is written twice, or cannot be JSON, is None in *value*: nothing is stated
    there, and a fault says so. Values that an alias repeats are shared: read only.
    """

    file: str  # as shown to people, with forward slashes
    number: int  # from 1, empty documents included
    value: Any  # dict with str keys, list, str, int of 64 bits, finite float, bool, None
    places: Places
    faults: tuple[Finding, ...] = ()  # of reading
    broken: bool = False  # there is nothing to evaluate

    def locate(self, path: Path) -> Location:
        """Return the place of the key that *path* ends in, or of the list element.

        Of what is missing: of the nearest block around it. The pointer is always that of *path*.
        """
        return Location(self.file, *self.places.of_key(path), pointer(path), self.number)

    def locate_value(self, path: Path) -> Location:
        """Return the place of the value at *path*; as `locate` of what is missing."""
        return Location(self.file, *self.places.of_value(path), pointer(path), self.number)


def broken(file: str, *faults: Finding, number: int = 1) -> Document:
    """Make the document of which nothing can be evaluated, and *faults* say why."""
    return Document(file, number, None, Places(Lines("")), faults, broken=True)
