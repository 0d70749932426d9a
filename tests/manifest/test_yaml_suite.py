"""The YAML test suite: what we read is what YAML means, except where a table says why not.

Nothing is read as another value in silence, but for the few cases that say so.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from algocheck.manifest.decode import decode
from algocheck.manifest.yaml_reader import read_yaml

MARKS = str.maketrans({"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": ""})

REFUSED = {
    "a mapping key that is empty": "2JQS-0 6M2F-0 CFD4-0 FRK4-0 NHX8-0 NKF9-0 S3PD-0 SM9W-1 UKK6-0 "
    "M2N8-0",
    "a key of { } that has no value or more than a line": "4ABK-0 9SA2-0 NJ66-0 UT92-0 VJP3-1",
    "a colon on the line after its key in { }": "4MUZ-0 4MUZ-1 4MUZ-2 5MUD-0 K3WX-0",
    "a value that begins with a colon in { } or [ ]": "58MP-0 5T43-0 DBG4-0 HM87-0",
    "an anchor or alias of other signs than letters, digits, - and _": "2SXE-0 8XYN-0 W5VH-0",
    "a tab where many tools see indentation": "6BCT-0 6CA3-0 96NN-0 96NN-1 A2M4-0 DK95-0 DK95-3 "
    "DK95-4 Q5MG-0 R4YG-0 Y79Y-1 Y79Y-10",
    "a document without --- after the one before it ended": "7Z25-0 M7A3-0 HWV9-0 QT73-0 W4TN-0",
    "text under | or > that is not indented": "DK3J-0 FP8R-0",
    "a directive that nobody knows, or another version of YAML": "2LFX-0 6LVF-0 BEC7-0 MUS6-5 "
    "MUS6-6 ZYU8-0 ZYU8-1 ZYU8-2 ZYU8-3",
}
"""Valid YAML 1.2 that the parser, of YAML 1.1, does not take: a located fault."""

FAULT = {
    "a tag that asks for what JSON does not have": "2XXW-0 565N-0 5TYM-0 6CK3-0 6WLZ-0 7FWL-0 "
    "9WXW-0 C4HZ-0 CC74-0 CUP7-0 J7PZ-0 M5C3-0 P76L-0 UGM3-0 Z67P-0 Z9M4-0",
    "a time, which YAML 1.1 reads as a number of seconds": "U9NS-0",
    "a tag ! that says nothing, which the parser forgets": "52DL-0 8MK2-0 S4JQ-0 UKK6-2",
}
"""Read, but a value is withheld with a located fault."""

LENIENT = {
    "a comment without a space before it": "9JBA-0 CVW2-0 SU5Z-0 X4QW-0",
    "a directive without ... before it or nothing after": "9HCY-0 EB22-0 MUS6-0 MUS6-1 RHX7-0",
    "less or other indentation than YAML 1.2 asks": "9C9N-0 DK95-1 QB6E-0 S98Z-0 Y79Y-3",
    "a dash within [ ]": "G5U8-0 YJV2-0",
}
"""No valid YAML 1.2, and read all the same: as every tool with this parser does."""

OTHER_VALUE = {
    "a question mark that begins a word in { } or [ ]": "652Z-0 HM87-1",
    "an anchor with a colon in its name": "Y2GN-0",
    "white space on the last line of a file that ends without a line break": "JEF9-2 L24T-1",
}
"""Read as YAML 1.1 has it: another value, without a fault."""


def cases(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each case by name; a later case of a file inherits what it does not say."""
    for file in sorted(folder.glob("*.yaml")):
        inherited: dict[str, Any] = {}
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))):
            inherited = {**inherited, **case, "fail": case.get("fail", False)}
            yield f"{file.stem}-{number}", inherited


def values(text: str) -> list[Any]:
    """Read the JSON values of a case, one after the other; empty documents are null there."""
    found = []
    while text := text.strip():
        value, end = json.JSONDecoder().raw_decode(text)
        found.append(value)
        text = text[end:]
    return found


def outcome(case: dict[str, Any]) -> str:
    """Say in a word how what we read compares with what the case expects."""
    text = decode(case["yaml"].translate(MARKS).replace("∎\n", "").encode(), "m", as_json=False)
    if not isinstance(text, str):
        return "refused"
    documents, empty = read_yaml(text, "m")
    if any(document.broken for document in documents):
        return "invalid" if case["fail"] else "refused"
    if case["fail"]:
        return "lenient"
    if "json" not in case:
        return "read"
    if any(document.faults for document in documents):
        return "fault"
    ours = [document.value for document in documents]
    theirs = values(case["json"])
    same = strictly(ours) == strictly(theirs) or (
        empty and strictly(ours) == strictly([each for each in theirs if each is not None])
    )
    return "same" if same else "other value"


def strictly(value: Any) -> str:
    """Write *value* so that 1, 1.0 and True differ, and the order of keys does not matter."""
    return json.dumps(value, sort_keys=True)


def names(table: dict[str, str]) -> list[str]:
    return sorted(" ".join(table.values()).split())


def test_the_suite_reads_as_yaml_means_it_except_where_a_table_says_why_not(shared_data: Path):
    by_outcome: dict[str, list[str]] = {}
    for name, case in cases(shared_data / "yaml-test-suite" / "src"):
        by_outcome.setdefault(outcome(case), []).append(name)

    assert by_outcome["refused"] == names(REFUSED)
    assert by_outcome["fault"] == names(FAULT)
    assert by_outcome["lenient"] == names(LENIENT)
    assert by_outcome["other value"] == names(OTHER_VALUE)
    assert len(by_outcome["same"]) > 200
