"""Bundles made by hand, past the lint, to ask an engine; shared by tests."""

from algocheck.policy.bundle import Bundle
from algocheck.policy.source import Module

PATH = "algocheck/rules/theme/defect/defect.rego"


def bundle(*texts: str, data: str = "{}", name: str = "by-hand") -> Bundle:
    """Make a bundle of modules; they lie in files of their own, the first at `PATH`."""
    modules = [
        Module(PATH.replace(".rego", f"{number or ''}.rego"), text)
        for number, text in enumerate(texts)
    ]
    return Bundle(name, "", "", tuple(modules), data, (), vouched=False)


HOSTILE = {
    "a function that calls itself by a detour": "f(n) := g(n)\ng(n) := f(n)\nanswer := f(1)",
    "rules that lead back to themselves": "answer := b\nb := answer",
    "three thousand functions on top of each other": (
        "f0(n) := n\n"
        + "".join(f"f{n}(n) := f{n - 1}(n)\n" for n in range(1, 3000))
        + "answer := f2999(1)"
    ),
    "nine thousand rules on top of each other": (
        "r0 := 1\n" + "".join(f"r{n} := r{n - 1}\n" for n in range(1, 9000)) + "answer := r8999"
    ),
    "a list without end": "answer := [n | some n in numbers.range(1, 1000000000)]",
    "text that doubles again and again": (
        't0 := "ab"\n'
        + "".join(f't{n} := concat("", [t{n - 1}, t{n - 1}])\n' for n in range(1, 40))
        + "answer := t39"
    ),
    "an exponential join": (
        "n := numbers.range(1, 1000)\n"
        "answer if { some a in n; some b in n; some c in n; some d in n; a + b + c + d == 0 }"
    ),
    "arrays nested 25 deep": f"answer := {'[' * 25}{']' * 25}",
    "objects nested 25 deep": f"answer := {'{1: ' * 25}1{'}' * 25}",
    "sets nested 25 deep": f"answer := {'{' * 25}1{'}' * 25}",
    "a thousand signs": f"answer := {'-' * 1000}1",
}
"""What crashes the engine, fills the memory or never ends: a module after its package."""
