"""The builtins that a policy may call: every engine has them, and has them alike."""

_NAMES = """
    abs ceil floor round count max min product sort sum
    array.concat array.reverse array.slice intersection union
    object.filter object.get object.keys object.remove object.union object.union_n
    is_array is_boolean is_null is_number is_object is_set is_string type_name
    concat contains endswith format_int indexof lower replace split startswith
    strings.replace_n strings.reverse substring upper
    trim trim_left trim_prefix trim_right trim_space trim_suffix
    numbers.range to_number bits.and bits.lsh bits.negate bits.or bits.rsh bits.xor
    regex.find_all_string_submatch_n regex.is_valid regex.match
"""
PORTABLE = frozenset(_NAMES.split())
"""Native in OPA's Wasm, so that a compiled bundle asks its host for nothing.

Left out although native: deprecated ones (all, any), those whose answers differ
between engines (json.marshal, glob.match) and those that no policy needs (walk,
graph.reachable, net.*, base64*, json.*, array.flatten).
"""

CASE = frozenset({"lower", "upper"})
"""Answers differ for a few letters (ß, İ): for the library, which compares with plain words."""
