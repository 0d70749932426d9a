"""A small bundle to lint on, and a way to look at modules beside it; shared by tests."""

from collections.abc import Mapping
from typing import Any

from algocheck.engine.syntax import parse
from algocheck.manifest.schema import fields
from algocheck.policy.lint import Inspection, inspect
from algocheck.policy.source import Module, Source

RULE = "algocheck/rules/theme/defect/defect.rego"

METADATA = """\
# METADATA
# title: It is shown
# description: |
#   Why it matters.
# custom:
#   code: XX-01
#   severity: high
#   owner: deployer
#   kind: law
#   laws:
#     - {law: awb, article: "6:4"}
#   nl:
#     title: Het is getoond
#     description: |
#       Waarom het ertoe doet.
#     remedy: Toon het.
#   en:
#     remedy: Show it.
"""

BODY = """\
applies := logic.one_of(m.decision.effect, {"legal"})

requires := [{
	"path": ["purpose", "goal"],
	"met": logic.stated(m.purpose.goal),
}]
"""

LOGIC = """\
package algocheck.lib.logic

one_of(value, wanted) := "yes" if {
	value in wanted
} else := "unknown" if {
	value == "unknown"
} else := "no"

stated(value) := "yes" if {
	value != "unknown"
} else := "unknown"

any_of(answers) := "yes" if {
	"yes" in answers
} else := "no"
"""

DATA: Mapping[str, Any] = {
    "algocheck": {
        "params": {"regimes": {"always": {}, "date": {}}, "months": 24},
        "laws": {
            "awb": {
                "name": {"nl": "Awb", "en": "General Administrative Law Act"},
                "identifier": "BWBR0005537",
                "url": "https://wetten.overheid.nl/jci1.3:c:{id}&artikel={a}",
            }
        },
    }
}

FACTS = """\
package algocheck.facts

m := {}

listed := {}

group(path) := path
"""

LIBRARY = {"algocheck/facts/facts.rego": FACTS, "algocheck/lib/logic/logic.rego": LOGIC}

BASE = Source(tuple(Module(path, text) for path, text in LIBRARY.items()), (), DATA)


def rule(
    body: str = BODY,
    *,
    metadata: str = METADATA,
    imports: str = "import data.algocheck.facts.m\nimport data.algocheck.lib.logic\n",
    package: str = 'algocheck.rules.theme["defect"]',
) -> str:
    """Write a rule that is right, but for what is given."""
    return f"{metadata}package {package}\n\n{imports}\n{body}"


def source(files: Mapping[str, str], data: Mapping[str, Any] | None = None, **more: Any) -> Source:
    """Make a folder of policies of *files*."""
    modules = tuple(Module(path, text) for path, text in sorted(files.items()))
    return Source(modules, (), data or {}, **more)


def look(looked_at: Source, base: Source | None = BASE, **options: Any) -> Inspection:
    """Lint with the real parser and the real schema."""
    return inspect(looked_at, base=base, **{"parse": parse, "fields": fields(), **options})


def checks(text: str, path: str = RULE, base: Source | None = BASE) -> list[str]:
    """Return the checks that a module fails."""
    return [each.check for each in look(source({path: text}), base).violations]
