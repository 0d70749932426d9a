"""Which facts there are: the manifest's schema, as far as policies see it."""

from collections.abc import Iterator, Mapping
from typing import Protocol

_FREE = ("text", "role", "party", "evidence", "uri")


class Field(Protocol):
    """A place in the manifest's schema."""

    @property
    def type(self) -> str:
        """What stands there: text, choice, yes_no, list, entry, group, ..."""

    @property
    def values(self) -> tuple[str, ...]:
        """The values of a choice; empty for what is free."""


class Fields:
    """Every fact, group and list by its path: decision.effect, data.variables[].name."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        # A map holds what somebody wrote down as found: no fact, and no part of the facts' literal.
        self._fields = {path: field for path, field in fields.items() if field.type != "map"}

    def __contains__(self, path: str) -> bool:
        return not path or path in self._fields

    def kind(self, path: str) -> str:
        """Return group, list, entry or fact; empty for what the schema does not have."""
        if not path:
            return "group"
        field = self._fields.get(path)
        if field is None:
            return ""
        return field.type if field.type in ("group", "list", "entry") else "fact"

    def is_free_text(self, path: str) -> bool:
        """Tell whether anything may be written there, in any script."""
        return path in self._fields and self._fields[path].type in _FREE

    def values(self, path: str) -> tuple[str, ...]:
        """Return the values that a choice can have; empty for every other fact."""
        return self._fields[path].values if path in self._fields else ()

    def parts(self, group: str) -> list[str]:
        """Return the names that a group or entry is made of."""
        steps = (path.rpartition(".") for path in self._fields)
        return [n for parent, _, n in steps if parent == group and not n.endswith("[]")]

    def below(self, path: str) -> Iterator[str]:
        """Give the facts and lists that *path* is made of."""
        for each in self._fields:
            inside = each.startswith((f"{path}.", f"{path}[]")) or not path
            if inside and self.kind(each) in ("fact", "list") and not each.endswith("[]"):
                yield each
