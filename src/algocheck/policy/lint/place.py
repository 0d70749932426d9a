"""Every module is a rule, or a helper, of its own folder."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from algocheck.policy.ast import Syntax
from algocheck.policy.lint.context import HOUSE, RULES, Context, is_rule
from algocheck.policy.lint.violation import Violation, violation, violation_at

_THEME = re.compile(r"[a-z][a-z0-9_]*")
_DEFECT = re.compile(r"[a-z][a-z0-9-]*")
_RULE_PARTS = 4


def check(context: Context) -> Iterator[Violation]:
    """Give modules, tests and data that stand where they are not found or not allowed."""
    tests = {module.path for module in context.source.tests}
    for path in context.source.unread:
        yield violation("unread-file", path)
    if not context.syntaxes:
        yield violation("no-modules", ".")
    for syntax in context.syntaxes:
        yield from _module(syntax, context)
        beside = syntax.module.path.removesuffix(".rego") + "_test.rego"
        if context.wants_tests and is_rule(syntax) and beside not in tests:
            yield violation("untested", syntax.module.path, test=beside)
    if context.is_house:
        yield from _foreign_data(context)


def _module(syntax: Syntax, context: Context) -> Iterator[Violation]:
    at, package = syntax.package_at, syntax.package
    path = PurePosixPath(syntax.module.path)
    if path.parts[:-1] != package:
        yield violation_at("package-is-folder", syntax, at, wanted=_written(path.parts[:-1]))
    elif path.stem != package[-1]:
        yield violation_at("file-is-folder", syntax, at, wanted=f"{package[-1]}.rego")
    elif package[0] != "algocheck":
        yield violation_at("other-root", syntax, at)
    elif context.is_house and package[:2] not in (RULES, HOUSE):
        yield violation_at("not-for-house-rules", syntax, at)
    elif is_rule(syntax) and not _is_rule_name(package):
        yield violation_at("only-rules-here", syntax, at)


def _is_rule_name(package: tuple[str, ...]) -> bool:
    return bool(
        len(package) == _RULE_PARTS
        and _THEME.fullmatch(package[2])
        and _DEFECT.fullmatch(package[3])
    )


def _written(package: tuple[str, ...]) -> str:
    return "".join(
        f".{part}" if _THEME.fullmatch(part) else f'["{part}"]' for part in package
    ).removeprefix(".")


def _foreign_data(context: Context) -> Iterator[Violation]:
    for root, value in context.source.data.items():
        names = value if root == "algocheck" and isinstance(value, dict) else {f"../{root}": None}
        for name in names:
            if name not in ("house", "index"):
                yield violation("data-not-for-house-rules", f"algocheck/{name}")
