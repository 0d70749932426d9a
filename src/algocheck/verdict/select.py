"""Which rules a run is about."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from algocheck.errors import UsageError
from algocheck.model import Owner, Rule
from algocheck.policy.bundle import Bundle

_ALIKE = 0.6
"""How much of two names is the same where one may be meant by the other: 1 is all of it."""


class Selection(NamedTuple):
    """A choice by party, theme and rule; empty means everything."""

    party: Owner | None = None  # supplier or deployer
    themes: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()  # ids

    def takes(self, rule: Rule) -> bool:
        """Tell whether *rule* is chosen."""
        return (
            (self.party is None or rule.owner in (self.party, Owner.BOTH))
            and (not self.themes or rule.theme in self.themes)
            and (not self.rules or rule.id in self.rules)
        )


def select(
    bundles: Sequence[Bundle],
    *,
    party: str | None = None,
    themes: Iterable[str] = (),
    names: Iterable[str] = (),
) -> Selection:
    """Choose among the rules of *bundles*; a rule is named by its id or its code.

    Raises `UsageError` for a theme or rule that no bundle has, and for a choice
    that leaves nothing: whoever checks nothing would pass.
    """
    rules = [rule for bundle in bundles for rule in bundle.rules]
    ids = {name: rule.id for rule in rules for name in (rule.id, rule.code) if name}
    known_themes = sorted({rule.theme for rule in rules})
    selection = Selection(
        Owner(party) if party else None,
        frozenset(_known("check.no-such-theme", theme, known_themes) for theme in themes),
        frozenset(ids[_known("check.no-such-rule", name.strip(), list(ids))] for name in names),
    )
    if not any(selection.takes(rule) for rule in rules):
        raise UsageError("check.nothing-selected")
    return selection


def _known(key: str, name: str, names: Sequence[str]) -> str:
    spelt = {known.lower(): known for known in names}
    if name.lower() in spelt:
        return spelt[name.lower()]
    import difflib

    closest = difflib.get_close_matches(name.lower(), spelt, n=1, cutoff=_ALIKE)
    if closest:
        raise UsageError(f"{key}-but", name=name, closest=spelt[closest[0]])
    raise UsageError(key, name=name, known=", ".join(names))
