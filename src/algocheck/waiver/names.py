"""What a waiver may name: a rule of a bundle by id or code, or a question by its fact."""

from collections.abc import Iterable

from algocheck.manifest.faults import SEVERITIES as FAULTS
from algocheck.manifest.schema import field, fields
from algocheck.manifest.suggest import suggest
from algocheck.model import Rule
from algocheck.waiver.rules import SEVERITIES as OF_WAIVERS

QUESTION = "question/"


class Names:
    """The rules of a run's bundles, selected or not, by all their names."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._ids = {
            name.lower(): rule.id for rule in self.rules.values() for name in (rule.id, rule.code)
        }

    def resolve(self, written: str) -> str | None:
        """Return the rule's id or question/<fact> that *written* means; None for neither."""
        if written.startswith(QUESTION):
            return written if _is_fact(written.removeprefix(QUESTION)) else None
        return self._ids.get(written.lower())

    def near(self, written: str) -> str | None:
        """Return what may be meant by what does not resolve."""
        if written.startswith(QUESTION):
            fact = suggest(written.removeprefix(QUESTION), fields())
            return QUESTION + fact if fact else None
        found = suggest(written, self._ids)
        return self._ids[found] if found else None


def is_of_a_file(name: str) -> bool:
    """Tell whether *name* is a fault of a file, which is mended and never waived."""
    return name in FAULTS or name in OF_WAIVERS or name.startswith("baseline/")


def _is_fact(name: str) -> bool:
    try:
        return bool(field(name).path)
    except KeyError:
        return False
