"""Make the typed, total facts that rules read: Rego, generated from the manifest's schema."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Schema = Mapping[str, Any]

READERS = Path(__file__).with_name("readers.rego")
"""How one fact is read: the part of the module that does not follow from the schema."""

FORMS = {
    "^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$": "slug",
    "^([0-9]+|none|unknown)$": "numeral",
    "^([0-9]{8}|none|unknown)$": "digits 8",
    "^([0-9]{20}|none|unknown)$": "digits 20",
    "^([1-9][0-9]{3}-(0[1-9]|1[0-2])|none|unknown)$": "month",
    '^(https?://[^\\x00-\\x20<>"{}|\\\\^`/?#]+[^\\x00-\\x20<>"{}|\\\\^`]*|none|unknown)$': "web",
    r"^(https://identifier\.overheid\.nl/tooi/id/[A-Za-z0-9._/-]+|none|unknown)$": "tooi",
    "^([^\\x00-\\x20#]+#[0-9a-f]{64}|none|unknown)$": "pinned",
    "^([a-z]{2,3}|none|unknown)$": "language",
    "^([0-9a-f]{64}|none|unknown)$": "sha256",
}
"""The forms of lib/forms that stand for the patterns of the schema: an engine builds a regular
expression anew for each manifest, and that takes longer than all rules together.
"""


def facts_module(schema: Schema) -> str:
    """Return the Rego module of the facts in *schema*, the JSON Schema of a manifest.

    The text is formatted as `opa fmt` would; the same schema gives the same text.
    """
    patterns = _Patterns()
    facts = _object(schema["properties"], "_root", 1, patterns)
    typed = [
        _block(name, node["properties"], patterns)
        for name, node in schema["properties"].items()
        if node["x-type"] == "group"
    ]
    lists = [
        f"\t{json.dumps(path)}: _listed({_parent(path)}, {_key(path)}, {_dotted('m', path)}),\n"
        for path, node in _nodes(schema["properties"])
        if node["x-type"] == "list"
    ]
    blocks = [
        f"\t{json.dumps(name)}: {_base(name)},\n"
        for name, node in schema["properties"].items()
        if node["x-type"] == "group"
    ]
    bases = [
        f"{_base(path)} := _group({_parent(path)}, {_key(path)})\n"
        for path, node in _nodes(schema["properties"])
        if node["x-type"] == "group"
    ]
    return "\n".join(
        (
            READERS.read_text(encoding="utf-8"),
            *patterns.definitions(),
            *bases,
            *typed,
            "# METADATA",
            "# description: Every fact of the schema, typed.",
            f"m := {facts}\n",
            "# METADATA",
            "# description: The facts of the blocks that are there; in the others all are unknown.",
            "stated := object.remove(m, _absent)\n",
            "_absent := {name | some name, block in _blocks; block == {}}\n",
            f"_blocks := {{\n{''.join(blocks)}}}\n",
            "# METADATA",
            "# description: Is anything listed? In three values, by the path of the list.",
            f"listed := {{\n{''.join(lists)}}}\n",
        )
    )


class _Patterns:
    """Names for values that many facts share, so that the literal of all facts stays readable."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, kind: str, value: str) -> str:
        return self._names.setdefault(value, f"_{kind}_{len(self._names) + 1}")

    def definitions(self) -> Iterator[str]:
        for value, name in self._names.items():
            yield f"{name} := {value}\n"


def _nodes(properties: Mapping[str, Schema], prefix: str = "") -> Iterator[tuple[str, Schema]]:
    for name, node in properties.items():
        yield prefix + name, node
        if node["x-type"] == "group":
            yield from _nodes(node["properties"], f"{prefix}{name}.")


def _block(name: str, properties: Mapping[str, Schema], patterns: _Patterns) -> str:
    """Return the rule of a block; most manifests leave most blocks out, and that is cheap."""
    facts = _object(properties, _base(name), 1, patterns)
    absent = _absent(properties, 1)
    return f"_{name} := {facts} if {{\n\t{_base(name)} != {{}}\n}} else := {absent}\n"


def _absent(properties: Mapping[str, Schema], depth: int) -> str:
    """Return the facts of a group that is not there, all of them unknown."""
    indent = "\t" * depth
    lines = []
    for name, node in properties.items():
        match node["x-type"]:
            case "map":
                continue
            case "group":
                value = _absent(node["properties"], depth + 1)
            case "list":
                value = "[]"
            case _:
                value = '"unknown"'
        lines.append(f"{indent}{json.dumps(name)}: {value},\n")
    return "{\n" + "".join(lines) + "\t" * (depth - 1) + "}"


def _object(properties: Mapping[str, Schema], base: str, depth: int, patterns: _Patterns) -> str:
    indent = "\t" * depth
    lines = []
    lists = []
    for name, node in properties.items():
        key = json.dumps(name)
        if node["x-type"] == "map":
            continue  # free-form: what it holds is no fact
        if node["x-type"] == "group":
            inner = _object(node["properties"], f"{base}_{name}", depth + 1, patterns)
            value = f"_{name}" if base == "_root" else inner
            lines.append(f"{indent}{key}: {value},\n")
            continue
        value = _fact(node, base, key, depth, patterns)
        lines.append(f"{indent}{key}: {value},\n")
        if node["x-type"] == "list" and base == "entry":
            lists.append(f"{indent}\t{key}: _listed({base}, {key}, {value}),\n")
    if lists:
        lines.append(f'{indent}"listed": {{\n{"".join(lists)}{indent}}},\n')
    return "{\n" + "".join(lines) + "\t" * (depth - 1) + "}"


def _fact(node: Schema, base: str, key: str, depth: int, patterns: _Patterns) -> str:
    where = f"{base}, {key}"
    match node["x-type"]:
        case "list":
            return _list(node["items"], where, depth, patterns)
        case "date" | "number" | "integer":
            return f"_{node['x-type']}({where})"
        case "version":
            return f"_exactly({where}, {json.dumps(node['const'])})"
        case "choice" | "yes_no":
            # A reader of YAML 1.1 makes booleans of unquoted yes and no.
            reader = "_yes_no" if False in node["enum"] else "_one_of"
            return f"{reader}({where}, {_values(node, patterns)})"
        case _ if "pattern" in node:
            return f"_formed({where}, {json.dumps(FORMS[node['pattern']])})"
        case _:
            return f"_text({where})"


def _list(items: Schema, where: str, depth: int, patterns: _Patterns) -> str:
    match items["x-type"]:
        case "entry":
            entry = _object(items["properties"], "entry", depth + 1, patterns)
            indent = "\t" * depth
            return f"[{entry} |\n{indent}\tsome entry in _entries({where})\n{indent}]"
        case "choice" | "yes_no":
            return f"_choices({where}, {_values(items, patterns)})"
        case _ if "pattern" in items:
            return f"_all_formed({where}, {json.dumps(FORMS[items['pattern']])})"
        case _:
            return f"_texts({where})"


def _values(node: Schema, patterns: _Patterns) -> str:
    words = sorted(value for value in node["enum"] if isinstance(value, str))
    return patterns.name("values", "{" + ", ".join(json.dumps(word) for word in words) + "}")


def _base(path: str) -> str:
    return "_g_" + path.replace(".", "_")


def _parent(path: str) -> str:
    parent = path.rpartition(".")[0]
    return _base(parent) if parent else "_root"


def _key(path: str) -> str:
    return json.dumps(path.rpartition(".")[2])


def _dotted(root: str, path: str) -> str:
    return f"{root}.{path}"
