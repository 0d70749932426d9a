"""Follow facts through a policy without evaluating it: which are read, and what with."""

from algocheck.policy.ast import Definition, Syntax
from algocheck.policy.diagnostics import Complain, Diagnostics
from algocheck.policy.fields import Fields
from algocheck.policy.program import Name, Named, Program
from algocheck.policy.reading import Reading
from algocheck.policy.references import References
from algocheck.policy.sight import Sight
from algocheck.policy.value import NOTHING, Value, any_of


class Reader:
    """Reads definitions on behalf of one module, each once for what its arguments stand for."""

    def __init__(
        self, program: Program, fields: Fields, origin: Syntax, complain: Complain
    ) -> None:
        self._diagnostics = Diagnostics(fields, origin, complain)
        self.sight = Sight(fields, self._diagnostics)
        self._references = References(program, self.sight, self._diagnostics, self.read)
        self._known: dict[tuple[Name, tuple[Value, ...]], Value] = {}

    def read(self, named: Named, arguments: tuple[Value, ...] = ()) -> Value:
        """Read a definition, given what its arguments stand for; return what its value may be."""
        key = (named.name, arguments)
        if key not in self._known:
            self._known[key] = NOTHING  # a cycle ends here; it is told elsewhere
            self._known[key] = any_of(
                self._reading(syntax, definition).value(arguments)
                for syntax, definition in named.defined
            )
        return self._known[key]

    def _reading(self, syntax: Syntax, definition: Definition) -> Reading:
        return Reading(syntax, definition, self._references, self.sight, self._diagnostics)
