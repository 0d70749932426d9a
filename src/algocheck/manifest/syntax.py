"""Say in plain words what a YAML parser stumbled over."""

from yaml.error import MarkedYAMLError, YAMLError

from algocheck.words import Message, message

_PROBLEMS = {
    "mapping values are not allowed in this context": "colon",
    "could not find expected ':'": "no-colon",
    "did not find expected key": "indent",
    "did not find expected '-' indicator": "indent",
    "did not find expected ',' or ']'": "bracket",
    "did not find expected ',' or '}'": "bracket",
    "did not find expected node content": "bracket",
    "did not find expected <document start>": "after-end",
    "found a tab character where an indentation space is expected": "tab",
    "found a tab character that violates indentation": "tab",
    "found unexpected end of stream": "quote",
    "found unexpected document indicator": "quote",
    "found unknown escape character": "escape",
    "found invalid Unicode character escape code": "escape",
    "did not find expected hexdecimal number": "escape",
    "block sequence entries are not allowed in this context": "dash",
    "found undefined tag handle": "tag-handle",
    "found incompatible YAML document": "version",
    "did not find expected alphabetic or numeric character": "alias-name",
    "did not find expected comment or line break": "block-text",
}
"""The name of our sentence for each of the parser's; what is not here is said in general."""

_BEGINS_EARLIER = frozenset({"quote", "no-colon"})
"""What is to be mended where it was opened, not where the parser gave up."""


def explain(error: YAMLError, text: str) -> tuple[int, Message]:
    """Return where *error* is, as an offset in *text*, and what is wrong there."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return 0, message("reading.syntax")
    at = min(error.problem_mark.index, len(text))
    name = _PROBLEMS.get(error.problem or "", "syntax")
    if error.problem == "found character that cannot start any token":
        # The parser says only that it cannot go on; which character it is decides what helps.
        tab = text[at : at + 1] == "\t"
        return at, message("reading.tab") if tab else message(
            "reading.sign", sign=text[at : at + 1]
        )
    if name in _BEGINS_EARLIER and error.context_mark is not None:
        at = error.context_mark.index
    return at, message(f"reading.{name}")
