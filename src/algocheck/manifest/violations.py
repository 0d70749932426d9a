"""Find every way in which a document breaks the schema, once a quick look was not enough."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from algocheck.manifest.document import Document
from algocheck.manifest.faults import fault
from algocheck.manifest.formats import FORMATS
from algocheck.manifest.schema import schema
from algocheck.manifest.schema.fits import matches
from algocheck.manifest.sentences import explain
from algocheck.manifest.unknown_key import unknown_key
from algocheck.model import Finding, Path
from algocheck.words import message

if TYPE_CHECKING:
    import jsonschema.exceptions
    import jsonschema.protocols

MOST = 1000
"""Of one document; whoever has so many has more at hand than can be read."""

_CAUSES = ("type", "enum", "pattern", "format", "maxLength", "additionalProperties")
"""What may be wrong in one place, the first being the reason of the others.

Not `required` and `const`: the frame of a manifest is looked at by itself.
"""


def violations(document: Document) -> Iterator[Finding]:
    """Yield one finding for each value and each key that breaks the schema, in no order.

    Past `MOST` one last finding says that there are more.
    """
    found = _all(document)
    yield from islice(found, MOST)
    if next(found, None) is not None:
        problem = message("schema.too-many", most=MOST)
        yield fault("schema/too-many", document.locate_value(()), problem)


def _all(document: Document) -> Iterator[Finding]:
    errors = _judge().iter_errors(document.value)
    ours = (error for error in errors if error.validator in _CAUSES)
    for path, in_one_place in groupby(ours, lambda error: tuple(error.absolute_path)):
        error = min(in_one_place, key=lambda error: _CAUSES.index(str(error.validator)))
        if error.validator == "additionalProperties":
            yield from _unknown_keys(document, path, error.schema, error.instance)
        else:
            yield _wrong_value(document, path, error)


def _unknown_keys(document: Document, path: Path, node: Any, group: Any) -> Iterator[Finding]:
    for key in group:
        if key not in node["properties"]:
            at = (*path, key)
            problem = unknown_key(path, node, key)
            yield fault(
                "schema/unknown-key", document.locate(at), problem, path=at, found=group[key]
            )


def _wrong_value(
    document: Document, path: Path, error: "jsonschema.exceptions.ValidationError"
) -> Finding:
    node: Any = error.schema
    rule, problem = explain(path, node, error.instance, str(error.validator))
    return fault(rule, document.locate_value(path), problem, path=path, found=error.instance)


@cache
def _judge() -> "jsonschema.protocols.Validator":
    import jsonschema
    import jsonschema.validators

    formats = jsonschema.FormatChecker(formats=())
    for name, holds in FORMATS.items():
        formats.checks(name)(lambda value, holds=holds: not isinstance(value, str) or holds(value))
    draft: type[jsonschema.protocols.Validator] = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
        jsonschema.Draft202012Validator, {"pattern": _pattern}
    )
    return draft(schema(), format_checker=formats)


def _pattern(
    _: object, pattern: str, value: object, __: object
) -> "Iterator[jsonschema.exceptions.ValidationError]":
    import jsonschema

    if isinstance(value, str) and not matches(pattern, value):
        yield jsonschema.ValidationError("pattern")
