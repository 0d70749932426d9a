"""Where variables are known: in the body or comprehension that binds them, and in those inside."""

from collections.abc import Iterator


class Scope:
    """The variables of a body or comprehension; it sees those around it."""

    def __init__(self, around: "Scope | None" = None) -> None:
        self.bound: dict[str, int] = {}  # and the byte offset where each is
        self.used: set[str] = set()
        self._around = around

    def find(self, name: str) -> "Scope | None":
        """Return the scope that binds *name*: this one, or the nearest around it."""
        scope: Scope | None = self
        while scope and name not in scope.bound:
            scope = scope._around  # noqa: SLF001 -- it is a scope too
        return scope

    def unused(self) -> Iterator[tuple[str, int]]:
        """Give the variables that nothing used, and where each is bound."""
        for name, at in self.bound.items():
            if name not in self.used:
                yield name, at
