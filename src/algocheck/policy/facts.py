"""Make the typed, total facts that rules read: Rego, generated from the manifest's schema."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

READERS = """\
# METADATA
# description: |
#   The manifest made total and typed. Generated from the schema by
#   `algocheck policy facts`; do not edit. What is absent, null, of a wrong type,
#   outside its values or malformed is "unknown"; a group stated as "none" means
#   none for each of its parts, and no for its yes/no parts.
package algocheck.facts

import data.algocheck.lib.dates
import data.algocheck.lib.logic

_root := input.manifest if {
	is_object(input.manifest)
} else := input if {
	is_object(input)
} else := {}

# METADATA
# description: |
#   The day of the check; "unknown" where nobody gave it. Only beside the manifest:
#   a manifest cannot choose its own day.
today := input.today if {
	is_object(input.manifest)
	dates.exists(input.today)
} else := "unknown"

# A group that is stated as none stays the text "none": its parts see to it.
_group(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_object(object[key])
} else := "none" if {
	object[key] == "none"
} else := {}

# `typed` is the group as rules read it: a misspelt or empty part states nothing.
_state(object, key, typed) := "none" if {
	_group(object, key) == "none"
} else := "stated" if {
	some part in typed
	not part in _blank
	_speaks(part)
} else := "unknown"

# What is no group states nothing, but keeps its position.
_entries(object, key) := [entry | some item in _items(object, key); entry := _entry(item)]

_entry(value) := value if {
	is_object(value)
} else := {}

_text(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
} else := "unknown"

_matching(object, key, pattern) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
	regex.match(pattern, object[key])
} else := "unknown"

_placeless := {"none", "unknown"}

_date(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_string(object[key])
	dates.exists(object[key])
} else := object[key] if {
	object[key] in _placeless
} else := "unknown"

_number(object, key) := "none" if {
	object == "none"
} else := object[key] if {
	is_number(object[key])
} else := "none" if {
	object[key] == "none"
} else := "unknown"

_integer(object, key) := "unknown" if {
	is_number(object[key])
	object[key] != floor(object[key])
} else := _number(object, key)

_one_of(object, key, allowed) := "none" if {
	object == "none"
	"none" in allowed
} else := object[key] if {
	object[key] in allowed
} else := "unknown"

_yes_no(object, key, allowed) := "no" if {
	object == "none"
} else := "yes" if {
	object[key] == true
	"yes" in allowed
} else := "no" if {
	object[key] == false
} else := _one_of(object, key, allowed)

_exactly(object, key, value) := value if {
	object[key] == value
} else := "unknown"

_items(object, key) := [] if {
	object[key] == ["none"]
} else := object[key] if {
	is_array(object[key])
} else := []

_texts(object, key) := [text | some item in _items(object, key); text := _word(item)]

_word(item) := "unknown" if {
	item == "none"
} else := item if {
	is_string(item)
} else := "unknown"

_matches(object, key, pattern) := [text |
	some item in _items(object, key)
	text := _matching([_word(item)], 0, pattern)
]

_choices(object, key, allowed) := [choice |
	some item in _items(object, key)
	choice := _choice(item, allowed)
]

# "none" beside something else contradicts itself.
_choice(item, allowed) := "unknown" if {
	item == "none"
} else := item if {
	item in allowed
} else := "unknown"

# Is anything listed? `typed` is the list as rules read it.
_listed(object, key, typed) := "no" if {
	object == "none"
} else := "no" if {
	object[key] in _empty
} else := "yes" if {
	some item in typed
	_says(item)
} else := "unknown"

_empty := {"none", [], ["none"]}

_blank := {"unknown", "none", "", []}

# A text that only holds a place ("n.v.t.") tells nothing; numbers and answers do.
_tells(part) if {
	logic.stated(part) == "yes"
} else if {
	is_array(part)
	some item in part
	logic.stated(item) == "yes"
}

_says(item) if {
	is_object(item)
	some part in item
	not part in _blank
	_tells(part)
} else if {
	_tells(item)
}

_speaks(part) if {
	is_array(part)
	some item in part
	_says(item)
} else if {
	_says(part)
}
"""


def facts_module(schema: Schema) -> str:
    """Return the Rego module of the facts in *schema*, the JSON Schema of a manifest.

    The text is formatted as `opa fmt` would; the same schema gives the same text.
    """
    patterns = _Patterns()
    facts = _object(schema["properties"], "_root", 1, patterns)
    lists = [
        f"\t{json.dumps(path)}: _listed({_parent(path)}, {_key(path)}, {_dotted('m', path)}),\n"
        for path, node in _nodes(schema["properties"])
        if node["x-type"] == "list"
    ]
    groups = [
        f"\t{json.dumps(path)}: _state({_parent(path)}, {_key(path)}, {_dotted('m', path)}),\n"
        for path, node in _nodes(schema["properties"])
        if node["x-type"] == "group"
    ]
    bases = [
        f"{_base(path)} := _group({_parent(path)}, {_key(path)})\n"
        for path, node in _nodes(schema["properties"])
        if node["x-type"] == "group"
    ]
    return "\n".join(
        (
            READERS,
            *patterns.definitions(),
            *bases,
            "# METADATA",
            "# description: Every fact of the schema, typed.",
            f"m := {facts}\n",
            "# METADATA",
            "# description: Is anything listed? In three values, by the path of the list.",
            f"listed := {{\n{''.join(lists)}}}\n",
            "# METADATA",
            '# description: Is a group "stated" in any part, stated as "none", or "unknown"?',
            f"group := {{\n{''.join(groups)}}}\n",
        )
    )


class _Patterns:
    """Names for what is said of many facts, so that the literal of all facts stays readable."""

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


def _object(properties: Mapping[str, Schema], base: str, depth: int, patterns: _Patterns) -> str:
    indent = "\t" * depth
    lines = []
    lists = []
    for name, node in properties.items():
        key = json.dumps(name)
        if node["x-type"] == "map":
            continue  # free-form: what it holds is no fact
        if node["x-type"] == "group":
            inner = f"_g_{name}" if base == "_root" else f"{base}_{name}"
            lines.append(
                f"{indent}{key}: {_object(node['properties'], inner, depth + 1, patterns)},\n"
            )
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
            return f"_matching({where}, {patterns.name('pattern', json.dumps(node['pattern']))})"
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
            return f"_matches({where}, {patterns.name('pattern', json.dumps(items['pattern']))})"
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
